package app.bellwire.deliver;

import app.bellwire.deliver.Delivery.State;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Counts of deliveries as people are told them. The figures add up: all messages are the sum of
/// the parts. Immutable.
///
/// @param sentAgain how many of the sent ones went out twice, because the first answer was lost
public record MessageSum(Map<State, Long> counts, long sentAgain) {
  /// What people tell apart, in the order they are told.
  public enum Kind {
    SENT,
    WAITING,
    UNCERTAIN,
    SENT_AGAIN,
    FAILED,
    /// Taken back before it was sent.
    TAKEN_BACK
  }

  /// Some of the messages, by kind.
  public record Part(Kind kind, long count) {}

  public MessageSum {
    counts = Map.copyOf(counts);
    sentAgain = Math.clamp(sentAgain, 0, counts.getOrDefault(State.SENT, 0L));
  }

  public MessageSum(Map<State, Long> counts) {
    this(counts, 0);
  }

  public long all() {
    return parts().stream().mapToLong(Part::count).sum();
  }

  /// One part a kind; kinds without any are 0.
  public List<Part> parts() {
    Map<Kind, Long> sums = new EnumMap<>(Kind.class);
    counts.forEach((state, count) -> sums.merge(kind(state), count, Long::sum));
    sums.merge(Kind.SENT, -sentAgain, Long::sum);
    sums.merge(Kind.SENT_AGAIN, sentAgain, Long::sum);
    List<Part> parts = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      parts.add(new Part(kind, sums.getOrDefault(kind, 0L)));
    }
    return parts;
  }

  private static Kind kind(State state) {
    return switch (state) {
      case SENT -> Kind.SENT;
      case QUEUED, SENDING, PARKED -> Kind.WAITING;
      case UNCERTAIN -> Kind.UNCERTAIN;
      case FAILED, EXPIRED -> Kind.FAILED;
      case WITHDRAWN -> Kind.TAKEN_BACK;
    };
  }
}
