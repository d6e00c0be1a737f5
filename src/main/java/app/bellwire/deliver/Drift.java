package app.bellwire.deliver;

import java.time.Duration;
import java.util.Optional;

/// Notices when somebody sets the wall clock. Confined to the courier's rounds.
final class Drift {
  /// Less is the ordinary correction of a clock by its time server.
  private static final Duration ORDINARY = Duration.ofSeconds(2);

  private final Times times;
  private Duration noted;
  private Duration seen;

  Drift(Times times) {
    this.times = times;
    noted = offset(times);
    seen = noted;
  }

  /// How far the wall clock was set since that was last noted.
  Optional<Duration> moved() {
    seen = offset(times);
    return between(noted, seen);
  }

  /// How far it was set between then and [#moved].
  ///
  /// @param then what [#offset] was
  Optional<Duration> movedSince(Duration then) {
    return between(then, seen);
  }

  /// What [#moved] said is taken into account.
  void noted() {
    noted = seen;
  }

  private static Optional<Duration> between(Duration before, Duration after) {
    Duration moved = after.minus(before);
    return moved.abs().compareTo(ORDINARY) > 0 ? Optional.of(moved) : Optional.empty();
  }

  /// How far the wall clock is ahead of the steady one.
  static Duration offset(Times times) {
    return Duration.between(times.steady().instant(), times.wall().instant());
  }
}
