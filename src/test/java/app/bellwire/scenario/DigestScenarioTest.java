package app.bellwire.scenario;

import static app.bellwire.scenario.Heard.edit;
import static app.bellwire.scenario.Heard.reply;
import static app.bellwire.scenario.Heard.rings;
import static app.bellwire.scenario.Heard.silent;
import static app.bellwire.scenario.Heard.silentReply;
import static app.bellwire.scenario.Heard.toast;
import static app.bellwire.scenario.News.AGREED;
import static app.bellwire.scenario.News.CALL;
import static app.bellwire.scenario.News.CORRECTED_CALL;
import static app.bellwire.scenario.News.MEETING;
import static app.bellwire.scenario.News.SAME_CALL;
import static app.bellwire.scenario.News.WITHDRAWN_CALL;

import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Timing;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Digests: one a local day and time whatever clocks do, and what becomes of their stories.
class DigestScenarioTest extends Scenario {
  private static final Duration DAY = Duration.ofDays(1);

  @ParameterizedTest(name = "{0} from {1} at {2}")
  @CsvSource({
    "Europe/Berlin, 2031-03-28T20:00:00Z, 02:30, Sat 29 Mar 02:30, Sun 30 Mar 03:00, Mon 31 Mar"
        + " 02:30",
    "Europe/Berlin, 2031-10-24T20:00:00Z, 02:30, Sat 25 Oct 02:30, Sun 26 Oct 02:30, Mon 27 Oct"
        + " 02:30",
    "America/New_York, 2031-03-08T00:00:00Z, 02:30, Sat 8 Mar 02:30, Sun 9 Mar 03:00, Mon 10 Mar"
        + " 02:30",
    "America/New_York, 2031-11-01T00:00:00Z, 01:30, Sat 1 Nov 01:30, Sun 2 Nov 01:30, Mon 3 Nov"
        + " 01:30",
    "Australia/Lord_Howe, 2031-10-03T10:00:00Z, 02:00, Sat 4 Oct 02:00, Sun 5 Oct 02:30, Mon 6 Oct"
        + " 02:00",
    "Australia/Lord_Howe, 2031-04-04T10:00:00Z, 01:30, Sat 5 Apr 01:30, Sun 6 Apr 01:30, Mon 7 Apr"
        + " 01:30",
    "Pacific/Apia, 2011-12-29T05:00:00Z, 08:00, Thu 29 Dec 08:00, Sat 31 Dec 08:00, Sun 1 Jan"
        + " 08:00",
    "Pacific/Apia, 2012-03-30T10:00:00Z, 03:30, Sat 31 Mar 03:30, Sun 1 Apr 03:30, Mon 2 Apr 03:30",
    "Pacific/Apia, 2012-09-28T10:00:00Z, 03:30, Sat 29 Sep 03:30, Sun 30 Sep 04:00, Mon 1 Oct"
        + " 03:30",
  })
  void thereIsOneDigestADayWhereTheClocksChange(
      String zone, Instant start, String time, String first, String second, String third) {
    begin(start, "");
    desk.watches("\"water treaty\"");
    desk.digests(zone, time);
    int story = 0;
    for (String title : new String[] {first, second, third}) {
      norda.publishes(News.different(story + 1)[story]);
      for (int half = 0; half < 48; half++) {
        later(Duration.ofMinutes(30));
      }
      String day = title.substring(0, title.lastIndexOf(' '));
      desk.hears(
          rings(
              "*Digest · " + day,
              title.substring(day.length() + 1) + "*",
              News.headlines(story, story + 1)[0]));
      story++;
    }
  }

  private void digestsAtEightAndSix() {
    desk.watches("\"water treaty\"");
    desk.digests("UTC", "08:00", "18:00");
  }

  @Test
  void aClockThatJumpsBackRepeatsNoDigest() {
    digestsAtEightAndSix();
    at("17:50");
    norda.publishes(News.different(1));
    at("18:05");
    desk.hears(rings("*Digest · Tue 4 Mar, 18:05*", News.headlines(0, 1)[0]));

    later(Duration.ofHours(-1));
    norda.publishes(News.different(2)[1]);
    later(Duration.ofHours(1));
    desk.hearsNothing();
    at("08:00");
    desk.hears(rings("*Digest · Wed 5 Mar, 08:00*", News.headlines(1, 2)[0]));
  }

