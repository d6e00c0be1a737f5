package app.bellwire.ledger;

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

  /// Counts since `since`; outcomes that did not happen are absent.
  Map<Outcome, Long> since(Instant since);

  /// How many items of these outcomes were read in each half hour from `since` on, by the half
  /// hour's start.
  Map<Instant, Long> halfHours(Instant since, Set<Outcome> outcomes);

  record Entry(long articleId, Instant at, Outcome outcome, String reason) {}
}
