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

  /// What is known by `name`, a name that can change hands, is found at `at`, its topics too, with
  /// the messages it has. Where both are known they become one, as when one moves.
  void settle(Address name, Address at);

  /// Where that is found now which was at `address` before, or is known by it.
  Address now(Address address);

  ChatSettings settings(ChatId chat);

  void save(ChatSettings settings);

  List<ChatSettings> all();
}
