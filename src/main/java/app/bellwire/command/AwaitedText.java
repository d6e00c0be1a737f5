package app.bellwire.command;

import app.bellwire.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What somebody's next words are meant for: the new words of a subscription, or words that were
/// asked for in a group or for a channel. Forgotten after ten minutes, and with the program.
/// Thread-safe.
final class AwaitedText {
  private static final Duration OPEN = Duration.ofMinutes(10);

  private final Map<Author, Meant> meant = new ConcurrentHashMap<>();

  /// @param subscription whose words they become; none for a new one
  /// @param channel where, by its name; empty for the chat itself
  record Meant(Optional<Long> subscription, String channel, Instant until) {}

  /// They become a new subscription where `ask` asks about.
  void forNew(Ask ask) {
    put(ask, Optional.empty());
  }

  /// They take the place of the subscription's.
  void forOld(Ask ask, Subscription subscription) {
    put(ask, Optional.of(subscription.id()));
  }

  private void put(Ask ask, Optional<Long> subscription) {
    meant.put(ask.author(), new Meant(subscription, ask.channel(), ask.now().plus(OPEN)));
  }

  Optional<Meant> of(Ask ask) {
    return Optional.ofNullable(meant.get(ask.author()))
        .filter(open -> !open.until().isBefore(ask.now()));
  }

  void forget(Ask ask) {
    meant.remove(ask.author());
  }
}
