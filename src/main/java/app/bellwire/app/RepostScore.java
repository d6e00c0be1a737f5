package app.bellwire.app;

import app.bellwire.app.LabelledPairs.Label;
import app.bellwire.app.LabelledPairs.Pair;
import app.bellwire.article.Article;
import app.bellwire.story.Resemblance;
import app.bellwire.story.Resemblance.Sort;
import app.bellwire.text.Shingles;
import app.bellwire.text.Sketch;
import app.bellwire.text.SketchIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Counts what [Resemblance] makes of the articles of a wire, each against those before it, and of
/// labelled pairs. Confined to one thread.
final class RepostScore {
  /// Two items with the same headline and so much in common are the same item, by anybody's eye.
  private static final double SAME_ITEM = .9;

  /// An item is repeated within a weekend; the same words later are the next occasion's.
  private static final Duration SOON = Duration.ofHours(72);

  private final SketchIndex index = new SketchIndex();
  private final Map<Long, Article> earlier = new HashMap<>();
  private final Map<Long, Set<Long>> shingles = new HashMap<>();
  private final Map<String, List<Article>> byHeadline = new HashMap<>();
  private final Deque<Article> live = new ArrayDeque<>();
  private final Consumer<Found> listed;

  /// Articles that repeat an earlier one.
  int repeats;

  /// Comparisons in full.
  long compared;

  /// Pairs with the same headline and nearly the same text.
  int sameItems;

  /// Of these, pairs that are no repetition: a marked correction, or days apart.
  int onPurpose;

  /// Same items taken for reposts.
  int caught;

  /// Same items that the sketches did not find.
  int unseen;

  /// Nanoseconds an article took.
  final List<Long> times = new ArrayList<>();

  /// Two articles and what was made of them.
  record Found(String what, Article earlier, Article later, Resemblance resemblance) {}

  /// @param listed gets every repost found and every same item missed
  RepostScore(Consumer<Found> listed) {
    this.listed = listed;
  }

  /// The next article of the wire, which are given by time.
  void add(Article article) {
    forgetBefore(article.at().minus(SOON));
    long start = System.nanoTime();
    Set<Long> passages = Shingles.of(article.copy().body());
    int[] sketch = Sketch.of(passages);
    List<Long> candidates = index.candidates(sketch);
    boolean repeated = false;
    for (long id : candidates) {
      Article before = earlier.get(id);
      if (before != null) {
        repeated |= repeats(article, before);
      }
    }
    index.add(article.id(), sketch);
    live.add(article);
    times.add(System.nanoTime() - start);
    compared += candidates.size();
    repeats += repeated ? 1 : 0;
    shingles.put(article.id(), passages);
    addNamesakes(article, candidates);
    earlier.put(article.id(), article);
  }

  /// The index holds what a live one would.
  private void forgetBefore(Instant oldest) {
    while (!live.isEmpty() && live.getFirst().at().isBefore(oldest)) {
      index.remove(live.removeFirst().id());
    }
  }

  private boolean repeats(Article article, Article before) {
    Resemblance found = Resemblance.of(article, before);
    if (found.sort() == Sort.REPOST) {
      listed.accept(new Found("repost", before, article, found));
    }
    return found.sort() == Sort.REPOST;
  }

  private void addNamesakes(Article article, List<Long> candidates) {
    List<Article> namesakes =
        byHeadline.computeIfAbsent(article.identity().titleKey(), _ -> new ArrayList<>());
    for (Article same : namesakes) {
      if (Shingles.jaccard(passages(article), passages(same)) >= SAME_ITEM) {
        addSameItem(article, same, candidates.contains(same.id()));
      }
    }
    namesakes.add(article);
  }

  private Set<Long> passages(Article article) {
    return shingles.getOrDefault(article.id(), Set.of());
  }

  private void addSameItem(Article article, Article same, boolean seen) {
    Resemblance found = Resemblance.of(article, same);
    boolean late = Duration.between(same.at(), article.at()).compareTo(SOON) > 0;
    sameItems++;
    onPurpose += late || article.kind() != Article.Kind.REPORT ? 1 : 0;
    unseen += seen || late ? 0 : 1;
    caught += seen && found.sort() == Sort.REPOST ? 1 : 0;
    if (found.sort() != Sort.REPOST) {
      listed.accept(new Found("missed", same, article, found));
    }
  }

  /// How often each label was taken for what.
  ///
  /// @param articles by their ids in the file
  /// @param wrong gets every pair that was not taken for what it is
  static Map<Label, Map<Sort, Integer>> confusion(
      List<Pair> pairs, Map<String, Article> articles, Consumer<Found> wrong) {
    Map<Label, Map<Sort, Integer>> counts = new EnumMap<>(Label.class);
    for (Pair pair : pairs) {
      Article before = article(pair, pair.earlier(), articles);
      Article later = article(pair, pair.later(), articles);
      Resemblance found = Resemblance.of(later, before);
      counts
          .computeIfAbsent(pair.label(), _ -> new EnumMap<>(Sort.class))
          .merge(found.sort(), 1, Integer::sum);
      if (!right(pair.label(), found.sort())) {
        wrong.accept(new Found(LabelledPairs.word(pair.label()), before, later, found));
      }
    }
    return counts;
  }

  private static Article article(Pair pair, String id, Map<String, Article> articles) {
    Article article = articles.get(id);
    if (article == null) {
      throw new WrongInput(pair.place() + ": the wire has no article " + id);
    }
    return article;
  }

  private static boolean right(Label label, Sort sort) {
    return switch (label) {
      case REPOST, ABRIDGED -> sort == Sort.REPOST;
      case UPDATE -> sort == Sort.SAME_TEXT;
      case TEMPLATE -> sort == Sort.TEMPLATE || sort == Sort.UNRELATED;
    };
  }
}
