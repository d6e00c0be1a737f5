package app.bellwire.app;

import java.util.Comparator;
import java.util.List;

/// How well a score tells old sentences from new ones. Immutable.
///
/// @param judged in order of their scores, the highest first
record NoveltyScore(List<Judged> judged) {

  /// A sentence, what a person holds it for and how it was judged.
  ///
  /// @param old whether a person wrote it as background
  /// @param score higher for what is more likely old
  /// @param told whether it was taken for told
  record Judged(String event, String annotator, boolean old, double score, boolean told) {}

  static NoveltyScore of(List<Judged> judged) {
    return new NoveltyScore(
        judged.stream().sorted(Comparator.comparingDouble(Judged::score).reversed()).toList());
  }

  long old() {
    return judged.stream().filter(Judged::old).count();
  }

  long fresh() {
    return judged.size() - old();
  }

  /// The chance that an old sentence has a higher score than a new one, equal scores counting half.
  double auc() {
    double pairs = 0;
    long oldAbove = 0;
    int at = 0;
    while (at < judged.size()) {
      int end = endOfTie(at);
      long oldHere = judged.subList(at, end).stream().filter(Judged::old).count();
      long freshHere = end - at - oldHere;
      pairs += freshHere * (oldAbove + oldHere / 2.0);
      oldAbove += oldHere;
      at = end;
    }
    return pairs / ((double) old() * fresh());
  }

  /// The lowest score from which at most this share of the new sentences is taken for old; above
  /// every score when even the highest takes more.
  double thresholdFor(double mostLost) {
    double threshold = Double.POSITIVE_INFINITY;
    double allowed = mostLost * fresh();
    long lost = 0;
    int at = 0;
    while (at < judged.size()) {
      int end = endOfTie(at);
      lost += judged.subList(at, end).stream().filter(j -> !j.old()).count();
      if (lost > allowed) {
        break;
      }
      threshold = judged.get(at).score();
      at = end;
    }
    return threshold;
  }

  private int endOfTie(int at) {
    int end = at;
    while (end < judged.size() && judged.get(end).score() == judged.get(at).score()) {
      end++;
    }
    return end;
  }

  /// The share of the old sentences with at least this score.
  double caughtAt(double threshold) {
    return (double) judged.stream().filter(j -> j.old() && j.score() >= threshold).count() / old();
  }

  /// The share of the old sentences that were taken for told.
  double caught() {
    return (double) judged.stream().filter(j -> j.old() && j.told()).count() / old();
  }

  /// The share of the new sentences that were taken for told.
  double lost() {
    return (double) judged.stream().filter(j -> !j.old() && j.told()).count() / fresh();
  }

  /// The share of those taken for told that are old.
  double precision() {
    long told = judged.stream().filter(Judged::told).count();
    return (double) judged.stream().filter(j -> j.old() && j.told()).count() / told;
  }
}
