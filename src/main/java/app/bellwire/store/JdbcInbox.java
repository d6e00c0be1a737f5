package app.bellwire.store;

import app.bellwire.chat.Inbox;
import app.bellwire.chat.Incoming;
import app.bellwire.command.InboxQueue;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;

/// Done messages stay as their update id only, so that one handed in again is known.
final class JdbcInbox implements Inbox, InboxQueue {
  private final Database database;
  private final LongSupplier ids;
  private final InstantSource clock;

  JdbcInbox(Database database, LongSupplier ids, InstantSource clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public boolean accept(Incoming message) {
    return database.write(
            sql ->
                sql.update(
                    """
                    insert into inbox (id, network, update_id, message, received_at)
                    values (?, ?, ?, ?, ?)
                    on conflict (network, update_id) do nothing
                    """,
                    ids.getAsLong(),
                    message.from().network(),
                    message.updateId(),
                    MessageJson.write(message),
                    message.at()))
        == 1;
  }

  @Override
  public List<Incoming> open() {
    return database.read(
        sql ->
            sql.list(
                "select message from inbox where done_at is null order by id",
                row -> MessageJson.incoming(row.text("message"))));
  }

  @Override
  public boolean done(Incoming message) {
    return database.write(
            sql ->
                sql.update(
                    """
                    update inbox set done_at = ?, message = ''
                    where network = ? and update_id = ? and done_at is null
                    """,
                    clock.instant(),
                    message.from().network(),
                    message.updateId()))
        == 1;
  }
}
