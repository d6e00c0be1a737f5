package app.bellwire.deliver;

import app.bellwire.chat.Limits.Window;
import java.time.Duration;
import java.time.Instant;

/// Spreads messages evenly over a window, so that no burst uses it up at its start; a short burst
/// makes good what was missed. The generic cell rate algorithm (ITU-T I.371, annex A). Confined to
/// its limiter's lock.
final class Pace {
  /// The part of a window's count that may come at once.
  private static final int BURST = 10;

  private final Duration step;
  private final Duration tolerance;
  private Instant due = Instant.MIN;

  Pace(Window window) {
    step = window.span().dividedBy(window.count());
    tolerance = step.multipliedBy(Math.max(0, window.count() / BURST));
  }

  /// When the next may begin.
  Instant free(Instant now) {
    Instant earliest = due.isBefore(now) ? now : due.minus(tolerance);
    return earliest.isAfter(now) ? earliest : now;
  }

  /// @param share of the rate that is used now, above 0 to 1
  void began(Instant now, double share) {
    Duration gap = Duration.ofNanos(Math.round(step.toNanos() / share));
    due = (due.isBefore(now) ? now : due).plus(gap);
  }
}
