package app.bellwire.fake;

import app.bellwire.chat.Limits;
import app.bellwire.chat.Limits.Window;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Limits as a network keeps them, to the letter: in no stretch of a window's span are more calls
/// taken than it allows. Thread-safe.
final class EnforcedLimits {
  private record Key(String of, Window window) {}

  private final Limits limits;
  private final Map<Key, Deque<Long>> taken = new HashMap<>();

  EnforcedLimits(Limits limits) {
    this.limits = limits;
  }

  /// Counts a call that comes at `nanos`, if it may come.
  ///
  /// @return how much too early it comes; zero when it was counted
  synchronized Duration take(String chat, boolean group, long nanos) {
    List<Key> keys = keys(chat, group);
    long wait = keys.stream().mapToLong(key -> wait(key, nanos)).max().orElse(0);
    if (wait > 0) {
      return Duration.ofNanos(wait);
    }
    keys.forEach(key -> times(key).add(nanos));
    return Duration.ZERO;
  }

  private List<Key> keys(String chat, boolean group) {
    List<Key> keys = new ArrayList<>();
    limits.overall().forEach(window -> keys.add(new Key("", window)));
    limits.chat().forEach(window -> keys.add(new Key("chat " + chat, window)));
    if (group) {
      limits.group().forEach(window -> keys.add(new Key("group " + chat, window)));
    }
    return keys;
  }

  private Deque<Long> times(Key key) {
    return taken.computeIfAbsent(key, _ -> new ArrayDeque<>());
  }

  private long wait(Key key, long nanos) {
    Deque<Long> times = times(key);
    long span = key.window.span().toNanos();
    while (!times.isEmpty() && nanos - times.peek() >= span) {
      times.remove();
    }
    return times.size() < key.window.count() ? 0 : times.element() + span - nanos;
  }
}
