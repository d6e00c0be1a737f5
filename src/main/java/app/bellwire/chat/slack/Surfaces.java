package app.bellwire.chat.slack;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The surfaces of the latest commands and presses, by the id of the update. They live in memory:
/// what Slack gives for an answer is void before long anyway. Thread-safe.
final class Surfaces {
  /// Kept at most.
  static final int MANY = 10_000;

  static final int USES_OF_A_RESPONSE_URL = 5;
  static final Duration LIFE_OF_A_RESPONSE_URL = Duration.ofMinutes(30);
  static final Duration LIFE_OF_A_TRIGGER = Duration.ofSeconds(3);

  private static final class Kept {
    final Surface surface;
    int usesLeft = USES_OF_A_RESPONSE_URL;
    boolean triggered;

    Kept(Surface surface) {
      this.surface = surface;
    }
  }

  private final Map<String, Kept> byUpdate =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > MANY;
        }
      };

  private final InstantSource clock;

  Surfaces(InstantSource clock) {
    this.clock = clock;
  }

  /// What comes a second time under one id is the same, and what was used of it stays used.
  synchronized void came(String update, Surface surface) {
    byUpdate.putIfAbsent(update, new Kept(surface));
  }

  synchronized Optional<Surface> of(String update) {
    return Optional.ofNullable(byUpdate.get(update)).map(kept -> kept.surface);
  }

  /// An address that takes one answer; none when it is used up, too old or was never given.
  synchronized Optional<String> takeResponseUrl(String update) {
    Kept kept = byUpdate.get(update);
    if (kept == null || kept.usesLeft == 0 || old(kept, LIFE_OF_A_RESPONSE_URL)) {
      return Optional.empty();
    }
    String url = kept.surface.responseUrl();
    if (url != null) {
      kept.usesLeft--;
    }
    return Optional.ofNullable(url);
  }

  /// What opens one view; none when it did so already, is too old or was never given.
  synchronized Optional<String> takeTrigger(String update) {
    Kept kept = byUpdate.get(update);
    if (kept == null || kept.triggered || old(kept, LIFE_OF_A_TRIGGER)) {
      return Optional.empty();
    }
    @Nullable String trigger = kept.surface.trigger();
    kept.triggered = true;
    return Optional.ofNullable(trigger);
  }

  private boolean old(Kept kept, Duration life) {
    return !clock.instant().isBefore(kept.surface.at().plus(life));
  }
}