  @Test
  void aClockThatJumpsAnHourSkipsNoDigest() {
    digestsAtEightAndSix();
    at("17:30");
    norda.publishes(News.different(1));
    later(Duration.ofHours(1));
    desk.hears(rings("*Digest · Tue 4 Mar, 18:30*", News.headlines(0, 1)[0]));

    norda.publishes(News.different(2)[1]);
    at("08:00");
    desk.hears(rings("*Digest · Wed 5 Mar, 08:00*", News.headlines(1, 2)[0]));
  }

  @Test
  void aClockThatJumpsADaySkipsNoDigest() {
    digestsAtEightAndSix();
    at("17:30");
    norda.publishes(News.different(1));
    later(DAY);
    desk.hears(rings("*Digest · Wed 5 Mar, 17:30*", News.headlines(0, 1)[0]));

    norda.publishes(News.different(2)[1]);
    at("18:00");
    desk.hears(rings("*Digest · Wed 5 Mar, 18:00*", News.headlines(1, 2)[0]));
    later(DAY);
    desk.hearsNothing();
  }

  @Test
  void aDigestNamesItsTimeTheOneBeforeAndTheNext() {
    digestsAtEightAndSix();
    at("17:00");
    norda.publishes(News.different(1));
    at("18:00");
    desk.isCleared();
    norda.publishes(News.different(3)[1], News.different(3)[2]);
    at("08:00");
    desk.hears(
        rings(
            "2 stories, 2 reports, read since Tue 4 Mar, 18:00.",
            "Next digest today, 18:00.",
            "[Mute a story] [Digest times]"));
  }

  @Test
  void aSubscriptionThatComesAtOnceBeatsTheDigestOfItsChat() {
    desk.watches("\"water treaty\"", DeliveryPlan.OPEN.with(new Timing.AtOnce()));
    desk.digests("UTC", "18:00");
    at("10:00");
    norda.publishes(CALL);
    desk.hears(rings(AGREED));
    at("18:00");
    desk.hearsNothing();
  }

  @Test
  void aSecondAgencyBringsAHeldStoryUpToDate() {
    digestsAtEightAndSix();
    at("10:00");
    norda.publishes(CALL);
    at("11:00");
    kestrel.publishes(SAME_CALL);
    desk.hearsNothing();
    at("18:00");
    desk.hears(rings("1 story, 2 reports", "‹Norda›, ‹Kestrel›"));
  }

  @Test
  void whatWasWithdrawnBeforeTheDigestIsLeftOutAndCounted() {
    digestsAtEightAndSix();
    at("10:00");
    norda.publishes(CALL, News.different(1)[0]);
    at("11:00");
    norda.publishes(WITHDRAWN_CALL);
    at("18:00");
    desk.hears(
        rings("1 story, 1 report", "1 report was withdrawn before it reached this chat")
            .without(AGREED));
    norda.publishes(News.different(2)[1]);
    at("08:00");
    desk.hears(rings("1 story").without("withdrawn"));
  }

  @Test
  void aFollowUpInADigestChangesTheFirstMessageOfItsStory() {
    desk.watches("\"water treaty\"");
    at("10:00");
    norda.publishes(CALL);
    desk.isCleared();
    desk.digests("UTC", "18:00");
    at("11:00");
    norda.publishes(MEETING, News.different(1)[0]);
    desk.hearsNothing();
    at("18:00");
    desk.hears(
        rings("2 stories", "nine people", News.headlines(0, 1)[0]),
        edit("*" + AGREED + "*", "updated 11:00"));

    at("19:00");
    norda.publishes(WITHDRAWN_CALL);
    desk.hears(
        edit("~" + AGREED + "~"),
        reply("*Withdrawn*"),
        edit("*Digest", "~" + MEETING.headline() + "~"));
  }

  private void fourStoriesOfANight() {
    desk.watches("\"water treaty\"");
    room.clocksShow("Europe/Berlin");
    desk.isQuiet("22:00-07:00", "Europe/Berlin");
    at("21:00");
    norda.isRead();
    at("23:00");
    norda.publishes(News.different(3));
    norda.publishes(CALL);
    at("07:00");
    desk.hears(
        rings("*While it was quiet · 22:00–07:00*", "4 stories", "[Mute a story] [Quiet hours]"));
  }

  @Test
  void aSecondAgencyChangesALineOfTheDigest() {
    fourStoriesOfANight();
    at("09:00");
    kestrel.publishes(SAME_CALL);
    desk.hears(edit("4 stories, 5 reports", "‹Norda›, ‹Kestrel›", News.headlines(0, 1)[0]));
  }

