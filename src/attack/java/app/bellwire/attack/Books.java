package app.bellwire.attack;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a program has written down, read behind its back. Immutable.
interface Books {
  /// @param delivery its id as the network sees it
  /// @param message as it is stored
  record Row(String delivery, String state, String message) {}

  /// Opens them while the program runs.
  Connection open() throws SQLException;

  /// Opens what a program that has ended left, without changing it.
  Connection left() throws SQLException, IOException;

  /// Where the program finds its store.
  String url();

  /// Whether the database says that it is whole.
  boolean sound() throws SQLException, IOException;

  default List<Row> rows() throws SQLException {
    try (Connection books = open()) {
      return rows(books, "1 = 1");
    }
  }

  /// The deliveries that were in flight when the program ended.
  default Set<String> sending() throws SQLException, IOException {
    try (Connection books = left()) {
      return Set.copyOf(rows(books, "state = 'SENDING'").stream().map(Row::delivery).toList());
    }
  }

  private static List<Row> rows(Connection books, String which) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (Statement statement = books.createStatement();
        ResultSet found =
            statement.executeQuery("select id, state, message from outbox where " + which)) {
      while (found.next()) {
        String delivery = "d-" + Long.toString(found.getLong(1), 36);
        rows.add(new Row(delivery, found.getString(2), found.getString(3)));
      }
    }
    return rows;
  }

  /// A SQLite file; what is left is read from a copy, so that the program itself repairs it.
  record Sqlite(Path file) implements Books {
    @Override
    public String url() {
      return "jdbc:sqlite:" + file;
    }

    @Override
    public Connection open() throws SQLException {
      return DriverManager.getConnection(url());
    }

    @Override
    public Connection left() throws SQLException, IOException {
      Path copy = file.resolveSibling("copy");
      for (String end : List.of("", "-wal")) {
        Files.deleteIfExists(Path.of(copy + end));
        if (Files.exists(Path.of(file + end))) {
          Files.copy(Path.of(file + end), Path.of(copy + end));
        }
      }
      return DriverManager.getConnection("jdbc:sqlite:" + copy);
    }

    @Override
    public boolean sound() throws SQLException, IOException {
      try (Connection books = left();
          Statement statement = books.createStatement();
          ResultSet says = statement.executeQuery("pragma integrity_check")) {
        return says.next() && says.getString(1).equals("ok");
      }
    }
  }

  /// A database of a server that lives on when the program is killed.
  record Postgres(String url) implements Books {
    @Override
    public Connection open() throws SQLException {
      return DriverManager.getConnection(url);
    }

    /// Waits for what the server still does for the dead.
    @Override
    public Connection left() throws SQLException {
      Connection books = open();
      await().atMost(Duration.ofSeconds(30)).until(() -> others(books) == 0);
      return books;
    }

    private static int others(Connection books) throws SQLException {
      try (Statement statement = books.createStatement();
          ResultSet count =
              statement.executeQuery(
                  """
                  select count(*) from pg_stat_activity
                  where datname = current_database() and pid <> pg_backend_pid()
                    and backend_type = 'client backend'
                  """)) {
        return count.next() ? count.getInt(1) : 0;
      }
    }

    @Override
    public boolean sound() {
      return true;
    }
  }
}
