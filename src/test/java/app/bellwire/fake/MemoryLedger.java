package app.bellwire.fake;

import app.bellwire.ledger.Ledger;
import app.bellwire.ledger.Outcome;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The fate of every article. Thread-safe.
public final class MemoryLedger implements Ledger {
  private static final long HALF_HOUR = 1800;

  private final Map<Long, Entry> entries = new LinkedHashMap<>();

  @Override
  public synchronized void note(long articleId, Instant at, Outcome outcome, String reason) {
    entries.put(articleId, new Entry(articleId, at, outcome, reason));
  }

  @Override
  public synchronized Optional<Entry> entry(long articleId) {
    return Optional.ofNullable(entries.get(articleId));
  }

  @Override
  public synchronized Map<Outcome, Long> since(Instant since) {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    entries.values().stream()
        .filter(e -> !e.at().isBefore(since))
        .forEach(e -> counts.merge(e.outcome(), 1L, Long::sum));
    return counts;
  }

  @Override
  public synchronized Map<Instant, Long> halfHours(Instant since, Set<Outcome> outcomes) {
    Map<Instant, Long> counts = new TreeMap<>();
    entries.values().stream()
        .filter(e -> !e.at().isBefore(since) && outcomes.contains(e.outcome()))
        .map(e -> e.at().getEpochSecond() / HALF_HOUR * HALF_HOUR)
        .forEach(start -> counts.merge(Instant.ofEpochSecond(start), 1L, Long::sum));
    return counts;
  }
}
