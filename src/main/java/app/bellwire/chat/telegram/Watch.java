package app.bellwire.chat.telegram;

import app.bellwire.chat.Address;
import app.bellwire.chat.NetworkCondition;
import app.bellwire.chat.NetworkCondition.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows how the network stands, by what it answers, and whether the listening goes on.
/// Thread-safe.
final class Watch {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  /// A poll of a program that has just ended is in conflict with ours for as long as it is held.
  private static final Duration OWN_SHADOW = BotApi.HELD.plusSeconds(10);

  /// Two pollers take turns: a poll that gets through does not mean that the other is gone.
  private static final Duration BETWEEN_TWO = OWN_SHADOW.multipliedBy(3);

  /// What is over sooner is not worth a word.
  private static final Duration BLIP = Duration.ofMinutes(1);

  /// A round of listening ends at the latest after the longest poll and the longest pause.
  static final Duration STANDSTILL = Duration.ofMinutes(3);

  private final InstantSource clock;
  private @Nullable NetworkCondition now;
  private Instant lastConflict = Instant.EPOCH;
  private long round = System.nanoTime();

  Watch(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void polled(Reply<?> reply) {
    round = System.nanoTime();
    switch (reply) {
      case Reply.Done<?> done -> well();
      case Reply.Denied<?> denied -> denied(denied);
      case Reply.Unreached<?>(String detail) -> troubled(Kind.NOT_REACHED, detail);
      case Reply.Lost<?>(String detail) -> troubled(Kind.NOT_REACHED, detail);
    }
  }

  /// A message was sent or refused.
  synchronized void answered(Reply<?> reply) {
    if (reply instanceof Reply.Denied<?> denied && Denials.badToken(denied)) {
      troubled(Kind.TOKEN_REFUSED, denied.description());
    }
  }

  private void denied(Reply.Denied<?> denied) {
    if (Denials.badToken(denied)) {
      troubled(Kind.TOKEN_REFUSED, denied.description());
    } else if (denied.code() == 409) {
      lastConflict = clock.instant();
      troubled(Kind.SECOND_POLLER, denied.description());
    } else if (denied.code() != 429) {
      troubled(Kind.NOT_REACHED, denied.code() + " " + denied.description());
    }
  }

  private void troubled(Kind kind, String detail) {
    NetworkCondition before = now;
    if (before == null || before.kind() != kind) {
      now = new NetworkCondition(Address.TELEGRAM, kind, clock.instant(), detail);
      LOG.warn("Telegram: {}: {}", kind, detail);
    }
  }

  private void well() {
    boolean conflicts = now != null && now.kind() == Kind.SECOND_POLLER;
    if (conflicts && clock.instant().isBefore(lastConflict.plus(BETWEEN_TWO))) {
      return;
    }
    if (now != null) {
      LOG.info("Telegram works again");
    }
    now = null;
  }

  synchronized Optional<NetworkCondition> condition() {
    return Optional.ofNullable(now).filter(this::real);
  }

  private boolean real(NetworkCondition condition) {
    Duration passing =
        switch (condition.kind()) {
          case TOKEN_REFUSED -> Duration.ZERO;
          case SECOND_POLLER -> OWN_SHADOW;
          case NOT_REACHED -> BLIP;
        };
    Duration lasts = Duration.between(condition.since(), clock.instant());
    return passing.isZero() || lasts.compareTo(passing) > 0;
  }

  /// For how long nobody has listened, where that is too long.
  synchronized Optional<Duration> standstill() {
    Duration silent = Duration.ofNanos(System.nanoTime() - round);
    return silent.compareTo(STANDSTILL) > 0 ? Optional.of(silent) : Optional.empty();
  }
}
