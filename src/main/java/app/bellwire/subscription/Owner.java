package app.bellwire.subscription;

import app.bellwire.chat.UserId;

/// Who may change a subscription. Immutable.
public sealed interface Owner {
  /// Made in a chat by a person.
  record InChat(UserId user, String name) implements Owner {}

  /// Declared in a config file under `id`; chats cannot change it.
  record InConfig(String id, String file) implements Owner {}
}
