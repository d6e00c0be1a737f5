package app.bellwire.chat;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a person typed or pressed. Immutable.
///
/// @param updateId the network's id of the update, unique within the network
/// @param text what was typed; empty for a press
/// @param replyTo the network's id of the message it answers, or null
/// @param pressed the opaque id of the pressed button, or null
/// @param fields what stood in the fields beside the button, by name
public record IncomingMessage(
    String updateId,
    Address from,
    UserId user,
    String userName,
    String text,
    @Nullable String replyTo,
    @Nullable String pressed,
    Map<String, String> fields,
    Instant at)
    implements Incoming {

  public IncomingMessage {
    fields = Map.copyOf(fields);
  }

  /// Without fields.
  public IncomingMessage(
      String updateId,
      Address from,
      UserId user,
      String userName,
      String text,
      @Nullable String replyTo,
      @Nullable String pressed,
      Instant at) {
    this(updateId, from, user, userName, text, replyTo, pressed, Map.of(), at);
  }
}
