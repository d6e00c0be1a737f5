package app.bellwire.notice;

import java.time.Duration;
import java.time.Instant;

/// What the admins were told about a condition that lasts. Immutable.
///
/// @param id names its messages
/// @param since when the trouble began
public record Notice(long id, Key key, Instant since, Said said) {
  private static final Duration FIRST_AGAIN = Duration.ofHours(1);
  private static final Duration SECOND_AGAIN = Duration.ofHours(23);
  private static final Duration LATER_AGAIN = Duration.ofDays(7);

  /// @param at when it was said last, in a message of its own
  /// @param times how often it was
  /// @param again when it is said again if it still lasts
  /// @param sign what the last message shows, by its hash
  /// @param shown when that was written
  public record Said(Instant at, int times, Instant again, String sign, Instant shown) {}

  /// Told for the first time.
  public static Notice first(long id, Condition condition, Instant now) {
    return new Notice(id, condition.key(), condition.since(), saying(1, condition, now));
  }

  /// Said once more in a new message.
  public Notice again(Condition condition, Instant now) {
    return new Notice(id, key, since(condition), saying(said.times + 1, condition, now));
  }

  /// The last message shows how it is now.
  public Notice edited(Condition condition, Instant now) {
    Said edited = new Said(said.at, said.times, said.again, hash(condition), now);
    return new Notice(id, key, since(condition), edited);
  }

  private static Said saying(int times, Condition condition, Instant now) {
    Duration gap =
        switch (times) {
          case 1 -> FIRST_AGAIN;
          case 2 -> SECOND_AGAIN;
          default -> LATER_AGAIN;
        };
    return new Said(now, times, now.plus(gap), hash(condition), now);
  }

  /// A trouble that goes on began when it was first known, whatever a restart has forgotten.
  private Instant since(Condition condition) {
    boolean later = key.cause().newest() || condition.since().isBefore(since);
    return later ? condition.since() : since;
  }

  boolean shows(Condition condition) {
    return said.sign.equals(hash(condition));
  }

  private static String hash(Condition condition) {
    return Integer.toHexString(condition.sign().hashCode());
  }

  /// The thread of the message in which it was said for the `time`-th time; each is one of its own,
  /// so that all of them can be put into the past.
  String thread(int time) {
    return "notice:" + id + (time == 1 ? "" : "/" + time);
  }
}
