package app.bellwire.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The current row of a result, by column name. Valid only while it is being mapped.
final class Row {
  /// Makes something of a row.
  interface Mapper<T> {
    T map(Row row) throws SQLException;
  }

  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  long number(String column) throws SQLException {
    return result.getLong(column);
  }

  int count(String column) throws SQLException {
    return result.getInt(column);
  }

  boolean flag(String column) throws SQLException {
    return result.getBoolean(column);
  }

  String text(String column) throws SQLException {
    return Objects.requireNonNull(result.getString(column), column);
  }

  @Nullable String textOrNull(String column) throws SQLException {
    return result.getString(column);
  }

  Optional<String> textIfAny(String column) throws SQLException {
    return Optional.ofNullable(result.getString(column));
  }

  Instant instant(String column) throws SQLException {
    return Instant.ofEpochMilli(result.getLong(column));
  }

  @Nullable Instant instantOrNull(String column) throws SQLException {
    long millis = result.getLong(column);
    return result.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  Optional<Instant> instantIfAny(String column) throws SQLException {
    return Optional.ofNullable(instantOrNull(column));
  }

  Optional<URI> uriIfAny(String column) throws SQLException {
    return textIfAny(column).map(URI::create);
  }

  Optional<LocalDate> dayIfAny(String column) throws SQLException {
    return textIfAny(column).map(LocalDate::parse);
  }

  <E extends Enum<E>> E word(Class<E> words, String column) throws SQLException {
    return Enum.valueOf(words, text(column));
  }

  boolean isNull(String column) throws SQLException {
    return result.getObject(column) == null;
  }
}
