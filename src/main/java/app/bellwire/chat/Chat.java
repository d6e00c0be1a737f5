package app.bellwire.chat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One network we talk on. Thread-safe; calls block until the network has answered or given up,
/// never retry by themselves and never throw for what a network can do.
public interface Chat {
  /// `local`, `telegram` or `slack`.
  String network();

  /// Posts `message` as `deliveryId`.
  ///
  /// @param replyTo the network's id of the message to reply to, or null
  SendResult post(Address to, OutgoingMessage message, String deliveryId, @Nullable String replyTo);

  /// Replaces the message `messageId`.
  SendResult edit(Address at, String messageId, OutgoingMessage message, String deliveryId);

  /// What `user` may do at `address`, as the network knows it now.
  Role roleOf(UserId user, Address address);

  /// The message that was accepted under `deliveryId`, where the network can tell.
  Optional<String> find(Address at, String deliveryId);

  /// Answers a press with a short note, at most 200 characters, that the presser alone sees and
  /// nobody keeps.
  void toast(IncomingMessage press, String text);
}
