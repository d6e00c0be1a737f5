package app.bellwire.app;

import app.bellwire.article.Article;
import app.bellwire.article.ArticleStore;
import app.bellwire.story.Event;
import app.bellwire.story.Report;
import app.bellwire.story.StoryStore;
import app.bellwire.web.Timelines;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The running stories of the store, for the page. Thread-safe.
final class StoryTimelines implements Timelines {
  private static final Duration RECENT = Duration.ofDays(7);

  /// Running stories that the list shows.
  private static final int LISTED = 100;

  private final StoryStore stories;
  private final ArticleStore articles;
  private final InstantSource clock;

  StoryTimelines(StoryStore stories, ArticleStore articles, InstantSource clock) {
    this.stories = stories;
    this.articles = articles;
    this.clock = clock;
  }

  @Override
  public List<Timeline> recent() {
    List<Event> events =
        stories.updatedSince(clock.instant().minus(RECENT)).stream()
            .filter(event -> !event.reports().isEmpty())
            .toList();
    return StoriesCommand.storylines(events).entrySet().stream()
        .limit(LISTED)
        .map(one -> timeline(one.getKey(), one.getValue()))
        .toList();
  }

  @Override
  public Optional<Timeline> of(long storyline) {
    List<Event> events = stories.ofStoryline(storyline).reversed();
    return events.isEmpty() ? Optional.empty() : Optional.of(timeline(storyline, events));
  }

  private Timeline timeline(long id, List<Event> events) {
    return new Timeline(id, events.stream().map(this::story).toList());
  }

  private Story story(Event event) {
    String language =
        event.reports().stream()
            .findFirst()
            .flatMap(report -> articles.find(report.articleId()))
            .map(article -> article.copy().language())
            .orElse("und");
    return new Story(
        event.id(),
        event.opened(),
        event.updated(),
        event.headline(),
        language,
        event.agencies(),
        event.reports().stream().map(this::line).toList());
  }

  private Line line(Report report) {
    Optional<Article.Kind> kind = articles.find(report.articleId()).map(Article::kind);
    return new Line(
        report.agency(),
        report.link().orElse(null),
        report.at(),
        report.day().orElse(null),
        mark(report, kind.orElse(Article.Kind.REPORT)));
  }

  private static Mark mark(Report report, Article.Kind kind) {
    return switch (kind) {
      case WITHDRAWAL -> Mark.WITHDRAWAL;
      case CORRECTION -> report.withdrawn() ? Mark.WITHDRAWN : Mark.CORRECTION;
      case REPORT -> report.withdrawn() ? Mark.WITHDRAWN : Mark.REPORT;
    };
  }
}
