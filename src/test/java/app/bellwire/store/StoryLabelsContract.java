package app.bellwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.story.Event;
import app.bellwire.story.Report;
import app.bellwire.story.StoryLabel;
import app.bellwire.story.StoryLabels;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class StoryLabelsContract extends StoreContract {
  private final StoryLabels labels = stores.storyLabels();

  StoryLabelsContract(Database database) {
    super(database);
  }

  private static StoryLabel label(long article, long other, boolean same) {
    return new StoryLabel(article, other, same, true, "telegram:501", NOON);
  }

  private void event(long id, long... articles) {
    List<Report> reports = Arrays.stream(articles).mapToObj(a -> Samples.report(a, NOON)).toList();
    stores.stories().save(new Event(id, 5, 1, "Talks resume", NOON, NOON, reports));
  }

  @Test
  void labelsAreFoundByTheEventsOfTheirReports() {
    event(10, 1, 2);
    event(11, 3);
    event(12, 4);
    labels.save(label(2, 1, false));
    labels.save(label(1, 3, true));
    assertThat(labels.of(10)).containsExactlyInAnyOrder(label(2, 1, false), label(1, 3, true));
    assertThat(labels.of(11)).containsExactly(label(1, 3, true));
    assertThat(labels.of(12)).isEmpty();
    assertThat(labels.all()).hasSize(2);
  }

  @Test
  void theLastWordOnAPairCountsWhateverItsOrder() {
    labels.save(label(1, 2, true));
    labels.save(label(2, 1, false));
    assertThat(labels.all()).containsExactly(label(2, 1, false));
    labels.remove(1, 2);
    assertThat(labels.all()).isEmpty();
  }

  @Test
  void oldLabelsArePruned() {
    labels.save(label(1, 2, true));
    Keep keep = new Keep(Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(30));
    Pruning pruning = new Pruning(database);
    pruning.prune(keep, NOON.plus(Duration.ofDays(90)));
    assertThat(labels.all()).hasSize(1);
    pruning.prune(keep, NOON.plus(Duration.ofDays(91)));
    assertThat(labels.all()).isEmpty();
  }
}
