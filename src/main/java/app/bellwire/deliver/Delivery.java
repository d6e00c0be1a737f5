package app.bellwire.deliver;

import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One outbox row. Immutable.
///
/// @param id time-ordered: within a chat, deliveries go out in the order of their ids
/// @param due when it may be tried
/// @param expires when it is given up, counted from queueing
/// @param detail what the network said last, without secrets
public record Delivery(
    long id,
    ChatId chat,
    OutgoingMessage message,
    State state,
    Tries tries,
    Instant queued,
    Instant due,
    Instant expires,
    @Nullable String detail) {

  /// The life of a delivery.
  ///
  ///     QUEUED → SENDING → SENT
  ///                      → QUEUED      not accepted, tried again when due
  ///                      → UNCERTAIN   the answer was lost → asked for, sent again or held
  ///                      → PARKED      the chat takes nothing for now → QUEUED
  ///                      → FAILED      will never be accepted
  ///     QUEUED, UNCERTAIN, PARKED → EXPIRED (an uncertain one stays UNCERTAIN)
  ///     QUEUED, UNCERTAIN, PARKED, FAILED → WITHDRAWN
  public enum State {
    QUEUED,
    SENDING,
    SENT,
    /// The answer was lost: it may have been accepted.
    UNCERTAIN,
    /// Its chat takes nothing for now.
    PARKED,
    FAILED,
    EXPIRED,
    /// Taken back before it was sent: a mute, an admin's word, or told in another message.
    WITHDRAWN
  }

  /// @param begun sends begun so far
  /// @param lost how many of them had their answer lost
  /// @param doubtful whether the last one had, and nobody has looked since
  public record Tries(int begun, int lost, boolean doubtful) {
    public static final Tries NONE = new Tries(0, 0, false);
  }

  /// The id as networks see it, where they can keep one for us.
  public String externalId() {
    return externalId(id);
  }

  public static String externalId(long id) {
    return "d-" + Long.toString(id, 36);
  }
}
