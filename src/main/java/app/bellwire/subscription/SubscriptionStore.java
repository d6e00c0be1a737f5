package app.bellwire.subscription;

import app.bellwire.chat.ChatId;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/// Keeps subscriptions. Implementations are thread-safe; writes join the caller's transaction.
/// Stored texts are parsed again on reading; one that no longer parses is left out and logged.
public interface SubscriptionStore {
  /// Those that have not ended.
  List<Subscription> all();

  void save(Subscription subscription);

  /// Ends it; its history stays.
  void end(long id, Instant at);

  /// The id under which a config subscription of this config id and chat stood before, ended no
  /// earlier than `since`: its mutes and history come back with it.
  OptionalLong formerId(String configId, ChatId chat, Instant since);
}
