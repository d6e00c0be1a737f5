package app.bellwire.scenario;

import static app.bellwire.scenario.Heard.edit;
import static app.bellwire.scenario.Heard.rings;
import static app.bellwire.scenario.News.AGREED;
import static app.bellwire.scenario.News.CALL;
import static app.bellwire.scenario.News.CORRECTED_CALL;
import static app.bellwire.scenario.News.SAME_CALL;
import static app.bellwire.scenario.News.WITHDRAWN_CALL;

import org.junit.jupiter.api.Test;

/// Stories that are told once reports of different origin have them.
class SourcesScenarioTest extends Scenario {
  private static final Item CITING =
      SAME_CALL.saying(
          SAME_CALL.paragraphs().get(0).replace("officials in Tolmar said", "Norda reported"),
          SAME_CALL.paragraphs().get(1));

  private static final Item IN_OTHER_WORDS =
      Item.of(
          "Halvorsen and Idris revive river talks by telephone",
          SAME_CALL.paragraphs().get(0).replace("water treaty", "river"),
          SAME_CALL.paragraphs().get(1));

  private static final Item THIRD =
      Item.of(
          "Ministers of Arven and Tolm speak by telephone",
          "Foreign ministers Mats Halvorsen of Arven and Nadia Idris of Tolm agreed on Tuesday by"
              + " telephone that talks on the Sorvane resume, a diplomat in Merrin told Oriel.");

  private void asksForTwo() {
    desk.watches("\"water treaty\" AND sources:2");
  }

  @Test
  void theFirstReportWaitsAndIsToldWithTheSecond() {
    asksForTwo();
    at("10:00");
    norda.publishes(CALL);
    desk.hearsNothing();

    at("10:05");
    kestrel.publishes(SAME_CALL);
    desk.hears(
        rings(
                "*" + AGREED + "*",
                "‹Norda›, ‹Kestrel›",
                "2 reports, 2 agencies",
                "40 minutes",
                "For `\"water treaty\" sources:2` · found “water treaty”",
                "· 2 reports of different origin, waited since 10:00")
            .without("embassies"));

    at("10:30");
    oriel.publishes(SAME_CALL.headline("Ministers talk water").guid("third"));
    desk.hears(edit("3 reports, 3 agencies", "waited since 10:00"));
  }

  @Test
  void aReportThatCreditsTheFirstIsNoSecond() {
    asksForTwo();
    at("10:00");
    norda.publishes(CALL);
    at("10:05");
    kestrel.publishes(CITING);
    desk.hearsNothing();

    at("10:20");
    oriel.publishes(THIRD);
    desk.hears(rings("*" + AGREED + "*", "3 reports, 3 agencies", "2 reports of different origin"));
  }

  @Test
  void aCopyOfTheFirstIsNoSecond() {
    asksForTwo();
    at("10:00");
    norda.publishes(CALL);
    at("10:05");
    kestrel.publishes(CALL.headline("Ministers agree on water treaty talks"));
    desk.hearsNothing();
  }

  @Test
  void theSecondNeedsNoneOfTheWords() {
    asksForTwo();
    at("10:00");
    norda.publishes(CALL);
    at("10:05");
    kestrel.publishes(IN_OTHER_WORDS);
    desk.hears(rings("*" + AGREED + "*", "found “water treaty”", "waited since 10:00"));
  }

  @Test
  void theFirstNeedsNoneOfTheWordsEither() {
    asksForTwo();
    at("10:00");
    kestrel.publishes(IN_OTHER_WORDS);
    at("10:05");
    norda.publishes(CALL);
    desk.hears(rings("*" + AGREED + "*", "2 reports of different origin").without("waited since"));
  }

  @Test
  void aRestartForgetsNothingThatWaits() {
    asksForTwo();
    at("10:00");
    norda.publishes(CALL);
    room.restarts();
    at("10:05");
    kestrel.publishes(SAME_CALL);
    desk.hears(rings("*" + AGREED + "*", "waited since 10:00"));
  }

  @Test
  void threeAreThree() {
    desk.watches("\"water treaty\" AND sources:3");
    at("10:00");
    norda.publishes(CALL);
    at("10:05");
    kestrel.publishes(SAME_CALL);
    desk.hearsNothing();
    at("10:10");
    oriel.publishes(THIRD);
    desk.hears(rings("*" + AGREED + "*", "3 reports of different origin, waited since 10:00"));
  }

  @Test
  void aSubscriptionThatAsksForNoneIsToldAtOnce() {
    asksForTwo();
    desk.watches("Halvorsen");
    at("10:00");
    norda.publishes(CALL);
    desk.hears(rings("For `Halvorsen`").without("sources:2", "origin"));

    at("10:05");
    kestrel.publishes(SAME_CALL);
    desk.hears(edit("2 reports, 2 agencies"));
  }

  @Test
  void whatWasWithdrawnCountsNoMore() {
    asksForTwo();
    at("10:00");
    norda.publishes(CALL);
    at("10:02");
    norda.publishes(WITHDRAWN_CALL.guid("kill"));
    at("10:05");
    kestrel.publishes(SAME_CALL);
    desk.hearsNothing();

    at("10:10");
    oriel.publishes(THIRD);
    desk.hears(rings("*Halvorsen and Idris revive water treaty talks", "waited since 10:05"));
  }

  @Test
  void whatWasCorrectedWhileItWaitedIsToldCorrected() {
    asksForTwo();
    at("10:00");
    norda.publishes(CALL);
    at("10:02");
    norda.publishes(CORRECTED_CALL.guid("fixed"));
    desk.hearsNothing();
    at("10:05");
    kestrel.publishes(SAME_CALL);
    desk.hears(rings("*" + AGREED + "*", "14 minutes").without("40 minutes"));
  }

  @Test
  void quietHoursHoldWhatHasItsSources() {
    asksForTwo();
    desk.isQuiet("10:03-11:00", "UTC");
    at("10:00");
    norda.publishes(CALL);
    at("10:05");
    kestrel.publishes(SAME_CALL);
    desk.hearsNothing();
    at("11:00");
    desk.hears(rings("*" + AGREED + "*", "waited since 10:00"));
  }

  @Test
  void aSubscriptionMadeMeanwhileIsToldOnlyOfWhatCameAfterIt() {
    at("10:00");
    norda.publishes(CALL);
    at("10:02");
    asksForTwo();
    at("10:05");
    kestrel.publishes(SAME_CALL);
    desk.hears(rings("*Halvorsen and Idris revive", "2 reports of different origin"));
  }

  @Test
  void whyNotSaysThatItWaitsAndThenThatItCame() {
    asksForTwo();
    at("10:00");
    norda.publishes(CALL.link("https://norda.example/call"));
    desk.types("/whynot https://norda.example/call");
    desk.hears(rings("It waits for a report of another origin, as the subscription asks."));

    at("10:05");
    kestrel.publishes(SAME_CALL);
    desk.types("/whynot https://norda.example/call");
    desk.hears(
        rings(AGREED),
        rings("It waited for a report of another origin; its story was told here at"));
    desk.types("/why");
    desk.hears(rings("Sources: 2 reports of different origin, waited since"));
  }
}
