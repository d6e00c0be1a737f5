package app.bellwire.scenario;

import static app.bellwire.scenario.Heard.edit;
import static app.bellwire.scenario.Heard.reply;
import static app.bellwire.scenario.Heard.rings;
import static app.bellwire.scenario.Heard.silentReply;
import static app.bellwire.scenario.Heard.toast;
import static app.bellwire.scenario.News.AGREED;
import static app.bellwire.scenario.News.CALL;
import static app.bellwire.scenario.News.CORRECTED_CALL;
import static app.bellwire.scenario.News.MEETING;
import static app.bellwire.scenario.News.SAME_CALL;
import static app.bellwire.scenario.News.WITHDRAWN_CALL;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One story over some hours: what rings, what only changes a line, what is said again.
class StoryScenarioTest extends Scenario {
  @BeforeEach
  void somebodyListens() {
    desk.watches("\"water treaty\"");
  }

  @Test
  void aFirstReportRingsOnce() {
    at("10:00");
    norda.publishes(CALL, News.FAIR);
    desk.hears(
        rings("*" + AGREED + "*", "‹Norda› · 10:00", "found “water treaty”", "[Mute story]")
            .without("geese"));

    at("10:05");
    norda.isRead();
    desk.hearsNothing();
  }

  @Test
  void whyNamesTheNearestStoryAndHowMuchOlderItIs() {
    at("10:00");
    norda.publishes(CALL);
    desk.hears(rings(AGREED));

    room.later(Duration.ofDays(28));
    norda.publishes(
        CALL.headline("Halvorsen and Idris speak of the water treaty once more")
            .saying(CALL.paragraphs().get(0), "Both want a text by summer."));
    desk.hears(rings("once more"));
    desk.types("/why");
    desk.hears(rings("Story: new; the nearest is 28 days older: " + AGREED));
  }

  @Test
  void aSecondAgencyChangesALineAndDoesNotRing() {
    at("10:00");
    norda.publishes(CALL);
    desk.hears(rings(AGREED));

    at("10:05");
    kestrel.publishes(SAME_CALL);
    desk.hears(edit(AGREED, "‹Norda›, ‹Kestrel›", "2 reports, 2 agencies · updated 10:05"));
  }

  @Test
  void aFollowUpIsASilentReplyWithOnlyWhatIsNew() {
    at("10:00");
    norda.publishes(CALL);
    desk.hears(rings(AGREED));

    at("11:00");
    norda.publishes(MEETING);
    desk.hears(
        silentReply("*New* · ‹Norda› · 11:00", "nine people").without("within a week"),
        edit(AGREED, "updated 11:00 UTC, see reply"));
  }

  @Test
  void everyFollowUpLeavesTheFirstMessageStanding() {
    at("10:00");
    norda.publishes(CALL);
    at("11:00");
    norda.publishes(MEETING);
    desk.isCleared();

    at("11:30");
    norda.publishes(
        MEETING.saying(MEETING.paragraphs().get(0), "Quelland pays three interpreters."));
    desk.hears(
        silentReply("*New*", "interpreters").without("nine people"),
        edit("*" + AGREED + "*", "40 minutes", "3 reports", "updated 11:30 UTC, see reply"));
    at("12:00");
    norda.publishes(WITHDRAWN_CALL.guid("kill"));
    desk.hears(edit("WITHDRAWN by Norda"), reply("*Withdrawn*"));
  }

  @Test
  void theSameArticleAgainSaysNothing() {
    at("10:00");
    norda.publishes(CALL);
    desk.hears(rings(AGREED));

    at("10:20");
    norda.publishes(CALL.guid("other").link("https://norda.example/other"));
    norda.publishes(CALL.headline("REFILE-" + AGREED));
    norda.publishes(
        CALL.guid("third")
            .headline("RPT-" + AGREED)
            .saying(CALL.paragraphs().get(0).replace("the Arven", "Arven's")));
    desk.hearsNothing();
  }

  @Test
  void aCorrectionChangesTheTextAndReplies() {
    at("10:00");
    norda.publishes(CALL);
    desk.hears(rings("40 minutes"));

    at("12:30");
    norda.publishes(CORRECTED_CALL);
    desk.hears(
        edit("corrected 12:30", "14 minutes").without("40 minutes"),
        reply("*Corrected* · ‹Norda› · 12:30", "“The call lasted 14 minutes.”"));
  }

  @Test
  void aCorrectionComesAlsoWhereTheStoryIsMuted() {
    at("10:00");
    norda.publishes(CALL);
    desk.presses("Mute story");
    desk.hears(rings(AGREED), toast("Muted for 2 days"), edit("[Muted for 2 days · Undo]"));

    at("11:00");
    norda.publishes(MEETING);
    kestrel.publishes(SAME_CALL);
    desk.hearsNothing();

    at("12:30");
    norda.publishes(CORRECTED_CALL);
    desk.hears(edit("corrected 12:30"), reply("*Corrected*", "14 minutes"));
  }

