package app.bellwire.work;

import java.util.function.Supplier;

/// All of it or none: what stores write inside the supplied work is committed together when it
/// returns and rolled back when it throws. Calls nest into the outermost one. No network call and
/// no analysis belongs inside. Thread-safe; on SQLite writers queue fairly.
public interface UnitOfWork {
  <T> T inTransaction(Supplier<T> work);

  default void inTransaction(Runnable work) {
    inTransaction(
        () -> {
          work.run();
          return true;
        });
  }
}
