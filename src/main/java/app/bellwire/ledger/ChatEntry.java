package app.bellwire.ledger;

import app.bellwire.chat.ChatId;
import java.time.Instant;
import java.util.List;

/// What became of an article in one chat it concerns. Immutable.
///
/// @param event the story it was placed in
/// @param at when that was decided last
/// @param subscriptions those of the chat that it concerns
public record ChatEntry(
    long articleId, ChatId chat, long event, Instant at, Ruling ruling, List<Long> subscriptions) {
  public ChatEntry {
    subscriptions = List.copyOf(subscriptions);
  }
}
