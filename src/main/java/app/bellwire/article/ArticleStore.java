package app.bellwire.article;

import app.bellwire.source.SourceId;
import app.bellwire.text.Embedding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps articles and what was seen of every source. Implementations are thread-safe; writes join
/// the caller's transaction.
public interface ArticleStore {
  /// What an item is to us.
  enum Sighting {
    /// Nothing of its identity was seen at this source.
    NEW,
    /// The same article with the same content.
    SEEN,
    /// The same article with other content.
    CHANGED
  }

  /// Whether this source has shown the article before: by guid, else link key, else title key.
  Sighting sighting(SourceId source, Identity identity);

  /// Notes the item as seen now, under all its keys; keeps it from being pruned while it is still
  /// listed.
  void seen(SourceId source, Identity identity, Instant now);

  void save(Article article);

  /// Keeps what a saved article means, for as long as the article.
  void saveEmbedding(long article, Embedding embedding);

  /// What articles mean that are numbered after `article`, by number, rising, at most `limit`.
  Map<Long, Embedding> embeddingsAfter(long article, int limit);

  Optional<Article> find(long id);

  /// The newest article with this link key, whatever its source.
  Optional<Article> byLink(String linkKey);

  /// Articles read since `since`, newest first, at most `limit`.
  List<Article> readSince(Instant since, int limit);

  /// How many were read since `since`.
  long countSince(Instant since);

  /// How many were read since `since`, by source.
  Map<SourceId, Long> countsSince(Instant since);

  /// When the oldest kept article was read; none when there is no article.
  Optional<Instant> oldest();
}
