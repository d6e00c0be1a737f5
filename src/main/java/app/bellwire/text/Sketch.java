package app.bellwire.text;

import java.util.Arrays;
import java.util.Set;

/// A small sample of a text's shingles by which alike texts are found among many without comparing
/// them all: the shingles with the smallest mixed hashes. Two texts choose by the same order, so
/// what they have in common shows in their samples. Pure and thread-safe.
///
/// Source: Broder, "On the resemblance and containment of documents" (1997), the samples `M_s` of
/// the smallest elements and `V_m` of every m-th one: here every [#SHARE]th, but [#FEWEST] at
/// least.
public final class Sketch {
  /// One shingle in so many is kept of a long text.
  static final int SHARE = 8;

  /// A short text keeps so many, or all it has.
  static final int FEWEST = 16;

  private Sketch() {}

  /// The sample as 31-bit hashes, rising.
  ///
  /// @param shingles see [Shingles#of]
  public static int[] of(Set<Long> shingles) {
    int[] hashes = shingles.stream().mapToInt(Sketch::hash).sorted().distinct().toArray();
    return Arrays.copyOf(
        hashes, Math.min(hashes.length, Math.max(FEWEST, shingles.size() / SHARE)));
  }

  /// How much of the smaller text stands in the other, estimated from the samples where both are
  /// complete; 0 to 1.
  static double containment(int[] one, int[] other) {
    if (one.length == 0 || other.length == 0) {
      return 0;
    }
    int end = Math.min(reach(one), reach(other));
    int common = 0;
    int j = 0;
    for (int hash : one) {
      while (j < other.length && other[j] < hash) {
        j++;
      }
      common += hash <= end && j < other.length && other[j] == hash ? 1 : 0;
    }
    int fewer = Math.min(upTo(one, end), upTo(other, end));
    return fewer == 0 ? 0 : (double) common / fewer;
  }

  /// The hash below which nothing of the text is missing in its sample.
  private static int reach(int[] sample) {
    return sample.length < FEWEST ? Integer.MAX_VALUE : sample[sample.length - 1];
  }

  private static int upTo(int[] sample, int end) {
    int at = Arrays.binarySearch(sample, end);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /// The upper bits of the mixed shingle, never negative. Mixing keeps no order: a sample of
  /// neighbouring values would be a sample of alike words.
  ///
  /// Source of the mixer: Stafford's variant 13 of the MurmurHash3 finaliser, as in SplitMix64.
  static int hash(long shingle) {
    long mixed = (shingle ^ (shingle >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return (int) ((mixed ^ (mixed >>> 31)) >>> 33);
  }
}
