package app.bellwire.store;

import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage.Placement;
import app.bellwire.deliver.Delivery;
import java.time.Instant;
import java.util.Optional;

/// The networks' ids of what was sent in a thread; one message of a thread is its root.
final class ThreadMessages {
  private ThreadMessages() {}

  static Optional<String> root(Sql sql, ChatId chat, String thread) {
    return sql.first(
        "select message_id from thread_messages where chat_id = ? and thread = ? and root",
        row -> row.text("message_id"),
        chat,
        thread);
  }

  static Optional<String> threadOf(Sql sql, ChatId chat, String messageId) {
    return sql.first(
        "select thread from thread_messages where chat_id = ? and message_id = ?",
        row -> row.text("thread"),
        chat,
        messageId);
  }

  /// The delivery was accepted as `messageId`; the first of its thread becomes its root, and an
  /// edit that was posted anew does too.
  static void remember(Sql sql, Delivery delivery, String messageId, Instant at) {
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
        root(sql, delivery.chat(), thread).isEmpty(),
        at);
  }

  /// The root is not there any more: the next message of the thread becomes it.
  static void forgetRoot(Sql sql, Delivery delivery) {
    sql.update(
        "update thread_messages set root = false where chat_id = ? and thread = ? and root",
        delivery.chat(),
        delivery.message().thread());
  }
}
