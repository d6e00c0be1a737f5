package app.bellwire.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How well scores tell what a query asks for from the rest. Immutable.
///
/// Source of the measures: Manning, Raghavan, Schütze, "Introduction to Information Retrieval"
/// (2008), chapter 8: average precision is the mean, over the relevant, of the precision at their
/// ranks; precision, recall and F1 are counted over all pairs of a query and an article, with one
/// threshold for all queries. Of equal scores those that are not relevant count first.
///
/// @param best the threshold with the highest F1, chosen with the truth known
record RetrievalScore(int queries, double meanAveragePrecision, Cut best, List<Scored> pairs) {

  /// An article as a query sees it.
  record Scored(double score, boolean relevant) {}

  /// All articles as one query sees them, at least one relevant.
  record Ranking(List<Scored> articles) {
    Ranking {
      articles = articles.stream().sorted(BEST_FIRST).toList();
    }

    double averagePrecision() {
      int found = 0;
      double sum = 0;
      for (int i = 0; i < articles.size(); i++) {
        if (articles.get(i).relevant()) {
          found++;
          sum += (double) found / (i + 1);
        }
      }
      return sum / found;
    }
  }

  /// What comes when everything from a score on is taken.
  record Cut(double threshold, long taken, long right, long relevant) {
    double precision() {
      return taken == 0 ? 0 : (double) right / taken;
    }

    double recall() {
      return relevant == 0 ? 0 : (double) right / relevant;
    }

    double f1() {
      return taken + relevant == 0 ? 0 : 2.0 * right / (taken + relevant);
    }
  }

  private static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::relevant);

  static RetrievalScore of(List<Ranking> rankings) {
    List<Scored> pairs = new ArrayList<>();
    rankings.forEach(ranking -> pairs.addAll(ranking.articles()));
    pairs.sort(BEST_FIRST);
    double mean = rankings.stream().mapToDouble(Ranking::averagePrecision).average().orElse(0);
    return new RetrievalScore(rankings.size(), mean, best(pairs), List.copyOf(pairs));
  }

  private static Cut best(List<Scored> pairs) {
    long relevant = relevant(pairs);
    long right = 0;
    Cut best = new Cut(1, 0, 0, relevant);
    for (int i = 0; i < pairs.size(); i++) {
      Scored pair = pairs.get(i);
      right += pair.relevant() ? 1 : 0;
      boolean last = i + 1 == pairs.size() || pairs.get(i + 1).score() < pair.score();
      Cut cut = new Cut(pair.score(), i + 1L, right, relevant);
      if (last && cut.f1() > best.f1()) {
        best = cut;
      }
    }
    return best;
  }

  Cut at(double threshold) {
    List<Scored> taken = pairs.stream().filter(pair -> pair.score() >= threshold).toList();
    return new Cut(threshold, taken.size(), relevant(taken), relevant(pairs));
  }

  private static long relevant(List<Scored> pairs) {
    return pairs.stream().filter(Scored::relevant).count();
  }
}
