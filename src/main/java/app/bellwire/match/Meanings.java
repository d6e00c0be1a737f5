package app.bellwire.match;

import app.bellwire.article.Article;
import app.bellwire.text.Embedder;
import app.bellwire.text.Embedding;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What articles, and the words after `about:`, mean, where an install reads meaning at all.
///
/// An article is read once, when it is new; what it means is kept in the store and, for the newest,
/// in memory, so that a look back over a month reads none of them again. Thread-safe.
public final class Meanings {
  /// Reads back what was kept.
  public interface Kept {
    /// What articles mean that were numbered after `article`, by number, rising, at most `limit`.
    Map<Long, Embedding> after(long article, int limit);
  }

  private static final Logger LOG = LoggerFactory.getLogger(Meanings.class);

  private static final String UNKNOWN = "und";

  /// About 500 bytes each.
  private static final int IN_MEMORY = 50_000;

  private static final int STEP = 5_000;
  private static final int ABOUTS = 10_000;

  /// More than the model reads of any text, in UTF-16 units.
  private static final int LONGEST = 8_000;

  private final Optional<Embedder> embedder;
  private final String absence;
  private final Kept store;
  private final Map<String, Embedding> abouts = Collections.synchronizedMap(newest(ABOUTS, true));
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Long, Embedding> kept = newest(IN_MEMORY, false);

  /// The highest article that was asked for; guarded by `lock`.
  private long reached = Long.MIN_VALUE;

  private Meanings(Optional<Embedder> embedder, String absence, Kept store) {
    this.embedder = embedder;
    this.absence = absence;
    this.store = store;
  }

  /// @param store where what is read was kept
  public static Meanings by(Embedder embedder, Kept store) {
    return new Meanings(Optional.of(embedder), "", store);
  }

  /// Nothing is read.
  ///
  /// @param absence why, to stand after "needs", such as `story.embeddings: on`
  public static Meanings none(String absence) {
    return new Meanings(Optional.empty(), absence, (_, _) -> Map.of());
  }

  /// What is needed before meaning can be read; empty where it is read.
  public Optional<String> lacks() {
    return embedder.isPresent() ? Optional.empty() : Optional.of(absence);
  }

  /// The model that reads; empty where meaning is not read.
  public Optional<String> model() {
    return embedder.map(Embedder::model);
  }

  /// Reads the article: its headline and as much of its text as the model takes. Empty for one in
  /// another language than the model's, as far as that can be told, or when the model fails, which
  /// is logged.
  public Optional<Embedding> read(Article article) {
    return embedder
        .filter(model -> reads(model, article.copy().language()))
        .flatMap(model -> tried(model, text(article)))
        .map(
            embedding -> {
              keep(article.id(), embedding);
              return embedding;
            });
  }

  /// What the article meant when it was read; empty where meaning was not read then.
  public Optional<Embedding> kept(Article article) {
    lock.lock();
    try {
      if (embedder.isPresent() && article.id() > reached) {
        catchUp();
        reached = Math.max(reached, article.id());
      }
      return Optional.ofNullable(kept.get(article.id()));
    } finally {
      lock.unlock();
    }
  }

  /// What the words after `about:` mean; empty where meaning is not read.
  Optional<Embedding> about(String text) {
    Embedding known = abouts.get(text);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Embedding> read = embedder.flatMap(model -> tried(model, text));
    read.ifPresent(embedding -> abouts.put(text, embedding));
    return read;
  }

  private static boolean reads(Embedder model, String language) {
    return language.equals(model.language()) || language.equals(UNKNOWN);
  }

  private static String text(Article article) {
    String headline = article.copy().ownHeadline() ? article.copy().headline() + "\n" : "";
    String whole = headline + article.copy().body();
    return whole.isBlank() ? article.copy().headline() : cut(whole);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  private static Optional<Embedding> tried(Embedder model, String text) {
    try {
      return Optional.of(model.embed(text));
    } catch (IllegalStateException e) {
      LOG.warn("The meaning of a text was not read, its words count alone: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private void keep(long article, Embedding embedding) {
    lock.lock();
    try {
      kept.put(article, embedding);
    } finally {
      lock.unlock();
    }
  }

  private void catchUp() {
    Map<Long, Embedding> step;
    do {
      step = store.after(reached, STEP);
      kept.putAll(step);
      reached = step.keySet().stream().mapToLong(id -> id).max().orElse(reached);
    } while (step.size() == STEP);
  }

  private static <K, V> Map<K, V> newest(int most, boolean asUsed) {
    return new LinkedHashMap<>(16, 0.75f, asUsed) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }
}
