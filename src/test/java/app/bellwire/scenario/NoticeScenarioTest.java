package app.bellwire.scenario;

import static app.bellwire.scenario.Heard.edit;
import static app.bellwire.scenario.Heard.rings;
import static app.bellwire.scenario.Heard.silent;
import static app.bellwire.scenario.Heard.toast;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Something goes wrong, and the desk is where the admin sits.
class NoticeScenarioTest extends Scenario {
  private void looks(int times, Duration apart) {
    for (int i = 0; i < times; i++) {
      later(apart);
      norda.isRead();
    }
  }

  private void nordaFails() {
    norda.isRead();
    at("09:00");
    norda.isRead();
    norda.isDown(true);
    looks(3, Duration.ofMinutes(4));
  }

  @Test
  void aSourceThatFailsIsToldOnceAndAgainAfterAnHour() {
    nordaFails();
    desk.hears(
        silent(
            "*norda cannot be read since 09:00 UTC.* 3 looks, the server answers 503.",
            "change `norda` in config/bellwire.yml.",
            "[Look now] [Quiet for 24 h]"));
    room.restarts();
    desk.hearsNothing();
    looks(1, Duration.ofMinutes(4));
    desk.hears(edit("since 09:00 UTC.* 4 looks"));
    at("10:12");
    desk.hears(silent("since 09:00 UTC.* 4 looks"));
    norda.isDown(false);
    at("10:17");
    norda.isRead();
    desk.hears(
        edit("*norda is read again since 10:17 UTC*, after 1 h 17 min."),
        edit("*norda is read again since 10:17 UTC*, after 1 h 17 min.").without("["));
    later(Duration.ofDays(2));
    desk.hearsNothing();
  }

  @Test
  void aShortFailureIsNotTold() {
    norda.isRead();
    norda.isDown(true);
    looks(2, Duration.ofMinutes(20));
    norda.isDown(false);
    looks(1, Duration.ofMinutes(4));
    desk.hearsNothing();
  }

  @Test
  void aTroubleThatComesBackIsToldAnew() {
    nordaFails();
    norda.isDown(false);
    norda.isRead();
    desk.isCleared();
    norda.isDown(true);
    looks(3, Duration.ofMinutes(4));
    desk.hears(silent("since 09:12 UTC.* 3 looks"));
  }

  private ChatLog pressRoomThatIsGone() {
    ChatLog press = room.chat("press");
    press.watches("\"water treaty\"");
    room.faults.chatIsGone("press");
    at("09:00");
    norda.publishes(News.CALL);
    later(Duration.ofSeconds(15));
    desk.hears(
        silent(
            "*local:press takes no alerts since 09:00 UTC.* The local chat answers: removed from",
            "1 alert waits.",
            "To fix: add the bot again, then press Resume.",
            "[Resume] [Drop the 1]"));
    return press;
  }

  @Test
  void aChatThatTakesNothingIsResumed() {
    ChatLog press = pressRoomThatIsGone();
    room.restarts();
    desk.hearsNothing();
    press.hearsNothing();
    room.faults.chatIsGone(null);
    at("09:45");
    desk.presses("Resume");
    desk.hears(toast("What waits is sent again."));
    later(Duration.ofSeconds(15));
    press.hears(rings(News.AGREED));
    desk.hearsNothing();
    later(Duration.ofSeconds(15));
    desk.hears(edit("*local:press takes alerts again since 09:45 UTC*, after 45 min."));
  }

  @Test
  void whatIsResumedInVainIsNotSaidToBeOver() {
    ChatLog press = pressRoomThatIsGone();
    at("09:45");
    desk.presses("Resume");
    desk.hears(toast("What waits is sent again."));
    later(Duration.ofSeconds(15));
    later(Duration.ofSeconds(15));
    desk.hearsNothing();
    room.faults.chatIsGone(null);
    press.types("/list");
    press.isCleared();
    later(Duration.ofSeconds(15));
    later(Duration.ofSeconds(15));
    press.hears(rings(News.AGREED));
    desk.hears(edit("takes alerts again since 09:46 UTC*, after 46 min."));
  }

  @Test
  void whatWaitsForItCanBeDropped() {
    ChatLog press = pressRoomThatIsGone();
    desk.presses("Drop the 1");
    desk.hears(rings("Drop the 1 alert that waits for local:press? It will not be sent."));
    desk.presses("Drop 1");
    desk.hears(edit("Dropped: 1 alert."));
    later(Duration.ofMinutes(10));
    desk.hears(edit("Nothing waits.", "[Resume]").without("[Drop"));
    room.faults.chatIsGone(null);
    desk.presses("Resume");
    later(Duration.ofMinutes(1));
    press.hearsNothing();
    desk.hears(toast("What waits is sent again."), edit("takes alerts again since"));
  }

  @Test
  void aRestartAfterTheEndPutsItIntoThePast() {
    nordaFails();
    desk.isCleared();
    norda.isDown(false);
    room.restarts();
    norda.isRead();
    desk.hears(edit("is read again since 09:12 UTC*, after 12 min."));
  }
}
