package app.bellwire.app;

import app.bellwire.article.Article;
import app.bellwire.article.ArticleNormalizer;
import app.bellwire.query.QueryParser;
import app.bellwire.store.Database;
import app.bellwire.store.Stores;
import app.bellwire.story.LexicalStoryTracker;
import app.bellwire.story.StoryTracker;
import app.bellwire.story.StoryUpdate;
import app.bellwire.text.Language;
import app.bellwire.work.Ids;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Places articles as a running program would, in a store of their own that is not kept and knows
/// no labels. Confined to one thread.
final class TrialPlacing {
  private static final Duration UNDATED = Duration.ofMinutes(1);

  /// An article and where it went.
  ///
  /// @param micros what analysing and placing took
  record Placed(Article article, StoryUpdate update, long micros) {}

  private TrialPlacing() {}

  /// The lines as articles, each read when it was published; an undated one arrives a minute after
  /// the one before.
  static List<Article> arriving(List<JsonArticles.Line> lines) {
    ReplayClock clock = new ReplayClock(lines);
    ArticleNormalizer normalizer = new ArticleNormalizer(new Ids(clock)::next, Language::detect);
    List<Article> articles = new ArrayList<>();
    for (JsonArticles.Line line : lines) {
      clock.moveTo(line.published().orElseGet(() -> clock.instant().plus(UNDATED)));
      articles.add(line.article(normalizer, clock.instant()));
    }
    return articles;
  }

  /// Where each of `articles` goes, in their order.
  static List<Placed> of(List<Article> articles) throws IOException {
    List<Placed> placed = new ArrayList<>();
    try (TemporaryStore store = TemporaryStore.open()) {
      store.database().inTransaction(() -> place(articles, store.database(), placed));
    }
    return placed;
  }

  private static void place(List<Article> articles, Database database, List<Placed> placed) {
    AtomicLong ids = new AtomicLong();
    Stores stores =
        new Stores(database, ids::incrementAndGet, InstantSource.system(), QueryParser::parse);
    StoryTracker tracker =
        new LexicalStoryTracker(stores.stories(), stores.articles(), ids::incrementAndGet);
    for (Article article : articles) {
      stores.articles().save(article);
      long start = System.nanoTime();
      StoryUpdate update = tracker.place(article, tracker.analyse(article));
      placed.add(new Placed(article, update, (System.nanoTime() - start) / 1000));
    }
  }

  /// What the slowest of `part` of them took, in milliseconds; 0 when there is none.
  static double millis(List<Placed> placed, double part) {
    List<Long> sorted = placed.stream().map(Placed::micros).sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(part * sorted.size()) - 1) / 1000.0;
  }
}
