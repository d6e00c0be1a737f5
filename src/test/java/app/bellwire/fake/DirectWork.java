package app.bellwire.fake;

import app.bellwire.work.UnitOfWork;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// A unit of work without a database: one at a time, nothing is rolled back. Thread-safe.
public final class DirectWork implements UnitOfWork {
  private final ReentrantLock lock = new ReentrantLock();

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /// Whether the caller is inside a transaction.
  public boolean open() {
    return lock.isHeldByCurrentThread();
  }
}
