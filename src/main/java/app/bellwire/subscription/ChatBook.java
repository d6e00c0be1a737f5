package app.bellwire.subscription;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import java.util.List;
import java.util.Optional;

/// The chats we know, by our key and by address. Implementations are thread-safe; writes join the
/// caller's transaction.
public interface ChatBook {
  /// The chat at `address`, which may be one it had before; made when it is not known.
  ChatId at(Address address);

  /// The chat at `address`, which may be one it had before, without making one.
  Optional<ChatId> known(Address address);

  /// The chats at an address and in its topics.
  List<ChatSettings> within(Address whole);

  /// What was found at `from`, its topics too, is found at `to`, and the ids of its earlier
  /// messages are void. Where both are known, the one that was known first remains and gets the
  /// subscriptions of the other. Nothing happens when nothing is known at `from`.
  void move(Address from, Address to);

  ChatSettings settings(ChatId chat);

  void save(ChatSettings settings);

  List<ChatSettings> all();
}
