package app.bellwire.store;

import app.bellwire.alert.Alert;
import app.bellwire.alert.HeldAlerts;
import app.bellwire.alert.Reason;
import app.bellwire.chat.ChatId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class JdbcHeldAlerts implements HeldAlerts {
  private static final Comparator<Held> OLDEST_FIRST =
      Comparator.comparing((Held held) -> held.alert().decided())
          .thenComparing(held -> held.alert().id());

  private final Database database;

  JdbcHeldAlerts(Database database) {
    this.database = database;
  }

  @Override
  public void hold(Alert alert, Reason reason, Instant until) {
    database.write(
        sql ->
            sql.update(
                """
                insert into held_alerts (alert_id, chat_id, event_id, reason, until_at, alert)
                values (?, ?, ?, ?, ?, ?)
                on conflict (alert_id) do update set reason = excluded.reason,
                  until_at = excluded.until_at, alert = excluded.alert
                """,
                alert.id(),
                alert.chat(),
                alert.event(),
                reason,
                until,
                AlertJson.write(alert)));
  }

  @Override
  public List<ChatId> due(Instant now) {
    return database.read(
        sql ->
            sql.list(
                """
                select chat_id from held_alerts where until_at <= ?
                group by chat_id order by min(until_at), chat_id
                """,
                row -> new ChatId(row.number("chat_id")),
                now));
  }

  @Override
  public List<Held> takeDue(ChatId chat, Instant now) {
    return database
        .write(
            sql ->
                sql.list(
                    "delete from held_alerts where chat_id = ? and until_at <= ? returning *",
                    JdbcHeldAlerts::held,
                    chat,
                    now))
        .stream()
        .sorted(OLDEST_FIRST)
        .toList();
  }

  @Override
  public List<Held> of(ChatId chat, long event) {
    return database
        .read(
            sql ->
                sql.list(
                    "select * from held_alerts where chat_id = ? and event_id = ?",
                    JdbcHeldAlerts::held,
                    chat,
                    event))
        .stream()
        .sorted(OLDEST_FIRST)
        .toList();
  }

  private static Held held(Row row) throws SQLException {
    return new Held(
        AlertJson.read(row.text("alert")),
        row.word(Reason.class, "reason"),
        row.instant("until_at"));
  }

  @Override
  public int drop(ChatId chat, long event) {
    return database.write(
        sql ->
            sql.update("delete from held_alerts where chat_id = ? and event_id = ?", chat, event));
  }

  @Override
  public Optional<Instant> until(ChatId chat, long event) {
    return database
        .read(
            sql ->
                sql.first(
                    "select max(until_at) as latest from held_alerts where chat_id = ? and event_id"
                        + " = ?",
                    row -> row.instantIfAny("latest"),
                    chat,
                    event))
        .flatMap(latest -> latest);
  }

  @Override
  public int letGo(ChatId chat, Reason reason, Instant at) {
    return database.write(
        sql ->
            sql.update(
                "update held_alerts set until_at = ? where chat_id = ? and reason = ?",
                at,
                chat,
                reason));
  }

  @Override
  public List<Alert> of(ChatId chat) {
    return database
        .read(
            sql ->
                sql.list(
                    "select alert from held_alerts where chat_id = ?",
                    row -> AlertJson.read(row.text("alert")),
                    chat))
        .stream()
        .sorted(Comparator.comparing(Alert::decided).thenComparing(Alert::id))
        .toList();
  }

  @Override
  public int waiting(ChatId chat) {
    return database
        .read(sql -> sql.number("select count(*) as n from held_alerts where chat_id = ?", chat))
        .intValue();
  }
}
