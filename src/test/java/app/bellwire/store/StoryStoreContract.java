package app.bellwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.bellwire.story.Event;
import app.bellwire.story.Report;
import app.bellwire.story.StoryStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class StoryStoreContract extends StoreContract {
  private final StoryStore stories = stores.stories();

  StoryStoreContract(Database database) {
    super(database);
  }

  private static Event event(long id, int revision, Report... reports) {
    return new Event(
        id, 5, revision, "Talks resume", NOON, NOON.plusSeconds(revision), List.of(reports));
  }

  @Test
  void anEventIsFoundByItsIdAndByItsArticles() {
    Event event = event(10, 1, Samples.report(1, NOON), Samples.report(2, NOON));
    stories.save(event);
    assertThat(stories.event(10)).contains(event);
    assertThat(stories.eventOf(2)).contains(event);
    assertThat(stories.eventOf(3)).isEmpty();
    assertThat(stories.event(11)).isEmpty();
  }

  @Test
  void anEventMayHaveNoReport() {
    stories.save(event(10, 1));
    assertThat(stories.event(10)).contains(event(10, 1));
  }

  @Test
  void theNextRevisionReplacesTheOneBefore() {
    Report first = Samples.report(1, NOON);
    stories.save(event(10, 1, first));
    Report withdrawn = new Report(1, "Norda", Optional.empty(), NOON, Optional.empty(), true);
    Event next = event(10, 2, withdrawn, Samples.report(2, NOON), Samples.report(3, NOON));
    stories.save(next);
    assertThat(stories.event(10)).contains(next);
  }

  @Test
  void reportsKeepTheirOrder() {
    List<Report> reports = Stream.of(9L, 3L, 7L, 1L).map(id -> Samples.report(id, NOON)).toList();
    stories.save(event(10, 1, reports.toArray(Report[]::new)));
    assertThat(stories.event(10).orElseThrow().reports()).isEqualTo(reports);
  }

  @Test
  void anArticleIsNeverInTwoEvents() {
    stories.save(event(10, 1, Samples.report(1, NOON)));
    assertThatThrownBy(() -> stories.save(event(11, 1, Samples.report(1, NOON))))
        .isInstanceOf(StoreProblem.class);
    assertThat(stories.event(11)).as("nothing of the second").isEmpty();
  }

  @Test
  void eventsAreListedByTheirLastChangeNewestFirst() {
    stories.save(event(10, 5, Samples.report(1, NOON)));
    stories.save(event(11, 9, Samples.report(2, NOON)));
    stories.save(event(12, 1, Samples.report(3, NOON)));
    assertThat(stories.updatedSince(NOON.plusSeconds(5)))
        .extracting(Event::id)
        .containsExactly(11L, 10L);
  }

  @Test
  void theEventsOfAStorylineAreListedOldestFirst() {
    stories.save(new Event(12, 5, 1, "Third", NOON.plusSeconds(9), NOON, List.of()));
    stories.save(new Event(11, 5, 1, "First", NOON, NOON, List.of(Samples.report(1, NOON))));
    stories.save(new Event(10, 6, 1, "Other", NOON, NOON, List.of()));
    assertThat(stories.ofStoryline(5)).extracting(Event::id).containsExactly(11L, 12L);
    assertThat(stories.ofStoryline(5).getFirst().reports()).hasSize(1);
    assertThat(stories.ofStoryline(7)).isEmpty();
  }

  @Test
  void theHighestIdIsOfEventsAndStorylines() {
    assertThat(stories.highestId()).isZero();
    stories.save(event(3, 1));
    assertThat(stories.highestId()).as("the storyline").isEqualTo(5);
    stories.save(event(10, 1));
    assertThat(stories.highestId()).isEqualTo(10);
  }
}
