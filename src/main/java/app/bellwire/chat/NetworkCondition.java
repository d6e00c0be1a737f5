package app.bellwire.chat;

import java.time.Instant;

/// What keeps a network from working, for as long as it does. Immutable.
///
/// @param detail in the network's own words, for admins
public record NetworkCondition(String network, Kind kind, Instant since, String detail) {
  public enum Kind {
    /// Nothing is sent and nothing is heard before the token is put right.
    TOKEN_REFUSED,
    /// Somebody else reads what people write to the bot.
    SECOND_POLLER,
    NOT_REACHED
  }
}
