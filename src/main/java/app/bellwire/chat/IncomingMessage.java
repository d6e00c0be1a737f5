package app.bellwire.chat;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a person typed, pressed or chose. Immutable.
///
/// @param updateId the network's id of the update, unique within the network
/// @param text what was typed; empty for a press and a choice
/// @param replyTo the network's id of the message it answers, or null
/// @param pressed the opaque id of the pressed button, or null
/// @param fields what stood in the fields beside the button, by name
/// @param chosen the chat that was chosen, or null
public record IncomingMessage(
    String updateId,
    Address from,
    UserId user,
    String userName,
    String text,
    @Nullable String replyTo,
    @Nullable String pressed,
    Map<String, String> fields,
    @Nullable Chosen chosen,
    Instant at)
    implements Incoming {

  public IncomingMessage {
    fields = Map.copyOf(fields);
  }

  /// Something typed or pressed.
  public IncomingMessage(
      String updateId,
      Address from,
      UserId user,
      String userName,
      String text,
      @Nullable String replyTo,
      @Nullable String pressed,
      Map<String, String> fields,
      Instant at) {
    this(updateId, from, user, userName, text, replyTo, pressed, fields, null, at);
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
