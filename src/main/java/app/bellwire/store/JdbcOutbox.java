package app.bellwire.store;

import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Placement;
import app.bellwire.deliver.Delivery;
import app.bellwire.deliver.Delivery.State;
import app.bellwire.deliver.Outbox;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/// A chat's lane is its rows that are QUEUED, SENDING or UNCERTAIN, by id; only the first of them
/// may go. An uncertain one leaves the lane when it expires and stays uncertain, so that it is
/// counted.
final class JdbcOutbox implements Outbox {
  private final Database database;
  private final LongSupplier ids;

  JdbcOutbox(Database database, LongSupplier ids) {
    this.database = database;
    this.ids = ids;
  }

  @Override
  public void add(ChatId chat, OutgoingMessage message, Instant now) {
    database.write(
        sql ->
            sql.update(
                """
                insert into outbox
                  (id, chat_id, state, message, thread, attempts, queued_at, due_at, expires_at)
                values (?, ?, ?, ?, ?, 0, ?, ?, ?)
                """,
                ids.getAsLong(),
                chat,
                State.QUEUED,
                MessageJson.write(message),
                message.thread(),
                now,
                now,
                now.plus(ALERT_LIFE)));
  }

  @Override
  public List<Delivery> claim(int limit, Instant now) {
    return database.write(
        sql -> {
          expire(sql, now);
          List<Delivery> heads = heads(sql, limit, now);
          heads.forEach(head -> begin(sql, head));
          return heads.stream().map(JdbcOutbox::begun).toList();
        });
  }

  private static void expire(Sql sql, Instant now) {
    sql.update(
        """
        update outbox set settled_at = ?,
          state = case state when 'QUEUED' then 'EXPIRED' else state end
        where settled_at is null and state in ('QUEUED', 'UNCERTAIN') and expires_at <= ?
        """,
        now,
        now);
  }

  private List<Delivery> heads(Sql sql, int limit, Instant now) {
    return sql.list(
        """
        select * from outbox
        where id in (select min(id) from outbox where settled_at is null group by chat_id)
          and state = 'QUEUED' and due_at <= ?
        order by id limit ?
        """
            + database.takeRows(),
        JdbcOutbox::delivery,
        now,
        limit);
  }

  private static void begin(Sql sql, Delivery head) {
    sql.update(
        "update outbox set state = 'SENDING', attempts = attempts + 1 where id = ?", head.id());
  }

  private static Delivery begun(Delivery head) {
    return new Delivery(
        head.id(),
        head.chat(),
        head.message(),
        State.SENDING,
        head.attempts() + 1,
        head.queued(),
        head.due(),
        head.expires(),
        head.detail());
  }

  private static Delivery delivery(Row row) throws SQLException {
    return new Delivery(
        row.number("id"),
        new ChatId(row.number("chat_id")),
        MessageJson.outgoing(row.text("message")),
        row.word(State.class, "state"),
        row.count("attempts"),
        row.instant("queued_at"),
        row.instant("due_at"),
        row.instant("expires_at"),
        row.textOrNull("detail"));
  }

  @Override
  public void sent(Delivery delivery, String messageId, Instant at) {
    database.write(
        sql -> {
          sql.update(
              """
              update outbox set state = 'SENT', settled_at = ?, message_id = ?, detail = null
              where id = ?
              """,
              at,
              messageId,
              delivery.id());
          remember(sql, delivery, messageId, at);
          return true;
        });
  }

  private void remember(Sql sql, Delivery delivery, String messageId, Instant at) {
    String thread = delivery.message().thread();
    if (thread == null) {
      return;
    }
    if (delivery.message().placement() == Placement.EDIT_ROOT) {
      sql.update(
          """
          update thread_messages set root = false
          where chat_id = ? and thread = ? and root and message_id <> ?
          """,
          delivery.chat(),
          thread,
          messageId);
    }
    sql.update(
        """
        insert into thread_messages (chat_id, message_id, thread, root, sent_at)
        values (?, ?, ?, ?, ?)
        on conflict (chat_id, message_id) do update set sent_at = excluded.sent_at
        """,
        delivery.chat(),
        messageId,
        thread,
        root(delivery.chat(), thread).isEmpty(),
        at);
  }

  @Override
  public void retry(Delivery delivery, Instant due, String detail) {
    database.write(
        sql ->
            sql.update(
                """
                update outbox set state = 'QUEUED', settled_at = null, due_at = ?, detail = ?
                where id = ?
                """,
                due,
                detail,
                delivery.id()));
  }

