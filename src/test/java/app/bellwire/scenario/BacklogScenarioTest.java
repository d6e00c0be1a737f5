package app.bellwire.scenario;

import static app.bellwire.scenario.Heard.rings;
import static app.bellwire.scenario.Heard.silent;
import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.source.Backlog;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Old stock: what a chat hears when a source is read for the first time or after long.
class BacklogScenarioTest extends Scenario {
  @BeforeEach
  void somebodyListens() {
    desk.watches("\"water treaty\"");
  }

  /// The items as a feed lists them that was filled over the last hours, an item every ten minutes.
  private Item[] filedBefore(Item... items) {
    Item[] filed = new Item[items.length];
    for (int i = 0; i < items.length; i++) {
      filed[i] = items[i].published(room.now().minus(Duration.ofMinutes(10L * (items.length - i))));
    }
    return filed;
  }

  private static Heard[] rung(int from, int to) {
    return Arrays.stream(News.headlines(from, to)).map(Heard::rings).toArray(Heard[]::new);
  }

  @Test
  void threeMatchesOfAFirstLookComeSinglyNewestLast() {
    at("10:00");
    norda.publishes(filedBefore(News.different(3)));
    desk.hears(rung(0, 3));
  }

  @Test
  void tenMatchesOfAFirstLookAreThreeAndALineThatListsSeven() {
    at("10:00");
    norda.publishes(filedBefore(News.different(10)));
    desk.hears(
        rings(News.headlines(7, 8)),
        rings(News.headlines(8, 9)),
        rings(News.headlines(9, 10)),
        silent(
            "norda was read for the first time. 10 older stories match here; the 3 newest came"
                + " above. The other 7:"));

    at("10:10");
    norda.publishes(News.CALL);
    desk.hears(rings(News.AGREED));
  }

  @Test
  void backlogAllTellsAllOfThem() {
    norda.backlog(Backlog.ALL);
    at("10:00");
    norda.publishes(filedBefore(News.different(10)));
    desk.hears(rung(0, 10));
  }

  @Test
  void backlogNoneTellsThemInOneLine() {
    norda.backlog(Backlog.NONE);
    at("10:00");
    norda.publishes(filedBefore(News.different(10)));
    desk.hears(silent("norda was read for the first time. 10 older stories match here"));
  }

  @Test
  void aReturnAfterALongGapIsOldStock() {
    at("10:00");
    norda.publishes(News.FAIR);

    later(Duration.ofHours(13));
    norda.publishes(filedBefore(News.different(10)));
    desk.hears(
        rings(News.headlines(7, 8)),
        rings(News.headlines(8, 9)),
        rings(News.headlines(9, 10)),
        silent("The other 7:"));
  }

  @Test
  void aMorningsNewsAfterAShortGapIsNoOldStock() {
    at("10:00");
    norda.publishes(News.FAIR);

    at("10:50");
    norda.publishes(filedBefore(News.different(5)));
    desk.hears(rung(0, 5));
  }

  @Test
  void anUndatedFeedIsReadFromItsFootUp() {
    at("10:00");
    norda.undated().publishes(News.different(5));
    desk.hears(
        rings(News.headlines(2, 3)),
        rings(News.headlines(3, 4)),
        rings(News.headlines(4, 5)),
        silent("The other 2:"));
  }

  @Test
  void aChangedGuidSchemeTellsNothingAgain() {
    at("10:00");
    norda.publishes(filedBefore(News.different(3)));
    desk.hears(rung(0, 3));

    at("10:30");
    List<Item> before = norda.listed().reversed();
    norda.startsOver(
        before.stream()
            .map(item -> item.guid("2031/" + item.guid()).link(item.link() + "/new"))
            .toArray(Item[]::new));
    norda.isRead();
    desk.hearsNothing();
    assertThat(norda.listed()).hasSize(3);
  }

  @Test
  void anArchiveThatIsSuddenlyListedIsOldStock() {
    at("10:00");
    norda.publishes(News.FAIR);

    at("10:30");
    Item[] archive =
        Arrays.stream(News.different(10))
            .map(item -> item.published(room.now().minus(Duration.ofDays(9))))
            .toArray(Item[]::new);
    norda.publishes(archive);
    desk.hears(
        rings("older report"),
        rings("older report"),
        rings("older report"),
        silent("The other 7:"));
  }
}
