package app.bellwire.chat;

import java.time.Duration;

/// How a network answered. Immutable.
public sealed interface SendResult {
  /// Accepted under the network's own `messageId`.
  record Sent(String messageId) implements SendResult {}

  /// Not now; nothing was accepted.
  record TooFast(Duration retryAfter) implements SendResult {}

  /// Not accepted and may be tried again: the network was not reached, or said so itself.
  record Unavailable(String detail) implements SendResult {}

  /// The request was written and the answer lost: it may have been accepted.
  record Uncertain(String detail) implements SendResult {}

  /// The chat takes nothing for now (blocked, kicked, archived): park what waits for it.
  record ChatGone(String detail) implements SendResult {}

  /// The chat is found elsewhere now; nothing was accepted, and the ids of its earlier messages are
  /// void.
  record Moved(Address to) implements SendResult {}

  /// The message that was to be edited is not there any more; nothing was accepted.
  record MessageGone(String detail) implements SendResult {}

  /// This message will never be accepted.
  record Refused(String detail) implements SendResult {}
}
