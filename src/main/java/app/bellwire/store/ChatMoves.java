package app.bellwire.store;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A chat whose network gives it another address, or that was known by a name only. What we know of
/// it is kept under our own key, so that only its address changes; where it has moved, the
/// network's ids of what was sent there are void.
final class ChatMoves {
  /// No network; a chat that became another one is not claimed, and what waits for it expires.
  private static final String MERGED = "merged";

  private final Lanes lanes;

  ChatMoves(Lanes lanes) {
    this.lanes = lanes;
  }

  private record Found(ChatId chat, String topic) {}

  /// In a lane that is locked.
  void move(Sql sql, ChatId chat, Address to) {
    Address from =
        sql.first("select * from chats where id = ?", JdbcChats::address, chat).orElseThrow();
    move(sql, from, to, false);
  }

  /// @param messages whether the network's ids of what was sent hold on
  void move(Sql sql, Address from, Address to, boolean messages) {
    boolean same = from.network().equals(to.network()) && from.id().equals(to.id());
    if (!same) {
      remember(sql, from, to);
      at(sql, from).forEach(found -> move(sql, found, to, messages));
    }
  }

  private static void remember(Sql sql, Address from, Address to) {
    sql.update(
        "delete from moved_chats where network = ? and workspace = ? and address = ?",
        to.network(),
        JdbcChats.orEmpty(to.workspace()),
        to.id());
    sql.update(
        """
        insert into moved_chats (network, workspace, address, now_at) values (?, ?, ?, ?)
        on conflict (network, workspace, address) do update set now_at = excluded.now_at
        """,
        from.network(),
        JdbcChats.orEmpty(from.workspace()),
        from.id(),
        to.id());
  }

  /// Where a chat is found now that had this address before; none for one that never moved. There
  /// are no circles: what something moves to has moved nowhere.
  static Optional<Address> now(Sql sql, Address before) {
    return next(sql, before).map(then -> now(sql, then).orElse(then));
  }

  private static Optional<Address> next(Sql sql, Address before) {
    return sql.first(
        "select now_at from moved_chats where network = ? and workspace = ? and address = ?",
        row ->
            new Address(before.network(), before.workspace(), row.text("now_at"), before.topic()),
        before.network(),
        JdbcChats.orEmpty(before.workspace()),
        before.id());
  }

  private static List<Found> at(Sql sql, Address whole) {
    return sql.list(
        "select id, topic from chats where network = ? and workspace = ? and address = ?",
        row -> new Found(new ChatId(row.number("id")), row.text("topic")),
        whole.network(),
        JdbcChats.orEmpty(whole.workspace()),
        whole.id());
  }

  private void move(Sql sql, Found old, Address to, boolean messages) {
    Optional<ChatId> there =
        at(sql, to).stream()
            .filter(found -> found.topic().equals(old.topic()))
            .map(Found::chat)
            .findFirst();
    boolean older = there.isEmpty() || old.chat().value() < there.get().value();
    there.ifPresent(other -> merge(sql, older ? other : old.chat(), older ? old.chat() : other));
    if (older) {
      sql.update(
          "update chats set network = ?, workspace = ?, address = ? where id = ?",
          to.network(),
          JdbcChats.orEmpty(to.workspace()),
          to.id(),
          old.chat());
    }
    if (older && !messages) {
      sql.update("delete from thread_messages where chat_id = ?", old.chat());
    }
  }

  private void merge(Sql sql, ChatId gone, ChatId stays) {
    sql.update("update subscriptions set chat_id = ? where chat_id = ?", stays, gone);
    sql.update(
        "update outbox set chat_id = ? where chat_id = ? and settled_at is null", stays, gone);
    lanes.begun(sql, stays);
    lanes.refresh(sql, gone, Instant.EPOCH);
    lanes.refresh(sql, stays, Instant.EPOCH);
    sql.update(
        "update chats set network = ?, address = ? where id = ?",
        MERGED,
        Long.toString(gone.value()),
        gone);
  }
}
