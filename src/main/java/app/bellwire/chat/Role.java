package app.bellwire.chat;

/// What a person is in a chat.
public enum Role {
  ADMIN,
  MEMBER,
  STRANGER,
  /// The network does not say so now.
  UNKNOWN
}
