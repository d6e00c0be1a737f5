package app.bellwire.fake;

import app.bellwire.story.Event;
import app.bellwire.story.StoryStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Events with their reports. Thread-safe.
public final class MemoryStories implements StoryStore {
  private final Map<Long, Event> events = new LinkedHashMap<>();

  @Override
  public synchronized Optional<Event> event(long id) {
    return Optional.ofNullable(events.get(id));
  }

  @Override
  public synchronized Optional<Event> eventOf(long articleId) {
    return events.values().stream()
        .filter(e -> e.reports().stream().anyMatch(r -> r.articleId() == articleId))
        .findFirst();
  }

  @Override
  public synchronized List<Event> updatedSince(Instant since) {
    return events.values().stream()
        .filter(e -> !e.updated().isBefore(since))
        .sorted(Comparator.comparing(Event::updated).reversed())
        .toList();
  }

  @Override
  public synchronized List<Event> ofStoryline(long storyline) {
    return events.values().stream()
        .filter(e -> e.storyline() == storyline)
        .sorted(Comparator.comparing(Event::opened).thenComparing(Event::id))
        .toList();
  }

  @Override
  public synchronized void save(Event event) {
    events.put(event.id(), event);
  }

  @Override
  public synchronized long highestId() {
    return events.values().stream().mapToLong(e -> Math.max(e.id(), e.storyline())).max().orElse(0);
  }
}
