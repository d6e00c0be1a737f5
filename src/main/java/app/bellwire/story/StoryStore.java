package app.bellwire.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps events and which articles they hold. Implementations are thread-safe; writes join the
/// caller's transaction.
public interface StoryStore {
  Optional<Event> event(long id);

  /// The event that holds the article.
  Optional<Event> eventOf(long articleId);

  /// Events updated since `since`, newest first.
  List<Event> updatedSince(Instant since);

  /// The events of a storyline, oldest first; none for one that is not kept.
  List<Event> ofStoryline(long storyline);

  /// Writes the event as it now is, with its reports; a new one with its storyline.
  void save(Event event);

  /// The highest id in use by events and storylines, 0 when there is none.
  long highestId();
}
