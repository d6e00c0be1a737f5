package app.bellwire.scenario;

import static app.bellwire.scenario.Heard.edit;
import static app.bellwire.scenario.Heard.reply;
import static app.bellwire.scenario.Heard.rings;
import static app.bellwire.scenario.Heard.silent;
import static app.bellwire.scenario.Heard.silentReply;
import static app.bellwire.scenario.News.AGREED;
import static app.bellwire.scenario.News.CALL;
import static app.bellwire.scenario.News.MEETING;
import static app.bellwire.scenario.News.SAME_CALL;
import static app.bellwire.scenario.News.WITHDRAWN_CALL;

import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Timing;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is held: quiet hours, digests, and what happens to it meanwhile.
class QuietScenarioTest extends Scenario {
  private static final DeliveryPlan URGENT =
      new DeliveryPlan(Optional.empty(), Optional.empty(), Optional.empty(), true);
  private static final DeliveryPlan DIGEST =
      DeliveryPlan.OPEN.with(Timing.digest(LocalTime.of(8, 0), LocalTime.of(18, 0)));

  private void nightInBerlin() {
    room.clocksShow("Europe/Berlin");
    desk.isQuiet("22:00-07:00", "Europe/Berlin");
  }

  @Test
  void upToThreeAlertsOfANightComeSinglyAtItsEnd() {
    desk.watches("\"water treaty\"");
    nightInBerlin();
    at("23:00");
    norda.publishes(News.different(3));
    at("06:59");
    desk.hearsNothing();

    at("07:00");
    desk.hears(
        silent(News.headlines(0, 1)), silent(News.headlines(1, 2)), rings(News.headlines(2, 3)));
  }

  @Test
  void whatCannotBeToldToOneChatHoldsUpNoOther() throws SQLException {
    ChatLog other = room.chat("other");
    desk.watches("\"water treaty\"");
    other.watches("\"water treaty\"");
    nightInBerlin();
    other.isQuiet("22:00-07:00", "Europe/Berlin");
    at("23:00");
    norda.publishes(CALL);
    String sound = damageWhatIsHeldFor(desk);
    at("07:00");
    desk.hearsNothing();
    other.hears(rings(AGREED));

    write("update held_alerts set alert = ?", sound);
    later(Duration.ofMinutes(1));
    desk.hears(rings(AGREED));
  }

