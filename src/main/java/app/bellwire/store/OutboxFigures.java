package app.bellwire.store;

import app.bellwire.chat.ChatId;
import app.bellwire.deliver.Delivery.State;
import app.bellwire.deliver.Outbox.Parked;
import app.bellwire.deliver.Outbox.Recent;
import app.bellwire.deliver.Outbox.Waiting;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What the outbox is asked for that changes nothing in it: how much, what waits, what was sent
/// lately.
final class OutboxFigures {
  private final Database database;

  OutboxFigures(Database database) {
    this.database = database;
  }

  Map<State, Long> countsSince(Instant since) {
    Map<State, Long> counts = new EnumMap<>(State.class);
    database.read(
        sql ->
            sql.list(
                "select state, count(*) as n from outbox where queued_at >= ? group by state",
                row -> counts.put(row.word(State.class, "state"), row.number("n")),
                since));
    return counts;
  }

  long sentAgainSince(Instant since) {
    return database.read(
        sql ->
            sql.number(
                """
                select count(*) as n from outbox
                where queued_at >= ? and lost > 0 and state = 'SENT' and attempts > lost
                """,
                since));
  }

  List<Waiting> waiting() {
    return database.read(
        sql ->
            sql.list(
                """
                select w.chat_id, w.n, w.oldest, l.next_at, l.parked, head.detail
                from (select chat_id, count(*) as n, min(queued_at) as oldest from outbox
                  where settled_at is null group by chat_id) as w
                join lanes l on l.chat_id = w.chat_id
                left join outbox head on head.id = l.head_id
                order by w.oldest, w.chat_id
                """,
                OutboxFigures::waiting));
  }

  private static Waiting waiting(Row row) throws SQLException {
    String parked = row.textOrNull("parked");
    return new Waiting(
        new ChatId(row.number("chat_id")),
        row.count("n"),
        row.instant("oldest"),
        row.instant("next_at"),
        parked != null ? parked : Objects.requireNonNullElse(row.textOrNull("detail"), ""));
  }

  Map<ChatId, Parked> parked() {
    Map<ChatId, Parked> parked = new LinkedHashMap<>();
    database.read(
        sql ->
            sql.list(
                """
                select chat_id, parked_at, parked from lanes where parked_at is not null
                order by parked_at, chat_id
                """,
                row ->
                    parked.put(
                        new ChatId(row.number("chat_id")),
                        new Parked(row.instant("parked_at"), row.text("parked")))));
    return parked;
  }

  List<Recent> recent(Instant since, Instant now) {
    return database.read(
        sql ->
            sql.list(
                """
                select c.network, c.workspace, c.address, c.topic, o.settled_at as at
                from outbox o join chats c on c.id = o.chat_id
                where o.settled_at > ? and o.message_id is not null
                union all
                select c.network, c.workspace, c.address, c.topic, ? as at
                from outbox o join chats c on c.id = o.chat_id
                where o.settled_at is null and o.state = 'UNCERTAIN'
                order by at
                """,
                row -> new Recent(JdbcChats.address(row), row.instant("at")),
                since,
                now));
  }
}
