package app.bellwire.deliver;

import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One outbox row. Immutable.
///
/// @param id time-ordered: within a chat, deliveries go out in the order of their ids
/// @param attempts sends begun so far
/// @param due when it may be tried
/// @param expires when it is given up, counted from queueing
/// @param detail what the network said last, without secrets
public record Delivery(
    long id,
    ChatId chat,
    OutgoingMessage message,
    State state,
    int attempts,
    Instant queued,
    Instant due,
    Instant expires,
    @Nullable String detail) {

  /// The life of a delivery.
  public enum State {
    QUEUED,
    SENDING,
    SENT,
    /// The answer was lost: it may have been accepted.
    UNCERTAIN,
    /// Its chat takes nothing for now.
    PARKED,
    FAILED,
    EXPIRED
  }

  /// The id as networks see it, where they can keep one for us.
  public String externalId() {
    return "d-" + Long.toString(id, 36);
  }
}
