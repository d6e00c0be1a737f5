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

  /// What stands behind a `select` whose rows of `table` two nodes must not take at once: rows that
  /// another has are passed over. Empty where one node has the store for itself.
  default String takeRows(String table) {
    return "";
  }

  /// What stands behind a `select` whose rows nobody else may change before the transaction ends.
  default String lockRows() {
    return "";
  }

  @Override
  void close();
}
