package app.bellwire.store;

import app.bellwire.source.SourceId;
import app.bellwire.source.SourceState;
import app.bellwire.source.SourceStore;
import app.bellwire.source.Validators;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

final class JdbcSources implements SourceStore {
  private final Database database;

  JdbcSources(Database database) {
    this.database = database;
  }

  @Override
  public Optional<SourceState> state(SourceId id) {
    return database.read(
        sql -> sql.first("select * from sources where id = ?", JdbcSources::state, id.value()));
  }

  @Override
  public List<SourceState> states() {
    return database.read(sql -> sql.list("select * from sources order by id", JdbcSources::state));
  }

  @Override
  public void save(SourceState state) {
    database.write(
        sql ->
            sql.update(
                """
                insert into sources
                  (id, next_look, last_look, last_read, etag, last_modified, failures, problem)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set next_look = excluded.next_look,
                  last_look = excluded.last_look, last_read = excluded.last_read,
                  etag = excluded.etag, last_modified = excluded.last_modified,
                  failures = excluded.failures, problem = excluded.problem
                """,
                state.id().value(),
                state.nextLook(),
                state.lastLook(),
                state.lastRead(),
                state.validators().etag(),
                state.validators().lastModified(),
                state.failures(),
                state.problem()));
  }

  private static SourceState state(Row row) throws SQLException {
    return new SourceState(
        new SourceId(row.text("id")),
        row.instant("next_look"),
        row.instantOrNull("last_look"),
        row.instantOrNull("last_read"),
        new Validators(row.textOrNull("etag"), row.textOrNull("last_modified")),
        row.count("failures"),
        row.textOrNull("problem"));
  }
}
