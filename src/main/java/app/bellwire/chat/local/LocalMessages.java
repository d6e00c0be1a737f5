package app.bellwire.chat.local;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps the messages of local chats. Implementations are thread-safe; each write is committed on
/// return.
public interface LocalMessages {
  /// Keeps `message`, once per delivery id.
  ///
  /// @param deliveryId null for what a person typed
  /// @return the message now kept: the earlier one when the delivery id was there before
  LocalMessage add(LocalMessage message, @Nullable String deliveryId);

  /// Replaces the content of the message with the id of `message` and marks it edited.
  ///
  /// @return false when there is no such message
  boolean replace(LocalMessage message);

  Optional<LocalMessage> find(String id);

  Optional<LocalMessage> byDelivery(String deliveryId);

  /// All messages of a chat, oldest first; none for an unknown chat.
  List<LocalMessage> of(String chat);

  /// The names of the chats that hold a message.
  List<String> chats();
}