  /// @return what it was
  private String damageWhatIsHeldFor(ChatLog chat) throws SQLException {
    String sound;
    try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + room.file());
        Statement read = file.createStatement();
        ResultSet held =
            read.executeQuery(
                "select alert from held_alerts where chat_id = " + chat.id().value())) {
      sound = held.getString(1);
    }
    write("update held_alerts set alert = ? where chat_id = " + chat.id().value(), "{");
    return sound;
  }

  private void write(String sql, String value) throws SQLException {
    try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + room.file());
        PreparedStatement write = file.prepareStatement(sql)) {
      write.setString(1, value);
      write.executeUpdate();
    }
  }

  @Test
  void moreThanThreeAlertsOfANightComeTogether() {
    desk.watches("\"water treaty\"");
    nightInBerlin();
    at("21:00");
    norda.isRead();
    at("23:00");
    norda.publishes(News.different(4));
    desk.hearsNothing();

    at("07:00");
    desk.hears(rings(News.headlines(0, 4)));
  }

  @Test
  void whatIsHeldIsBroughtUpToDateAndNotToldEarly() {
    desk.watches("\"water treaty\"");
    nightInBerlin();
    at("23:00");
    norda.publishes(CALL);
    at("23:30");
    kestrel.publishes(SAME_CALL);
    at("01:00");
    norda.publishes(MEETING);
    desk.hearsNothing();

    at("07:00");
    desk.hears(
        rings(AGREED, "2 reports, 2 agencies"),
        silentReply("nine people"),
        edit(AGREED, "see reply"));
  }

  @Test
  void whatIsToldTogetherNamesAStoryOnce() {
    desk.watches("\"water treaty\"");
    nightInBerlin();
    at("21:00");
    norda.isRead();
    at("23:00");
    norda.publishes(CALL, News.different(3)[0], News.different(3)[1], News.different(3)[2]);
    at("01:00");
    norda.publishes(MEETING);
    desk.hearsNothing();

    at("07:00");
    desk.hears(
        rings("4 stories, 5 reports", AGREED, "open in Merrin on Friday")
            .without("‹" + MEETING.headline()));
  }

  @Test
  void whatWasWithdrawnAtNightIsNotToldInTheMorning() {
    desk.watches("\"water treaty\"");
    nightInBerlin();
    at("23:00");
    norda.publishes(CALL);
    at("02:00");
    norda.publishes(WITHDRAWN_CALL);
    at("07:00");
    desk.hearsNothing();
  }

  @Test
  void whatIsWithdrawnAfterTheNightSaysWhenTheChatGotIt() {
    desk.watches("\"water treaty\"");
    nightInBerlin();
    at("23:00");
    norda.publishes(CALL);
    at("07:00");
    desk.hears(rings(AGREED, "held from Tue 4 Mar, 23:00"));
    at("09:00");
    norda.publishes(WITHDRAWN_CALL);
    desk.hears(edit("WITHDRAWN by Norda"), reply("Withdrawn", "It was sent here at 07:00"));
  }

  @Test
  void anUrgentSubscriptionRingsThrough() {
    desk.watches("\"water treaty\"");
    desk.watches("Halvorsen", URGENT);
    nightInBerlin();
    at("23:00");
    norda.publishes(CALL, News.different(1)[0]);
    desk.hears(rings(AGREED));

    at("07:00");
    desk.hears(rings(News.headlines(0, 1)));
  }

  @Test
  void aFollowUpAtNightWaitsForTheMorning() {
    desk.watches("\"water treaty\"");
    nightInBerlin();
    at("21:00");
    norda.publishes(CALL);
    desk.hears(rings(AGREED));
    at("23:00");
    norda.publishes(MEETING);
    desk.hearsNothing();

    at("07:00");
    desk.hears(silentReply("*New*", "nine people"), edit(AGREED, "see reply"));
  }

  @Test
  void aDigestTellsAtItsTimes() {
    desk.watches("\"water treaty\"", DIGEST);
    norda.isRead();
    at("10:00");
    norda.publishes(News.different(4));
    desk.hearsNothing();

    at("18:00");
    desk.hears(rings(News.headlines(0, 4)));
    at("18:30");
    norda.publishes(CALL);
    at("08:00");
    desk.hears(rings(AGREED));
  }

  @Test
  void nowBeatsDigest() {
    desk.watches("\"water treaty\"", DIGEST);
    desk.watches("Halvorsen");
    at("10:00");
    norda.publishes(CALL);
    desk.hears(rings("For `\"water treaty\"`, `Halvorsen`"));
    at("18:00");
    desk.hearsNothing();
  }

  @Test
  void quietHoursEndOnceWhenTheClocksGoForward() {
    begin(Instant.parse("2031-03-29T20:00:00Z"), "");
    desk.watches("\"water treaty\"");
    desk.isQuiet("22:00-02:30", "Europe/Berlin");
    at("23:00");
    norda.publishes(CALL);
    at("01:29");
    desk.hearsNothing();

    at("01:30");
    desk.hears(rings(AGREED));
    norda.publishes(MEETING);
    desk.hears(silentReply("*New*"), edit("see reply"));
  }

  @Test
  void quietHoursEndWhenTheClocksGoBack() {
    begin(Instant.parse("2031-10-25T20:00:00Z"), "");
    desk.watches("\"water treaty\"");
    desk.isQuiet("22:00-07:00", "Europe/Berlin");
    at("23:00");
    norda.publishes(CALL);
    at("05:59");
    desk.hearsNothing();

    at("06:00");
    desk.hears(rings(AGREED));
  }
}
