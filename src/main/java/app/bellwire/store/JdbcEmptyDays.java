package app.bellwire.store;

import app.bellwire.chat.ChatId;
import app.bellwire.command.EmptyDayLog;
import app.bellwire.source.SourceId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

final class JdbcEmptyDays implements EmptyDayLog {
  private final Database database;

  JdbcEmptyDays(Database database) {
    this.database = database;
  }

  @Override
  public List<Watch> all() {
    return database.read(
        sql -> sql.list("select * from empty_days order by subscription_id", JdbcEmptyDays::watch));
  }

  @Override
  public List<Watch> open(Instant since) {
    return database.read(
        sql ->
            sql.list(
                """
                select * from empty_days where settled_at is null and since_at <= ?
                order by since_at, subscription_id
                """,
                JdbcEmptyDays::watch,
                since));
  }

  private static Watch watch(Row row) throws SQLException {
    return new Watch(
        row.number("subscription_id"),
        new ChatId(row.number("chat_id")),
        row.text("words"),
        row.instant("since_at"),
        row.instantIfAny("settled_at"));
  }

  @Override
  public void save(Watch watch) {
    database.write(
        sql ->
            sql.update(
                """
                insert into empty_days (subscription_id, chat_id, words, since_at, settled_at)
                values (?, ?, ?, ?, ?)
                on conflict (subscription_id) do update set chat_id = excluded.chat_id,
                  words = excluded.words, since_at = excluded.since_at,
                  settled_at = excluded.settled_at
                """,
                watch.subscription(),
                watch.chat(),
                watch.words(),
                watch.since(),
                watch.settled()));
  }

  @Override
  public boolean settle(Watch watch, Instant at) {
    return database.write(
        sql ->
            sql.update(
                    """
                    update empty_days set settled_at = ?
                    where subscription_id = ? and words = ? and settled_at is null
                    """,
                    at,
                    watch.subscription(),
                    watch.words())
                == 1);
  }

  @Override
  public void forget(long subscription) {
    database.write(
        sql -> sql.update("delete from empty_days where subscription_id = ?", subscription));
  }

  @Override
  public List<Gap> gaps(Instant since) {
    return database.read(
        sql ->
            sql.list(
                "select * from source_gaps where to_at >= ? order by from_at, source",
                row ->
                    new Gap(
                        new SourceId(row.text("source")),
                        row.instant("from_at"),
                        row.instant("to_at")),
                since));
  }

  @Override
  public void save(Gap gap) {
    database.write(
        sql ->
            sql.update(
                """
                insert into source_gaps (source, from_at, to_at) values (?, ?, ?)
                on conflict (source, from_at) do update set to_at = excluded.to_at
                """,
                gap.source().value(),
                gap.from(),
                gap.to()));
  }

  @Override
  public void forgetGaps(Instant before) {
    database.write(sql -> sql.update("delete from source_gaps where to_at < ?", before));
  }
}
