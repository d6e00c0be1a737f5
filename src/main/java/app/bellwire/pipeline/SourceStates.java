package app.bellwire.pipeline;

import app.bellwire.article.Article;
import app.bellwire.article.ArticleStore;
import app.bellwire.poll.PollOutcome;
import app.bellwire.poll.PollPlan;
import app.bellwire.source.Source;
import app.bellwire.source.SourceState;
import app.bellwire.source.SourceStore;
import app.bellwire.source.Validators;
import app.bellwire.work.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// What a look leaves behind for the next one. Thread-safe.
public final class SourceStates {
  private final SourceStore store;
  private final ArticleStore articles;
  private final UnitOfWork unitOfWork;

  public SourceStates(SourceStore store, ArticleStore articles, UnitOfWork unitOfWork) {
    this.store = store;
    this.articles = articles;
    this.unitOfWork = unitOfWork;
  }

  SourceState after(
      Source source, SourceState before, PollOutcome outcome, Validators validators, Instant now) {
    double jitter = ThreadLocalRandom.current().nextDouble();
    return PollPlan.after(source, before, outcome, validators, now, jitter);
  }

  /// Saves the state, and that the source still lists `listed`.
  void save(SourceState state, List<Article> listed, Instant now) {
    unitOfWork.inTransaction(
        () -> {
          listed.forEach(article -> articles.seen(article.source(), article.identity(), now));
          store.save(state);
        });
  }
}
