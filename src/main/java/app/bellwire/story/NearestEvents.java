package app.bellwire.story;

import app.bellwire.article.Article;
import app.bellwire.article.ArticleStore;
import app.bellwire.text.TermWeights;
import app.bellwire.text.Terms;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Finds the events that a person may mean when they say that one is told elsewhere: those that
/// take reports still, of the same storyline first, then those whose headlines have the most of its
/// words. It reads headlines alone, so that it is quick among thousands. Thread-safe.
public final class NearestEvents {
  private final StoryStore stories;
  private final ArticleStore articles;

  public NearestEvents(StoryStore stories, ArticleStore articles) {
    this.stories = stories;
    this.articles = articles;
  }

  /// An event and how near it is.
  private record Near(Event event, boolean sameStoryline, double words) {}

  /// The events near `event` at `now`, the nearest first; those that have nothing in common with it
  /// are left out.
  public List<Event> to(Event event, Instant now) {
    TermWeights weights = TermWeights.background();
    Terms.Weighed wanted = new Terms.Weighed(lead(event), weights);
    return stories.updatedSince(now.minus(Thresholds.EVENT_SPAN)).stream()
        .filter(other -> other.id() != event.id() && !Open.closed(other, now))
        .map(other -> near(event, other, wanted))
        .filter(near -> near.sameStoryline() || near.words() > 0)
        .sorted(
            Comparator.comparing(Near::sameStoryline)
                .thenComparingDouble(Near::words)
                .reversed()
                .thenComparing(near -> near.event().id()))
        .map(Near::event)
        .toList();
  }

  private static Near near(Event event, Event other, Terms.Weighed wanted) {
    double words = wanted.cosine(Terms.of(other.headline(), Integer.MAX_VALUE));
    return new Near(other, other.storyline() == event.storyline(), words);
  }

  private Terms lead(Event event) {
    String opening =
        event.reports().stream()
            .findFirst()
            .flatMap(report -> articles.find(report.articleId()))
            .map(Article::copy)
            .map(copy -> copy.paragraphs().stream().findFirst().orElse(""))
            .orElse("");
    return Terms.of(event.headline() + ".\n" + opening, Thresholds.LEAD_WORDS);
  }
}
