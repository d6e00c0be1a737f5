package app.bellwire.poll;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Counts what is running, and lets nothing more begin once stopped. Thread-safe.
final class Running {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private int count;
  private boolean stopping;

  /// Begins something, to be followed by [#leave()].
  ///
  /// @return false once stopped, when it must not begin
  boolean enter() {
    lock.lock();
    try {
      if (!stopping) {
        count++;
      }
      return !stopping;
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      count--;
      idle.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean stopping() {
    lock.lock();
    try {
      return stopping;
    } finally {
      lock.unlock();
    }
  }

  /// Lets nothing more begin and waits for the rest.
  ///
  /// @return whether nothing is running any more
  boolean stop(Duration atMost) {
    lock.lock();
    try {
      stopping = true;
      long left = atMost.toNanos();
      while (count > 0 && left > 0) {
        left = idle.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    return idle();
  }

  private boolean idle() {
    lock.lock();
    try {
      return count == 0;
    } finally {
      lock.unlock();
    }
  }
}
