package app.bellwire.chat;

/// What a network says of a chat that somebody named, and of them there. Immutable.
public sealed interface Standing {
  /// @param asker what whoever named it is there
  record Found(ChatCard card, Role asker) implements Standing {}

  /// The network knows no such chat, or Bellwire may not see it.
  record NotFound() implements Standing {}

  /// The network does not say so now.
  record Unsaid() implements Standing {}
}
