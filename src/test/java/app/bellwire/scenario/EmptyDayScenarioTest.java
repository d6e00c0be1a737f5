package app.bellwire.scenario;

import static app.bellwire.scenario.Heard.edit;
import static app.bellwire.scenario.Heard.rings;
import static app.bellwire.scenario.Heard.silent;
import static app.bellwire.scenario.News.AGREED;
import static app.bellwire.scenario.News.CALL;
import static app.bellwire.scenario.News.FAIR;

import app.bellwire.subscription.Subscription;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Subscriptions that nothing matches. The scenario begins at 08:00.
class EmptyDayScenarioTest extends Scenario {
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void afterADayWithoutAReportItIsSaidOnceWithWhatCameNearest() {
    desk.watches("Halvorsen Stoltenberg");
    later(Duration.ofHours(2));
    norda.publishes(FAIR, CALL);
    later(Duration.ofHours(21));
    desk.hearsNothing();
    later(Duration.ofHours(1));
    desk.hears(
        silent(
            "No report has matched `Halvorsen Stoltenberg` since yesterday, 08:00 UTC. 2 reports of"
                + " 1 source were looked at.\nNearest: 1 has Halvorsen, none has Stoltenberg too."
                + " ‹4 Mar: "
                + AGREED
                + "›\nThis is said once.\n[Wider: either name]\n[Keep] [Remove]"));
    later(DAY);
    later(DAY);
    desk.hearsNothing();
  }

  @Test
  void wordsThatAreChangedWaitForADayAnew() {
    desk.watches("Halvorsen Stoltenberg");
    norda.publishes(CALL);
    later(DAY);
    desk.isCleared();
    desk.presses("Wider: either name");
    desk.hears(edit("Changed: `Halvorsen OR Stoltenberg`"));
    later(Duration.ofHours(1));
    desk.hearsNothing();
    later(DAY);
    desk.hears(silent("No report has matched `Halvorsen OR Stoltenberg` since yesterday, "));
  }

  @Test
  void whatWasMatchedIsNotSilent() {
    desk.watches("\"water treaty\"");
    norda.publishes(CALL);
    desk.hears(rings(AGREED));
    later(DAY);
    later(DAY);
    desk.hearsNothing();
  }

  @Test
  void aReportThatMatchesWhileItIsNightSettlesIt() {
    at("23:00");
    desk.watches("\"water treaty\"");
    norda.publishes(FAIR);
    later(DAY);
    later(Duration.ofHours(1));
    desk.hearsNothing();
    norda.publishes(CALL);
    desk.hears(rings(AGREED));
    at("09:00");
    later(DAY);
    desk.hearsNothing();
  }

  @Test
  void itWaitsForTheMorningAndSurvivesARestart() {
    norda.publishes(FAIR);
    at("23:00");
    desk.watches("harbour");
    later(DAY);
    desk.hearsNothing();
    room.restarts();
    desk.hearsNothing();
    at("08:00");
    desk.hears(silent("No report has matched `harbour` since Tue 4 Mar, 23:00 UTC. 0 reports"));
    room.restarts();
    later(DAY);
    desk.hearsNothing();
  }

  @Test
  void quietHoursMutesAndPausesAreWaitedFor() {
    norda.publishes(FAIR);
    desk.isQuiet("07:00-09:00", "UTC");
    Subscription harbour = desk.watches("harbour");
    later(DAY);
    desk.hearsNothing();
    desk.mutes(harbour, Duration.ofHours(2));
    later(Duration.ofMinutes(90));
    desk.hearsNothing();
    desk.pauses();
    later(Duration.ofHours(1));
    desk.hearsNothing();
    desk.resumes();
    desk.hears(silent("No report has matched `harbour`"));
  }

  @Test
  void whatWasRemovedIsNotAskedAbout() {
    norda.publishes(FAIR);
    Subscription harbour = desk.watches("harbour");
    later(Duration.ofHours(23));
    room.parts().book.end(harbour, "ann");
    later(DAY);
    desk.hearsNothing();
  }

  @Test
  void aSourceThatIsAwayIsWaitedForAndNamed() {
    norda.publishes(FAIR);
    desk.watches("harbour");
    at("20:00");
    norda.isDown(true);
    norda.isRead();
    at("21:00");
    norda.isRead();
    at("08:00");
    desk.hearsNothing();
    at("09:00");
    norda.isDown(false);
    norda.isRead();
    desk.hears(
        silent("looked at. norda could not be read for 13 hours of that time.", "[Keep] [Remove]"));
  }

  @Test
  void nothingIsSaidWhereNoSourceWasEverRead() {
    desk.watches("harbour");
    later(DAY);
    desk.hearsNothing();
  }
}
