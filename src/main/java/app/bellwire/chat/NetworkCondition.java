package app.bellwire.chat;

import java.time.Instant;

/// What is wrong with a network as a whole. Immutable.
///
/// @param since when it began
/// @param detail what the network said, short and without secrets; may be empty
public record NetworkCondition(String network, Kind kind, Instant since, String detail) {
  /// What can be wrong.
  public enum Kind {
    TOKEN_REFUSED,
    /// Another program reads the messages of the same bot.
    SECOND_POLLER,
    NOT_REACHED
  }
}
