package app.bellwire.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that moves by hand only. Thread-safe.
public final class HandClock implements InstantSource {
  private final AtomicReference<Instant> now;

  private HandClock(Instant start) {
    now = new AtomicReference<>(start);
  }

  public static HandClock at(String instant) {
    return new HandClock(Instant.parse(instant));
  }

  public static HandClock at(Instant instant) {
    return new HandClock(instant);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  public Instant forward(Duration span) {
    return now.updateAndGet(at -> at.plus(span));
  }

  public void set(String instant) {
    now.set(Instant.parse(instant));
  }
}
