package app.bellwire.fake;

import app.bellwire.article.Article;
import app.bellwire.article.ArticleStore;
import app.bellwire.article.Identity;
import app.bellwire.source.SourceId;
import app.bellwire.text.Embedding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Articles and what was seen of each source. Thread-safe.
public final class MemoryArticles implements ArticleStore {
  private final Map<Long, Article> articles = new LinkedHashMap<>();
  private final NavigableMap<Long, Embedding> embeddings = new TreeMap<>();
  private final Map<String, String> seen = new LinkedHashMap<>();

  @Override
  public synchronized Sighting sighting(SourceId source, Identity identity) {
    String content =
        keys(source, identity).stream()
            .map(seen::get)
            .filter(c -> c != null)
            .findFirst()
            .orElse("");
    if (content.isEmpty()) {
      return Sighting.NEW;
    }
    return content.equals(identity.contentKey()) ? Sighting.SEEN : Sighting.CHANGED;
  }

  @Override
  public synchronized void seen(SourceId source, Identity identity, Instant now) {
    keys(source, identity).forEach(key -> seen.put(key, identity.contentKey()));
  }

  @Override
  public synchronized void save(Article article) {
    articles.put(article.id(), article);
  }

  @Override
  public synchronized void saveEmbedding(long article, Embedding embedding) {
    embeddings.put(article, embedding);
  }

  @Override
  public synchronized Map<Long, Embedding> embeddingsAfter(long article, int limit) {
    Map<Long, Embedding> found = new LinkedHashMap<>();
    embeddings.tailMap(article, false).entrySet().stream()
        .limit(limit)
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  @Override
  public synchronized Optional<Article> find(long id) {
    return Optional.ofNullable(articles.get(id));
  }

  @Override
  public synchronized Optional<Article> byLink(String linkKey) {
    return articles.values().stream()
        .filter(a -> a.identity().linkKey().equals(linkKey))
        .max(Comparator.comparing(Article::read));
  }

  @Override
  public synchronized List<Article> readSince(Instant since, int limit) {
    return articles.values().stream()
        .filter(a -> !a.read().isBefore(since))
        .sorted(Comparator.comparing(Article::read).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized long countSince(Instant since) {
    return readSince(since, Integer.MAX_VALUE).size();
  }

  @Override
  public synchronized Map<SourceId, Long> countsSince(Instant since) {
    return readSince(since, Integer.MAX_VALUE).stream()
        .collect(Collectors.groupingBy(Article::source, Collectors.counting()));
  }

  @Override
  public synchronized Optional<Instant> oldest() {
    return articles.values().stream().map(Article::read).min(Comparator.naturalOrder());
  }

  private static List<String> keys(SourceId source, Identity identity) {
    List<String> keys = new ArrayList<>();
    keys.add(source + " guid " + identity.guid());
    if (!identity.linkKey().isEmpty()) {
      keys.add(source + " link " + identity.linkKey());
    }
    if (!identity.titleKey().isEmpty()) {
      keys.add(source + " title " + identity.titleKey());
    }
    return keys;
  }
}
