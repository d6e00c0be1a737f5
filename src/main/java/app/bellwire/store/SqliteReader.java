package app.bellwire.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/// Reads a SQLite store that another program may have open: takes no lock of its own, migrates
/// nothing and writes nothing. Thread-safe.
final class SqliteReader implements Connections {
  private final String where;
  private final Lane reader;

  private SqliteReader(String where, Lane reader) {
    this.where = where;
    this.reader = reader;
  }

  /// Opens `file`, which must hold the tables that this program knows.
  static SqliteReader open(Path file) {
    SqliteFile.requireThere(file);
    String where = file.toString();
    DataSource source = SqliteFile.readers(file);
    Schema.require(source, where);
    try {
      Lane reader = new Lane("store-reader", List.of(source.getConnection()));
      return new SqliteReader(where, reader).readOnly();
    } catch (SQLException failure) {
      throw StoreProblem.of(failure, where);
    }
  }

  private SqliteReader readOnly() {
    read(
        sql -> {
          sql.command("pragma query_only = on");
          return true;
        });
    return this;
  }

  @Override
  public <T> T write(Function<Sql, T> work) {
    throw new StoreProblem(
        StoreProblem.Kind.READ_ONLY, where + " was opened to be read only.", null);
  }

  @Override
  public <T> T read(Function<Sql, T> work) {
    return reader.run(connection -> work.apply(new Sql(connection, where)));
  }

  @Override
  public void close() {
    reader.close();
  }
}
