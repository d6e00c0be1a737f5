package app.bellwire.pipeline;

import app.bellwire.article.Article;
import app.bellwire.article.ArticleStore;
import app.bellwire.match.Matcher;
import app.bellwire.source.Source;
import app.bellwire.story.Novelty;
import app.bellwire.story.StoryTracker;
import app.bellwire.story.StoryUpdate;
import java.util.List;
import java.util.Map;

/// Takes articles through story, match and alert one by one and says what was decided, for a replay
/// that sends nothing. Confined to one thread and its caller's transaction.
public final class Rehearsal {
  private final ArticleStore articles;
  private final StoryTracker stories;
  private final Matcher matcher;
  private final AlertDesk desk;

  public Rehearsal(ArticleStore articles, StoryTracker stories, Matcher matcher, AlertDesk desk) {
    this.articles = articles;
    this.stories = stories;
    this.matcher = matcher;
    this.desk = desk;
  }

  /// @param verdicts one a chat that the article concerns
  public record Step(StoryUpdate update, List<Verdict> verdicts) {}

  public Step step(Source source, Article article) {
    Candidate candidate = Candidate.of(source, article, matcher);
    articles.save(article);
    StoryUpdate update = stories.place(article, stories.analyse(article, candidate.meaning()));
    List<Verdict> verdicts =
        update.novelty() == Novelty.REPEAT
            ? List.of()
            : desk.tell(candidate, update, new BacklogPlan(Map.of()));
    return new Step(update, verdicts);
  }
}
