package app.bellwire.chat;

import java.net.URI;

/// A button under a message. Immutable.
public sealed interface Button {
  String label();

  /// Opens a page.
  record Open(String label, URI target) implements Button {}

  /// Sends `id` back; [Buttons] knows what it stands for.
  record Press(String label, String id) implements Button {}
}
