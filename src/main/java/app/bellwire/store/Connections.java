package app.bellwire.store;

import java.util.function.Function;

/// The connections of one store and the threads that use them. Thread-safe; calls return when the
/// work is done and pass on what it threw, with its type.
interface Connections extends AutoCloseable {
  /// Runs `work` in a transaction of its own, committed when it returns and rolled back when it
  /// throws.
  <T> T write(Function<Sql, T> work);

  /// Runs `work`, which writes nothing, outside any transaction.
  <T> T read(Function<Sql, T> work);

  /// What stands behind a `select` whose rows two nodes must not take at once.
  String takeRows();

  @Override
  void close();
}
