package app.bellwire.scenario;

import static app.bellwire.scenario.Heard.rings;
import static app.bellwire.scenario.News.CALL;
import static app.bellwire.scenario.News.FAIR;
import static app.bellwire.scenario.News.MEETING;
import static app.bellwire.scenario.News.SAME_CALL;
import static app.bellwire.scenario.News.WITHDRAWN_CALL;
import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.ledger.Outcome;
import app.bellwire.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What became of a report in a chat, as the chat asks for it.
class LedgerScenarioTest extends Scenario {
  private static final String FIRST = "https://norda.example/call";
  private static final String SECOND = "https://kestrel.example/call";

  private void nightInBerlin() {
    room.clocksShow("Europe/Berlin");
    desk.isQuiet("22:00-07:00", "Europe/Berlin");
  }

  private void asksFor(String link, String... parts) {
    desk.isCleared();
    desk.types("/whynot " + link);
    desk.hears(rings(parts));
  }

  @Test
  void whatIsHeldAtNightIsToldInTheMorningAndTheLedgerFollows() {
    desk.watches("\"water treaty\"");
    nightInBerlin();
    at("23:00");
    norda.publishes(CALL.link(FIRST));
    kestrel.publishes(SAME_CALL.link(SECOND));
    asksFor(FIRST, "(Norda). Held by quiet hours; comes at ", " 07:00.");
    asksFor(SECOND, "(Kestrel). Held by quiet hours; comes at ", " 07:00.");
    assertThat(here()).isEqualTo(Map.of(Outcome.HELD, 2L));

    at("07:00");
    asksFor(FIRST, "Held by quiet hours; told here at 07:00.");
    asksFor(SECOND, "Held by quiet hours; told here with its story at 07:00.");
    assertThat(here()).isEqualTo(Map.of(Outcome.TOLD, 1L, Outcome.JOINED, 1L));
    assertThat(room.stores().ledger().since(Instant.EPOCH)).isEqualTo(here());
  }

  @Test
  void whatIsWithdrawnWhileItIsHeldIsSaidToBe() {
    desk.watches("\"water treaty\"");
    nightInBerlin();
    at("23:00");
    norda.publishes(CALL.link(FIRST));
    at("23:30");
    norda.publishes(WITHDRAWN_CALL.link("https://norda.example/kill"));
    asksFor(FIRST, "It was withdrawn before it reached this chat.");
    assertThat(here()).isEqualTo(Map.of(Outcome.FILTERED, 2L));
  }

  @Test
  void aStoryMutedAtNightIsNotToldInTheMorning() {
    desk.watches("\"water treaty\"");
    nightInBerlin();
    at("23:00");
    norda.publishes(CALL.link(FIRST));
    desk.types("/mute story 2d");
    at("07:00");
    asksFor(FIRST, "Its story was muted by ");
    assertThat(here()).isEqualTo(Map.of(Outcome.MUTED, 1L));
  }

  @Test
  void whatComesOfAMutedStoryNamesWhoMutedIt() {
    desk.watches("\"water treaty\"");
    at("10:00");
    norda.publishes(CALL.link(FIRST));
    desk.types("/mute story 2d");
    at("11:00");
    norda.publishes(MEETING.link(SECOND));
    asksFor(SECOND, "Its story was muted by ", " until Thu 10:00 UTC.");
    assertThat(here()).isEqualTo(Map.of(Outcome.TOLD, 1L, Outcome.MUTED, 1L));
  }

  @Test
  void whatJoinsAToldStorySaysSo() {
    desk.watches("\"water treaty\"");
    at("10:00");
    norda.publishes(CALL.link(FIRST));
    at("11:00");
    kestrel.publishes(SAME_CALL.link(SECOND));
    asksFor(SECOND, "It joined the story sent at 10:00 UTC as its 2nd report");
    at("12:00");
    norda.publishes(WITHDRAWN_CALL.link("https://norda.example/kill"));
    asksFor("https://norda.example/kill", "It withdraws a report of the story sent at 10:00 UTC");
    assertThat(here()).isEqualTo(Map.of(Outcome.TOLD, 1L, Outcome.JOINED, 2L));
  }

  @Test
  void eachChatHasItsOwnAnswer() {
    Subscription treaty = desk.watches("\"water treaty\"");
    ChatLog away = room.chat("away");
    away.watches("harbour");
    at("10:00");
    desk.mutes(treaty, Duration.ofHours(2));
    norda.publishes(CALL.link(FIRST), FAIR.link("https://norda.example/fair"));
    asksFor(FIRST, "`\"water treaty\"` was muted by ", "until 12:00");
    asksFor("https://norda.example/fair", "not sent here. It has nothing of what the one");
    asksFor("https://norda.example/other", "norda is a source, last read 10:00");
    asksFor("https://nowhere.example/1", "nowhere.example is not ");
    away.types("/whynot " + FIRST);
    away.hears(rings("not sent here"));
    assertThat(room.stores().ledger().since(Instant.EPOCH))
        .isEqualTo(Map.of(Outcome.MUTED, 1L, Outcome.UNMATCHED, 1L));
  }

  @Test
  void aRepeatedReportTellsWhatBecameOfTheFirst() {
    desk.watches("\"water treaty\"");
    at("10:00");
    norda.publishes(CALL.link(FIRST));
    at("10:30");
    norda.publishes(
        CALL.guid("again")
            .link("https://norda.example/again")
            .saying(CALL.paragraphs().get(0), CALL.paragraphs().get(1)));
    assertThat(here()).isEqualTo(Map.of(Outcome.TOLD, 1L, Outcome.REPEATED, 1L));
    asksFor("https://norda.example/again", "It repeats a report", "as a new story");
    desk.types("/status");
    desk.hears(rings("2 reports read, 1 matched: 1 told. The others: 1 read before."));
  }

  private Map<Outcome, Long> here() {
    return room.stores().ledger().since(desk.id(), Instant.EPOCH);
  }
}
