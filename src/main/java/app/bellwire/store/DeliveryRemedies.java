package app.bellwire.store;

import app.bellwire.chat.ChatId;
import app.bellwire.deliver.Delivery;
import app.bellwire.deliver.DeliveryPolicy;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// What people decide about deliveries: sent again, dropped, taken back, tried again after their
/// chat was parked. Each holds the chat's lane while it changes it.
final class DeliveryRemedies {
  private final Lanes lanes;

  DeliveryRemedies(Lanes lanes) {
    this.lanes = lanes;
  }

  int withdraw(Sql sql, ChatId chat, String thread) {
    lanes.lock(sql, chat);
    int taken =
        sql.update(
            """
            update outbox set state = 'WITHDRAWN', settled_at = queued_at
            where chat_id = ? and thread = ? and settled_at is null
              and state in ('QUEUED', 'PARKED')
            """,
            chat,
            thread);
    if (taken > 0) {
      lanes.refresh(sql, chat, Instant.EPOCH);
    }
    return taken;
  }

  boolean resend(Sql sql, long id, Instant now) {
    return changed(
        sql,
        id,
        now,
        delivery ->
            sql.update(
                """
                update outbox set state = 'QUEUED', doubtful = false, settled_at = null, due_at = ?,
                  expires_at = ?
                where id = ? and (state = 'FAILED' or state = 'UNCERTAIN' and settled_at is not null)
                """,
                now,
                now.plus(DeliveryPolicy.life(delivery.message().priority())),
                id));
  }

  boolean drop(Sql sql, long id, String by, Instant now) {
    return changed(
        sql,
        id,
        now,
        delivery ->
            sql.update(
                """
                update outbox set state = 'WITHDRAWN', settled_at = ?, detail = ?
                where id = ? and state in ('UNCERTAIN', 'FAILED', 'QUEUED', 'PARKED')
                """,
                now,
                "dropped by " + by,
                id));
  }

  private boolean changed(Sql sql, long id, Instant now, ToIntFunction<Delivery> change) {
    Optional<Delivery> found = DeliveryRows.find(sql, id);
    if (found.isEmpty()) {
      return false;
    }
    ChatId chat = found.get().chat();
    lanes.lock(sql, chat);
    boolean changed = change.applyAsInt(found.get()) > 0;
    lanes.refresh(sql, chat, now);
    return changed;
  }

  void unpark(Sql sql, ChatId chat, Instant now) {
    lanes.lock(sql, chat);
    for (Delivery delivery : DeliveryRows.parkedFor(sql, chat)) {
      sql.update(
          """
          update outbox set state = 'QUEUED', due_at = ?, expires_at = ?
          where id = ? and state = 'PARKED'
          """,
          now,
          now.plus(DeliveryPolicy.life(delivery.message().priority())),
          delivery.id());
    }
    lanes.unpark(sql, chat);
    lanes.refresh(sql, chat, now);
  }
}
