package app.bellwire.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.article.Article;
import app.bellwire.fake.Draft;
import app.bellwire.fake.MemoryArticles;
import app.bellwire.fake.MemoryStories;
import app.bellwire.fake.MemoryStoryLabels;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An event that holds the reports of two fires, and what people say of it.
class SteeringTest {
  private static final String HARBOUR =
      "A warehouse at the harbour of Port Sanel burns since Wednesday morning. Ten crews fight the"
          + " fire, harbour master Idris said.";
  private static final String MARKET =
      "Flames have destroyed the covered market of Lunden. Traders were led out by firefighters on"
          + " Wednesday, warden Halvorsen said.";

  private final MemoryStories stories = new MemoryStories();
  private final MemoryArticles articles = new MemoryArticles();
  private final MemoryStoryLabels labels = new MemoryStoryLabels(stories);
  private final AtomicLong ids = new AtomicLong(1_000);
  private LexicalStoryTracker tracker =
      new LexicalStoryTracker(stories, articles, labels, ids::incrementAndGet);

  @BeforeEach
  void oneFireWasTakenForTheOther() {
    Article harbour = article(1, "Norda", "Fire in harbour warehouse", HARBOUR);
    Article market = article(2, "Kestrel", "Fire in market hall", MARKET);
    stories.save(
        new Event(
            900,
            900,
            2,
            harbour.copy().headline(),
            harbour.read(),
            market.read(),
            List.of(Draft.report(harbour), Draft.report(market))));
  }

  private Article article(long id, String agency, String headline, String text) {
    Instant at = Draft.NOON.plusSeconds(60 * id);
    Article article =
        Draft.by(agency, id)
            .headline(headline)
            .says(text)
            .read(at)
            .published(at.toString())
            .article();
    articles.save(article);
    return article;
  }

  private long read(long id, String agency, String headline, String text) {
    Article article = article(id, agency, headline, text);
    return tracker.place(article, tracker.analyse(article)).event().id();
  }

  private void says(long article, long other, boolean same, boolean steers) {
    labels.save(new StoryLabel(article, other, same, steers, "local:you", Draft.NOON));
  }

  private long eventOf(long article) {
    return stories.eventOf(article).orElseThrow().id();
  }

  @Test
  void withoutALabelLikeComesToLike() {
    assertThat(read(3, "Oriel", "Market hall burns down", MARKET)).isEqualTo(eventOf(1));
  }

  @Test
  void whatIsLikeAPartedReportGetsAStoryOfItsOwnThatTheNextOnesFind() {
    says(2, 1, false, true);
    long market = read(3, "Oriel", "Market hall burns down", MARKET);
    assertThat(market).isNotEqualTo(eventOf(1));
    assertThat(read(4, "Tern", "Market hall on fire", MARKET)).isEqualTo(market);
    assertThat(read(5, "Swift", "Harbour warehouse burns", HARBOUR)).isEqualTo(eventOf(1));
    assertThat(eventOf(2)).as("a report once placed never moves").isEqualTo(eventOf(1));
  }

  @Test
  void aPartedStoryContinuesTheSameRunningStory() {
    says(2, 1, false, true);
    long market = read(3, "Oriel", "Market hall burns down", MARKET);
    assertThat(stories.event(market).orElseThrow().storyline())
        .isEqualTo(stories.eventOf(1).orElseThrow().storyline());
  }

  @Test
  void thePartedReportsOwnRevisionsStayWithIt() {
    says(2, 1, false, true);
    Article again =
        Draft.by("Kestrel", 2)
            .headline("Fire in market hall")
            .says(MARKET + " Two people were hurt, the warden said.")
            .read(Draft.NOON.plusSeconds(600))
            .published("2026-03-04T12:10:00Z")
            .article();
    assertThat(tracker.place(again, tracker.analyse(again)).event().id()).isEqualTo(eventOf(1));
  }

  @Test
  void aLabelThatDoesNotSteerChangesNothing() {
    says(2, 1, false, false);
    assertThat(read(3, "Oriel", "Market hall burns down", MARKET)).isEqualTo(eventOf(1));
  }

  @Test
  void theSameHeadlineIsNoWayRoundALabel() {
    says(2, 1, false, true);
    assertThat(read(3, "Oriel", "Fire in market hall", MARKET)).isNotEqualTo(eventOf(1));
  }

  @Test
  void whatIsSaidToBeTheSameGoesOnUnderTheChosenStory() {
    long storm = read(3, "Oriel", "Storm Ilka turns north", "Storm Ilka has turned north.");
    says(1, 3, true, true);
    assertThat(read(4, "Tern", "Harbour warehouse burns", HARBOUR)).isEqualTo(storm);
    assertThat(eventOf(1)).isNotEqualTo(storm);
  }

  @Test
  void aChosenStoryThatTakesNoReportsAnyMoreIsNotRevived() {
    long storm = read(3, "Oriel", "Storm Ilka turns north", "Storm Ilka has turned north.");
    says(1, 3, true, true);
    long late = 60 * 48 + 2;
    long placed = read(late, "Tern", "Harbour warehouse burns", HARBOUR);
    assertThat(placed).isNotEqualTo(storm);
  }

  @Test
  void whatWasSaidCountsAfterARestart() {
    says(2, 1, false, true);
    long market = read(3, "Oriel", "Market hall burns down", MARKET);
    tracker = new LexicalStoryTracker(stories, articles, labels, ids::incrementAndGet);
    assertThat(read(4, "Tern", "Market hall on fire", MARKET)).isEqualTo(market);
  }

  @Test
  void whatWasTakenBackCountsNoMore() {
    says(2, 1, false, true);
    labels.remove(1, 2);
    assertThat(read(3, "Oriel", "Market hall burns down", MARKET)).isEqualTo(eventOf(1));
  }
}
