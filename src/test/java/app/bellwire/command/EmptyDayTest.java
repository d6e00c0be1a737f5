package app.bellwire.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.ChatId;
import app.bellwire.command.EmptyDay.Decision;
import app.bellwire.command.EmptyDayLog.Gap;
import app.bellwire.command.EmptyDayLog.Watch;
import app.bellwire.command.SourceProbe.Probe;
import app.bellwire.source.Backlog;
import app.bellwire.source.Source;
import app.bellwire.source.SourceId;
import app.bellwire.source.SourceState;
import app.bellwire.source.Validators;
import app.bellwire.subscription.QuietHours;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmptyDayTest {
  private static final Instant NINE = Instant.parse("2031-03-04T09:00:00Z");
  private static final SourceId NORDA = new SourceId("norda");
  private static final SourceId KESTREL = new SourceId("kestrel");
  private static final Watch WATCH = new Watch(7, new ChatId(1), "wells", NINE, Optional.empty());

  @ParameterizedTest(name = "{0} in {1}, quiet {2}, paused {3}, muted {4}: {5}")
  @CsvSource({
    "2031-03-05T08:59:59Z, UTC, -, false, false, TOO_SOON",
    "2031-03-04T08:00:00Z, UTC, -, false, false, TOO_SOON",
    "2031-03-05T09:00:00Z, UTC, -, false, false, DUE",
    "2031-03-05T09:00:00Z, UTC, -, true, false, PAUSED",
    "2031-03-05T09:00:00Z, UTC, -, false, true, MUTED",
    "2031-03-05T21:59:59Z, UTC, -, false, false, DUE",
    "2031-03-05T22:00:00Z, UTC, -, false, false, NIGHT",
    "2031-03-06T07:59:59Z, UTC, -, false, false, NIGHT",
    "2031-03-06T08:00:00Z, UTC, -, false, false, DUE",
    "2031-03-05T21:30:00Z, Europe/Berlin, -, false, false, NIGHT",
    "2031-03-05T22:30:00Z, America/New_York, -, false, false, DUE",
    "2031-03-05T12:30:00Z, UTC, 12:00-13:00, false, false, QUIET_HOURS",
    "2031-03-05T13:00:00Z, UTC, 12:00-13:00, false, false, DUE",
    "2031-03-05T09:30:00Z, UTC, 18:00-10:00, false, false, QUIET_HOURS",
  })
  void itIsSaidAfterADayAndNotAtNight(
      Instant now, ZoneId zone, String quiet, boolean paused, boolean muted, Decision expected) {
    EmptyDay.Here here = new EmptyDay.Here(paused, muted, quiet(quiet), zone);
    assertThat(EmptyDay.decide(WATCH, here, List.of(), Set.of(), now)).isEqualTo(expected);
  }

  private static Optional<QuietHours> quiet(String hours) {
    return hours.equals("-")
        ? Optional.empty()
        : Optional.of(
            new QuietHours(
                LocalTime.parse(hours.substring(0, 5)), LocalTime.parse(hours.substring(6))));
  }

  @ParameterizedTest(name = "norda away for {0} and {1} minutes, still {2}, after {3} hours: {4}")
  @CsvSource({
    "0, 0, false, 24, DUE",
    "60, 0, true, 24, DUE",
    "61, 0, true, 24, SOURCE_AWAY",
    "40, 40, true, 24, SOURCE_AWAY",
    "61, 0, false, 24, DUE",
    "61, 0, true, 72, DUE",
  })
  void aSourceThatIsAwayIsWaitedFor(
      int first, int second, boolean still, int hours, Decision expected) {
    List<Gap> gaps = List.of(gap(NORDA, 1, first), gap(NORDA, 10, second));
    EmptyDay.Here here = new EmptyDay.Here(false, false, Optional.empty(), ZoneOffset.UTC);
    Set<SourceId> away = still ? Set.of(NORDA) : Set.of();
    Instant now = NINE.plus(Duration.ofHours(hours));
    assertThat(EmptyDay.decide(WATCH, here, gaps, away, now)).isEqualTo(expected);
  }

  @Test
  void onlyWhatLiesInTheTimeCounts() {
    List<Gap> gaps =
        List.of(
            new Gap(NORDA, NINE.minusSeconds(7200), NINE.plusSeconds(3600)),
            new Gap(KESTREL, NINE.minusSeconds(7200), NINE.minusSeconds(60)),
            gap(KESTREL, 2, 90));
    assertThat(EmptyDay.away(WATCH, gaps)).isEqualTo(Map.of(KESTREL, Duration.ofMinutes(90)));
  }

  @Test
  void aGapBeginsWithTheFirstLookThatFailed() {
    Instant later = NINE.plusSeconds(600);
    assertThat(EmptyDay.gap(probe(NINE, NINE.plusSeconds(60), 1), List.of(), later))
        .contains(new Gap(NORDA, NINE.plusSeconds(60), later));
  }

  @Test
  void aGapGoesOnUntilTheSourceIsRead() {
    Gap open = new Gap(NORDA, NINE.plusSeconds(60), NINE.plusSeconds(120));
    Instant later = NINE.plusSeconds(600);
    assertThat(EmptyDay.gap(probe(NINE, NINE.plusSeconds(500), 3), List.of(open), later))
        .contains(new Gap(NORDA, open.from(), later));
    Instant read = NINE.plusSeconds(300);
    assertThat(EmptyDay.gap(probe(read, NINE.plusSeconds(500), 1), List.of(open), later))
        .contains(new Gap(NORDA, NINE.plusSeconds(500), later));
  }

  @Test
  void whatIsReadOrNeverWasHasNoGap() {
    assertThat(EmptyDay.gap(probe(NINE, NINE, 0), List.of(), NINE)).isEmpty();
    assertThat(EmptyDay.gap(probe(null, NINE, 4), List.of(), NINE)).isEmpty();
  }

  private static Gap gap(SourceId source, int hour, int minutes) {
    Instant from = NINE.plus(Duration.ofHours(hour));
    return new Gap(source, from, from.plus(Duration.ofMinutes(minutes)));
  }

  private static Probe probe(@Nullable Instant read, Instant look, int failures) {
    Source source =
        new Source(
            NORDA,
            URI.create("https://norda.example/rss"),
            Optional.empty(),
            Backlog.DEFAULT,
            false,
            Optional.of("Norda"),
            ZoneOffset.UTC);
    return new Probe(
        source, new SourceState(NORDA, look, look, read, Validators.NONE, failures, null));
  }
}
