package app.bellwire.store;

import app.bellwire.deliver.Pauses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

final class JdbcPauses implements Pauses {
  private final Database database;

  JdbcPauses(Database database) {
    this.database = database;
  }

  @Override
  public List<Pause> of(Instant now) {
    return database.read(
        sql ->
            sql.list(
                "select scope, until_at from pauses where until_at > ? order by scope",
                row -> new Pause(row.text("scope"), row.instant("until_at")),
                now));
  }

  @Override
  public void put(Pause pause) {
    database.write(
        sql ->
            sql.update(
                """
                insert into pauses (scope, until_at) values (?, ?)
                on conflict (scope) do update set until_at = excluded.until_at
                  where excluded.until_at > pauses.until_at
                """,
                pause.scope(),
                pause.until()));
  }

  @Override
  public void clockMoved(Duration by) {
    database.write(sql -> sql.update("update pauses set until_at = until_at + ?", by.toMillis()));
  }
}
