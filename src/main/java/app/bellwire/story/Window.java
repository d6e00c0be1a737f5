package app.bellwire.story;

import app.bellwire.article.Article;
import app.bellwire.article.ArticleStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The events of the last days with the profiles of their articles, newest event last. Confined to
/// the decider.
final class Window {
  /// An event and what its articles say.
  record Open(Event event, List<Profile> members) {
    Stream<Article> articles() {
      return members.stream().map(Profile::article);
    }
  }

  private final Map<Long, Open> events = new LinkedHashMap<>();
  private final RecycledPassages recycled = new RecycledPassages();

  /// Reads the events updated since `since`.
  static Window read(StoryStore stories, ArticleStore articles, Instant since) {
    Window window = new Window();
    for (Event event : stories.updatedSince(since).reversed()) {
      List<Profile> members =
          event.reports().stream()
              .map(report -> articles.find(report.articleId()))
              .flatMap(Optional::stream)
              .map(Profile::of)
              .toList();
      window.events.put(event.id(), new Open(event, new ArrayList<>(members)));
      members.stream().limit(1).forEach(member -> window.recycled.add(member.passages()));
    }
    return window;
  }

  /// Newest first.
  List<Open> newestFirst() {
    return new ArrayList<>(events.values()).reversed();
  }

  Optional<Open> open(long event) {
    return Optional.ofNullable(events.get(event));
  }

  void put(Event event, Profile member) {
    Open before = events.remove(event.id());
    List<Profile> members = before == null ? new ArrayList<>() : before.members();
    if (members.isEmpty()) {
      recycled.add(member.passages());
    }
    members.removeIf(m -> m.article().id() == member.article().id());
    members.add(member);
    events.put(event.id(), new Open(event, members));
  }

  boolean recycled(long passage) {
    return recycled.recycled(passage);
  }

  /// Lets go of what was last updated before `before`.
  void prune(Instant before) {
    events.values().removeIf(open -> open.event().updated().isBefore(before));
  }
}
