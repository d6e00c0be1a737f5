package app.bellwire.store;

import app.bellwire.chat.ChatId;
import app.bellwire.deliver.Delivery;
import app.bellwire.deliver.DeliveryPolicy;
import app.bellwire.deliver.Outbox.Settled;
import app.bellwire.deliver.Settlement;
import java.time.Instant;

/// Writes down what became of a send: the row, its thread's messages, and its lane.
final class DeliveryEnds {
  private final Lanes lanes;
  private final ChatMoves moves;

  DeliveryEnds(Lanes lanes) {
    this.lanes = lanes;
    this.moves = new ChatMoves(lanes);
  }

  /// In a lane that is locked.
  void write(Sql sql, Settled one) {
    Delivery delivery = one.delivery();
    Instant at = one.at();
    switch (one.settlement()) {
      case Settlement.Accepted accepted -> accepted(sql, delivery, accepted.messageId(), at);
      case Settlement.Found found -> {
        sql.update("update outbox set lost = lost - 1 where id = ?", delivery.id());
        accepted(sql, delivery, found.messageId(), at);
      }
      case Settlement.Again again -> queued(sql, delivery, again.due(), again.detail());
      case Settlement.Doubtful doubt -> doubtful(sql, delivery, doubt.due(), doubt.detail());
      case Settlement.TooEarly early -> tooEarly(sql, delivery, early.due());
      case Settlement.HeldBack held -> heldBack(sql, delivery, held.detail(), at);
      case Settlement.RootGone gone -> {
        ThreadMessages.forgetRoot(sql, delivery);
        queued(sql, delivery, gone.due(), gone.detail());
      }
      case Settlement.ChatMoved moved -> {
        moves.move(sql, delivery.chat(), moved.to());
        queued(sql, delivery, moved.due(), "the chat is found elsewhere now");
      }
      case Settlement.ChatParked parked -> {
        sql.update(
            "update outbox set state = 'PARKED', detail = ? where id = ?",
            parked.detail(),
            delivery.id());
        park(sql, delivery.chat(), parked.detail(), at);
      }
      case Settlement.Failed failed -> failed(sql, delivery.id(), failed.detail(), at);
    }
    lanes.served(sql, delivery.chat(), at);
    lanes.refresh(sql, delivery.chat(), at);
  }

  private static void accepted(Sql sql, Delivery delivery, String messageId, Instant at) {
    int known =
        sql.update(
            """
            update outbox set state = 'SENT', settled_at = ?, message_id = ?, doubtful = false,
              detail = null
            where id = ?
            """,
            at,
            messageId,
            delivery.id());
    if (known > 0) {
      ThreadMessages.remember(sql, delivery, messageId, at);
    }
  }

  private static void queued(Sql sql, Delivery delivery, Instant due, String detail) {
    sql.update(
        "update outbox set state = 'QUEUED', doubtful = false, due_at = ?, detail = ? where id = ?",
        due,
        detail,
        delivery.id());
  }

  private static void doubtful(Sql sql, Delivery delivery, Instant due, String detail) {
    sql.update(
        """
        update outbox set state = 'UNCERTAIN', lost = lost + 1, doubtful = true, due_at = ?,
          detail = ?
        where id = ?
        """,
        due,
        detail,
        delivery.id());
  }

  /// Nothing was sent.
  private static void tooEarly(Sql sql, Delivery delivery, Instant due) {
    sql.update(
        "update outbox set state = 'UNCERTAIN', attempts = attempts - 1, due_at = ? where id = ?",
        due,
        delivery.id());
  }

  /// A doubtful one was counted as lost before.
  private static void heldBack(Sql sql, Delivery delivery, String detail, Instant at) {
    sql.update(
        """
        update outbox set state = 'UNCERTAIN', lost = lost + ?, doubtful = true, settled_at = ?,
          detail = ?
        where id = ?
        """,
        delivery.tries().doubtful() ? 0 : 1,
        at,
        detail,
        delivery.id());
  }

  static void failed(Sql sql, long id, String detail, Instant at) {
    sql.update(
        "update outbox set state = 'FAILED', settled_at = ?, detail = ? where id = ?",
        at,
        detail,
        id);
  }

  /// In a lane that is locked. What is on its way gets its own end.
  void park(Sql sql, ChatId chat, String detail, Instant at) {
    sql.update(
        """
        update outbox set state = 'PARKED', expires_at = ?
        where chat_id = ? and settled_at is null and state <> 'SENDING'
        """,
        at.plus(DeliveryPolicy.PARKED_LIFE),
        chat);
    lanes.park(sql, chat, detail, at);
  }
}
