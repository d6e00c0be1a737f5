package app.bellwire.chat;

import java.net.URI;
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

  /// Whether a message was accepted under `deliveryId`.
  Lookup find(Address at, String deliveryId);

  /// What the network knows of the chat with a public name; none when it does not know it or
  /// Bellwire may not see it.
  ///
  /// @param name such as `@deskwire`
  default Optional<ChatCard> card(String name) {
    return Optional.empty();
  }

  /// An address that opens a private chat with Bellwire and says `/start payload` there.
  ///
  /// @param payload at most 64 of `A-Z a-z 0-9 _ -`
  default Optional<URI> startLink(String payload) {
    return Optional.empty();
  }

  /// An address that offers to add Bellwire to a group.
  default Optional<URI> groupLink() {
    return Optional.empty();
  }

  /// How fast the network takes messages.
  default Limits limits() {
    return Limits.NONE;
  }

  /// Whether the limits of groups hold at `address`.
  default boolean group(Address address) {
    return false;
  }

  /// What is wrong with the network as a whole; none when all is well or nobody can tell.
  default Optional<NetworkCondition> condition() {
    return Optional.empty();
  }

  /// How the topics of groups answered.
  default Topics topics() {
    return Topics.NONE;
  }

  /// Answers a press with a short note, at most 200 characters, that the presser alone sees and
  /// nobody keeps.
  ///
  /// @param text empty for none; the network is told all the same that the press was taken
  void toast(IncomingMessage press, String text);
}
