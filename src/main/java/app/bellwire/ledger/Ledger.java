package app.bellwire.ledger;

import app.bellwire.chat.ChatId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where every fetched item's outcome is written and counted. Implementations are thread-safe;
/// writes join the caller's transaction.
public interface Ledger {
  /// @param reason a word of the closed list of the part that decided, for `/whynot`
  void note(long articleId, Instant at, Outcome outcome, String reason);

  /// What became of an article.
  Optional<Entry> entry(long articleId);

  /// Keeps what became of an article in one chat.
  void note(ChatEntry entry);

  /// What became of an article in the chat; none where it does not concern the chat.
  Optional<ChatEntry> entry(long articleId, ChatId chat);

  /// What was held of the event in the chat came to this instead; the articles' outcomes over all
  /// chats follow.
  void becomes(ChatId chat, long event, Ruling ruling, Instant at);

  /// What was held of the event in the chat until `at` is told now: its first article as a story,
  /// unless the chat was told of that before, the others joined to it. The reason stays.
  void released(ChatId chat, long event, Instant at);

  /// Counts of what concerned the chat since `since`; outcomes that did not happen are absent.
  Map<Outcome, Long> since(ChatId chat, Instant since);

  /// Counts since `since`; outcomes that did not happen are absent.
  Map<Outcome, Long> since(Instant since);

  /// How many items of these outcomes were read in each half hour from `since` on, by the half
  /// hour's start.
  Map<Instant, Long> halfHours(Instant since, Set<Outcome> outcomes);

  record Entry(long articleId, Instant at, Outcome outcome, String reason) {}
}
