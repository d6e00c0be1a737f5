package app.bellwire.subscription;

import java.time.LocalTime;
import java.util.List;

/// Whether alerts come one by one or together. Immutable.
public sealed interface Timing {
  /// As they are decided.
  record AtOnce() implements Timing {}

  /// Together, at these times of every day.
  ///
  /// @param times at least one, in order
  record Digest(List<LocalTime> times) implements Timing {
    public Digest {
      times = times.stream().distinct().sorted().toList();
      if (times.isEmpty()) {
        throw new IllegalArgumentException("A digest needs a time");
      }
    }
  }

  static Timing digest(LocalTime... times) {
    return new Digest(List.of(times));
  }
}
