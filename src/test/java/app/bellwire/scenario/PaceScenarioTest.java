package app.bellwire.scenario;

import static app.bellwire.scenario.Heard.edit;
import static app.bellwire.scenario.Heard.reply;
import static app.bellwire.scenario.Heard.rings;
import static app.bellwire.scenario.Heard.silent;
import static app.bellwire.scenario.Heard.silentReply;
import static app.bellwire.scenario.News.AGREED;
import static app.bellwire.scenario.News.CALL;
import static app.bellwire.scenario.News.CORRECTED_CALL;
import static app.bellwire.scenario.News.MEETING;
import static app.bellwire.scenario.News.SAME_CALL;
import static app.bellwire.scenario.News.WITHDRAWN_CALL;

import app.bellwire.subscription.Subscription;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How much a chat is told at most, and what becomes of the rest: pauses, mutes, busy stories.
class PaceScenarioTest extends Scenario {
  private static final String HYDROLOGISTS = "Each delegation brings two hydrologists along.";
  private static final String INTERPRETERS = "Quelland pays three interpreters for the round.";
  private static final String PRESS = "Reporters are let into the garden of the customs house.";
  private static final String TRAINS = "A night train takes the negotiators to Merrin.";
  private static final String SNOW = "Snow has closed the pass above Sorvane to lorries.";
  private static final String MUSIC = "A brass band of forty greets both ministers at noon.";
  private static final String TEA = "Tea is served in the orangery after the opening.";
  private Subscription treaty;

  @BeforeEach
  void somebodyListens() {
    treaty = desk.watches("\"water treaty\"");
  }

  private static Item more(String... sentences) {
    String[] all = new String[sentences.length + 1];
    all[0] = MEETING.paragraphs().getFirst();
    System.arraycopy(sentences, 0, all, 1, sentences.length);
    return MEETING.saying(all);
  }

  @Test
  void followUpsThatComeTooCloseAreToldTogether() {
    at("10:00");
    norda.publishes(CALL);
    at("11:00");
    norda.publishes(more(HYDROLOGISTS));
    desk.isCleared();
    at("11:03");
    norda.publishes(more(INTERPRETERS));
    at("11:06");
    norda.publishes(more(PRESS));
    at("11:09");
    desk.hearsNothing();

    at("11:10");
    desk.hears(silentReply("*New*", INTERPRETERS, PRESS).without(HYDROLOGISTS), edit("see reply"));
    at("11:15");
    norda.publishes(more(TRAINS));
    desk.hearsNothing();
    at("11:20");
    desk.hears(silentReply("*New*", TRAINS).without(PRESS), edit("see reply"));
  }

  @Test
  void theSixthFollowUpOfADayIsFoldedAndMayBeToldTheNextDay() {
    at("09:00");
    norda.publishes(CALL);
    int hour = 10;
    for (String news : new String[] {HYDROLOGISTS, INTERPRETERS, PRESS, TRAINS, SNOW}) {
      at(hour++ + ":00");
      norda.publishes(more(news));
    }
    desk.isCleared();
    at("16:00");
    norda.publishes(more(MUSIC));
    desk.hears(edit("updated 16:00").without(MUSIC));

    at("10:00");
    norda.publishes(more(MUSIC, TEA));
    desk.hears(silentReply("*New*", MUSIC, TEA), edit("see reply"));
  }

  @Test
  void aCorrectionOfABusyStoryDoesNotWait() {
    at("10:00");
    norda.publishes(CALL);
    at("11:00");
    norda.publishes(more(HYDROLOGISTS));
    desk.isCleared();
    at("11:01");
    norda.publishes(CORRECTED_CALL.guid("right"));
    desk.hears(edit("corrected 11:01"), reply("*Corrected*"));
  }

  @Test
  void aPausedChatHearsNothingUntilItResumes() {
    at("10:00");
    desk.pauses();
    norda.publishes(News.different(2));
    later(Duration.ofDays(3));
    desk.hearsNothing();

    desk.resumes();
    desk.hears(
        silent(News.headlines(0, 1)[0], "held from Tue 4 Mar, 10:00"),
        rings(News.headlines(1, 2)[0]));
  }

  @Test
  void whatCameInALongPauseIsToldInOneMessage() {
    norda.isRead();
    at("10:00");
    desk.pauses();
    norda.publishes(News.different(4));
    later(Duration.ofDays(3));
    desk.resumes();
    desk.hears(rings("*While it was paused · Tue 10:00–Fri 10:00 UTC*", "4 stories"));
  }

