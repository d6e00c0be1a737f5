package app.bellwire.store;

import app.bellwire.notice.Cause;
import app.bellwire.notice.Key;
import app.bellwire.notice.Notice;
import app.bellwire.notice.Notice.Said;
import app.bellwire.notice.NoticeStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

final class JdbcNotices implements NoticeStore {
  private final Database database;

  JdbcNotices(Database database) {
    this.database = database;
  }

  @Override
  public List<Notice> open() {
    return database.read(
        sql ->
            sql.list(
                "select * from notices where ended_at is null order by id", JdbcNotices::notice));
  }

  @Override
  public boolean begin(Notice notice) {
    Said said = notice.said();
    return database.write(
            sql ->
                sql.update(
                    """
                    insert into notices (cause, thing, id, since_at, said_at, times, again_at,
                      words, shown_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (cause, thing) do update set id = excluded.id,
                      since_at = excluded.since_at, said_at = excluded.said_at,
                      times = excluded.times, again_at = excluded.again_at,
                      words = excluded.words, shown_at = excluded.shown_at, ended_at = null
                      where notices.ended_at is not null
                    """,
                    notice.key().cause(),
                    notice.key().thing(),
                    notice.id(),
                    notice.since(),
                    said.at(),
                    said.times(),
                    said.again(),
                    said.sign(),
                    said.shown()))
        > 0;
  }

  @Override
  public boolean replace(Notice before, Notice after) {
    Said said = after.said();
    return database.write(
            sql ->
                sql.update(
                    """
                    update notices set since_at = ?, said_at = ?, times = ?, again_at = ?,
                      words = ?, shown_at = ?
                    where id = ? and times = ? and words = ? and ended_at is null
                    """,
                    after.since(),
                    said.at(),
                    said.times(),
                    said.again(),
                    said.sign(),
                    said.shown(),
                    before.id(),
                    before.said().times(),
                    before.said().sign()))
        > 0;
  }

  @Override
  public boolean end(Notice notice, Instant now) {
    return database.write(
            sql ->
                sql.update(
                    "update notices set ended_at = ? where id = ? and ended_at is null",
                    now,
                    notice.id()))
        > 0;
  }

  @Override
  public boolean hush(Key key, Instant until) {
    return database.write(
            sql ->
                sql.update(
                    """
                    update notices set again_at = case when again_at < ? then ? else again_at end
                    where cause = ? and thing = ? and ended_at is null
                    """,
                    until,
                    until,
                    key.cause(),
                    key.thing()))
        > 0;
  }

  private static Notice notice(Row row) throws SQLException {
    return new Notice(
        row.number("id"),
        new Key(row.word(Cause.class, "cause"), row.text("thing")),
        row.instant("since_at"),
        new Said(
            row.instant("said_at"),
            row.count("times"),
            row.instant("again_at"),
            row.text("words"),
            row.instant("shown_at")));
  }
}
