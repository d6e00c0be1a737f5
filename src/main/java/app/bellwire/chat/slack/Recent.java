package app.bellwire.chat.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;

/// What was learnt a short while ago; the oldest goes where there is too much. Thread-safe.
final class Recent<K, V> {
  private final LinkedHashMap<K, Learnt<V>> all = new LinkedHashMap<>();
  private final Duration life;
  private final int most;
  private final InstantSource clock;

  private record Learnt<V>(V what, Instant at) {}

  Recent(Duration life, int most, InstantSource clock) {
    this.life = life;
    this.most = most;
    this.clock = clock;
  }

  synchronized Optional<V> get(K key) {
    return Optional.ofNullable(all.get(key)).filter(this::young).map(Learnt::what);
  }

  /// Nothing is young that comes from after now: the clock was set back.
  private boolean young(Learnt<V> learnt) {
    Duration age = Duration.between(learnt.at(), clock.instant());
    return !age.isNegative() && age.compareTo(life) < 0;
  }

  synchronized void put(K key, V what) {
    all.remove(key);
    all.put(key, new Learnt<>(what, clock.instant()));
    if (all.size() > most) {
      all.pollFirstEntry();
    }
  }

  synchronized void forget(K key) {
    all.remove(key);
  }
}
