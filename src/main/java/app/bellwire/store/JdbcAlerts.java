package app.bellwire.store;

import app.bellwire.alert.Alert;
import app.bellwire.alert.AlertLog;
import app.bellwire.alert.Heard;
import app.bellwire.alert.Situation.FollowUps;
import app.bellwire.chat.ChatId;
import app.bellwire.story.Event;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class JdbcAlerts implements AlertLog {
  private final Database database;

  JdbcAlerts(Database database) {
    this.database = database;
  }

  @Override
  public boolean record(Alert alert) {
    return database.write(
        sql -> {
          boolean fresh = insert(sql, alert) == 1;
          if (fresh && alert.kind() == Alert.Kind.FIRST) {
            alert.why().forEach(why -> insertPart(sql, alert, why.subscription()));
          }
          return fresh;
        });
  }

  private static int insert(Sql sql, Alert alert) {
    return sql.update(
        """
        insert into alert_log
          (id, chat_id, event_id, revision, kind, sentences, alert, decided_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (chat_id, event_id, revision) do nothing
        """,
        alert.id(),
        alert.chat(),
        alert.event(),
        alert.revision(),
        alert.kind(),
        Json.texts(alert.allSentences()).toString(),
        AlertJson.write(alert),
        alert.decided());
  }

  private static void insertPart(Sql sql, Alert alert, long subscription) {
    sql.update(
        """
        insert into alert_subscriptions (alert_id, subscription_id, decided_at) values (?, ?, ?)
        on conflict (alert_id, subscription_id) do nothing
        """,
        alert.id(),
        subscription,
        alert.decided());
  }

  @Override
  public void reached(List<Alert> alerts, Instant at) {
    database.write(
        sql -> {
          alerts.forEach(
              alert -> sql.update("update alert_log set told_at = ? where id = ?", at, alert.id()));
          return true;
        });
  }

  @Override
  public Optional<Instant> reachedAt(long alert) {
    return database
        .read(
            sql ->
                sql.first(
                    "select told_at from alert_log where id = ?",
                    row -> row.instantIfAny("told_at"),
                    alert))
        .flatMap(at -> at);
  }

  @Override
  public void forget(ChatId chat, long event) {
    database.write(
        sql -> sql.update("delete from alert_log where chat_id = ? and event_id = ?", chat, event));
  }

  @Override
  public FollowUps followUps(ChatId chat, long event, Instant since) {
    return database
        .read(
            sql ->
                sql.first(
                    """
                    select max(told_at) as latest,
                      count(distinct case when told_at >= ? then told_at end) as n
                    from alert_log where chat_id = ? and event_id = ? and kind = ?
                    """,
                    row -> new FollowUps(row.instantIfAny("latest"), row.count("n")),
                    since,
                    chat,
                    event,
                    Alert.Kind.FOLLOW_UP))
        .orElse(FollowUps.NONE);
  }

  @Override
  public Optional<Alert> last(ChatId chat, long event) {
    return alert("where chat_id = ? and event_id = ? order by revision desc limit 1", chat, event);
  }

  @Override
  public Optional<Alert> first(ChatId chat, long event) {
    return alert("where chat_id = ? and event_id = ? order by revision limit 1", chat, event);
  }

  @Override
  public Optional<Alert> find(long id) {
    return alert("where id = ?", id);
  }

  @Override
  public List<Alert> latest(ChatId chat, int limit) {
    return alerts("where chat_id = ? order by decided_at desc, id desc limit ?", chat, limit);
  }

  @Override
  public List<Alert> latestStories(int limit) {
    return alerts(
        "where kind = ? order by decided_at desc, id desc limit ?", Alert.Kind.FIRST, limit);
  }

  private Optional<Alert> alert(String condition, Object... values) {
    return alerts(condition, values).stream().findFirst();
  }

  private List<Alert> alerts(String condition, Object... values) {
    return database.read(
        sql -> sql.list("select alert from alert_log " + condition, JdbcAlerts::alert, values));
  }

  private static Alert alert(Row row) throws SQLException {
    return AlertJson.read(row.text("alert"));
  }

  @Override
  public Heard heard(ChatId chat, Event event) {
    return Heard.of(
        alerts(
                """
                where chat_id = ? and (event_id = ? or event_id in
                  (select id from events where storyline_id = ?))
                order by decided_at desc, id desc limit ?
                """,
                chat,
                event.id(),
                event.storyline(),
                Heard.LATEST)
            .reversed());
  }

  @Override
  public List<ChatId> chatsTold(long event) {
    return database.read(
        sql ->
            sql.list(
                "select distinct chat_id from alert_log where event_id = ? order by chat_id",
                row -> new ChatId(row.number("chat_id")),
                event));
  }

  @Override
  public int countSince(ChatId chat, Instant since) {
    return database
        .read(
            sql ->
                sql.number(
                    """
                    select count(*) as n from alert_log
                    where chat_id = ? and decided_at >= ? and kind in (?, ?)
                    """,
                    chat,
                    since,
                    Alert.Kind.FIRST,
                    Alert.Kind.FOLLOW_UP))
        .intValue();
  }

  @Override
  public int countFor(long subscription, Instant since) {
    return database
        .read(
            sql ->
                sql.number(
                    """
                    select count(*) as n from alert_subscriptions
                    where subscription_id = ? and decided_at >= ?
                    """,
                    subscription,
                    since))
        .intValue();
  }
}
