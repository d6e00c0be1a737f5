package app.bellwire.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What has become of a chat, as its network tells. Immutable.
///
/// @param from the chat without a topic: what happens to it happens to all of its topics
public record ChatEvent(String updateId, Address from, What what, Instant at) implements Incoming {
  /// What happened.
  public sealed interface What {}

  /// Bellwire was added, and may write there.
  ///
  /// @param by the name of who did it; may be empty
  /// @param inviter who did it, or null where the network does not tell
  public record Added(String by, @Nullable UserId inviter) implements What {
    public Added(String by) {
      this(by, null);
    }
  }

  /// The chat takes nothing any more.
  ///
  /// @param reason such as `blocked by the user`
  public record Gone(String reason) implements What {}

  /// It takes messages again.
  public record Back() implements What {}

  /// Somebody looks at Bellwire's own page on the network; the event's chat is their private one.
  public record PageOpened(UserId user, String userName) implements What {}

  /// It is found elsewhere from now on; the ids of its earlier messages are void.
  public record Moved(Address to) implements What {}
}
