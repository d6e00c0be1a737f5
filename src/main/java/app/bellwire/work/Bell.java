package app.bellwire.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Wakes a loop that waits for work. Ringing while nobody waits is kept for the next who does;
/// ringing twice is ringing once. Thread-safe.
public final class Bell {
  private final Semaphore rung = new Semaphore(0);

  public void ring() {
    rung.release();
  }

  /// Waits for a ring, `patience` at most.
  public void await(Duration patience) throws InterruptedException {
    if (rung.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      rung.drainPermits();
    }
  }
}
