package app.bellwire.command;

import app.bellwire.chat.ChatId;
import app.bellwire.chat.UserId;

/// What is stored about chats and people, and how it ends. Implementations are thread-safe; writes
/// join the caller's transaction.
public interface PersonalData {
  /// How much is stored of a chat.
  Stored of(ChatId chat);

  /// Subscriptions of the chat that the person added.
  int owned(UserId person, ChatId chat);

  /// Subscriptions of other chats that the person added.
  int ownedElsewhere(UserId person, ChatId chat);

  /// Deletes everything of a chat but the subscriptions that the configuration declares for it.
  ///
  /// @param known whether the chat itself stays, as nobody has set anything for it
  void forget(ChatId chat, boolean known);

  /// Takes the person out of every chat; what they added stays with those.
  ///
  /// @param name what they are called now
  void forget(UserId person, String name);

  /// Takes the person out of one chat; what they added stays with it.
  void forget(UserId person, String name, ChatId chat);

  /// @param subscriptions that people added and that have not ended
  /// @param alerts that were told
  /// @param held alerts kept for later
  /// @param waiting messages that the network has not taken so far
  record Stored(int subscriptions, int mutes, int alerts, int held, int waiting) {
    static final Stored NOTHING = new Stored(0, 0, 0, 0, 0);
  }
}
