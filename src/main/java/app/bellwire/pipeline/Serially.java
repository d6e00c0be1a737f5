package app.bellwire.pipeline;

import app.bellwire.work.UnitOfWork;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// One transaction after the other, in order of arrival, for those that tell chats: on a database
/// server two of them would both tell what one of them held, and wait for each other's lanes.
/// Thread-safe. To be called outside any transaction: on SQLite who waits for a turn inside one
/// holds the writer that whoever has the turn waits for.
public final class Serially implements UnitOfWork {
  private final UnitOfWork work;
  private final ReentrantLock turn = new ReentrantLock(true);

  public Serially(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public <T> T inTransaction(Supplier<T> inside) {
    turn.lock();
    try {
      return work.inTransaction(inside);
    } finally {
      turn.unlock();
    }
  }
}
