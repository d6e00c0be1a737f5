package app.bellwire.subscription;

import app.bellwire.chat.ChatId;
import java.time.Instant;

/// Alerts suppressed in a chat until a time. Immutable.
///
/// @param target the id of the event, storyline or subscription; 0 for the whole chat
/// @param by who muted, as colleagues know them
public record Mute(ChatId chat, Scope scope, long target, Instant until, String by) {

  /// What is muted.
  public enum Scope {
    EVENT,
    STORYLINE,
    SUBSCRIPTION,
    CHAT
  }
}
