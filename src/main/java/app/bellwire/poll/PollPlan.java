package app.bellwire.poll;

import app.bellwire.poll.PollOutcome.Failed;
import app.bellwire.poll.PollOutcome.Read;
import app.bellwire.poll.PollOutcome.Throttled;
import app.bellwire.poll.PollOutcome.Unchanged;
import app.bellwire.source.Source;
import app.bellwire.source.SourceKind;
import app.bellwire.source.SourceState;
import app.bellwire.source.Validators;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Plans the next look at a source from what the last one brought. Pure, thread-safe.
///
/// A source's `every` fixes the interval. Without it the interval adapts between a minute and six
/// hours: new items halve it, looks without any lengthen it by half; the last interval is read off
/// the state (from `lastLook` to `nextLook`). Chance adds at most a tenth. What a server asks for
/// only ever lengthens the wait, failures lengthen it to at most four times the usual.
public final class PollPlan {
  static final Duration SHORTEST = Duration.ofSeconds(30);
  static final Duration SHORTEST_NEARBY = Duration.ofSeconds(1);
  static final Duration SAMPLE = Duration.ofSeconds(5);
  static final Duration FIRST = Duration.ofMinutes(5);
  static final Duration ADAPT_FLOOR = Duration.ofMinutes(1);
  static final Duration ADAPT_CEILING = Duration.ofHours(6);

  /// The longest interval that adapting begins with when a source answers again after failures.
  static final Duration AFTER_TROUBLE = Duration.ofMinutes(15);

  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);
  private static final int MOST_BACK_OFF = 4;
  private static final double JITTER = 0.1;

  private PollPlan() {}

  /// When to look next, always after `now`.
  ///
  /// @param before the state that the look began with
  /// @param jitter from 0 to below 1, by chance
  public static Instant next(
      Source source, SourceState before, PollOutcome outcome, Instant now, double jitter) {
    return switch (outcome) {
      case Read read ->
          now.plus(
              longer(
                  jittered(afterAnswer(source, before, read.fresh() > 0), jitter),
                  read.freshFor()));
      case Unchanged unchanged ->
          now.plus(
              longer(jittered(afterAnswer(source, before, false), jitter), unchanged.freshFor()));
      case Throttled throttled ->
          later(now.plus(jittered(usual(source, before), jitter)), throttled.until());
      case Failed failed -> now.plus(afterFailure(source, before, failed.lasting(), jitter));
    };
  }

  /// The state to save after a look that ended at `now`.
  ///
  /// @param validators what the answer brought; those of `before` stay after a look without answer
  public static SourceState after(
      Source source,
      SourceState before,
      PollOutcome outcome,
      Validators validators,
      Instant now,
      double jitter) {
    Instant next = next(source, before, outcome, now, jitter);
    return switch (outcome) {
      case Read _, Unchanged _ -> new SourceState(source.id(), next, now, now, validators, 0, null);
      case Throttled _ ->
          withoutAnswer(source, before, now, next, "the server asks to be left alone for a while");
      case Failed failed -> withoutAnswer(source, before, now, next, failed.detail());
    };
  }

  /// When a source is due by its state: at once where the last look lies ahead of `now`, since then
  /// the clock was wrong and the next look is too.
  static Instant due(SourceState state, Instant now) {
    Instant last = state.lastLook();
    boolean clockWasAhead = last != null && last.isAfter(now.plus(CLOCK_TOLERANCE));
    return clockWasAhead ? now : state.nextLook();
  }

  /// When a source whose configuration has just changed is due: at once where it is read from
  /// somewhere else now, after the new interval where only that changed and nothing is wrong.
  static Instant replanned(Source old, Source changed, SourceState state, Instant now) {
    if (!old.url().equals(changed.url()) || old.allowPrivate() != changed.allowPrivate()) {
      return now;
    }
    Instant last = state.lastLook();
    boolean sameInterval = old.every().equals(changed.every());
    if (sameInterval || last == null || state.failures() > 0) {
      return due(state, now);
    }
    Duration interval = fixed(changed).orElse(FIRST);
    return later(last.plus(interval), now);
  }

  private static SourceState withoutAnswer(
      Source source, SourceState before, Instant now, Instant next, String problem) {
    return new SourceState(
        source.id(),
        next,
        now,
        before.lastRead(),
        before.validators(),
        before.failures() + 1,
        problem);
  }

  private static Duration afterAnswer(Source source, SourceState before, boolean fresh) {
    return fixed(source).orElseGet(() -> adapted(source, before, fresh));
  }

  private static Duration adapted(Source source, SourceState before, boolean fresh) {
    Duration last = usual(source, before);
    if (before.failures() > 0) {
      last = shorter(last, AFTER_TROUBLE);
    }
    return bounded(fresh ? last.dividedBy(2) : last.multipliedBy(3).dividedBy(2));
  }

  private static Duration afterFailure(
      Source source, SourceState before, boolean lasting, double jitter) {
    Duration usual = usual(source, before);
    if (lasting && fixed(source).isEmpty()) {
      return bounded(before.interval().orElse(usual).multipliedBy(MOST_BACK_OFF));
    }
    Duration most = usual.multipliedBy(MOST_BACK_OFF);
    int factor = lasting ? MOST_BACK_OFF : backOff(before.failures() + 1);
    return shorter(jittered(usual.multipliedBy(factor), jitter), most);
  }

  /// The interval without chance and back-off.
  private static Duration usual(Source source, SourceState before) {
    return fixed(source)
        .orElseGet(
            () ->
                before
                    .interval()
                    .map(gap -> bounded(gap.dividedBy(backOff(before.failures()))))
                    .orElse(FIRST));
  }

  private static Optional<Duration> fixed(Source source) {
    boolean sample = source.kind() == SourceKind.SAMPLE;
    Duration least = sample || source.allowPrivate() ? SHORTEST_NEARBY : SHORTEST;
    return source.every().map(every -> longer(every, least)).or(() -> sampleInterval(sample));
  }

  private static Optional<Duration> sampleInterval(boolean sample) {
    return sample ? Optional.of(SAMPLE) : Optional.empty();
  }

  /// 1, 1, 2, 4, 4, …: a single failure is not worth a longer wait.
  private static int backOff(int failures) {
    return switch (failures) {
      case 0, 1 -> 1;
      case 2 -> 2;
      default -> MOST_BACK_OFF;
    };
  }

  private static Duration jittered(Duration interval, double jitter) {
    return interval.plusNanos((long) (interval.toNanos() * JITTER * jitter));
  }

  private static Duration bounded(Duration interval) {
    return shorter(longer(interval, ADAPT_FLOOR), ADAPT_CEILING);
  }

  private static Duration longer(Duration interval, Optional<Duration> asked) {
    return asked.map(fresh -> longer(interval, fresh)).orElse(interval);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
