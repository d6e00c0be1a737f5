package app.bellwire.scenario;

import static app.bellwire.scenario.Heard.edit;
import static app.bellwire.scenario.Heard.rings;
import static app.bellwire.scenario.Heard.silentReply;
import static app.bellwire.scenario.News.AGREED;
import static app.bellwire.scenario.News.CALL;
import static app.bellwire.scenario.News.MEETING;
import static app.bellwire.scenario.News.SAME_CALL;
import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.deliver.Outbox;
import app.bellwire.ledger.Outcome;
import app.bellwire.subscription.Subscription;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Who hears what: several subscriptions, several chats, commands, mutes, limits.
class SubscriptionScenarioTest extends Scenario {
  @Test
  void aSubscriptionMadeAfterReadingHearsNothingOld() {
    at("10:00");
    norda.publishes(CALL);
    at("10:10");
    desk.watches("\"water treaty\"");
    norda.isRead();
    desk.hearsNothing();

    at("10:20");
    norda.publishes(News.different(1));
    desk.hears(rings(News.headlines(0, 1)));
  }

  @Test
  void oneAlertNamesAllSubscriptionsThatHit() {
    desk.watches("\"water treaty\"");
    desk.watches("Halvorsen Idris");
    desk.watches("geese");
    at("10:00");
    norda.publishes(CALL);
    desk.hears(
        rings(
            "For `\"water treaty\"`, `Halvorsen Idris` · found “water treaty”, Halvorsen, Idris"));
  }

  @Test
  void aMutedSubscriptionDoesNotSilenceAnother() {
    Subscription words = desk.watches("\"water treaty\"");
    Subscription names = desk.watches("Halvorsen Idris");
    desk.mutes(words, Duration.ofHours(8));
    at("10:00");
    norda.publishes(CALL);
    desk.hears(rings("For `Halvorsen Idris`").without("For `\"water treaty\"`"));

    desk.mutes(names, Duration.ofHours(2));
    at("10:30");
    norda.publishes(MEETING);
    desk.hearsNothing();

    at("12:45");
    kestrel.publishes(SAME_CALL);
    desk.hears(edit("2 agencies"));
  }

  @Test
  void aMutedStoryStopsAndItsMuteEndsSilently() {
    desk.watches("\"water treaty\"");
    at("10:00");
    norda.publishes(CALL);
    desk.types("/mute story 2h");
    desk.hears(rings(AGREED), rings("2 hours"), edit(AGREED));

    at("11:00");
    norda.publishes(MEETING, News.different(1)[0]);
    desk.hears(rings(News.headlines(0, 1)));

    at("12:30");
    desk.hearsNothing();
    norda.publishes(
        CALL.saying(CALL.paragraphs().get(0), "Quelland sends three interpreters to Merrin."));
    desk.hears(silentReply("interpreters"), edit("see reply"));
  }

  @Test
  void wordsTypedAndSubscribedBringAnAlertAWhyAndAnEnd() {
    at("10:00");
    norda.publishes(News.FAIR);
    at("10:10");
    desk.types("/sub \"water treaty\"");
    desk.hears(rings("none with the words “water treaty” together", "[Subscribe]"));
    desk.presses("Subscribe");
    desk.hears(edit("Subscribed: `\"water treaty\"`"));

    at("10:20");
    norda.publishes(CALL);
    desk.hears(rings(AGREED));
    desk.types("/why");
    desk.hears(
        rings("*Why this came*", "Subscription: `\"water treaty\"`", "Found: “water treaty”"));

    desk.types("/unsub \"water treaty\"");
    desk.presses("Remove");
    desk.hears(rings("Remove `\"water treaty\"`?"), edit("Removed: `\"water treaty\"`."));
    at("10:40");
    norda.publishes(MEETING, News.different(1)[0]);
    kestrel.publishes(SAME_CALL);
    desk.hearsNothing();
  }

  @Test
  void everyChatHearsAStoryOnceInItsOwnThread() {
    ChatLog other = room.chat("other");
    desk.watches("\"water treaty\"");
    other.watches("Halvorsen");
    at("10:00");
    norda.publishes(CALL);
    desk.hears(rings(AGREED, "For `\"water treaty\"`"));
    other.hears(rings(AGREED, "For `Halvorsen`"));

    desk.presses("Mute story");
    desk.isCleared();
    other.hearsNothing();
    at("11:00");
    norda.publishes(MEETING);
    desk.hearsNothing();
    other.hears(silentReply("*New*"), edit("see reply"));
  }

  @Test
  void sampleNewsDoesNotLeaveTheLocalChats() {
    Wire sample = room.wire("sample", "Norda", "sample:wires");
    desk.watches("\"water treaty\"");
    Subscription away = desk.watchesFor("telegram:-1001/7", "\"water treaty\"");
    at("10:00");
    sample.publishes(CALL);
    desk.hears(rings(AGREED, "· sample"));
    assertThat(room.stores().outbox().waiting()).isEmpty();
    assertThat(room.stores().alerts().latest(away.chat(), 1)).isEmpty();

    norda.publishes(News.different(1));
    desk.hears(rings(News.headlines(0, 1)));
    assertThat(room.stores().outbox().waiting())
        .as("what waits for the network that is off")
        .singleElement()
        .satisfies(waiting -> assertThat(waiting.chat()).isEqualTo(away.chat()));
    assertThat(room.stores().chats().settings(away.chat()).address())
        .isEqualTo(Address.parse("telegram:-1001/7").orElseThrow());
  }

  @Test
  void whatIsOverADaysLimitOfANetworkChatWaitsForTheNextDay() {
    begin(MORNING, "limits: { alerts_per_day: 2 }\n");
    ChatId away = desk.watchesFor("telegram:-1001/7", "\"water treaty\"").chat();
    at("10:00");
    norda.publishes(News.different(3));
    assertThat(room.stores().outbox().waiting())
        .extracting(Outbox.Waiting::count)
        .containsExactly(2);
    assertThat(room.stores().held().waiting(away)).isEqualTo(1);
    assertThat(room.stores().ledger().since(MORNING))
        .isEqualTo(Map.of(Outcome.TOLD, 2L, Outcome.HELD, 1L));

    at("00:00");
    assertThat(room.stores().held().waiting(away)).isZero();
    assertThat(room.stores().outbox().waiting())
        .extracting(Outbox.Waiting::count)
        .containsExactly(3);
  }

  @Test
  void theLocalChatHasNoLimit() {
    begin(MORNING, "limits: { alerts_per_day: 1 }\n");
    desk.watches("\"water treaty\"");
    at("10:00");
    norda.publishes(News.different(2));
    desk.hears(rings(News.headlines(0, 1)), rings(News.headlines(1, 2)));
  }
}
