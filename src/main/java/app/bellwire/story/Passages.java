package app.bellwire.story;

import app.bellwire.text.IntIndex;
import app.bellwire.text.Shingles;
import app.bellwire.text.StableHash;
import app.bellwire.text.Token;
import app.bellwire.text.Tokens;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/// A sample of the word triples of a text, to tell what share of one text stands in another without
/// keeping either. Sampled are the triples whose number is a multiple of a power of two, so that
/// the samples of two texts hold the same triples of both. Immutable.
///
/// Source: Broder, "On the resemblance and containment of documents" (1997), section 3, "mod m".
final class Passages {
  /// Triples kept; more of them halve the sample.
  private static final int MOST = 96;

  /// Of every 8 passages, one is a mark by which recycled background is known.
  private static final int MARK = 7;

  private final int[] sample;
  private final int mask;

  private Passages(int[] sample, int mask) {
    this.sample = sample;
    this.mask = mask;
  }

  static Passages of(String text) {
    return of(Tokens.of(text));
  }

  /// Those of a text that is read already.
  static Passages of(Collection<Token> words) {
    int[] all = numbers(Shingles.of(words));
    int mask = 0;
    while (all.length > MOST) {
      mask = mask * 2 + 1;
      int keep = mask;
      all = Arrays.stream(all).filter(number -> (number & keep) == 0).toArray();
    }
    return new Passages(all, mask);
  }

  /// Those of the passages that are marks.
  static int[] marks(int[] passages) {
    return Arrays.stream(passages).filter(number -> (number & MARK) == 0).toArray();
  }

  /// The marks in the sample: all of the text, unless it is very long.
  int[] marks() {
    return marks(sample);
  }

  /// Whether at least the share [Thresholds#RECYCLED_PARAGRAPH] of a paragraph's passages is in the
  /// sample.
  boolean hold(int[] paragraph) {
    int sampled = 0;
    int held = 0;
    for (int passage : paragraph) {
      if ((passage & mask) == 0) {
        sampled++;
        held += Arrays.binarySearch(sample, passage) >= 0 ? 1 : 0;
      }
    }
    return sampled > 1 && held >= sampled * Thresholds.RECYCLED_PARAGRAPH;
  }

  /// The passages of a text as numbers, ascending, each once.
  static int[] numbers(String text) {
    return numbers(Shingles.of(text));
  }

  private static int[] numbers(Set<Long> shingles) {
    return shingles.stream().mapToInt(StableHash::mixed).sorted().distinct().toArray();
  }

  /// Whether they are too few for a share of them to say anything.
  boolean few() {
    return mask == 0 && sample.length < Thresholds.FEWEST_PASSAGES;
  }

  /// The share of the smaller text's passages that stand in both, 0 to 1, leaving out those that
  /// `without` names; 0 when too few are left to tell.
  double shared(Passages other, IntPredicate without) {
    int common = Math.max(mask, other.mask);
    int here = 0;
    int there = 0;
    int both = 0;
    int j = 0;
    for (int passage : sample) {
      if ((passage & common) != 0 || without.test(passage)) {
        continue;
      }
      here++;
      while (j < other.sample.length && other.sample[j] < passage) {
        j++;
      }
      if (j < other.sample.length && other.sample[j] == passage) {
        both++;
      }
    }
    for (int passage : other.sample) {
      there += (passage & common) == 0 && !without.test(passage) ? 1 : 0;
    }
    int smaller = Math.min(here, there);
    return smaller * (common + 1) < Thresholds.FEWEST_PASSAGES ? 0 : (double) both / smaller;
  }

  /// Those of an article that is compared with many others, most of which have none of them.
  /// Confined to one thread.
  static final class Sought {
    private final Passages passages;
    private final IntIndex index;
    private final Map<Passages, Boolean> met = new IdentityHashMap<>();

    Sought(Passages passages) {
      this.passages = passages;
      index = new IntIndex(passages.sample);
    }

    /// As [Passages#shared].
    double shared(Passages other, IntPredicate without) {
      return meet(other) ? passages.shared(other, without) : 0;
    }

    /// Whether the two may have passages in common: not, when the sample here is as dense as the
    /// other's and none of it is there.
    boolean mayBeIn(Passages other) {
      return passages.mask > other.mask || meet(other);
    }

    private boolean meet(Passages other) {
      return met.computeIfAbsent(other, o -> Arrays.stream(o.sample).anyMatch(index::has));
    }
  }
}
