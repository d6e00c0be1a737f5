package app.bellwire.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Counts of outcomes as people are told them. The figures add up: what was read is what matched
/// and the others, and each of the two is the sum of its parts. Immutable.
public record ItemSum(Map<Outcome, Long> counts) {
  /// Some of the items, by outcome.
  public record Part(Outcome outcome, long count) {}

  public ItemSum {
    counts = Map.copyOf(counts);
  }

  public long read() {
    return matched() + others();
  }

  public long matched() {
    return total(matchedParts());
  }

  public long others() {
    return total(otherParts());
  }

  /// What became of the items that a subscription asked for; outcomes that did not happen are 0.
  public List<Part> matchedParts() {
    return parts(true);
  }

  /// What became of the rest; outcomes that did not happen are 0.
  public List<Part> otherParts() {
    return parts(false);
  }

  private List<Part> parts(boolean matched) {
    List<Part> parts = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      if (outcome.matched() == matched) {
        parts.add(new Part(outcome, counts.getOrDefault(outcome, 0L)));
      }
    }
    return parts;
  }

  private static long total(List<Part> parts) {
    return parts.stream().mapToLong(Part::count).sum();
  }
}
