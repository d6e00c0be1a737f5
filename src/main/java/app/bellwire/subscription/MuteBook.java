package app.bellwire.subscription;

import app.bellwire.chat.ChatId;
import java.time.Instant;
import java.util.List;

/// Keeps mutes, at most one per chat, scope and target. Implementations are thread-safe; writes
/// join the caller's transaction.
public interface MuteBook {
  /// Mutes of `chat` that have not ended at `now`.
  List<Mute> of(ChatId chat, Instant now);

  /// Adds the mute, or moves the end of the one that is there.
  void put(Mute mute);

  void lift(ChatId chat, Mute.Scope scope, long target);
}
