package app.bellwire.notice;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.ChatId;
import app.bellwire.chat.NetworkCondition;
import app.bellwire.notice.Condition.ChangeRefused;
import app.bellwire.notice.Condition.ChatParked;
import app.bellwire.notice.Condition.NetworkTrouble;
import app.bellwire.notice.Condition.SourceFails;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticePlanTest {
  private static final Instant BEGAN = Instant.parse("2031-03-04T09:00:00Z");

  private static Instant after(String span) {
    return BEGAN.plus(Duration.parse(span));
  }

  private static Condition source(int looks) {
    return new SourceFails(
        "tass",
        "TASS",
        BEGAN,
        new SourceFails.Looks(looks, "the server answers 503", BEGAN),
        new SourceFails.Others(13, 0),
        "config/bellwire.yml");
  }

  private static Condition network(NetworkCondition.Kind kind) {
    return new NetworkTrouble(new NetworkCondition("telegram", kind, BEGAN, ""), 0);
  }

  private static Condition chat(int waiting) {
    return new ChatParked(new ChatId(7), "slack:C1", "slack", BEGAN, "not_in_channel", waiting);
  }

  private static Condition refused(Instant at) {
    return new ChangeRefused(at, List.of(new ChangeRefused.Problem("b.yml", 1, "x", "")), BEGAN);
  }

  private static List<NoticePlan.Step> next(Condition condition, Instant now) {
    return NoticePlan.next(List.of(condition), List.of(), now);
  }

  private static String words(List<NoticePlan.Step> steps) {
    List<String> words = new ArrayList<>();
    steps.forEach(step -> words.add(step.getClass().getSimpleName()));
    return words.isEmpty() ? "-" : String.join(" ", words);
  }

  @ParameterizedTest
  @CsvSource({
    "3, PT9M59S, -", //
    "2, PT3H, -",
    "3, PT10M, Begin",
    "9, PT1H, Begin",
  })
  void aSourceIsGivenTenMinutesAndThreeLooks(int looks, String lasted, String expected) {
    assertThat(words(next(source(looks), after(lasted)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_REACHED, PT9M, -", //
    "NOT_REACHED, PT10M, Begin",
    "TOKEN_REFUSED, PT0S, Begin",
    "SECOND_POLLER, PT0S, Begin",
  })
  void onlyANetworkThatIsNotReachedIsGivenTime(
      NetworkCondition.Kind kind, String lasted, String expected) {
    assertThat(words(next(network(kind), after(lasted)))).isEqualTo(expected);
  }

  /// What is said of a trouble that lasts and never changes, looked at every quarter of a minute.
  @Test
  void itIsSaidAgainAfterAnHourADayAndThenEveryWeek() {
    Condition chat = chat(7);
    Notice known = Notice.first(1, chat, BEGAN);
    List<Duration> said = new ArrayList<>();
    for (Instant now = BEGAN; now.isBefore(after("P20D")); now = now.plusSeconds(15)) {
      for (NoticePlan.Step step : NoticePlan.next(List.of(chat), List.of(known), now)) {
        assertThat(step).isEqualTo(new NoticePlan.Step.Repeat(known, chat));
        known = known.again(chat, now);
        said.add(Duration.between(BEGAN, now));
      }
    }
    assertThat(said)
        .containsExactly(
            Duration.ofHours(1), Duration.ofHours(24), Duration.ofDays(8), Duration.ofDays(15));
  }

  @ParameterizedTest
  @CsvSource({
    "7, PT30M, -", //
    "8, PT45S, -",
    "8, PT1M, Edit",
    "8, PT30M, Edit",
    "8, PT1H, Repeat",
  })
  void whatHasChangedIsEditedButNotEveryMoment(int waiting, String lasted, String expected) {
    Notice known = Notice.first(1, chat(7), BEGAN);
    assertThat(words(NoticePlan.next(List.of(chat(waiting)), List.of(known), after(lasted))))
        .isEqualTo(expected);
  }

  @Test
  void editsBecomeSeldomWithTheAgeOfTheMessage() {
    Notice known = Notice.first(1, chat(0), BEGAN).again(chat(0), BEGAN).again(chat(0), BEGAN);
    int edits = 0;
    int waiting = 0;
    for (Instant now = BEGAN; now.isBefore(after("P6D")); now = now.plusSeconds(15)) {
      Condition chat = chat(++waiting);
      if (!NoticePlan.next(List.of(chat), List.of(known), now).isEmpty()) {
        known = known.edited(chat, now);
        edits++;
      }
    }
    assertThat(edits).isBetween(30, 60);
  }

  @Test
  void aFileThatIsRefusedAgainIsShownAtOnce() {
    Notice known = Notice.first(1, refused(BEGAN), BEGAN);
    Condition again = refused(after("PT20S"));
    assertThat(NoticePlan.next(List.of(again), List.of(known), after("PT20S")))
        .containsExactly(new NoticePlan.Step.Edit(known, again));
    assertThat(known.edited(again, after("PT20S")).since()).isEqualTo(after("PT20S"));
  }

  @Test
  void whatIsOverIsPutIntoThePast() {
    Notice known = Notice.first(1, chat(7), BEGAN);
    assertThat(NoticePlan.next(List.of(), List.of(known), after("PT1M")))
        .containsExactly(new NoticePlan.Step.End(known));
  }

  @Test
  void whatWasToldGoesOnAlsoWhereItWouldNotBeginNow() {
    Notice known = Notice.first(1, source(9), BEGAN);
    Condition fewer = source(1);
    assertThat(words(NoticePlan.next(List.of(fewer), List.of(known), after("PT5M"))))
        .isEqualTo("Edit");
  }

  @Test
  void eachThingHasANoticeOfItsOwn() {
    Condition source = source(3);
    Condition token = network(NetworkCondition.Kind.TOKEN_REFUSED);
    Notice known = Notice.first(1, chat(7), BEGAN);
    assertThat(NoticePlan.next(List.of(source, token), List.of(known), after("PT20M")))
        .containsExactly(
            new NoticePlan.Step.Begin(source),
            new NoticePlan.Step.Begin(token),
            new NoticePlan.Step.End(known));
  }

  @Test
  void aRestartDoesNotLetATroubleBeginLater() {
    Notice known = Notice.first(1, chat(7), after("PT5M"));
    Condition later = new ChatParked(new ChatId(7), "c", "slack", after("PT3M"), "gone", 7);
    assertThat(known.edited(later, after("PT6M")).since()).isEqualTo(BEGAN);
  }
}
