package app.bellwire.chat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// How the topics of groups answered since the program began. Immutable.
///
/// @param lost those that are closed or gone, since when that is known: what belongs there goes to
///   the chat itself
/// @param fine those that took the last message
public record Topics(Map<Address, Instant> lost, Set<Address> fine) {
  public static final Topics NONE = new Topics(Map.of(), Set.of());

  public Topics {
    lost = Map.copyOf(lost);
    fine = Set.copyOf(fine);
  }
}
