package app.bellwire.chat;

import java.net.URI;

/// A button under a message. Immutable.
public sealed interface Button {
  String label();

  /// Opens a page.
  record Open(String label, URI target) implements Button {}

  /// Sends `id` back; [Buttons] knows what it stands for.
  ///
  /// @param destroys whether what it does cannot be undone; networks that can, show it in red
  record Press(String label, String id, boolean destroys) implements Button {
    public Press(String label, String id) {
      this(label, id, false);
    }
  }

  /// Lets a person choose a channel in which they may post, and lets Bellwire in; the choice comes
  /// back as [IncomingMessage#chosen]. It stands where the person types, in place of the message's
  /// other buttons, until a message with [ChoiceOver] takes it away. Networks that have no such
  /// thing leave it out.
  ///
  /// @param none what stands beside it for choosing none: whoever presses it is heard to type it
  record ChooseChannel(String label, String none) implements Button {}

  /// Takes [ChooseChannel] away; nothing that can be pressed.
  record ChoiceOver() implements Button {
    @Override
    public String label() {
      return "";
    }
  }
}
