package app.bellwire.store;

import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage.Priority;
import app.bellwire.deliver.Outbox.Front;
import app.bellwire.deliver.Outbox.Parked;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The lanes of the outbox: one row a chat, with its oldest open delivery, so that finding what may
/// go costs the same however much waits or was sent. A lane is locked before its front is looked
/// for: a message that is added meanwhile, in a transaction that is not committed yet, would else
/// be overlooked.
final class Lanes {
  private static final int PAGE = 200;

  private final Database database;

  Lanes(Database database) {
    this.database = database;
  }

  /// A front that may be tried.
  record Ready(long head, Front front, Instant served) {}

  /// A message stands in the lane now; it is at the front where nothing else waits.
  void added(Sql sql, ChatId chat, long id, Priority priority, Instant due) {
    sql.update(
        """
        insert into lanes (chat_id, head_id, priority, next_at, served_at, busy)
        values (?, ?, ?, ?, 0, false)
        on conflict (chat_id) do update set
          priority = case when lanes.head_id is null then excluded.priority
            else lanes.priority end,
          next_at = case when lanes.head_id is null then excluded.next_at else lanes.next_at end,
          head_id = coalesce(lanes.head_id, excluded.head_id)
        """,
        chat,
        id,
        priority.ordinal(),
        due);
  }

  /// There is a lane from now on.
  void begun(Sql sql, ChatId chat) {
    sql.update(
        """
        insert into lanes (chat_id, priority, next_at, served_at, busy) values (?, 0, 0, 0, false)
        on conflict (chat_id) do nothing
        """,
        chat);
  }

  /// Fronts of a network that are due: the most urgent first, then the chat served longest ago.
  ///
  /// @param from how many of them to leave out
  List<Ready> ready(Sql sql, String network, Instant now, int from) {
    return sql.list(
        """
        select l.chat_id, l.head_id, l.priority, l.served_at,
          c.network, c.workspace, c.address, c.topic
        from lanes l cross join chats c
        where c.id = l.chat_id and c.network = ? and l.head_id is not null and not l.busy
          and l.parked_at is null and l.next_at <= ?
        order by l.priority, l.served_at, l.head_id limit ? offset ?
        """
            + database.takeRows("l"),
        Lanes::ready,
        network,
        now,
        PAGE,
        from);
  }

  static boolean more(List<Ready> page) {
    return page.size() == PAGE;
  }

  private static Ready ready(Row row) throws SQLException {
    return new Ready(
        row.number("head_id"),
        new Front(
            new ChatId(row.number("chat_id")),
            JdbcChats.address(row),
            Priority.values()[row.count("priority")]),
        row.instant("served_at"));
  }

  void take(Sql sql, ChatId chat) {
    sql.update("update lanes set busy = true where chat_id = ?", chat);
  }

  /// Holds the lane for this transaction, if there is one.
  ///
  /// @return whether it is parked
  boolean lock(Sql sql, ChatId chat) {
    return sql.first(
            "select parked_at from lanes where chat_id = ?" + database.lockRows(),
            row -> row.instantIfAny("parked_at").isPresent(),
            chat)
        .orElse(false);
  }

  /// Holds the lane for this transaction, if there is one, or leaves it to who holds it now.
  ///
  /// @return whether nobody else holds it
  boolean lockIfFree(Sql sql, ChatId chat) {
    String lane = "select chat_id from lanes where chat_id = ?";
    Row.Mapper<Long> id = row -> row.number("chat_id");
    return sql.first(lane + database.takeRows("lanes"), id, chat).isPresent()
        || sql.first(lane, id, chat).isEmpty();
  }

  /// Finds the front anew, in a lane that is locked; one that is on its way stays it, since nothing
  /// of its chat goes beside it.
  ///
  /// @param next when it may be tried at the earliest
  void refresh(Sql sql, ChatId chat, Instant next) {
    if (!onItsWay(sql, chat)) {
      findHead(sql, chat, next);
    }
  }

  private static boolean onItsWay(Sql sql, ChatId chat) {
    return sql.first(
            """
            select o.id from lanes l join outbox o on o.id = l.head_id
            where l.chat_id = ? and l.busy and o.state = 'SENDING'
            """,
            row -> row.number("id"),
            chat)
        .isPresent();
  }

  private static void findHead(Sql sql, ChatId chat, Instant next) {
    Optional<Head> head =
        sql.first(
            """
            select id, state, priority, due_at from outbox
            where chat_id = ? and settled_at is null order by id limit 1
            """,
            Lanes::head,
            chat);
    sql.update(
        """
        update lanes set head_id = ?, priority = ?, next_at = ?, busy = ? where chat_id = ?
        """,
        head.map(Head::id),
        head.map(Head::priority).orElse(0),
        head.map(Head::due).filter(due -> due.isAfter(next)).orElse(next),
        head.map(Head::sending).orElse(false),
        chat);
  }

  private record Head(long id, boolean sending, int priority, Instant due) {}

  private static Head head(Row row) throws SQLException {
    return new Head(
        row.number("id"),
        row.text("state").equals("SENDING"),
        row.count("priority"),
        row.instant("due_at"));
  }

  void served(Sql sql, ChatId chat, Instant at) {
    sql.update("update lanes set served_at = ? where chat_id = ?", at, chat);
  }

  void wake(Sql sql, String network, Instant now) {
    sql.update(
        """
        update lanes set next_at = ? where chat_id in (
          select l.chat_id from lanes l join chats c on c.id = l.chat_id
          where l.next_at > ? and l.head_id is not null and c.network = ?%s)
        """
            .formatted(database.takeRows("l")),
        now,
        now,
        network);
  }

  void clockMoved(Sql sql, Duration by) {
    sql.update("update lanes set served_at = served_at + ?", by.toMillis());
    sql.update(
        """
        update lanes set next_at = next_at + ?
        where ? or exists (select 1 from outbox o where o.id = head_id and o.due_at > o.queued_at)
        """,
        by.toMillis(),
        by.isNegative());
  }

  void park(Sql sql, ChatId chat, String detail, Instant at) {
    sql.update(
        """
        insert into lanes (chat_id, priority, next_at, served_at, busy, parked_at, parked)
        values (?, 0, ?, 0, false, ?, ?)
        on conflict (chat_id) do update set
          parked_at = excluded.parked_at, parked = excluded.parked
        """,
        chat,
        at,
        at,
        detail);
  }

  void unpark(Sql sql, ChatId chat) {
    sql.update("update lanes set parked_at = null, parked = null where chat_id = ?", chat);
  }

  Optional<Parked> parked(Sql sql, ChatId chat) {
    return sql.first(
        "select parked_at, parked from lanes where chat_id = ? and parked_at is not null",
        row -> new Parked(row.instant("parked_at"), row.text("parked")),
        chat);
  }

  /// Chats whose lane was on its way, or does not begin with its oldest open delivery.
  List<ChatId> astray(Sql sql) {
    return sql.list(
        """
        select l.chat_id from lanes l left join (
          select chat_id, min(id) as oldest from outbox where settled_at is null group by chat_id
        ) as o on o.chat_id = l.chat_id
        where l.busy or coalesce(l.head_id, 0) <> coalesce(o.oldest, 0)
        order by l.chat_id
        """,
        row -> new ChatId(row.number("chat_id")));
  }
}