  @Test
  void aFollowUpStandsUnderTheDigestThatToldTheStory() {
    fourStoriesOfANight();
    at("09:00");
    norda.publishes(MEETING);
    desk.hears(
        edit("While it was quiet", "updated 09:00, see reply"),
        silentReply("On “" + AGREED + "”:", "*New* · ‹Norda›", "nine people"));
  }

  @Test
  void aCorrectionStandsUnderTheDigestAndPutsItsLineRight() {
    fourStoriesOfANight();
    at("09:00");
    norda.publishes(CORRECTED_CALL);
    desk.hears(
        edit("While it was quiet", "corrected"),
        reply("On “" + AGREED + "”:", "*Corrected* · ‹Norda›", "14 minutes"));
  }

  @Test
  void aWithdrawalStrikesTheLineOfTheDigest() {
    fourStoriesOfANight();
    at("09:00");
    norda.publishes(WITHDRAWN_CALL);
    desk.hears(
        edit("*WITHDRAWN by Norda", "~" + AGREED + "~").without("‹" + AGREED),
        reply("*Withdrawn* · Norda", "It was sent here at 07:00."));
  }

  @Test
  void aStoryOfADigestIsMutedUnderIt() {
    fourStoriesOfANight();
    at("09:00");
    norda.publishes(MEETING);
    desk.isCleared();
    desk.presses("Mute story");
    desk.hears(toast("Muted for 2 days"), edit("While it was quiet"));
    at("09:30");
    norda.publishes(MEETING.saying(MEETING.paragraphs().get(0), "Quelland pays interpreters."));
    desk.hearsNothing();
  }

  /// Ten stories that are too long for one message; the last of them is the call.
  private void aLongDigest() {
    digestsAtEightAndSix();
    at("09:00");
    norda.isRead();
    at("10:00");
    for (int i = 0; i < 10; i++) {
      Item brief = News.different(10)[i];
      norda.publishes(brief.saying(brief.paragraphs().getFirst(), wordy(i)));
    }
    at("10:01");
    norda.publishes(CALL.saying(CALL.paragraphs().get(0), wordy(10), CALL.paragraphs().get(2)));
    at("18:00");
  }

  /// A long sentence that shares no name with another.
  private static String wordy(int number) {
    char own = (char) ('a' + number);
    StringBuilder sentence = new StringBuilder("Inspectors");
    for (int i = 0; i < 40; i++) {
      sentence.append(' ').append(own).append("ba").append((char) ('a' + i % 26)).append(own);
    }
    return sentence.append(" filed it.").toString();
  }

  @Test
  void aLongDigestIsToldInSeveralMessagesOfWhichOneRings() {
    aLongDigest();
    desk.hears(
        rings("*Digest · Tue 4 Mar, 18:00*", "11 stories", "1. ‹" + AGREED)
            .without("Next digest", "[Mute a story]"),
        silent(
                "Digest · Tue 4 Mar, 18:00 · 2 of 2",
                "11. ‹" + News.headlines(9, 10)[0],
                "Next digest on 5 Mar, 08:00.",
                "[Mute a story] [Digest times]")
            .without("*", AGREED));
  }

  @Test
  void aCorrectionChangesTheMessageThatToldTheStoryAndStandsUnderIt() {
    aLongDigest();
    desk.isCleared();
    Item last = News.different(10)[9];
    at("19:00");
    norda.publishes(
        last.headline("CORRECTED-" + last.headline())
            .saying(
                "(Corrects the number of pictures)",
                last.paragraphs().getFirst().replace("900", "90"),
                wordy(9)));
    desk.hears(
        edit("11 stories, 12 reports").without("corrected"),
        edit("· 2 of 2", "corrected", "90 pictures", "[Mute a story]"),
        reply("On “" + last.headline() + "”:", "*Corrected*"));
    desk.lastReplyStandsUnder("Digest · Tue 4 Mar, 18:00 · 2 of 2");
  }

  @Test
  void anotherAgencyChangesTheLineAndTheCountOverIt() {
    aLongDigest();
    desk.isCleared();
    at("19:00");
    kestrel.publishes(SAME_CALL);
    desk.hears(edit("11 stories, 12 reports", "‹Norda›, ‹Kestrel›").without("[Mute a story]"));
  }
}
