package app.bellwire.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// A store in one SQLite file: one connection writes, a few read beside it. Every commit is on the
/// disk when it returns (`synchronous=FULL` with a write-ahead log). Thread-safe.
final class SqliteFile implements Connections {
  static final String PREFIX = "jdbc:sqlite:";

  private static final int READERS = 3;

  /// How long to wait for another program's lock, while opening and afterwards.
  private static final Duration OPENING = Duration.ofSeconds(1);

  private static final Duration RUNNING = Duration.ofSeconds(5);

  private final String where;
  private final StoreLock lock;
  private final Lane writer;
  private final Lane readers;

  private SqliteFile(String where, StoreLock lock, Lane writer, Lane readers) {
    this.where = where;
    this.lock = lock;
    this.writer = writer;
    this.readers = readers;
  }

  /// Opens the file a JDBC URL names, makes it and its folder where they are missing, and migrates
  /// it.
  static SqliteFile open(String url) {
    Path file = file(url);
    StoreLock lock = StoreLock.take(file.toAbsolutePath());
    try {
      return open(file, lock);
    } catch (RuntimeException failure) {
      lock.close();
      throw failure;
    }
  }

  private static SqliteFile open(Path file, StoreLock lock) {
    String where = file.toString();
    List<Connection> opened = new ArrayList<>();
    try {
      opened.add(connection(file, writing(OPENING)));
      requireSafe(new Sql(opened.getFirst(), where), where);
      Schema.bring(source(file, writing(OPENING)), where);
      command(opened.getFirst(), where, "pragma busy_timeout = " + RUNNING.toMillis());
      for (int i = 0; i < READERS; i++) {
        opened.add(connection(file, writing(RUNNING)));
        command(opened.getLast(), where, "pragma query_only = on");
      }
      return new SqliteFile(
          where,
          lock,
          new Lane("store-writer", opened.subList(0, 1)),
          new Lane("store-reader", opened.subList(1, opened.size())));
    } catch (SQLException failure) {
      close(opened);
      throw StoreProblem.of(failure, where);
    } catch (RuntimeException failure) {
      close(opened);
      throw failure;
    }
  }

  private static void close(List<Connection> opened) {
    for (Connection connection : opened) {
      try {
        connection.close();
      } catch (SQLException alreadyGone) {
        // The failure that led here is the one to tell.
      }
    }
  }

  /// The file of a URL, without the driver's parameters.
  static Path file(String url) {
    String path = url.substring(PREFIX.length());
    int parameters = path.indexOf('?');
    return Path.of(parameters < 0 ? path : path.substring(0, parameters));
  }

  /// Connections to a file that another program may have open, for reads alone.
  static DataSource readers(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) RUNNING.toMillis());
    return source(file, config);
  }

  private static Connection connection(Path file, SQLiteConfig config) throws SQLException {
    return source(file, config).getConnection();
  }

  private static SQLiteDataSource source(Path file, SQLiteConfig config) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(PREFIX + file);
    return source;
  }

  private static void command(Connection connection, String where, String pragma) {
    new Sql(connection, where).command(pragma);
  }

  private static SQLiteConfig writing(Duration patience) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) patience.toMillis());
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setJournalSizeLimit(64 << 20);
    return config;
  }

  /// Some file systems have no shared memory; SQLite then drops the log without a word.
  private static void requireSafe(Sql sql, String where) {
    String journal =
        sql.first("pragma journal_mode", row -> row.text("journal_mode")).orElse("none");
    long synchronous = sql.first("pragma synchronous", row -> row.number("synchronous")).orElse(0L);
    if (!journal.equals("wal") || synchronous != 2) {
      throw new StoreProblem(
          StoreProblem.Kind.READ_ONLY,
          where + " lies on a disk that cannot keep a write-ahead log. Use a local disk.",
          null);
    }
  }

  @Override
  public <T> T write(Function<Sql, T> work) {
    return writer.run(connection -> inTransaction(new Sql(connection, where), work));
  }

  private static <T> T inTransaction(Sql sql, Function<Sql, T> work) {
    sql.command("begin immediate");
    try {
      T answer = work.apply(sql);
      sql.command("commit");
      return answer;
    } catch (Throwable failure) {
      rollBack(sql, failure);
      throw failure;
    }
  }

  private static void rollBack(Sql sql, Throwable failure) {
    try {
      sql.command("rollback");
    } catch (StoreProblem nothingToRollBack) {
      // A full disk makes SQLite roll back by itself.
      failure.addSuppressed(nothingToRollBack);
    }
  }

  @Override
  public <T> T read(Function<Sql, T> work) {
    return readers.run(connection -> work.apply(new Sql(connection, where)));
  }

  @Override
  public void close() {
    readers.close();
    writer.close();
    lock.close();
  }

  /// Writes a consistent copy of `file` to `target`, whoever has it open.
  static void copy(Path file, Path target) {
    requireThere(file);
    if (Files.exists(target)) {
      throw new StoreProblem(
          StoreProblem.Kind.REFUSED,
          target + " exists. Name a file that does not, or remove it first.",
          null);
    }
    try {
      Path folder = target.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, target.getFileName().toString(), ".part");
      try {
        vacuumInto(file, part);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException failure) {
      throw new StoreProblem(
          StoreProblem.Kind.READ_ONLY,
          target + " cannot be written: " + failure.getMessage() + ".",
          failure);
    }
  }

  /// @throws StoreProblem when there is no such file
  static void requireThere(Path file) {
    if (!Files.exists(file)) {
      throw new StoreProblem(
          StoreProblem.Kind.UNREACHABLE,
          file + " does not exist. Name the store of a Bellwire that has run.",
          null);
    }
  }

  private static void vacuumInto(Path file, Path empty) throws IOException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) RUNNING.toMillis());
    try (Connection connection = connection(file, config)) {
      new Sql(connection, file.toString()).update("vacuum into ?", empty.toString());
    } catch (SQLException failure) {
      throw StoreProblem.of(failure, file.toString());
    }
    try (FileChannel written = FileChannel.open(empty, StandardOpenOption.WRITE)) {
      written.force(true);
    }
  }
}
