package app.bellwire.store;

import app.bellwire.chat.ChatId;
import app.bellwire.command.Deliveries;
import app.bellwire.deliver.Delivery.State;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/// Reads the outbox past its lanes.
final class JdbcDeliveries implements Deliveries {
  private final Database database;

  JdbcDeliveries(Database database) {
    this.database = database;
  }

  @Override
  public List<Fate> of(ChatId chat, String thread) {
    return database.read(
        sql ->
            sql.list(
                """
                select state, attempts, queued_at, detail from outbox
                where chat_id = ? and thread = ? order by id
                """,
                JdbcDeliveries::fate,
                chat,
                thread));
  }

  private static Fate fate(Row row) throws SQLException {
    return new Fate(
        row.word(State.class, "state"),
        row.count("attempts"),
        row.instant("queued_at"),
        Objects.requireNonNullElse(row.textOrNull("detail"), ""));
  }
}
