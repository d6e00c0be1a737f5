package app.bellwire.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that moves by hand only. Thread-safe.
public final class HandClock implements InstantSource {
  private volatile Instant now;

  private HandClock(Instant start) {
    now = start;
  }

  public static HandClock at(String instant) {
    return new HandClock(Instant.parse(instant));
  }

  public static HandClock at(Instant instant) {
    return new HandClock(instant);
  }

  @Override
  public Instant instant() {
    return now;
  }

  public synchronized Instant forward(Duration span) {
    Instant later = now.plus(span);
    now = later;
    return later;
  }

  public synchronized void set(String instant) {
    now = Instant.parse(instant);
  }
}
