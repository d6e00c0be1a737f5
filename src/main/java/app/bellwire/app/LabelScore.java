package app.bellwire.app;

import app.bellwire.article.Article;
import app.bellwire.store.Stores;
import app.bellwire.story.StoryLabel;
import app.bellwire.text.Counted;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Compares what people have said of pairs of reports with where the rules alone place them: the
/// reports read in the two days before each pair and up to it are placed anew, in the order in
/// which they were read, in a store of their own that knows no labels. Confined to one thread.
final class LabelScore {
  /// What may have become one event with the earlier report of a pair is no older.
  private static final Duration BEFORE = Duration.ofDays(2);

  /// Reports that are placed anew, the newest.
  private static final int MOST_ARTICLES = 50_000;

  private final Stores kept;

  /// @param kept the store with the labels
  LabelScore(Stores kept) {
    this.kept = kept;
  }

  /// A label with both of its reports.
  private record Pair(StoryLabel label, Article one, Article two) {
    boolean around(Instant read) {
      Instant from = earlier(one.read(), two.read()).minus(BEFORE);
      return !read.isBefore(from) && !read.isAfter(later(one.read(), two.read()));
    }

    private static Instant earlier(Instant a, Instant b) {
      return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
      return a.isBefore(b) ? b : a;
    }

    boolean in(Map<Long, Long> events) {
      return events.containsKey(one.id()) && events.containsKey(two.id());
    }

    boolean asSaid(Map<Long, Long> events) {
      return Objects.equals(events.get(one.id()), events.get(two.id())) == label.same();
    }
  }

  /// The result in lines for a person.
  List<String> lines() throws IOException {
    List<StoryLabel> labels = kept.storyLabels().all();
    List<Pair> whole = labels.stream().flatMap(label -> pair(label).stream()).toList();
    Map<Long, Long> events = placed(whole);
    List<Pair> pairs = whole.stream().filter(pair -> pair.in(events)).toList();
    List<Pair> right = pairs.stream().filter(pair -> pair.asSaid(events)).toList();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d of %s placed as people say: %s one story, %s two stories"
            .formatted(
                right.size(),
                pairs.size() == 1 ? "1 pair is" : Counted.figure(pairs.size()) + " pairs are",
                share(right, pairs, true),
                share(right, pairs, false)));
    int gone = labels.size() - pairs.size();
    if (gone > 0) {
      lines.add(Counted.of(gone, "pair", "pairs") + " left out: their reports are no longer kept");
    }
    pairs.stream().filter(pair -> !right.contains(pair)).map(LabelScore::line).forEach(lines::add);
    return lines;
  }

  private static String share(List<Pair> right, List<Pair> pairs, boolean same) {
    return count(right, same) + " of " + count(pairs, same);
  }

  private static long count(List<Pair> pairs, boolean same) {
    return pairs.stream().filter(pair -> pair.label().same() == same).count();
  }

  private static String line(Pair pair) {
    return "  %s: %s (%s) | %s (%s)"
        .formatted(
            pair.label().same() ? "one story, placed in two" : "two stories, placed in one",
            pair.one().copy().headline(),
            pair.one().agency(),
            pair.two().copy().headline(),
            pair.two().agency());
  }

  private Optional<Pair> pair(StoryLabel label) {
    return kept.articles()
        .find(label.article())
        .flatMap(one -> kept.articles().find(label.other()).map(two -> new Pair(label, one, two)));
  }

  /// The event of every report around the pairs, by the rules alone.
  private Map<Long, Long> placed(List<Pair> pairs) throws IOException {
    Map<Long, Long> events = new HashMap<>();
    if (!pairs.isEmpty()) {
      TrialPlacing.of(around(pairs))
          .forEach(one -> events.put(one.article().id(), one.update().event().id()));
    }
    return events;
  }

  private List<Article> around(List<Pair> pairs) {
    Instant first =
        pairs.stream()
            .flatMap(pair -> Stream.of(pair.one().read(), pair.two().read()))
            .min(Instant::compareTo)
            .orElseThrow();
    return kept.articles().readSince(first.minus(BEFORE), MOST_ARTICLES).reversed().stream()
        .filter(article -> pairs.stream().anyMatch(pair -> pair.around(article.read())))
        .toList();
  }
}
