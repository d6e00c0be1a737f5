package app.bellwire.store;

import app.bellwire.chat.ChatId;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// SQL on one connection, as short as it gets: text with `?` and what stands for them. Times become
/// epoch milliseconds, words and addresses text, our keys their numbers. Failures come as
/// [StoreProblem]. Confined to the transaction or read it was made for.
final class Sql {
  /// Ends a text in SQLite and is refused by PostgreSQL.
  private static final char NUL = 0;

  private final Connection connection;
  private final String where;
  private boolean wrote;

  /// @param where the store as people know it, for messages
  Sql(Connection connection, String where) {
    this.connection = connection;
    this.where = where;
  }

  <T> List<T> list(String sql, Row.Mapper<T> mapper, @Nullable Object... values) {
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet result = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      Row row = new Row(result);
      while (result.next()) {
        rows.add(mapper.map(row));
      }
      return rows;
    } catch (SQLException failure) {
      throw StoreProblem.of(failure, where);
    }
  }

  /// The first row, if any.
  <T> Optional<T> first(String sql, Row.Mapper<T> mapper, @Nullable Object... values) {
    List<T> rows = list(sql, mapper, values);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
  }

  /// The number in column `n` of the only row; 0 where it is null.
  long number(String sql, @Nullable Object... values) {
    return first(sql, row -> row.number("n"), values).orElse(0L);
  }

  /// @return how many rows were written
  int update(String sql, @Nullable Object... values) {
    try (PreparedStatement statement = prepared(sql, values)) {
      int rows = statement.executeUpdate();
      wrote |= rows > 0;
      return rows;
    } catch (SQLException failure) {
      throw StoreProblem.of(failure, where);
    }
  }

  /// Whether any row was written so far.
  boolean wrote() {
    return wrote;
  }

  /// A statement without values and result, such as `begin immediate`.
  void command(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw StoreProblem.of(failure, where);
    }
  }

  private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, column(values[i]));
      }
      return statement;
    } catch (SQLException | RuntimeException failure) {
      statement.close();
      throw failure;
    }
  }

  private static @Nullable Object column(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Optional<?> maybe -> column(maybe.orElse(null));
      case Instant at -> at.toEpochMilli();
      case ChatId id -> id.value();
      case Enum<?> word -> word.name();
      case URI uri -> uri.toString();
      case LocalDate day -> day.toString();
      case ZoneId zone -> zone.getId();
      case String text -> text.indexOf(NUL) < 0 ? text : text.replace(Character.toString(NUL), "");
      case Long number -> number;
      case Integer number -> number;
      case Boolean flag -> flag;
      default -> throw new IllegalArgumentException("No column for " + value.getClass());
    };
  }
}
