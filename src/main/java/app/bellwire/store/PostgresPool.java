package app.bellwire.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

/// A store in a PostgreSQL database. Work runs on the caller's thread: the driver waits in Java,
/// which a virtual thread may do. Thread-safe.
final class PostgresPool implements Connections {
  static final String PREFIX = "jdbc:postgresql:";

  private static final int SIZE = 10;
  private static final long CONNECT_MILLIS = 10_000;

  private final HikariDataSource pool;
  private final String where;

  private PostgresPool(HikariDataSource pool, String where) {
    this.pool = pool;
    this.where = where;
  }

  /// Connects to the database a JDBC URL names and migrates it.
  static PostgresPool open(String url) {
    String where = where(url);
    HikariDataSource pool = connect(url, where, false);
    try {
      Schema.bring(pool, where);
      return new PostgresPool(pool, where);
    } catch (RuntimeException failure) {
      pool.close();
      throw failure;
    }
  }

  /// Connects to the database a JDBC URL names for reads alone.
  static PostgresPool reading(String url) {
    String where = where(url);
    HikariDataSource pool = connect(url, where, true);
    try {
      Schema.require(pool, where);
      return new PostgresPool(pool, where);
    } catch (RuntimeException failure) {
      pool.close();
      throw failure;
    }
  }

  private static HikariDataSource connect(String url, String where, boolean readOnly) {
    HikariConfig config = new HikariConfig();
    PostgresUrl parts = PostgresUrl.of(url);
    config.setJdbcUrl(parts.open());
    parts.secrets().forEach(config::addDataSourceProperty);
    config.setMaximumPoolSize(SIZE);
    config.setConnectionTimeout(CONNECT_MILLIS);
    config.setPoolName("store");
    config.setReadOnly(readOnly);
    try {
      return new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException failure) {
      if (failure.getCause() instanceof SQLException sql) {
        throw StoreProblem.of(sql, where);
      }
      throw failure;
    }
  }

  /// Server and database, without user and password.
  static String where(String url) {
    String name = url.substring(PREFIX.length());
    int parameters = name.indexOf('?');
    String place = parameters < 0 ? name : name.substring(0, parameters);
    return "PostgreSQL " + place.replaceFirst("//.*@", "//");
  }

  @Override
  public <T> T write(Function<Sql, T> work) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      return inTransaction(connection, work);
    } catch (SQLException failure) {
      throw StoreProblem.of(failure, where);
    }
  }

  private <T> T inTransaction(Connection connection, Function<Sql, T> work) throws SQLException {
    try {
      T answer = work.apply(new Sql(connection, where));
      connection.commit();
      return answer;
    } catch (Throwable failure) {
      rollBack(connection, failure);
      throw failure;
    }
  }

  private static void rollBack(Connection connection, Throwable failure) {
    try {
      connection.rollback();
    } catch (SQLException lost) {
      failure.addSuppressed(lost);
    }
  }

  @Override
  public <T> T read(Function<Sql, T> work) {
    try (Connection connection = pool.getConnection()) {
      return work.apply(new Sql(connection, where));
    } catch (SQLException failure) {
      throw StoreProblem.of(failure, where);
    }
  }

  @Override
  public String takeRows(String table) {
    return " for update of " + table + " skip locked";
  }

  @Override
  public String lockRows() {
    return " for update";
  }

  @Override
  public void close() {
    pool.close();
  }
}
