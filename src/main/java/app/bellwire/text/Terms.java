package app.bellwire.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/// The words of a text with how often they stand there, small enough to keep for every article of
/// some weeks: a number and a byte a word. Words of [StopWords], days and months do not count,
/// singular and plural are one term. Immutable.
public final class Terms {
  private static final double[] WEIGHTS = weights();

  /// Stands for counts that are all 1.
  private static final byte[] ONCE = {};

  private final int[] ids;
  private final byte[] counts;

  private Terms(int[] ids, byte[] counts) {
    this.ids = ids;
    this.counts = counts;
  }

  /// The terms of the first `words` words of `text`.
  public static Terms of(String text, int words) {
    List<Token> all = Tokens.of(text);
    return of(all.subList(0, Math.min(words, all.size())));
  }

  /// The terms among some words of a text.
  public static Terms of(Collection<Token> words) {
    int[] all =
        words.stream()
            .map(Token::folded)
            .filter(word -> !StopWords.contains(word) && !Calendar.contains(word))
            .mapToInt(Terms::id)
            .sorted()
            .toArray();
    int[] ids = new int[all.length];
    byte[] counts = new byte[all.length];
    int size = 0;
    for (int id : all) {
      size += size == 0 || ids[size - 1] != id ? 1 : 0;
      ids[size - 1] = id;
      counts[size - 1] = (byte) Math.min(Byte.MAX_VALUE, counts[size - 1] + 1);
    }
    return new Terms(
        Arrays.copyOf(ids, size), size == all.length ? ONCE : Arrays.copyOf(counts, size));
  }

  /// Words as [Tokens] folds them as terms, each counted once; no word is left out.
  public static Terms ofWords(Collection<String> folded) {
    int[] ids = folded.stream().mapToInt(Terms::id).sorted().distinct().toArray();
    return new Terms(ids, ONCE);
  }

  /// The number of a word as [Tokens] folds it.
  public static int id(String folded) {
    return number(Plurals.key(folded));
  }

  /// A number for a term; two of a vocabulary of 500,000 terms share one with a chance of 1 in
  /// 8,000 each.
  static int number(String term) {
    return StableHash.mixed(StableHash.of(term));
  }

  /// How many different terms.
  public int size() {
    return ids.length;
  }

  /// The number of the term at `index`; ascending.
  public int id(int index) {
    return ids[index];
  }

  /// How often the term at `index` stands in the text, at most 127.
  public int count(int index) {
    return counts.length == 0 ? 1 : counts[index];
  }

  /// `1 + ln(count)`.
  public double weight(int index) {
    return WEIGHTS[count(index)];
  }

  /// The length of the vector under `weights`.
  public double length(TermWeights weights) {
    double sum = 0;
    for (int i = 0; i < ids.length; i++) {
      double weight = weight(i) * weights.idf(ids[i]);
      sum += weight * weight;
    }
    return Math.sqrt(sum);
  }

  /// The weight of what both have as a share of the one that weighs less, 0 to 1; empty when either
  /// has no weight.
  public OptionalDouble overlap(Terms other, TermWeights weights) {
    double mine = square(weights);
    double theirs = other.square(weights);
    if (mine == 0 || theirs == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(common(other, weights) / Math.min(mine, theirs));
  }

  /// The share of the weight of these terms that `other` has too, 0 to 1; 1 when they weigh
  /// nothing.
  public double coveredBy(Terms other, TermWeights weights) {
    double all = square(weights);
    return all == 0 ? 1 : common(other, weights) / all;
  }

  /// How often the term of this number stands in the text, at most 127.
  public int countOf(int id) {
    int index = Arrays.binarySearch(ids, id);
    return index < 0 ? 0 : count(index);
  }

  /// Whether the term of this number is among them.
  public boolean has(int id) {
    return Arrays.binarySearch(ids, id) >= 0;
  }

  private double common(Terms other, TermWeights weights) {
    return Arrays.stream(ids)
        .filter(other::has)
        .mapToDouble(weights::idf)
        .map(idf -> idf * idf)
        .sum();
  }

  private double square(TermWeights weights) {
    return Arrays.stream(ids).mapToDouble(weights::idf).map(idf -> idf * idf).sum();
  }

  private static double[] weights() {
    double[] weights = new double[Byte.MAX_VALUE + 1];
    for (int count = 1; count < weights.length; count++) {
      weights[count] = 1 + Math.log(count);
    }
    return weights;
  }

  /// Terms that are compared with many others under the same weights, which are looked up once.
  /// Confined to one thread; good until the weights change.
  public static final class Weighed {
    private final Terms terms;
    private final TermWeights weights;
    private final IntIndex index;
    private final double[] squares;
    private final double length;

    public Weighed(Terms terms, TermWeights weights) {
      this.terms = terms;
      this.weights = weights;
      index = new IntIndex(terms.ids);
      squares = new double[terms.size()];
      double sum = 0;
      for (int i = 0; i < squares.length; i++) {
        double idf = weights.idf(terms.id(i));
        squares[i] = terms.weight(i) * idf * idf;
        sum += terms.weight(i) * squares[i];
      }
      length = Math.sqrt(sum);
    }

    public Terms terms() {
      return terms;
    }

    /// What the term at `index` adds to the square of the length.
    public double square(int index) {
      return terms.weight(index) * squares[index];
    }

    /// 0 to 1.
    public double cosine(Terms other) {
      double dot = sum(other, (here, there) -> squares[here] * other.weight(there));
      return dot == 0 ? 0 : dot / (length * other.length(weights));
    }

    /// What the cosine is at most, at a fraction of its cost: the length of what both have as a
    /// share of the length of these (Cauchy and Schwarz).
    public double cosineAtMost(Terms other) {
      double common = sum(other, (here, there) -> square(here));
      return common == 0 ? 0 : Math.sqrt(common) / length;
    }

    /// What a term adds that stands at `here` in these and at `there` in others.
    private interface Shared {
      double of(int here, int there);
    }

    private double sum(Terms other, Shared shared) {
      double sum = 0;
      for (int there = 0; there < other.ids.length; there++) {
        int here = index.of(other.ids[there]);
        sum += here < 0 ? 0 : shared.of(here, there);
      }
      return sum;
    }
  }
}
