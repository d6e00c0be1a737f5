package app.bellwire.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;

/// Which sources failed in which half hour of the last day, as long as the program runs.
/// Thread-safe.
final class FailureHours {
  private static final Duration KEPT = Duration.ofHours(25);

  private final Duration step;
  private final NavigableMap<Instant, Set<String>> failed = new ConcurrentSkipListMap<>();

  FailureHours(Duration step) {
    this.step = step;
  }

  void note(String source, Instant at) {
    failed.computeIfAbsent(start(at), s -> new ConcurrentSkipListSet<>()).add(source);
    failed.headMap(at.minus(KEPT)).clear();
  }

  List<String> in(Instant start) {
    return List.copyOf(failed.getOrDefault(start, Set.of()));
  }

  private Instant start(Instant at) {
    long millis = step.toMillis();
    return Instant.ofEpochMilli(at.toEpochMilli() / millis * millis);
  }
}
