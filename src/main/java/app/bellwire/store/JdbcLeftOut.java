package app.bellwire.store;

import app.bellwire.alert.LeftOut;
import app.bellwire.alert.Reason;
import app.bellwire.chat.ChatId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

final class JdbcLeftOut implements LeftOut {
  private final Database database;

  JdbcLeftOut(Database database) {
    this.database = database;
  }

  @Override
  public void note(Report report) {
    database.write(
        sql ->
            sql.update(
                """
                insert into left_out (chat_id, article_id, event_id, reason, due_at)
                values (?, ?, ?, ?, ?)
                on conflict (chat_id, article_id) do nothing
                """,
                report.chat(),
                report.article(),
                report.event(),
                report.reason(),
                report.due()));
  }

  @Override
  public List<Report> of(ChatId chat, Instant now) {
    return database.read(
        sql ->
            sql.list(
                "select * from left_out where chat_id = ? and due_at <= ? order by article_id",
                JdbcLeftOut::report,
                chat,
                now));
  }

  @Override
  public void settle(ChatId chat, long article) {
    database.write(
        sql ->
            sql.update("delete from left_out where chat_id = ? and article_id = ?", chat, article));
  }

  @Override
  public void settleWithdrawn(Instant now) {
    database.write(
        sql ->
            sql.update(
                "delete from left_out where due_at <= ? and reason = ?", now, Reason.WITHDRAWN));
  }

  private static Report report(Row row) throws SQLException {
    return new Report(
        new ChatId(row.number("chat_id")),
        row.word(Reason.class, "reason"),
        row.number("event_id"),
        row.number("article_id"),
        row.instant("due_at"));
  }
}
