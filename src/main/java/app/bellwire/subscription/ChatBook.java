package app.bellwire.subscription;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import java.util.List;
import java.util.Optional;

/// The chats we know, by our key and by address. Implementations are thread-safe; writes join the
/// caller's transaction.
public interface ChatBook {
  /// The chat at `address`; made when it is not known.
  ChatId at(Address address);

  /// The chat at `address`, without making one.
  Optional<ChatId> known(Address address);

  ChatSettings settings(ChatId chat);

  void save(ChatSettings settings);

  List<ChatSettings> all();
}
