package app.bellwire.chat.local;

import org.jspecify.annotations.Nullable;

/// What has just changed in a local chat. Immutable.
public sealed interface LocalEvent {
  /// The name of the chat.
  String chat();

  /// A new message.
  record Posted(LocalMessage message) implements LocalEvent {
    @Override
    public String chat() {
      return message.chat();
    }
  }

  /// A message whose content was replaced; `message` is what it now says.
  record Edited(LocalMessage message) implements LocalEvent {
    @Override
    public String chat() {
      return message.chat();
    }
  }

  /// The answer to a button press: shown once, never kept.
  ///
  /// @param messageId the message whose button was pressed; null when it is not known
  record Toast(String chat, @Nullable String messageId, String text) implements LocalEvent {}
}
