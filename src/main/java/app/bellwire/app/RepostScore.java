package app.bellwire.app;

import app.bellwire.app.LabelledPairs.Label;
import app.bellwire.app.LabelledPairs.Pair;
import app.bellwire.app.TrialPlacing.Placed;
import app.bellwire.article.Article;
import app.bellwire.story.Novelty;
import app.bellwire.text.Shingles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Counts which articles of a wire, placed one after the other, are taken for repeated ones and not
/// told. Confined to one thread.
final class RepostScore {
  /// Two items with the same headline and so much in common are the same item, by anybody's eye.
  private static final double SAME_ITEM = .9;

  /// An item is repeated within a weekend; the same words later are the next occasion's.
  private static final Duration SOON = Duration.ofHours(72);

  /// What became of the later of two articles.
  enum Fate {
    /// It repeats the event of the earlier one: nobody is told.
    SILENT,
    /// It belongs to the event of the earlier one and is counted or told there.
    SAME_EVENT,
    OTHER_EVENT;

    static Fate of(Placed earlier, Placed later) {
      boolean same = earlier.update().event().id() == later.update().event().id();
      boolean repeat = later.update().novelty() == Novelty.REPEAT;
      return same ? repeat ? SILENT : SAME_EVENT : OTHER_EVENT;
    }
  }

  private final Map<Long, Set<Long>> shingles = new HashMap<>();
  private final Map<String, List<Placed>> byHeadline = new HashMap<>();
  private final Consumer<Found> missed;

  /// Articles that repeat an earlier one.
  int repeats;

  /// Pairs with the same headline and nearly the same text.
  int sameItems;

  /// Of these, pairs that are no repetition: a marked correction, or days apart.
  int onPurpose;

  /// Same items that nobody is told of again.
  int caught;

  /// Two articles and what became of the later one.
  record Found(String what, Placed earlier, Placed later) {
    Fate fate() {
      return Fate.of(earlier, later);
    }
  }

  /// @param missed gets every same item that is told again
  RepostScore(Consumer<Found> missed) {
    this.missed = missed;
  }

  /// The next article of the wire, which are given by time.
  void add(Placed placed) {
    Article article = placed.article();
    repeats += placed.update().novelty() == Novelty.REPEAT ? 1 : 0;
    Set<Long> passages = Shingles.of(article.copy().body());
    shingles.put(article.id(), passages);
    List<Placed> namesakes =
        byHeadline.computeIfAbsent(article.identity().titleKey(), _ -> new ArrayList<>());
    for (Placed same : namesakes) {
      Set<Long> there = shingles.getOrDefault(same.article().id(), Set.of());
      if (Shingles.jaccard(passages, there) >= SAME_ITEM) {
        addSameItem(same, placed);
      }
    }
    namesakes.add(placed);
  }

  private void addSameItem(Placed earlier, Placed later) {
    Duration apart = Duration.between(earlier.article().at(), later.article().at());
    boolean report = later.article().kind() == Article.Kind.REPORT;
    boolean silent = Fate.of(earlier, later) == Fate.SILENT;
    sameItems++;
    onPurpose += report && apart.compareTo(SOON) <= 0 ? 0 : 1;
    caught += silent ? 1 : 0;
    if (!silent) {
      missed.accept(new Found("told again", earlier, later));
    }
  }

  /// How often the later articles of each label met which fate.
  ///
  /// @param placed by their ids in the file
  /// @param wrong gets every pair that was not taken for what it is
  static Map<Label, Map<Fate, Integer>> confusion(
      List<Pair> pairs, Map<String, Placed> placed, Consumer<Found> wrong) {
    Map<Label, Map<Fate, Integer>> counts = new EnumMap<>(Label.class);
    for (Pair pair : pairs) {
      Found found =
          new Found(
              LabelledPairs.word(pair.label()),
              placed(pair, pair.earlier(), placed),
              placed(pair, pair.later(), placed));
      counts
          .computeIfAbsent(pair.label(), _ -> new EnumMap<>(Fate.class))
          .merge(found.fate(), 1, Integer::sum);
      if (found.fate() != right(pair.label())) {
        wrong.accept(found);
      }
    }
    return counts;
  }

  private static Placed placed(Pair pair, String id, Map<String, Placed> placed) {
    Placed found = placed.get(id);
    if (found == null) {
      throw new WrongInput(pair.place() + ": the wire has no article " + id);
    }
    return found;
  }

  private static Fate right(Label label) {
    return switch (label) {
      case REPOST, ABRIDGED -> Fate.SILENT;
      case UPDATE -> Fate.SAME_EVENT;
      case TEMPLATE -> Fate.OTHER_EVENT;
    };
  }
}
