package app.bellwire.chat.slack;

import app.bellwire.chat.Address;
import app.bellwire.chat.NetworkCondition;
import app.bellwire.chat.NetworkCondition.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows how Slack stands, by what it answers, and whether the listening goes on. Thread-safe.
final class Watch implements Hearing {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  /// What is over sooner is not worth a word.
  private static final Duration BLIP = Duration.ofMinutes(1);

  /// When nobody has tried for so long, nobody knows; what waits is tried more often.
  private static final Duration STALE = Duration.ofMinutes(10);

  /// Pings go to and fro every few seconds; a connection that is lost is made anew within one or
  /// two minutes.
  static final Duration STANDSTILL = Duration.ofMinutes(3);

  /// The two ways to Slack, which have a token each.
  private enum Way {
    CALLS,
    LISTENING
  }

  /// @param last when it was met last
  private record Trouble(NetworkCondition condition, Instant last) {}

  private final InstantSource clock;
  private final Map<Way, Trouble> troubles = new EnumMap<>(Way.class);
  private @Nullable Long heard;

  Watch(InstantSource clock) {
    this.clock = clock;
  }

  /// A message was taken or not.
  synchronized void sent(Reply<?> reply) {
    answered(Way.CALLS, reply, "");
  }

  /// A question was answered or not. A scope that is missing for it alone keeps no message from
  /// being sent, and an answer does not say that messages can be sent again.
  synchronized void asked(Reply<?> reply) {
    boolean scope = reply instanceof Reply.Denied<?> denied && scope(denied.error());
    Trouble now = troubles.get(Way.CALLS);
    if (!scope && (now == null || !scope(now.condition().detail()))) {
      sent(reply);
    }
  }

  private static boolean scope(String words) {
    return words.startsWith(Denials.MISSING_SCOPE);
  }

  /// A connection to listen on was asked for with the token of the app. That there may be one does
  /// not say that there will be.
  synchronized void opened(Reply<?> reply) {
    if (!(reply instanceof Reply.Done<?>)) {
      answered(Way.LISTENING, reply, "app_token: ");
    }
  }

  /// There is somebody who listens, or the other side gave a sign of life.
  @Override
  public synchronized void heard() {
    heard = System.nanoTime();
    well(Way.LISTENING);
  }

  @Override
  public synchronized void broken(String why) {
    troubled(Way.LISTENING, Kind.NOT_REACHED, why);
  }

  @Override
  public synchronized void tokenRefused(String why) {
    troubled(Way.CALLS, Kind.TOKEN_REFUSED, why);
  }

  private void answered(Way way, Reply<?> reply, String before) {
    switch (reply) {
      case Reply.Done<?> done -> well(way);
      case Reply.Denied<?> denied -> denied(way, denied, before);
      case Reply.Unreached<?>(String detail) -> troubled(way, Kind.NOT_REACHED, detail);
      case Reply.Lost<?>(String detail) -> troubled(way, Kind.NOT_REACHED, detail);
    }
  }

  private void denied(Way way, Reply.Denied<?> denied, String before) {
    if (Denials.badToken(denied)) {
      troubled(way, Kind.TOKEN_REFUSED, before + denied.words());
    } else if (Denials.down(denied)) {
      troubled(way, Kind.NOT_REACHED, denied.error());
    } else if (!Denials.slow(denied)) {
      well(way);
    }
  }

  private void troubled(Way way, Kind kind, String detail) {
    Trouble before = troubles.get(way);
    if (before == null || before.condition().kind() != kind || stale(before)) {
      LOG.warn("Slack: {}: {}", kind, detail);
      note(way, new NetworkCondition(Address.SLACK, kind, clock.instant(), detail));
    } else {
      // What keeps Slack from being reached differs from try to try.
      NetworkCondition old = before.condition();
      String words = kind == Kind.NOT_REACHED ? old.detail() : detail;
      note(way, new NetworkCondition(Address.SLACK, kind, old.since(), words));
    }
  }

  private void note(Way way, NetworkCondition condition) {
    troubles.put(way, new Trouble(condition, clock.instant()));
  }

  private void well(Way way) {
    if (troubles.remove(way) != null) {
      LOG.info("Slack works again");
    }
  }

  /// A refused token first: it is what somebody can put right.
  synchronized Optional<NetworkCondition> condition() {
    return troubles.values().stream()
        .filter(this::real)
        .map(Trouble::condition)
        .min(Comparator.comparing(NetworkCondition::kind));
  }

  private boolean real(Trouble trouble) {
    NetworkCondition condition = trouble.condition();
    return condition.kind() == Kind.TOKEN_REFUSED
        || (!stale(trouble)
            && Duration.between(condition.since(), clock.instant()).compareTo(BLIP) > 0);
  }

  private boolean stale(Trouble trouble) {
    return trouble.condition().kind() == Kind.NOT_REACHED
        && Duration.between(trouble.last(), clock.instant()).compareTo(STALE) > 0;
  }

  /// For how long nothing was heard by somebody who listens, where that is too long.
  synchronized Optional<Duration> standstill() {
    return Optional.ofNullable(heard)
        .map(last -> Duration.ofNanos(System.nanoTime() - last))
        .filter(silent -> silent.compareTo(STANDSTILL) > 0);
  }
}
