package app.bellwire.store;

import app.bellwire.work.UnitOfWork;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The database everything is kept in: a SQLite file or a PostgreSQL database, by its JDBC URL.
/// Thread-safe.
///
/// On SQLite the work of a transaction runs on the one writer thread, in order of arrival, while
/// its caller waits. Reads outside a transaction go to connections of their own and see what is
/// committed; reads inside one see its own writes. The work of a transaction must never wait for
/// another thread that writes: that one waits for the end of the transaction.
public final class Database implements UnitOfWork, AutoCloseable {
  private final String url;
  private final Connections connections;
  private final ScopedValue<Sql> transaction = ScopedValue.newInstance();
  private final AtomicReference<@Nullable StoreProblem> trouble = new AtomicReference<>();

  private Database(String url, Connections connections) {
    this.url = url;
    this.connections = connections;
  }

  /// Opens and migrates the store.
  ///
  /// @param url `jdbc:sqlite:PATH`, whose file and folder are made where they are missing, or
  ///   `jdbc:postgresql://...`
  /// @throws StoreProblem when the store is in use, cannot be written, is none or is too new
  public static Database open(String url) {
    if (url.startsWith(SqliteFile.PREFIX)) {
      return new Database(url, SqliteFile.open(url));
    }
    if (url.startsWith(PostgresPool.PREFIX)) {
      return new Database(url, PostgresPool.open(url));
    }
    throw new StoreProblem(
        StoreProblem.Kind.UNREACHABLE,
        "store.url must begin with jdbc:sqlite: or jdbc:postgresql:",
        null);
  }

  /// Opens the store to read it only, beside a program that has it open. Nothing is made or
  /// migrated, and no write gets through.
  ///
  /// @throws StoreProblem when there is no store, or it is not as this program keeps it
  public static Database reading(String url) {
    return new Database(
        url,
        url.startsWith(PostgresPool.PREFIX)
            ? PostgresPool.reading(url)
            : SqliteReader.open(SqliteFile.file(url)));
  }

  /// Writes a consistent copy of the SQLite store at `url` to `target`, which must not exist, while
  /// this or another program has it open.
  public static void backup(String url, Path target) {
    if (!url.startsWith(SqliteFile.PREFIX)) {
      throw new StoreProblem(
          StoreProblem.Kind.REFUSED,
          "backup copies SQLite stores only. Use pg_dump for PostgreSQL.",
          null);
    }
    SqliteFile.copy(SqliteFile.file(url), target);
  }

  /// Writes a consistent copy of this SQLite store to `target`, which must not exist.
  public void backup(Path target) {
    backup(url, target);
  }

  /// A call inside another keeps its own all-or-nothing: when it throws and the outer work goes on,
  /// only what the outer work wrote is committed.
  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return transaction.isBound() ? nested(transaction.get(), work) : write(sql -> work.get());
  }

  private static <T> T nested(Sql sql, Supplier<T> work) {
    sql.command("savepoint nested");
    try {
      T answer = work.get();
      sql.command("release savepoint nested");
      return answer;
    } catch (Throwable failure) {
      backToSavepoint(sql, failure);
      throw failure;
    }
  }

  private static void backToSavepoint(Sql sql, Throwable failure) {
    try {
      sql.command("rollback to savepoint nested");
      sql.command("release savepoint nested");
    } catch (StoreProblem transactionGone) {
      failure.addSuppressed(transactionGone);
    }
  }

  /// Runs `work` in the caller's transaction, or in one of its own.
  <T> T write(Function<Sql, T> work) {
    if (transaction.isBound()) {
      return work.apply(transaction.get());
    }
    try {
      Done<T> done = connections.write(sql -> run(sql, work));
      if (done.wrote()) {
        trouble.set(null);
      }
      return done.answer();
    } catch (StoreProblem problem) {
      if (problem.lasting()) {
        trouble.set(problem);
      }
      throw problem;
    }
  }

  private <T> Done<T> run(Sql sql, Function<Sql, T> work) {
    T answer = ScopedValue.where(transaction, sql).call(() -> work.apply(sql));
    return new Done<>(answer, sql.wrote());
  }

  /// @param wrote whether the disk or the server has shown that it takes writes
  private record Done<T>(T answer, boolean wrote) {}

  /// Runs `work` in the caller's transaction, or outside any.
  <T> T read(Function<Sql, T> work) {
    return transaction.isBound() ? work.apply(transaction.get()) : connections.read(work);
  }

  /// What stands behind a `select` whose rows of `table` two nodes must not take at once: rows that
  /// another has are passed over.
  String takeRows(String table) {
    return connections.takeRows(table);
  }

  /// What stands behind a `select` whose rows nobody else may change before the transaction ends.
  String lockRows() {
    return connections.lockRows();
  }

  /// What is wrong, in words for a person; none when the store answers and the last write
  /// succeeded.
  public Optional<String> trouble() {
    try {
      read(sql -> sql.number("select 1 as n"));
      return Optional.ofNullable(trouble.get()).map(StoreProblem::getMessage);
    } catch (StoreProblem problem) {
      return Optional.ofNullable(problem.getMessage());
    }
  }

  /// The highest of our ids in any table, 0 when there is none: ids must go on above it.
  public long highestId() {
    return read(
        sql ->
            sql.number(
                """
                select max(id) as n from (
                  select max(id) as id from articles union all
                  select max(id) from storylines union all
                  select max(id) from events union all
                  select max(id) from subscriptions union all
                  select max(id) from chats union all
                  select max(id) from alert_log union all
                  select max(alert_id) from held_alerts union all
                  select max(id) from digest_messages union all
                  select max(article_id) from ledger union all
                  select max(id) from outbox union all
                  select max(id) from notices union all
                  select max(id) from inbox union all
                  select max(id) from audit union all
                  select max(position) from local_messages) as ids
                """));
  }

  /// Lets running work end first.
  @Override
  public void close() {
    connections.close();
  }
}
