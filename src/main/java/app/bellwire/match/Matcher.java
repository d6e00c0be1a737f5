package app.bellwire.match;

import app.bellwire.article.Article;
import app.bellwire.query.Query;
import app.bellwire.subscription.Subscription;
import app.bellwire.subscription.SubscriptionBook;
import app.bellwire.text.Embedding;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Finds the subscriptions an article concerns, and why. Follows the [SubscriptionBook] by itself.
/// Thread-safe; two articles are matched side by side.
public final class Matcher {
  private final SubscriptionBook book;
  private final InstantSource clock;
  private final Meanings meanings;
  private final QueryIndex index;
  private final ReentrantLock following = new ReentrantLock();
  private final Map<Long, Query> followed = new HashMap<>();
  private volatile long revision = -1;

  /// A matcher that reads no meaning.
  public Matcher(SubscriptionBook book, InstantSource clock) {
    this(book, clock, Meanings.none("a model"));
  }

  public Matcher(SubscriptionBook book, InstantSource clock, Meanings meanings) {
    this.book = book;
    this.clock = clock;
    this.meanings = meanings;
    this.index = new QueryIndex(NameVariants.NONE, meanings);
  }

  public Meanings meanings() {
    return meanings;
  }

  /// The live subscriptions whose query the words of the article make true, oldest first.
  public List<Match> match(Article article) {
    return match(article, Optional.empty());
  }

  /// The live subscriptions whose query the article makes true, oldest first.
  ///
  /// @param meaning what it means, as [Meanings#read] has it
  public List<Match> match(Article article, Optional<Embedding> meaning) {
    follow();
    Instant now = clock.instant();
    return index.match(MatchText.of(article, meaning)).stream()
        .flatMap(found -> match(found, now).stream())
        .toList();
  }

  /// What in the article makes `query` true; empty when it is not true.
  public Optional<List<Hit>> test(Query query, Article article) {
    Program program = index.compile(query);
    MatchText text =
        MatchText.of(article, query.asksMeaning() ? meanings.kept(article) : Optional.empty());
    return program.holds(text) ? Optional.of(program.hits(text)) : Optional.empty();
  }

  /// Takes over name spellings: one list a name.
  public void names(List<List<String>> names) {
    index.names(NameVariants.of(names));
  }

  private Optional<Match> match(QueryIndex.Found found, Instant now) {
    return book.find(found.subscription())
        .filter(subscription -> subscription.live(now))
        .map(subscription -> new Match(subscription, found.hits()));
  }

  /// Brings the index up to the book's revision.
  private void follow() {
    if (revision == book.revision()) {
      return;
    }
    following.lock();
    try {
      long seen = book.revision();
      if (revision != seen) {
        take(book.all());
        revision = seen;
      }
    } finally {
      following.unlock();
    }
  }

  private void take(List<Subscription> all) {
    Map<Long, Query> wanted = new HashMap<>();
    all.forEach(subscription -> wanted.put(subscription.id(), subscription.query()));
    followed.keySet().stream().filter(id -> !wanted.containsKey(id)).forEach(index::remove);
    wanted.forEach(
        (id, query) -> {
          if (!query.equals(followed.get(id))) {
            index.put(id, query);
          }
        });
    followed.clear();
    followed.putAll(wanted);
  }
}
