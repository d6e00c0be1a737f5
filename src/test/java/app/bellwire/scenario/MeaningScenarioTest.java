package app.bellwire.scenario;

import static app.bellwire.scenario.Heard.rings;
import static app.bellwire.scenario.Heard.silent;
import static app.bellwire.scenario.News.CALL;
import static app.bellwire.scenario.News.FAIR;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Subscriptions that ask for a meaning, with the model itself, and without it.
class MeaningScenarioTest extends Scenario {
  private static final String WATER =
      "about:\"two governments negotiate again about sharing the water of a river\"";

  @BeforeEach
  void withTheModel() {
    begin(MORNING.plusSeconds(60), "story: { embeddings: on }\n");
  }

  @Test
  void aReportIsFoundByWhatItSays() {
    desk.watches(WATER + "~loose");
    at("10:00");
    norda.publishes(CALL);
    desk.hears(rings("found about “two governments negotiate again about sharing the water of a"));

    at("11:00");
    norda.publishes(FAIR);
    desk.hearsNothing();
  }

  @Test
  void aPreviewCountsWhatWasReadBefore() {
    at("10:00");
    norda.publishes(CALL, FAIR);
    at("10:10");
    desk.types("/try " + WATER + "~loose");
    desk.hears(rings("1 story among 2 reports").without("geese"));

    room.restarts();
    desk.types("/try " + WATER + "~loose");
    desk.hears(rings("1 story among 2 reports"));
  }

  @Test
  void aPreviewSaysWhatItCannotKnow() {
    room.restartsWith("");
    at("10:00");
    norda.publishes(CALL);
    room.restartsWith("story: { embeddings: on }\n");
    norda.publishes(FAIR);
    desk.types("/try " + WATER);
    desk.hears(rings("1 report of 2 was not read for the meaning"));
  }

  @Test
  void withoutTheModelASubscriptionStaysAndSaysWhatItWaitsFor() {
    desk.watches(WATER + " OR geese");
    room.restartsWith("");
    room.later(Duration.ofSeconds(1));
    desk.hears(silent("Nothing reads what reports mean"));
    at("09:00");
    norda.publishes(CALL);
    desk.hearsNothing();
    norda.publishes(FAIR);
    desk.hears(rings("found geese"));

    desk.types("/list");
    desk.hears(rings("waits for story.embeddings: on"));
    desk.types("/try " + WATER);
    desk.hears(rings("about: needs story.embeddings: on"));
  }
}