  @Test
  void aWithdrawalTakesTextAndLinkOutAndReplies() {
    at("10:00");
    norda.publishes(CALL);
    desk.hears(rings(AGREED));

    at("17:40");
    norda.publishes(WITHDRAWN_CALL);
    desk.hears(
        edit("*WITHDRAWN by Norda, 17:40 UTC. Do not use.*", "~" + AGREED + "~")
            .without("‹", "40 minutes", "[Read]"),
        reply("*Withdrawn* · Norda · 17:40", "No other agency reports it.").without("‹"));
  }

  @Test
  void aWithdrawalLeavesTheOtherAgencyStanding() {
    at("10:00");
    norda.publishes(CALL);
    at("10:05");
    kestrel.publishes(SAME_CALL);
    desk.isCleared();

    at("17:40");
    norda.publishes(WITHDRAWN_CALL);
    desk.hears(
        edit("*" + SAME_CALL.headline() + "*", "‹Kestrel›", "Norda’s report withdrawn 17:40")
            .without("40 minutes"),
        reply("*Withdrawn*", "Kestrel still reports it."));
  }

  @Test
  void twoEventsOfOneStorylineFourWeeksApartStayTwo() {
    at("10:00");
    norda.publishes(CALL);
    desk.hears(rings(AGREED));

    later(Duration.ofDays(28));
    norda.publishes(CALL.guid("second").link("https://norda.example/second"), News.FAIR);
    desk.hearsNothing();

    norda.publishes(
        CALL.guid("third")
            .link("https://norda.example/third")
            .saying(CALL.paragraphs().get(0), "This time the call lasted three hours."));
    desk.hears(rings(AGREED, "three hours"));
  }

  @Test
  void theSameArticleInTwoFeedsIsOneReport() {
    Wire world = room.wire("norda-world", "Norda", "https://norda.example/world");
    at("10:00");
    norda.publishes(CALL.link("https://norda.example/call?utm_source=rss"));
    desk.hears(rings(AGREED));

    world.publishes(CALL.guid("w-17").link("https://www.norda.example/call"));
    desk.hearsNothing();
  }

  @Test
  void aChangedArticleUnderItsOldGuidTellsWhatIsNew() {
    at("10:00");
    norda.publishes(CALL);
    desk.hears(rings(AGREED));

    at("10:30");
    norda.publishes(
        CALL.saying(
            CALL.paragraphs().get(0),
            CALL.paragraphs().get(1),
            "Quelland has offered the old customs house of Merrin for a first round."));
    desk.hears(silentReply("*New*", "customs house"), edit("updated 10:30 UTC, see reply"));
  }

  @Test
  void whatAChatHeardInAnotherEventOfTheStorylineIsNotToldAgain() {
    String past =
        "On January 12, the river commission published the water treaty of Halvorsen and Idris.";
    at("10:00");
    norda.publishes(CALL.saying(CALL.paragraphs().get(0), CALL.paragraphs().get(1), past));
    desk.hears(rings(AGREED, "name their negotiators", "Background", "On January 12"));

    later(Duration.ofDays(5));
    norda.publishes(
        Item.of(
            "Halvorsen and Idris quarrel over water treaty interpreters",
            "Foreign ministers Mats Halvorsen of Arven and Nadia Idris of Tolm quarrelled on Sunday"
                + " over who pays the interpreters of the water treaty talks.",
            CALL.paragraphs().get(1),
            "The river commission published the water treaty of Halvorsen and Idris on"
                + " January 12.",
            "Idris left the room before noon."));
    desk.hears(
        rings("quarrelled", "Idris left the room before noon.")
            .without("name their negotiators", "Background", "January 12"));
  }

  @Test
  void backgroundThatIsAddedMakesNoMessage() {
    at("10:00");
    norda.publishes(CALL);
    desk.hears(rings(AGREED));

    at("10:30");
    norda.publishes(
        CALL.saying(
            CALL.paragraphs().get(0),
            CALL.paragraphs().get(1),
            CALL.paragraphs().get(2),
            "On January 12, the river commission published a draft of nine pages."));
    desk.hears(edit(AGREED, "2 reports, 1 agency").without("nine pages"));
  }

  @Test
  void aFigureThatRisesIsTold() {
    String found = "Rescuers have found 27 negotiators of the water treaty alive, officials said.";
    at("10:00");
    norda.publishes(CALL.saying(CALL.paragraphs().get(0), found));
    desk.hears(rings("27 negotiators"));

    at("10:30");
    norda.publishes(CALL.saying(CALL.paragraphs().get(0), found.replace("27", "28")));
    desk.hears(silentReply("*New*", "28 negotiators"), edit("updated 10:30 UTC, see reply"));
  }
}
