package app.bellwire.chat;

/// What a network says when it is asked whether it accepted a delivery. Immutable.
public sealed interface Lookup {
  /// It accepted it under its own `messageId`.
  record Found(String messageId) implements Lookup {}

  /// It did not accept it.
  record Absent() implements Lookup {}

  /// It cannot tell.
  record Unknown() implements Lookup {}
}
