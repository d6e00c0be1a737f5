package app.bellwire.alert;

import app.bellwire.chat.ChatId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/// The messages that told several stories. Implementations are thread-safe; writes join the
/// caller's transaction.
public interface DigestLog {
  /// Notes that the chat's digest of that local day and time is made.
  ///
  /// @return false when it was made before
  boolean claim(ChatId chat, LocalDateTime time, Instant now);

  /// When the chat's last digest was made.
  Optional<Instant> lastMade(ChatId chat);

  /// Keeps the message, or its stories as they now stand.
  void save(Digest digest);

  Optional<Digest> find(long id);

  /// The newest message of the chat.
  Optional<Digest> latest(ChatId chat);

  /// Those that told the event to the chat, newest first.
  List<Digest> telling(ChatId chat, long event);
}
