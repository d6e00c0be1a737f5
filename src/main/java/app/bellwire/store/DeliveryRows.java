package app.bellwire.store;

import app.bellwire.chat.ChatId;
import app.bellwire.deliver.Delivery;
import app.bellwire.deliver.Delivery.State;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Deliveries as they stand in the outbox, oldest first. A damaged row throws what its reading
/// throws.
final class DeliveryRows {
  private DeliveryRows() {}

  static Optional<Delivery> find(Sql sql, long id) {
    return sql.first("select * from outbox where id = ?", DeliveryRows::delivery, id);
  }

  static List<Delivery> of(Sql sql, ChatId chat, String thread) {
    return sql.list(
        "select * from outbox where chat_id = ? and thread = ? order by id",
        DeliveryRows::delivery,
        chat,
        thread);
  }

  /// Those that wait for an admin, because their answer was lost.
  static List<Delivery> uncertain(Sql sql) {
    return sql.list(
        """
        select * from outbox where state = 'UNCERTAIN' and settled_at is not null
        order by id
        """,
        DeliveryRows::delivery);
  }

  static List<Delivery> parkedFor(Sql sql, ChatId chat) {
    return sql.list(
        """
        select * from outbox where chat_id = ? and settled_at is null and state = 'PARKED'
        order by id
        """,
        DeliveryRows::delivery,
        chat);
  }

  private static Delivery delivery(Row row) throws SQLException {
    return new Delivery(
        row.number("id"),
        new ChatId(row.number("chat_id")),
        MessageJson.outgoing(row.text("message")),
        row.word(State.class, "state"),
        new Delivery.Tries(row.count("attempts"), row.count("lost"), row.flag("doubtful")),
        row.instant("queued_at"),
        row.instant("due_at"),
        row.instant("expires_at"),
        row.textOrNull("detail"));
  }
}
