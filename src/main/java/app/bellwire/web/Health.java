package app.bellwire.web;

import java.util.List;

/// Whether the program does its work, and if not, why. Immutable.
///
/// @param reasons one plain sentence each; empty when all is well
public record Health(List<String> reasons) {
  public Health {
    reasons = List.copyOf(reasons);
  }

  public static Health well() {
    return new Health(List.of());
  }

  public boolean isWell() {
    return reasons.isEmpty();
  }
}
