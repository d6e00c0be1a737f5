package app.bellwire.story;

import app.bellwire.article.Article;
import app.bellwire.text.Embedding;
import java.util.Optional;

/// Places articles, one after the other, in events and storylines. An id once given never changes
/// and an article once placed never moves.
public interface StoryTracker {

  /// What placing needs to know of an article's text. Made in parallel, outside any transaction,
  /// from the article alone.
  interface Analysis {}

  /// Pure and thread-safe.
  Analysis analyse(Article article);

  /// The same, with what the article means, where that is read. A tracker that places by words
  /// alone leaves it out.
  default Analysis analyse(Article article, Optional<Embedding> meaning) {
    return analyse(article);
  }

  /// Serial: one caller at a time, inside its transaction. Writes through [StoryStore].
  StoryUpdate place(Article article, Analysis analysis);

  /// Drops what is kept in memory, to be read from the store again: for the caller whose
  /// transaction was rolled back after something was placed in it.
  void forget();
}
