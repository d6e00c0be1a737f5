package app.bellwire.chat.local;

import app.bellwire.chat.OutgoingMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One message of a local chat as it now stands. Immutable.
///
/// @param chat the name of the chat, such as `desk`
/// @param content text and buttons; of a person's message only the text
/// @param thread the id of the message it replies to, or null
public record LocalMessage(
    String id,
    String chat,
    Instant at,
    From from,
    OutgoingMessage content,
    @Nullable String thread,
    boolean edited) {

  /// Who said it.
  public enum From {
    BOT,
    USER
  }
}
