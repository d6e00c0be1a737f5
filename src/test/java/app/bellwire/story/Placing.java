package app.bellwire.story;

import app.bellwire.article.Article;
import app.bellwire.fake.MemoryArticles;
import app.bellwire.fake.MemoryStories;
import java.util.concurrent.atomic.AtomicLong;

/// A tracker with its books, to which articles come one after the other. Confined to one thread.
final class Placing {
  private final MemoryArticles articles = new MemoryArticles();
  private final MemoryStories stories = new MemoryStories();
  private final AtomicLong ids = new AtomicLong(1_000_000);
  private final StoryTracker tracker =
      new LexicalStoryTracker(stories, articles, ids::incrementAndGet);

  StoryUpdate place(Article article) {
    articles.save(article);
    return tracker.place(article, tracker.analyse(article));
  }
}
