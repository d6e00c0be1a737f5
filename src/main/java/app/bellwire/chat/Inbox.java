package app.bellwire.chat;

/// Where an adapter hands in what people typed. Thread-safe.
public interface Inbox {
  /// Keeps `message` and returns once it is committed; carried out soon after, once.
  ///
  /// @return false when this update was handed in before
  boolean accept(IncomingMessage message);
}
