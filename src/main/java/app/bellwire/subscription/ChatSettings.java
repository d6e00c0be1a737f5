package app.bellwire.subscription;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// What is known about a chat. Immutable.
///
/// @param address where it is found now
/// @param plan what holds for its subscriptions that have nothing of their own
/// @param explained whether its first alert has been told, which explains the buttons once
/// @param pause everything is held until somebody resumes; none when nothing is
public record ChatSettings(
    ChatId id, Address address, DeliveryPlan plan, boolean explained, Optional<Pause> pause) {

  /// @param by who paused the chat, as colleagues know them
  public record Pause(Instant since, String by) {}

  /// A chat nobody has set anything for.
  public static ChatSettings fresh(ChatId id, Address address) {
    return new ChatSettings(id, address, DeliveryPlan.OPEN, false, Optional.empty());
  }

  /// Its own time zone; none until somebody set it.
  public Optional<ZoneId> zone() {
    return plan.zone();
  }

  public Optional<QuietHours> quiet() {
    return plan.quiet();
  }

  /// The same chat, its buttons explained or not.
  public ChatSettings withExplained(boolean done) {
    return new ChatSettings(id, address, plan, done, pause);
  }

  /// The same chat, found elsewhere.
  public ChatSettings at(Address other) {
    return new ChatSettings(id, other, plan, explained, pause);
  }

  public ChatSettings with(DeliveryPlan other) {
    return new ChatSettings(id, address, other, explained, pause);
  }

  public ChatSettings with(Optional<Pause> other) {
    return new ChatSettings(id, address, plan, explained, other);
  }
}
