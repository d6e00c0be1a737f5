package app.bellwire.command;

import app.bellwire.article.Article;
import app.bellwire.article.ArticleStore;
import app.bellwire.query.Query;
import app.bellwire.source.SourceId;
import app.bellwire.source.SourceKind;
import app.bellwire.story.Event;
import app.bellwire.story.StoryStore;
import app.bellwire.text.Folding;
import app.bellwire.text.Token;
import app.bellwire.text.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was read in the last 30 days, counted in stories. Confined to one answer.
final class Archive {
  static final Duration WINDOW = Duration.ofDays(30);
  static final Duration WEEK = Duration.ofDays(7);

  private static final int MOST_ARTICLES = 50_000;
  private static final int MOST_SPELLINGS_OFF = 2;

  /// A story that a query hits.
  ///
  /// @param newest the newest of its reports that hit
  /// @param seen when the first of them was read
  record Story(long event, Article newest, Instant seen) {}

  private final Language language;
  private final StoryStore stories;
  private final List<Article> articles;
  private final Map<Long, Long> events = new HashMap<>();
  private final Instant now;
  private final Instant since;

  /// @param samples whether invented news counts
  Archive(
      Language language,
      ArticleStore store,
      StoryStore stories,
      SourceProbe sources,
      boolean samples,
      Instant now) {
    this(language, store, stories, sources, samples, now.minus(WINDOW), now);
  }

  /// What was read since `window` only.
  Archive(
      Language language,
      ArticleStore store,
      StoryStore stories,
      SourceProbe sources,
      boolean samples,
      Instant window,
      Instant now) {
    this.language = language;
    this.stories = stories;
    this.now = now;
    Set<SourceId> invented = samples ? Set.of() : invented(sources);
    articles =
        store.readSince(window, MOST_ARTICLES).stream()
            .filter(a -> !invented.contains(a.source()))
            .toList();
    since = store.oldest().filter(oldest -> oldest.isAfter(window)).orElse(window);
  }

  /// The stories `query` hits, newest first.
  List<Story> stories(Query query) {
    Map<Long, Story> found = new LinkedHashMap<>();
    for (Article article : articles) {
      if (language.hits(query, article).isPresent()) {
        found.merge(
            event(article), new Story(event(article), article, article.read()), Archive::both);
      }
    }
    List<Story> sorted = new ArrayList<>(found.values());
    sorted.sort(Comparator.comparing((Story s) -> s.newest().at()).reversed());
    return sorted;
  }

  /// How many reports `query` cannot find because nobody read what they mean.
  int unread(Query query) {
    return query.asksMeaning()
        ? (int) articles.stream().filter(article -> !language.understands(article)).count()
        : 0;
  }

  /// The reports, newest first.
  List<Article> articles() {
    return articles;
  }

  long lastWeek(Collection<Story> stories) {
    return stories.stream().filter(s -> s.seen().isAfter(now.minus(WEEK))).count();
  }

  /// The source of the newest report whose link is of that host.
  Optional<SourceId> carrying(String host) {
    return articles.stream()
        .filter(a -> Hosts.of(a.identity().linkKey()).equals(host))
        .map(Article::source)
        .findFirst();
  }

  /// How far back reading goes, at most 30 days.
  Duration span() {
    return Duration.between(since, now);
  }

  Instant since() {
    return since;
  }

  int reports() {
    return articles.size();
  }

  boolean empty() {
    return articles.isEmpty();
  }

  /// The word of the archive spelled most like `word`, the more frequent of equals; none when
  /// nothing is near.
  Optional<String> nearSpelling(String word) {
    String folded = Folding.fold(word);
    Map<String, Integer> near = new HashMap<>();
    Map<String, String> surfaces = new HashMap<>();
    for (Article article : articles) {
      for (Token token : Tokens.of(article.copy().headline() + " " + article.copy().body())) {
        if (near(folded, token.folded())) {
          near.merge(token.folded(), 1, Integer::sum);
          surfaces.putIfAbsent(token.folded(), plain(token));
        }
      }
    }
    return near.entrySet().stream()
        .min(
            Comparator.comparingInt(
                    (Map.Entry<String, Integer> e) -> Spelling.distance(folded, e.getKey()))
                .thenComparing(e -> -e.getValue()))
        .map(e -> surfaces.getOrDefault(e.getKey(), e.getKey()));
  }

  /// Words of `article` that few other stories among `hits` have, most telling first.
  List<String> telling(Article article, List<Story> hits, Set<String> besides) {
    Map<String, Integer> weights = new LinkedHashMap<>();
    Map<String, String> surfaces = new HashMap<>();
    for (Token token : Tokens.of(article.copy().headline() + " " + article.copy().body())) {
      boolean plain = !token.capitalised() && token.folded().length() > 4;
      if (plain && !besides.contains(token.folded())) {
        weights.merge(token.folded(), 1, Integer::sum);
        surfaces.putIfAbsent(token.folded(), token.surface());
      }
    }
    for (Story other : hits) {
      if (other.newest().id() != article.id()) {
        words(other.newest()).forEach(word -> weights.computeIfPresent(word, (w, n) -> n - 10));
      }
    }
    return weights.entrySet().stream()
        .sorted(Comparator.comparing(e -> -e.getValue()))
        .map(e -> surfaces.getOrDefault(e.getKey(), e.getKey()))
        .toList();
  }

  private static Set<String> words(Article article) {
    Set<String> words = new HashSet<>();
    Tokens.of(article.copy().headline() + " " + article.copy().body())
        .forEach(token -> words.add(token.folded()));
    return words;
  }

  private static boolean near(String word, String other) {
    if (word.equals(other) || Math.abs(word.length() - other.length()) > MOST_SPELLINGS_OFF) {
      return false;
    }
    int allowed = word.length() < 6 ? 1 : MOST_SPELLINGS_OFF;
    return word.length() > 3
        && word.charAt(0) == other.charAt(0)
        && Spelling.distance(word, other) <= allowed;
  }

  private static String plain(Token token) {
    String surface = token.surface();
    return surface.length() > token.folded().length()
        ? surface.substring(0, token.folded().length())
        : surface;
  }

  private long event(Article article) {
    return events.computeIfAbsent(
        article.id(), id -> stories.eventOf(id).map(Event::id).orElse(-id));
  }

  private static Story both(Story a, Story b) {
    Article newest = a.newest().at().isBefore(b.newest().at()) ? b.newest() : a.newest();
    Instant seen = a.seen().isBefore(b.seen()) ? a.seen() : b.seen();
    return new Story(a.event(), newest, seen);
  }

  private static Set<SourceId> invented(SourceProbe sources) {
    Set<SourceId> ids = new HashSet<>();
    sources.all().stream()
        .map(SourceProbe.Probe::source)
        .filter(source -> source.kind() == SourceKind.SAMPLE)
        .forEach(source -> ids.add(source.id()));
    return ids;
  }
}
