package app.bellwire.poll;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.poll.PollOutcome.Failed;
import app.bellwire.poll.PollOutcome.Read;
import app.bellwire.poll.PollOutcome.Throttled;
import app.bellwire.poll.PollOutcome.Unchanged;
import app.bellwire.source.Backlog;
import app.bellwire.source.Source;
import app.bellwire.source.SourceId;
import app.bellwire.source.SourceState;
import app.bellwire.source.Validators;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollPlanTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final SourceId ID = new SourceId("norda");
  private static final double MOST = 0.999;
  private static final PollOutcome NEWS = new Read(3, Optional.empty());
  private static final PollOutcome NO_NEWS = new Read(0, Optional.empty());
  private static final PollOutcome SAME = new Unchanged(Optional.empty());
  private static final PollOutcome DOWN = new Failed("the server answers 503", false);
  private static final PollOutcome GONE = new Failed("the server answers 410", true);

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // url, every, allow_private, expected
        "https://example.org/rss, PT2M, false, PT2M",
        "https://example.org/rss, PT30S, false, PT30S",
        "https://example.org/rss, PT5S, false, PT30S",
        "https://example.org/rss, PT24H, false, PT24H",
        "http://10.0.0.7/rss, PT5S, true, PT5S",
        "http://10.0.0.7/rss, PT0.2S, true, PT1S",
        "sample:wires, -, false, PT5S",
        "sample:wires, PT2S, false, PT2S",
        "sample:wires, PT0.1S, false, PT1S",
      })
  void everyFixesTheInterval(
      URI url, @Nullable Duration every, boolean allowPrivate, Duration expected) {
    Source source = source(url, every, allowPrivate);
    for (PollOutcome outcome : new PollOutcome[] {NEWS, NO_NEWS, SAME}) {
      assertThat(wait(source, read(Duration.ofHours(1)), outcome, 0)).isEqualTo(expected);
      assertThat(wait(source, read(Duration.ofHours(1)), outcome, MOST))
          .isGreaterThan(expected)
          .isLessThanOrEqualTo(expected.multipliedBy(11).dividedBy(10));
    }
  }

  @Test
  void whatTheServerAsksForOnlyLengthensTheWait() {
    Source source = every("PT2M");
    var asksLess = Optional.of(Duration.ofSeconds(10));
    var asksMore = Optional.of(Duration.ofMinutes(9));

    assertThat(wait(source, unread(), new Read(1, asksLess), 0)).isEqualTo(Duration.parse("PT2M"));
    assertThat(wait(source, unread(), new Read(1, asksMore), 0)).isEqualTo(Duration.parse("PT9M"));
    assertThat(wait(source, unread(), new Unchanged(asksMore), 0))
        .isEqualTo(Duration.parse("PT9M"));
    assertThat(wait(source, unread(), new Throttled(NOW.plusSeconds(10)), 0))
        .isEqualTo(Duration.parse("PT2M"));
    assertThat(wait(source, unread(), new Throttled(NOW.plusSeconds(3600)), MOST))
        .isEqualTo(Duration.parse("PT1H"));
  }

  @ParameterizedTest
  @CsvSource({"0, PT2M", "1, PT4M", "2, PT8M", "3, PT8M", "9, PT8M", "2000000000, PT8M"})
  void failuresInARowLengthenTheWaitToFourTimes(int failures, Duration expected) {
    assertThat(wait(every("PT2M"), failed(failures, Duration.ofMinutes(2)), DOWN, 0))
        .isEqualTo(expected);
    assertThat(wait(every("PT2M"), failed(failures, Duration.ofMinutes(2)), DOWN, MOST))
        .isLessThanOrEqualTo(Duration.ofMinutes(8));
  }

  @Test
  void aLastingFailureWaitsLongestAtOnce() {
    assertThat(wait(every("PT2M"), unread(), GONE, MOST)).isEqualTo(Duration.parse("PT8M"));
    assertThat(wait(adaptive(), unread(), GONE, 0)).isEqualTo(Duration.parse("PT20M"));
    assertThat(wait(adaptive(), failed(1, Duration.ofMinutes(20)), GONE, 0))
        .isEqualTo(Duration.parse("PT1H20M"));
    assertThat(wait(adaptive(), failed(2, Duration.ofMinutes(80)), GONE, 0))
        .isEqualTo(Duration.parse("PT5H20M"));
    assertThat(wait(adaptive(), failed(3, Duration.ofHours(5)), GONE, 0))
        .isEqualTo(Duration.parse("PT6H"));
  }

  @ParameterizedTest
  @CsvSource({
    // last interval, after news, after none
    "PT1M,  PT1M,    PT1M30S",
    "PT8M,  PT4M,    PT12M",
    "PT6H,  PT3H,    PT6H",
    "PT48H, PT3H,    PT6H",
    "PT1S,  PT1M,    PT1M30S",
  })
  void withoutEveryTheIntervalAdapts(Duration last, Duration afterNews, Duration afterNone) {
    assertThat(wait(adaptive(), read(last), NEWS, 0)).isEqualTo(afterNews);
    assertThat(wait(adaptive(), read(last), NO_NEWS, 0)).isEqualTo(afterNone);
    assertThat(wait(adaptive(), read(last), SAME, 0)).isEqualTo(afterNone);
  }

  @Test
  void anAdaptingSourceBeginsWithAFewMinutes() {
    assertThat(wait(adaptive(), unread(), NEWS, 0)).isEqualTo(Duration.parse("PT2M30S"));
    assertThat(wait(adaptive(), unread(), DOWN, 0)).isEqualTo(Duration.parse("PT5M"));
  }

  @Test
  void anAdaptingSourceBacksOffFromItsUsualInterval() {
    Source source = adaptive();
    SourceState state = read(Duration.ofMinutes(10));
    for (int minutes : new int[] {10, 20, 40, 40, 40}) {
      assertThat(wait(source, state, DOWN, 0)).isEqualTo(Duration.ofMinutes(minutes));
      state = PollPlan.after(source, state, DOWN, Validators.NONE, NOW, 0);
    }
    assertThat(wait(source, state, NO_NEWS, 0)).isEqualTo(Duration.parse("PT15M"));
  }

  @Test
  void aSourceThatWasSilentForLongIsLookedAtSoonOnceItAnswers() {
    assertThat(wait(adaptive(), failed(7, Duration.ofHours(24)), SAME, 0))
        .isEqualTo(Duration.parse("PT22M30S"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1S", "PT1M", "PT3H"})
  void aQuietAndABusySourceEndAtTheBounds(Duration first) {
    assertThat(settled(read(first), SAME)).isBetween(Duration.ofHours(6), Duration.ofMinutes(396));
    assertThat(settled(read(first), NEWS)).isBetween(Duration.ofMinutes(1), Duration.ofSeconds(66));
  }

  private static Duration settled(SourceState state, PollOutcome outcome) {
    SourceState last = state;
    for (int i = 0; i < 30; i++) {
      last = PollPlan.after(adaptive(), last, outcome, Validators.NONE, NOW, 0.5);
    }
    return Duration.between(NOW, last.nextLook());
  }

  @Test
  void anAnswerIsNoted() {
    var validators = new Validators("\"b\"", null);

    for (PollOutcome outcome : new PollOutcome[] {NEWS, NO_NEWS, SAME}) {
      assertThat(
              PollPlan.after(
                  every("PT2M"), failed(4, Duration.ofMinutes(8)), outcome, validators, NOW, 0))
          .isEqualTo(
              new SourceState(ID, NOW.plus(Duration.ofMinutes(2)), NOW, NOW, validators, 0, null));
    }
  }

  @Test
  void aFailureKeepsWhatWasKnown() {
    SourceState before = read(Duration.ofMinutes(2));

    SourceState after =
        PollPlan.after(every("PT2M"), before, DOWN, new Validators("no", "no"), NOW, 0);
    assertThat(after)
        .isEqualTo(
            new SourceState(
                ID,
                NOW.plus(Duration.ofMinutes(2)),
                NOW,
                before.lastRead(),
                before.validators(),
                1,
                "the server answers 503"));
    assertThat(
            PollPlan.after(
                every("PT2M"), after, new Throttled(NOW.plusSeconds(900)), Validators.NONE, NOW, 0))
        .isEqualTo(
            new SourceState(
                ID,
                NOW.plusSeconds(900),
                NOW,
                before.lastRead(),
                before.validators(),
                2,
                "the server asks to be left alone for a while"));
  }

  @Test
  void aChangedIntervalCountsFromTheLastLook() {
    SourceState state =
        new SourceState(
            ID, NOW.plusSeconds(3000), NOW.minusSeconds(600), NOW, Validators.NONE, 0, null);

    assertThat(PollPlan.replanned(every("PT1H"), every("PT15M"), state, NOW))
        .isEqualTo(NOW.plusSeconds(300));
    assertThat(PollPlan.replanned(every("PT1H"), every("PT2M"), state, NOW)).isEqualTo(NOW);
    assertThat(PollPlan.replanned(every("PT1H"), every("PT3H"), state, NOW))
        .isEqualTo(NOW.plusSeconds(3 * 3600 - 600));
    assertThat(PollPlan.replanned(every("PT1H"), every("PT1H"), state, NOW))
        .isEqualTo(state.nextLook());
  }

  @Test
  void aChangedIntervalDoesNotEndABackOff() {
    SourceState state = failed(2, Duration.ofHours(2));

    assertThat(PollPlan.replanned(every("PT1H"), every("PT1M"), state, NOW))
        .isEqualTo(state.nextLook());
  }

  @Test
  void aStateFromAClockThatWasAheadIsDueAtOnce() {
    Instant ahead = NOW.plus(Duration.ofDays(5000));
    var state = new SourceState(ID, ahead, ahead, ahead, Validators.NONE, 0, null);

    assertThat(PollPlan.due(state, NOW)).isEqualTo(NOW);
    assertThat(PollPlan.due(read(Duration.ofHours(1)), NOW.minusSeconds(30))).isEqualTo(NOW);
    assertThat(PollPlan.due(SourceState.unread(ID, ahead), NOW)).isEqualTo(ahead);
  }

  @Test
  void aChangedAddressIsLookedAtAtOnce() {
    Source moved = source(URI.create("https://example.net/rss"), Duration.ofHours(1), false);

    assertThat(PollPlan.replanned(every("PT1H"), moved, failed(9, Duration.ofHours(4)), NOW))
        .isEqualTo(NOW);
  }

  private static Duration wait(
      Source source, SourceState before, PollOutcome outcome, double jitter) {
    return Duration.between(NOW, PollPlan.next(source, before, outcome, NOW, jitter));
  }

  private static SourceState unread() {
    return SourceState.unread(ID, NOW);
  }

  /// A source that was read, with `interval` until the look that has just been made.
  private static SourceState read(Duration interval) {
    Instant last = NOW.minus(interval);
    return new SourceState(ID, NOW, last, last, new Validators("\"a\"", null), 0, null);
  }

  private static SourceState failed(int failures, Duration interval) {
    return new SourceState(
        ID, NOW, NOW.minus(interval), null, Validators.NONE, failures, "the server answers 503");
  }

  private static Source every(String interval) {
    return source(URI.create("https://example.org/rss"), Duration.parse(interval), false);
  }

  private static Source adaptive() {
    return source(URI.create("https://example.org/rss"), null, false);
  }

  private static Source source(URI url, @Nullable Duration every, boolean allowPrivate) {
    return new Source(
        ID,
        url,
        Optional.ofNullable(every),
        Backlog.DEFAULT,
        allowPrivate,
        Optional.empty(),
        ZoneOffset.UTC);
  }
}
