package app.bellwire.fetch;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Keeps requests to one host and port few at a time and apart from each other. Thread-safe;
/// waiting blocks the calling thread, in order of arrival.
final class HostGates {
  private static final int MANY = 1000;

  private final int perHost;
  private final Semaphore total;
  private final ConcurrentHashMap<String, Gate> gates = new ConcurrentHashMap<>();

  HostGates(int perHost, int total) {
    this.perHost = perHost;
    this.total = new Semaphore(total, true);
  }

  /// Waits for a place at `host` and for `spacing` since the last start there.
  Place enter(String host, Duration spacing) throws InterruptedException {
    if (gates.size() > MANY) {
      gates.values().removeIf(gate -> gate.idle(perHost));
    }
    Place atHost = gates.computeIfAbsent(host, _ -> new Gate(perHost)).enter(spacing);
    try {
      total.acquire();
    } catch (InterruptedException e) {
      atHost.close();
      throw e;
    }
    return () -> {
      total.release();
      atHost.close();
    };
  }

  /// A place at a host, to be closed when the request is over.
  @FunctionalInterface
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  private static final class Gate {
    private final Semaphore places;
    private final long origin = System.nanoTime();

    /// When the next request may start, in nanoseconds since `origin`.
    private final AtomicLong free = new AtomicLong();

    Gate(int perHost) {
      this.places = new Semaphore(perHost, true);
    }

    Place enter(Duration spacing) throws InterruptedException {
      places.acquire();
      try {
        awaitStart(spacing.toNanos());
        return places::release;
      } catch (InterruptedException e) {
        places.release();
        throw e;
      }
    }

    boolean idle(int perHost) {
      return places.availablePermits() == perHost && free.get() <= now();
    }

    private void awaitStart(long spacing) throws InterruptedException {
      long start = reserve(spacing);
      for (long left = start - now(); left > 0; left = start - now()) {
        LockSupport.parkNanos(this, left);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    }

    private long reserve(long spacing) {
      long now = now();
      return Math.max(now, free.getAndUpdate(free -> Math.max(free, now) + spacing));
    }

    private long now() {
      return System.nanoTime() - origin;
    }
  }
}
