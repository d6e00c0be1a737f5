package app.bellwire.command;

import app.bellwire.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What somebody's next words are meant for: the new words of a subscription, or words that were
/// asked for in a group or for a channel; and the words for a channel that they are about to
/// choose. Forgotten after ten minutes, and with the program. Thread-safe.
final class AwaitedText {
  private static final Duration OPEN = Duration.ofMinutes(10);

  private final Map<Author, Meant> meant = new ConcurrentHashMap<>();
  private final Map<Author, Kept> kept = new ConcurrentHashMap<>();

  /// @param subscription whose words they become; none for a new one
  /// @param channel where; none for the chat itself
  record Meant(Optional<Long> subscription, Optional<Channel> channel, Instant until) {}

  private record Kept(String words, Instant until) {}

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

  /// The words are meant for the channel that is chosen next.
  void forChoice(Ask ask, String words) {
    kept.put(ask.author(), new Kept(words, ask.now().plus(OPEN)));
  }

  /// The words for the channel that was chosen; empty for none.
  String ofChoice(Ask ask) {
    Kept words = kept.get(ask.author());
    return words == null || words.until.isBefore(ask.now()) ? "" : words.words;
  }
}
