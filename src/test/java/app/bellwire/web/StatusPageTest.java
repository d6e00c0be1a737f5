package app.bellwire.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.web.DeskView.HalfHour;
import app.bellwire.web.DeskView.SourceCondition;
import app.bellwire.web.DeskView.SourceRow;
import app.bellwire.web.DeskView.Trouble;
import app.bellwire.web.DeskView.WaitingRow;
import app.bellwire.web.StatusPage.Clause;
import app.bellwire.web.StatusPage.Missing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StatusPageTest {
  private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3  | 20    | All 3 sources were read in the last minute. Nothing is waiting",
        "14 | 290   | All 14 sources were read in the last 5 minutes. Nothing is waiting",
        "1  | 60    | The one source was read in the last minute. Nothing is waiting",
        "2  | 3700  | All 2 sources were read in the last 2 hours. Nothing is waiting",
      })
  void allIsWell(int sources, long seconds, String sentence) {
    List<SourceRow> rows =
        IntStream.range(0, sources)
            .mapToObj(i -> source("s" + i, NOW.minusSeconds(seconds), SourceCondition.READ))
            .toList();

    assertThat(sentence(desk(rows, List.of(), List.of()))).isEqualTo(sentence);
  }

  @Test
  void noSourceIsSet() {
    assertThat(sentence(desk(List.of(), List.of(), List.of())))
        .isEqualTo("No source is set. Nothing is waiting");
  }

  @Test
  void noSourceHasBeenReadYet() {
    SourceRow unread =
        new SourceRow("a", null, NOW.plusSeconds(120), 0, SourceCondition.UNREAD, "");

    assertThat(sentence(desk(List.of(unread), List.of(), List.of())))
        .isEqualTo(
            "No source has been read yet; the first look is at 2026-11-02T10:02:00Z."
                + " Nothing is waiting");
  }

  @Test
  void aSourceThatFailsIsNotCountedAsRead() {
    List<SourceRow> rows =
        List.of(
            source("a", NOW.minusSeconds(30), SourceCondition.READ),
            source("b", NOW.minusSeconds(30), SourceCondition.FAILING));

    assertThat(sentence(desk(rows, List.of(), List.of())))
        .startsWith("1 of 2 sources were read in the last minute.");
  }

  @ParameterizedTest
  @CsvSource({"1,1 alert waits", "7,7 alerts wait"})
  void whatWaitsIsCounted(int count, String words) {
    List<WaitingRow> rows = List.of(new WaitingRow("desk", count, NOW, "quiet hours", null));

    assertThat(sentence(desk(List.of(), rows, List.of()))).endsWith(words);
  }

  @Test
  void troubleStandsWorstFirst() {
    StatusPage.Verdict verdict =
        StatusPage.verdict(
            desk(
                List.of(),
                List.of(),
                List.of(
                    trouble(Trouble.Kind.SOURCE_FAILING, "TASS"),
                    trouble(Trouble.Kind.NOT_GOING_OUT, "#newsroom"))));

    assertThat(verdict.trouble()).isTrue();
    assertThat(verdict.clauses())
        .containsExactly(
            new Clause("trouble-0", "7 alerts wait for #newsroom"),
            new Clause("trouble-1", "TASS is not read since", NOW));
  }

  @Test
  void moreThanThreeTroublesAreCounted() {
    List<Trouble> all =
        Stream.of("a", "b", "c", "d", "e")
            .map(name -> trouble(Trouble.Kind.SOURCE_FAILING, name))
            .toList();

    assertThat(StatusPage.verdict(desk(List.of(), List.of(), all)).clauses())
        .hasSize(4)
        .last()
        .isEqualTo(new Clause("trouble-3", "And 2 more"));
  }

  @ParameterizedTest
  @EnumSource(Trouble.Kind.class)
  void everyKindOfTroubleNamesItsSubject(Trouble.Kind kind) {
    DeskView desk = desk(List.of(), List.of(), List.of(trouble(kind, "Norda")));

    assertThat(sentence(desk)).contains("Norda").doesNotContain("null");
  }

  @ParameterizedTest
  @CsvSource({
    "0,minute",
    "60,minute",
    "61,2 minutes",
    "200,5 minutes",
    "2701,hour",
    "3601,2 hours",
    "30000,12 hours",
    "86400,24 hours",
    "86401,2 days",
    "900000,11 days"
  })
  void aWindowIsTheShortestUsualOne(long seconds, String words) {
    assertThat(StatusPage.window(Duration.ofSeconds(seconds))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"0,0 s", "41,41 s", "60,1 min", "190,3 min 10 s", "3600,1 h", "7500,2 h 5 min"})
  void durationsAreShort(long seconds, String words) {
    assertThat(StatusPage.words(Duration.ofSeconds(seconds))).isEqualTo(words);
  }

  @Test
  void failingSourcesStandFirstThenNames() {
    List<SourceRow> rows =
        List.of(
            source("b", NOW, SourceCondition.READ),
            source("c", NOW, SourceCondition.FAILING),
            source("a", NOW, SourceCondition.SILENT));

    assertThat(StatusPage.inOrder(rows)).extracting(SourceRow::name).containsExactly("c", "a", "b");
  }

  @ParameterizedTest
  @CsvSource({
    "READ,'',read",
    "UNCHANGED,'',unchanged",
    "FAILING,503,failing: 503",
    "FAILING,'',failing",
    "SILENT,12,silent: usually 12 by now",
    "SILENT,'',silent",
    "UNREAD,'',not read yet"
  })
  void aSourceHasItsStateInWords(SourceCondition condition, String detail, String words) {
    assertThat(StatusPage.state(new SourceRow("a", NOW, NOW, 0, condition, detail)))
        .isEqualTo(words);
  }

  @Test
  void neighbouringHalfHoursAreOneGap() {
    List<HalfHour> day =
        List.of(half(0, "TASS"), half(1, "TASS", "Norda"), half(2), half(3, "TASS"));

    assertThat(StatusPage.missing(day))
        .containsExactly(
            new Missing("TASS", at(0), at(2)),
            new Missing("Norda", at(1), at(2)),
            new Missing("TASS", at(3), at(4)));
  }

  private static String sentence(DeskView desk) {
    return StatusPage.verdict(desk).clauses().stream()
        .map(clause -> clause.words() + (clause.at() == null ? "" : " " + clause.at()))
        .collect(Collectors.joining(". "));
  }

  private static DeskView desk(
      List<SourceRow> sources, List<WaitingRow> waiting, List<Trouble> troubles) {
    DeskView like = Desks.well(NOW);
    return new DeskView(
        NOW,
        like.program(),
        sources,
        like.halfHours(),
        like.sum(),
        waiting,
        List.of(),
        like.config(),
        troubles);
  }

  private static SourceRow source(String name, Instant look, SourceCondition condition) {
    return new SourceRow(name, look, NOW, 0, condition, "");
  }

  private static Trouble trouble(Trouble.Kind kind, String subject) {
    return new Trouble(kind, subject, NOW, 7, "what", "effect", "fix");
  }

  private static HalfHour half(int index, String... failed) {
    return new HalfHour(at(index), 1, 0, true, List.of(failed));
  }

  private static Instant at(int half) {
    return NOW.plus(Duration.ofMinutes(30L * half));
  }
}