  @Test
  void aPausedChatIsStillToldWhatWasWrong() {
    at("10:00");
    norda.publishes(CALL);
    desk.hears(rings(AGREED));
    desk.pauses();
    at("11:00");
    norda.publishes(WITHDRAWN_CALL);
    desk.hears(edit("WITHDRAWN by Norda"), silentReply("*Withdrawn*"));
  }

  @Test
  void whatIsDueInAPauseWaitsForItsEnd() {
    desk.isQuiet("22:00-07:00", "UTC");
    at("23:00");
    norda.publishes(News.different(1));
    desk.pauses();
    at("07:00");
    desk.hearsNothing();
    at("09:00");
    desk.resumes();
    desk.hears(rings(News.headlines(0, 1)[0]));
  }

  @Test
  void whatIsMutedWhileItIsHeldIsNotTold() {
    desk.isQuiet("22:00-07:00", "UTC");
    at("23:00");
    norda.publishes(News.different(2));
    desk.mutes(treaty, Duration.ofHours(10));
    at("07:00");
    desk.hearsNothing();

    at("10:00");
    norda.publishes(News.different(3)[2]);
    desk.hears(
        rings(News.headlines(2, 3)[0], "2 reports came while it was muted.", "[Show the 2]"));
    at("11:00");
    norda.publishes(News.different(4)[3]);
    desk.hears(rings(News.headlines(3, 4)[0]).without("while it was muted"));
  }

  @Test
  void aRunningStoryThatIsMutedWhileItIsHeldIsNotTold() {
    desk.isQuiet("22:00-07:00", "UTC");
    at("23:00");
    norda.publishes(CALL);
    desk.mutesRunningStory(Duration.ofHours(12));
    norda.publishes(News.different(1));
    at("07:00");
    desk.hears(rings(News.headlines(0, 1)[0]).without("while it was muted"));

    at("12:00");
    norda.publishes(more(HYDROLOGISTS));
    desk.hears(rings(MEETING.headline(), "1 report came while it was muted.", "[Show it]"));
  }

  @Test
  void afterTheMuteOfAChatTheNextAlertSaysHowMuchCame() {
    desk.mutes(Duration.ofHours(1));
    at("08:30");
    norda.publishes(News.different(2));
    desk.hearsNothing();
    at("10:00");
    norda.publishes(News.different(3)[2]);
    desk.hears(rings(News.headlines(2, 3)[0], "2 reports came while it was muted."));
  }

  @Test
  void aWaitingFollowUpThatIsWithdrawnIsNotTold() {
    desk.isQuiet("22:00-07:00", "UTC");
    at("21:00");
    norda.publishes(CALL);
    kestrel.publishes(SAME_CALL);
    desk.isCleared();
    at("23:00");
    kestrel.publishes(MEETING.guid("meeting"));
    desk.hearsNothing();
    at("23:30");
    kestrel.publishes(
        MEETING
            .guid("meeting")
            .headline("KILL: " + MEETING.headline())
            .saying("Kestrel withdraws its report on the meeting. Please do not use it."));
    desk.hears(edit(AGREED, "Kestrel’s report withdrawn 23:30"));
    at("07:00");
    desk.hearsNothing();
  }

  @Test
  void aWithdrawalOfWhatWasToldIsSaidThoughItTakesAWaitingFollowUpToo() {
    desk.isQuiet("22:00-07:00", "UTC");
    at("21:00");
    norda.publishes(CALL);
    desk.isCleared();
    at("23:00");
    norda.publishes(MEETING);
    at("23:30");
    norda.publishes(WITHDRAWN_CALL);
    desk.hears(edit("WITHDRAWN by Norda"), silentReply("*Withdrawn*"));
    at("07:00");
    desk.hearsNothing();
  }

  @Test
  void aSecondAgencyAtNightChangesALineAndLeavesTheFollowUpWaiting() {
    desk.isQuiet("22:00-07:00", "UTC");
    at("21:00");
    norda.publishes(CALL);
    desk.isCleared();
    at("23:00");
    norda.publishes(MEETING);
    at("23:30");
    kestrel.publishes(SAME_CALL);
    desk.hears(edit("3 reports, 2 agencies").without("see reply"));
    at("07:00");
    desk.hears(silentReply("*New*", "nine people"), edit("3 reports, 2 agencies", "see reply"));
  }
}
