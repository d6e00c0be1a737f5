package app.bellwire.subscription;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import java.time.ZoneId;
import java.util.Optional;

/// What is known about a chat. Immutable.
///
/// @param address where it is found now
/// @param zone its own time zone; none until somebody set it
/// @param explained whether its first alert has been told, which explains the buttons once
public record ChatSettings(
    ChatId id,
    Address address,
    Optional<ZoneId> zone,
    Optional<QuietHours> quiet,
    WhoMay whoMay,
    boolean explained) {

  /// Who may change things in a chat.
  public enum WhoMay {
    ADMINS,
    MEMBERS,
    LISTED
  }

  /// A chat nobody has set anything for.
  public static ChatSettings fresh(ChatId id, Address address) {
    return new ChatSettings(id, address, Optional.empty(), Optional.empty(), WhoMay.ADMINS, false);
  }

  /// The same chat, its buttons explained or not.
  public ChatSettings withExplained(boolean done) {
    return new ChatSettings(id, address, zone, quiet, whoMay, done);
  }
}
