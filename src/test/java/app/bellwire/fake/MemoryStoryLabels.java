package app.bellwire.fake;

import app.bellwire.story.Event;
import app.bellwire.story.StoryLabel;
import app.bellwire.story.StoryLabels;
import app.bellwire.story.StoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What people have said of the reports of a story store. Thread-safe.
public final class MemoryStoryLabels implements StoryLabels {
  private final StoryStore stories;
  private final List<StoryLabel> labels = new ArrayList<>();

  public MemoryStoryLabels(StoryStore stories) {
    this.stories = stories;
  }

  @Override
  public synchronized void save(StoryLabel label) {
    remove(label.article(), label.other());
    labels.add(label);
  }

  @Override
  public synchronized void remove(long article, long other) {
    Set<Long> pair = Set.of(article, other);
    labels.removeIf(label -> pair.equals(Set.of(label.article(), label.other())));
  }

  @Override
  public synchronized List<StoryLabel> of(long event) {
    Optional<Event> found = stories.event(event);
    Set<Long> held =
        found.stream()
            .flatMap(e -> e.reports().stream())
            .map(report -> report.articleId())
            .collect(Collectors.toSet());
    return labels.stream()
        .filter(label -> held.contains(label.article()) || held.contains(label.other()))
        .toList();
  }

  @Override
  public synchronized List<StoryLabel> all() {
    return List.copyOf(labels);
  }
}
