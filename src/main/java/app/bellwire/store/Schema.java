package app.bellwire.store;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/// Brings the tables of a store to the state this program knows. The migrations are named here, so
/// that no class path is searched at start.
final class Schema {
  private static final List<String> MIGRATIONS =
      List.of(
          "V1__first_tables.sql", //
          "V2__delivery.sql",
          "V3__digests.sql",
          "V4__verdicts.sql",
          "V5__notices.sql",
          "V6__digest_parts.sql",
          "V7__empty_days.sql",
          "V8__moved_chats.sql",
          "V9__who_may_is_configured.sql",
          "V10__origins.sql",
          "V11__embeddings.sql",
          "V12__story_labels.sql");

  private static final String HISTORY = "schema_history";

  private Schema() {}

  /// Migrates the database of `connections`, known to people as `where`. Flyway is started only
  /// when there is something to do: loading it takes longer than everything else at start.
  static void bring(DataSource connections, String where) {
    try {
      if (!Set.copyOf(MIGRATIONS).equals(applied(connections, where))) {
        flyway(connections).migrate();
      }
    } catch (SQLException failure) {
      throw StoreProblem.of(failure, where);
    } catch (FlywayException failure) {
      throw problem(failure, where);
    }
  }

  /// Makes sure that the tables are those that this program knows, and changes nothing.
  static void require(DataSource connections, String where) {
    try {
      if (!Set.copyOf(MIGRATIONS).equals(applied(connections, where))) {
        throw new StoreProblem(
            StoreProblem.Kind.UNREACHABLE,
            where
                + " is not as this Bellwire keeps it. Start this version on it once, then ask"
                + " again.",
            null);
      }
    } catch (SQLException failure) {
      throw StoreProblem.of(failure, where);
    }
  }

  /// The migrations that were applied; those of a newer Bellwire are refused.
  private static Set<String> applied(DataSource connections, String where) throws SQLException {
    try (Connection connection = connections.getConnection()) {
      if (!hasHistory(connection)) {
        return Set.of();
      }
      List<String> applied =
          new Sql(connection, where)
              .list(
                  "select script from " + HISTORY + " where success and version is not null",
                  row -> row.text("script"));
      if (!MIGRATIONS.containsAll(applied)) {
        throw newer(where);
      }
      return Set.copyOf(applied);
    }
  }

  private static boolean hasHistory(Connection connection) throws SQLException {
    try (ResultSet tables =
        connection.getMetaData().getTables(null, connection.getSchema(), HISTORY, null)) {
      return tables.next();
    }
  }

  private static Flyway flyway(DataSource connections) {
    return Flyway.configure(Schema.class.getClassLoader())
        .dataSource(connections)
        .resourceProvider(new Listed(MIGRATIONS.stream().map(Migration::new).toList()))
        .javaMigrationClassProvider(List::of)
        .locations("classpath:app/bellwire/store/migration")
        .table(HISTORY)
        .load();
  }

  private static StoreProblem newer(String where) {
    return new StoreProblem(
        StoreProblem.Kind.NEWER,
        where
            + " was written by a newer Bellwire. Start that version, or restore a backup made"
            + " before the upgrade.",
        null);
  }

  private static StoreProblem problem(FlywayException failure, String where) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return StoreProblem.of(sql, where);
      }
    }
    return new StoreProblem(
        StoreProblem.Kind.NOT_A_DATABASE,
        where + " holds tables that are not as Bellwire left them. Restore a backup.",
        failure);
  }

  /// Hands out the migrations without looking for them.
  private record Listed(List<Migration> migrations) implements ResourceProvider {
    @Override
    public @Nullable LoadableResource getResource(String name) {
      return migrations.stream().filter(m -> m.getFilename().equals(name)).findFirst().orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return migrations.stream()
          .filter(m -> m.getFilename().startsWith(prefix))
          .map(LoadableResource.class::cast)
          .toList();
    }
  }

  /// One migration file beside this class.
  private static final class Migration extends LoadableResource {
    private final String name;

    private Migration(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      InputStream bytes = Schema.class.getResourceAsStream("migration/" + name);
      return new InputStreamReader(Objects.requireNonNull(bytes, name), StandardCharsets.UTF_8);
    }

    @Override
    public String getAbsolutePath() {
      return name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return name;
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
