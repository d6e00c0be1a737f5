package app.bellwire.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How well items were put together, against how they belong together. Immutable.
///
/// @param precision BCubed: the mean over items of the part of its cluster that belongs to its
///   story
/// @param recall BCubed: the mean over items of the part of its story that is in its cluster
/// @param pairPrecision pairs in one cluster that are of one story, of all pairs in one cluster
/// @param pairRecall pairs in one cluster that are of one story, of all pairs of one story
/// @param clusters how many there are
/// @param stories how many there should be
/// @param fragments clusters a story is spread over, in the mean
///
///   Source of BCubed: Bagga and Baldwin, "Algorithms for scoring coreference chains" (1998); the
///   averages as Amigó et al. (2009) take them.
record Clustering(
    double precision,
    double recall,
    double pairPrecision,
    double pairRecall,
    int clusters,
    int stories,
    double fragments) {

  /// One item: the cluster it was put in and the story it belongs to.
  record Item(String cluster, String story) {}

  static Clustering of(List<Item> items) {
    Map<String, Integer> clusters = new HashMap<>();
    Map<String, Integer> stories = new HashMap<>();
    Map<Item, Integer> cells = new HashMap<>();
    for (Item item : items) {
      clusters.merge(item.cluster(), 1, Integer::sum);
      stories.merge(item.story(), 1, Integer::sum);
      cells.merge(item, 1, Integer::sum);
    }
    double precision = 0;
    double recall = 0;
    for (Map.Entry<Item, Integer> cell : cells.entrySet()) {
      double both = cell.getValue();
      precision += both * both / clusters.getOrDefault(cell.getKey().cluster(), 1);
      recall += both * both / stories.getOrDefault(cell.getKey().story(), 1);
    }
    double together = pairs(cells);
    return new Clustering(
        precision / items.size(),
        recall / items.size(),
        together / Math.max(1, pairs(clusters)),
        together / Math.max(1, pairs(stories)),
        clusters.size(),
        stories.size(),
        (double) cells.size() / stories.size());
  }

  private static double pairs(Map<?, Integer> counts) {
    return counts.values().stream().mapToDouble(n -> n * (n - 1.0) / 2).sum();
  }

  double f1() {
    return harmonic(precision, recall);
  }

  double pairF1() {
    return harmonic(pairPrecision, pairRecall);
  }

  private static double harmonic(double one, double other) {
    return one + other == 0 ? 0 : 2 * one * other / (one + other);
  }

  /// The mean of several runs.
  static Clustering mean(List<Clustering> runs) {
    return new Clustering(
        mean(runs, Clustering::precision),
        mean(runs, Clustering::recall),
        mean(runs, Clustering::pairPrecision),
        mean(runs, Clustering::pairRecall),
        (int) Math.round(mean(runs, Clustering::clusters)),
        runs.getFirst().stories(),
        mean(runs, Clustering::fragments));
  }

  private static double mean(
      List<Clustering> runs, java.util.function.ToDoubleFunction<Clustering> figure) {
    return runs.stream().mapToDouble(figure).average().orElse(0);
  }
}
