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
}
