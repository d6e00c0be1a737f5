package app.bellwire.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is moved.
final class HandClock implements InstantSource {
  private volatile Instant now;

  HandClock(Instant start) {
    now = start;
  }

  void forward(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
