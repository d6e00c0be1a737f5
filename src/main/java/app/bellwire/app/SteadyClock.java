package app.bellwire.app;

import java.time.Instant;
import java.time.InstantSource;

/// Starts at what the wall clock shows and never goes back or jumps afterwards. Thread-safe.
final class SteadyClock implements InstantSource {
  private final Instant start = InstantSource.system().instant();
  private final long nanos = System.nanoTime();

  @Override
  public Instant instant() {
    return start.plusNanos(System.nanoTime() - nanos);
  }
}