  @Override
  public void settle(Delivery delivery, State state, String detail, Instant at) {
    database.write(
        sql ->
            sql.update(
                "update outbox set state = ?, detail = ?, settled_at = ? where id = ?",
                state,
                detail,
                inLane(state) ? null : at,
                delivery.id()));
  }

  private static boolean inLane(State state) {
    return switch (state) {
      case QUEUED, SENDING, UNCERTAIN -> true;
      case SENT, PARKED, FAILED, EXPIRED -> false;
    };
  }

  @Override
  public List<Delivery> uncertain() {
    return database.read(
        sql ->
            sql.list(
                "select * from outbox where state = 'UNCERTAIN' order by id",
                JdbcOutbox::delivery));
  }

  @Override
  public boolean resend(long id, Instant now) {
    return database.write(
            sql ->
                sql.update(
                    """
                    update outbox set state = 'QUEUED', settled_at = null, due_at = ?
                    where id = ? and state in ('UNCERTAIN', 'FAILED')
                    """,
                    now,
                    id))
        > 0;
  }

  @Override
  public boolean drop(long id, String by, Instant now) {
    return database.write(
            sql ->
                sql.update(
                    """
                    update outbox set state = 'FAILED', settled_at = ?, detail = ?
                    where id = ? and state in ('UNCERTAIN', 'FAILED', 'QUEUED', 'PARKED')
                    """,
                    now,
                    "dropped by " + by,
                    id))
        > 0;
  }

  @Override
  public Optional<String> root(ChatId chat, String thread) {
    return database.read(
        sql ->
            sql.first(
                """
                select message_id from thread_messages
                where chat_id = ? and thread = ? and root
                """,
                row -> row.text("message_id"),
                chat,
                thread));
  }

  @Override
  public Optional<String> threadOf(ChatId chat, String messageId) {
    return database.read(
        sql ->
            sql.first(
                "select thread from thread_messages where chat_id = ? and message_id = ?",
                row -> row.text("thread"),
                chat,
                messageId));
  }

  @Override
  public List<Delivery> recover(Instant now) {
    return database.write(
        sql -> {
          List<Delivery> lost =
              sql.list(
                  "select * from outbox where settled_at is null and state = 'SENDING'",
                  JdbcOutbox::delivery);
          return lost.stream()
              .sorted(Comparator.comparing(Delivery::id))
              .map(delivery -> uncertain(sql, delivery))
              .toList();
        });
  }

  private static Delivery uncertain(Sql sql, Delivery delivery) {
    String detail = "Bellwire ended before the answer came";
    sql.update(
        "update outbox set state = 'UNCERTAIN', detail = ? where id = ?", detail, delivery.id());
    return new Delivery(
        delivery.id(),
        delivery.chat(),
        delivery.message(),
        State.UNCERTAIN,
        delivery.attempts(),
        delivery.queued(),
        delivery.due(),
        delivery.expires(),
        detail);
  }

  @Override
  public Map<State, Long> countsSince(Instant since) {
    Map<State, Long> counts = new EnumMap<>(State.class);
    database.read(
        sql ->
            sql.list(
                "select state, count(*) as n from outbox where queued_at >= ? group by state",
                row -> counts.put(row.word(State.class, "state"), row.number("n")),
                since));
    return counts;
  }

  /// Parked deliveries are among them: somebody waits for them too.
  @Override
  public List<Waiting> waiting() {
    return database.read(
        sql ->
            sql.list(
                """
                select w.chat_id, w.n, w.oldest, head.due_at, head.detail
                from (
                  select chat_id, count(*) as n, min(queued_at) as oldest,
                    coalesce(min(case when settled_at is null then id end), min(id)) as head
                  from (
                    select chat_id, id, queued_at, settled_at from outbox
                    where settled_at is null
                    union all
                    select chat_id, id, queued_at, settled_at from outbox
                    where state = 'PARKED') as theirs
                  group by chat_id) as w
                join outbox head on head.id = w.head
                order by w.oldest, w.chat_id
                """,
                JdbcOutbox::waiting));
  }

  private static Waiting waiting(Row row) throws SQLException {
    return new Waiting(
        new ChatId(row.number("chat_id")),
        row.count("n"),
        row.instant("oldest"),
        row.instant("due_at"),
        Objects.requireNonNullElse(row.textOrNull("detail"), ""));
  }

  @Override
  public int withdraw(ChatId chat, String thread) {
    return database.write(
        sql ->
            withdraw(sql, chat, thread, "settled_at is null and state = 'QUEUED'")
                + withdraw(sql, chat, thread, "state = 'PARKED'"));
  }

  private static int withdraw(Sql sql, ChatId chat, String thread, String which) {
    return sql.update(
        "delete from outbox where chat_id = ? and thread = ? and " + which, chat, thread);
  }
}
