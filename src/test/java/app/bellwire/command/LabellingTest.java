package app.bellwire.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.alert.Alert;
import app.bellwire.article.Article;
import app.bellwire.chat.Action;
import app.bellwire.chat.Role;
import app.bellwire.fake.Draft;
import app.bellwire.fake.Golden;
import app.bellwire.story.Event;
import app.bellwire.story.StoryLabel;
import app.bellwire.subscription.Subscription;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The buttons under *Why*: what a running story told so far, and which reports belong together.
class LabellingTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final Desk desk = new Desk().admin();

  private static void check(String key, String shown) {
    Golden.check("command", key, shown);
  }

  private Article talks(long id, String agency, String headline) {
    return Draft.by(agency, id)
        .headline(headline)
        .says("Halvorsen and Idris spoke on the water treaty.", "The talks go on.")
        .read(desk.clock.instant())
        .article();
  }

  /// The chat was told of a story that has one report.
  private Alert told() {
    Article first =
        desk.reads(
            1,
            HOUR.multipliedBy(3),
            Draft.by("Norda", 1)
                .headline("Halvorsen and Idris speak")
                .says("Halvorsen and Idris spoke on the water treaty.", "The talks go on."));
    Subscription s = desk.watches("Halvorsen");
    return desk.told(5, s, first);
  }

  /// An event of the running story of the first, read so many days before.
  private void before(long id, int days, String headline) {
    Article article =
        desk.reads(
            id, Duration.ofDays(days), Draft.by("Kestrel", id).headline(headline).says("Talks."));
    Event event = desk.stories.eventOf(article.id()).orElseThrow();
    desk.stories.save(
        new Event(id, 1001, 1, headline, event.opened(), event.updated(), event.reports()));
  }

  @Test
  void theStorySoFarIsToldOldestFirst() {
    told();
    before(7, 9, "Arven asks for talks on the wells");
    before(8, 30, "Tolm closes the wells");
    Article gone = desk.articles.find(8).orElseThrow();
    Event closed = desk.stories.event(8).orElseThrow();
    desk.stories.save(
        new Event(
            8,
            1001,
            2,
            closed.headline(),
            closed.opened(),
            closed.updated(),
            List.of(Draft.withdrawn(gone))));
    desk.joins(1, talks(2, "Kestrel", "Treaty talks held"));
    desk.types("/why");
    check("story.sofar", desk.presses("Story so far"));
  }

  @Test
  void ofALongStoryTheNewestTenAreTold() {
    told();
    for (int i = 0; i < 12; i++) {
      before(100 + i, 2 + i, "Talks, day " + (12 - i));
    }
    desk.types("/why");
    String shown = desk.presses("Story so far");
    assertThat(shown).contains("13 stories, ", "And 3 earlier.", "Talks, day 12", "Talks, day 4");
    assertThat(shown).doesNotContain("Talks, day 3‹", "Talks, day 3›");
  }

  @Test
  void aStoryOfItsOwnHasNothingBefore() {
    told();
    desk.types("/why");
    assertThat(desk.presses("Story so far"))
        .contains("No other story of it was read in the last weeks.");
  }

  @Test
  void oneReportCannotBeParted() {
    told();
    assertThat(desk.types("/why"))
        .contains("[Story so far]")
        .doesNotContain("[Not the same story]");
  }

  @Test
  void ofTwoReportsTheLaterIsParted() {
    told();
    desk.joins(1, talks(2, "Kestrel", "Treaty talks held"));
    desk.types("/why");
    check("story.parted", desk.presses("Not the same story"));
    assertThat(desk.labels.all())
        .containsExactly(new StoryLabel(2, 1, false, true, "local:you", desk.clock.instant()));
    check("story.parted.undone", desk.presses("Undo"));
    assertThat(desk.labels.all()).isEmpty();
  }

  @Test
  void whatSomebodySaidIsNamedToThem() {
    told();
    desk.joins(1, talks(2, "Kestrel", "Treaty talks held"));
    desk.types("/why");
    desk.presses("Not the same story");
    assertThat(desk.types("/mydata"))
        .contains("You said of 1 pair of reports whether they are one story.");
  }

  @Test
  void ofMoreItIsAskedWhich() {
    told();
    desk.joins(1, talks(2, "Kestrel", "Treaty talks held"));
    desk.joins(1, talks(3, "Oriel", "Wells are measured"));
    desk.types("/why");
    check("story.which", desk.presses("Not the same story"));
    desk.presses("Kestrel: Treaty talks held");
    assertThat(desk.labels.all()).extracting(StoryLabel::article).containsExactly(2L);
  }

  @Test
  void theSameStoryIsPickedFromTheNearest() {
    told();
    desk.reads(
        20,
        HOUR,
        Draft.by("Oriel", 20).headline("Idris and Halvorsen on treaty").says("They spoke."));
    desk.reads(21, HOUR, Draft.by("Oriel", 21).headline("Geese fair in Lunden").says("A fair."));
    desk.types("/why");
    check("story.same.which", desk.presses("Same as …"));
    check("story.same", desk.presses("Oriel: Idris and Halvorsen on treaty"));
    assertThat(desk.labels.all())
        .containsExactly(new StoryLabel(1, 20, true, true, "local:you", desk.clock.instant()));
  }

  @Test
  void withoutAnythingNearNothingIsAsked() {
    told();
    desk.types("/why");
    assertThat(desk.presses("Same as …")).startsWith("(toast) No other story of the last two days");
  }

  @Test
  void whoIsNoAdminOfTheInstallMeasuresOnly() {
    desk.in("telegram:501").as(Role.ADMIN).admin(false);
    told();
    desk.joins(1, talks(2, "Kestrel", "Treaty talks held"));
    desk.types("/why");
    check("story.measured", desk.presses("Not the same story"));
    assertThat(desk.labels.all()).extracting(StoryLabel::steers).containsExactly(false);
  }

  @Test
  void whoMayNotChangeWhatComesHereSaysNothingOfStories() {
    desk.in("telegram:-1001").as(Role.MEMBER).admin(false);
    told();
    desk.joins(1, talks(2, "Kestrel", "Treaty talks held"));
    for (Action press :
        List.of(
            Action.of(Verbs.PART, 1),
            Action.of(Verbs.PART_REPORT, 1, 2),
            Action.of(Verbs.SAME, 1),
            Action.of(Verbs.SAME_AS, 1, 1),
            Action.of(Verbs.UNLABEL, 2, 1),
            Action.of(Verbs.STORY_SO_FAR, 1))) {
      assertThat(desk.pressesId(desk.buttons.issue(desk.chat(), press)))
          .startsWith("(toast) Only admins of this group");
    }
    assertThat(desk.labels.all()).isEmpty();
  }
}
