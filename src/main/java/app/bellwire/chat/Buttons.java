package app.bellwire.chat;

import java.time.Duration;
import java.util.Optional;

/// The opaque ids of buttons and what they stand for. Thread-safe; writes join the caller's
/// transaction.
public interface Buttons {
  /// How long a button acts after it was shown.
  Duration LIFE = Duration.ofDays(7);

  /// A new id, unguessable and at most 32 ASCII characters, that does `action` in `chat` only.
  String issue(ChatId chat, Action action);

  /// What `id` stands for in `chat`; none when it is unknown there or has expired.
  Optional<Action> find(ChatId chat, String id);

  default Button press(ChatId chat, String label, Action action) {
    return new Button.Press(label, issue(chat, action));
  }
}
