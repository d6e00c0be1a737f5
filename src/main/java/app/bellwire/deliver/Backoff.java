package app.bellwire.deliver;

import java.time.Duration;

/// How long a failed send waits: doubled with every attempt, spread by up to a fifth so that what
/// failed together is not tried together. Pure.
///
/// The spread follows Brooker, "Exponential Backoff And Jitter" (AWS Architecture Blog, 2015).
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final double SPREAD = .2;

  private Backoff() {}

  /// @param attempts sends begun so far, at least 1
  /// @param jitter 0 to 1
  static Duration after(int attempts, double jitter) {
    long doubled = FIRST.toMillis() << Math.min(attempts - 1, 20);
    long millis = Math.min(doubled, LONGEST.toMillis());
    return Duration.ofMillis(Math.round(millis * (1 + SPREAD * jitter)));
  }
}
