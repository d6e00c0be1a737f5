package app.bellwire.chat;

/// Where an adapter hands in what people typed and what became of chats. Thread-safe.
public interface Inbox {
  /// Keeps `incoming` and returns once it is committed; carried out soon after, once.
  ///
  /// @return false when this update was handed in before
  boolean accept(Incoming incoming);
}
