package app.bellwire.alert;

import app.bellwire.chat.ChatId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Alerts kept for a digest or for the end of quiet hours. Implementations are thread-safe; writes
/// join the caller's transaction.
public interface HeldAlerts {
  /// An alert that waits.
  record Held(Alert alert, Reason reason, Instant until) {}

  /// Holds the alert, or moves the one of that id.
  void hold(Alert alert, Reason reason, Instant until);

  /// Takes out what is due, oldest first.
  List<Held> takeDue(ChatId chat, Instant now);

  /// The chats that something is due for, the one that waits longest first.
  List<ChatId> due(Instant now);

  /// What is held of an event in a chat, oldest first.
  List<Held> of(ChatId chat, long event);

  /// Takes out what is held of an event in a chat (a mute, a withdrawal).
  int drop(ChatId chat, long event);

  int waiting(ChatId chat);

  /// What is held in a chat, oldest first.
  List<Alert> of(ChatId chat);

  /// Makes what is held in a chat for `reason` due at `at`.
  ///
  /// @return how many alerts
  int letGo(ChatId chat, Reason reason, Instant at);

  /// Until when an alert of the event is held in the chat; none when none is.
  Optional<Instant> until(ChatId chat, long event);
}
