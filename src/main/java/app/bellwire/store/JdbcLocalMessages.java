package app.bellwire.store;

import app.bellwire.chat.local.LocalMessage;
import app.bellwire.chat.local.LocalMessages;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

final class JdbcLocalMessages implements LocalMessages {
  private final Database database;
  private final LongSupplier ids;

  JdbcLocalMessages(Database database, LongSupplier ids) {
    this.database = database;
    this.ids = ids;
  }

  @Override
  public LocalMessage add(LocalMessage message, @Nullable String deliveryId) {
    return database.inTransaction(
        () ->
            insert(message, deliveryId) == 1 || deliveryId == null
                ? message
                : byDelivery(deliveryId).orElseThrow());
  }

  private int insert(LocalMessage message, @Nullable String deliveryId) {
    return database.write(
        sql ->
            sql.update(
                """
                insert into local_messages
                  (id, position, chat, said_at, said_by, content, thread, edited, delivery_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (delivery_id) do nothing
                """,
                message.id(),
                ids.getAsLong(),
                message.chat(),
                message.at(),
                message.from(),
                MessageJson.write(message.content()),
                message.thread(),
                message.edited(),
                deliveryId));
  }

  @Override
  public boolean replace(LocalMessage message) {
    return database.write(
            sql ->
                sql.update(
                    "update local_messages set content = ?, edited = true where id = ?",
                    MessageJson.write(message.content()),
                    message.id()))
        == 1;
  }

  @Override
  public Optional<LocalMessage> find(String id) {
    return select("where id = ?", id).stream().findFirst();
  }

  @Override
  public Optional<LocalMessage> byDelivery(String deliveryId) {
    return select("where delivery_id = ?", deliveryId).stream().findFirst();
  }

  @Override
  public List<LocalMessage> of(String chat) {
    return select("where chat = ? order by position", chat);
  }

  private List<LocalMessage> select(String condition, String value) {
    return database.read(
        sql ->
            sql.list(
                "select * from local_messages " + condition, JdbcLocalMessages::message, value));
  }

  private static LocalMessage message(Row row) throws SQLException {
    return new LocalMessage(
        row.text("id"),
        row.text("chat"),
        row.instant("said_at"),
        row.word(LocalMessage.From.class, "said_by"),
        MessageJson.outgoing(row.text("content")),
        row.textOrNull("thread"),
        row.flag("edited"));
  }

  @Override
  public List<String> chats() {
    return database.read(
        sql ->
            sql.list(
                "select distinct chat from local_messages order by chat", row -> row.text("chat")));
  }
}
