package app.bellwire.ledger;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// How many items came to each outcome since the program began, each counted once, when it was
/// first decided. Never goes down. Thread-safe.
public final class Totals {
  private final Map<Outcome, LongAdder> counts = new EnumMap<>(Outcome.class);

  public Totals() {
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, new LongAdder());
    }
  }

  public void add(Outcome outcome) {
    counter(outcome).increment();
  }

  public long of(Outcome outcome) {
    return counter(outcome).sum();
  }

  private LongAdder counter(Outcome outcome) {
    return counts.computeIfAbsent(outcome, unknown -> new LongAdder());
  }
}
