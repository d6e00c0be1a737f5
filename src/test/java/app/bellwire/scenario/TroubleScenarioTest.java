package app.bellwire.scenario;

import static app.bellwire.scenario.Heard.edit;
import static app.bellwire.scenario.Heard.rings;
import static app.bellwire.scenario.Heard.silentReply;
import static app.bellwire.scenario.News.AGREED;
import static app.bellwire.scenario.News.CALL;
import static app.bellwire.scenario.News.MEETING;
import static app.bellwire.scenario.News.SAME_CALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.bellwire.ledger.Outcome;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What goes wrong and must not show: a stumble, a lost commit, a restart.
class TroubleScenarioTest extends Scenario {
  @BeforeEach
  void somebodyListens() {
    desk.watches("\"water treaty\"");
  }

  @Test
  void anItemThatCannotBeDecidedHoldsUpNoOtherAndIsGivenUpAfterThreeLooks() {
    room.faults.stumbleOver("Museum");
    at("10:00");
    Item[] items = {News.different(3)[0], News.different(3)[2], News.different(3)[1]};
    assertThatThrownBy(() -> norda.publishes(items)).hasMessageContaining("left for the next look");
    desk.hears(rings(News.headlines(0, 1)), rings(News.headlines(1, 2)));
    at("10:02");
    assertThatThrownBy(norda::isRead).hasMessageContaining("left for the next look");
    at("10:05");
    norda.isRead();
    desk.hearsNothing();
    assertThat(room.stores().ledger().since(Instant.EPOCH))
        .isEqualTo(Map.of(Outcome.TOLD, 2L, Outcome.FAILED, 1L));

    at("10:10");
    norda.isRead();
    norda.publishes(CALL);
    desk.hears(rings(AGREED));
  }

  @Test
  void aLostCommitTellsNothingTwiceAndLosesNothing() {
    at("10:00");
    room.faults.loseCommits(1);
    norda.publishes(CALL, News.different(1)[0]);
    desk.hears(rings(AGREED), rings(News.headlines(0, 1)));

    at("10:10");
    kestrel.publishes(SAME_CALL);
    desk.hears(edit("2 reports, 2 agencies"));
  }

  @Test
  void aStoreThatTakesNothingForALookIsReadAgainAtTheNext() {
    at("10:00");
    room.faults.loseCommits(2);
    assertThatThrownBy(() -> norda.publishes(CALL)).hasMessageContaining("left for the next look");
    desk.hearsNothing();

    at("10:10");
    norda.isRead();
    desk.hears(rings(AGREED));
  }

  @Test
  void aRestartTellsNothingAgainAndKnowsTheStory() {
    at("10:00");
    norda.publishes(CALL);
    desk.hears(rings(AGREED));

    room.restarts();
    norda.isRead();
    desk.hearsNothing();

    at("10:20");
    kestrel.publishes(SAME_CALL);
    desk.hears(edit(AGREED, "2 reports, 2 agencies"));
    room.restarts();
    norda.publishes(MEETING);
    desk.hears(silentReply("nine people").without("within a week"), edit("see reply"));
  }

  @Test
  void whatIsHeldOutlivesARestart() {
    desk.isQuiet("22:00-07:00", "UTC");
    at("23:00");
    norda.publishes(CALL);
    room.restarts();
    desk.hearsNothing();
    at("07:00");
    desk.hears(rings(AGREED));
  }
}
