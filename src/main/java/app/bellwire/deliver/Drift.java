package app.bellwire.deliver;

import java.time.Duration;
import java.util.Optional;

/// Notices when somebody sets the wall clock. Confined to the courier's rounds.
final class Drift {
  /// Less is the ordinary correction of a clock by its time server.
  private static final Duration ORDINARY = Duration.ofSeconds(2);

  private Duration offset;

  Drift(Times times) {
    offset = offset(times);
  }

  /// How far the wall clock was set since this was last asked.
  Optional<Duration> moved(Times times) {
    Duration now = offset(times);
    Duration moved = now.minus(offset);
    offset = now;
    return moved.abs().compareTo(ORDINARY) > 0 ? Optional.of(moved) : Optional.empty();
  }

  private static Duration offset(Times times) {
    return Duration.between(times.steady().instant(), times.wall().instant());
  }
}
