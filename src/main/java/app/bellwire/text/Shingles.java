package app.bellwire.text;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Passages as sets of word triples, to tell how much of one stands in another. Thread-safe.
///
/// Source of the measure: Broder, "On the resemblance and containment of documents" (1997).
public final class Shingles {
  /// Words in a shingle.
  public static final int WIDTH = 3;

  private Shingles() {}

  /// The shingles of `text` as 64-bit hashes; a text shorter than [#WIDTH] words is one shingle.
  public static Set<Long> of(String text) {
    return of(Tokens.of(text));
  }

  /// The shingles of a text that is read already.
  public static Set<Long> of(Collection<Token> tokens) {
    List<String> words = tokens.stream().map(Token::folded).toList();
    Set<Long> shingles = HashSet.newHashSet(words.size());
    for (int i = 0; i + WIDTH <= words.size(); i++) {
      shingles.add(hash(words.subList(i, i + WIDTH)));
    }
    if (shingles.isEmpty() && !words.isEmpty()) {
      shingles.add(hash(words));
    }
    return shingles;
  }

  /// The share of `part` that stands in `whole`, 0 to 1; 0 for an empty part.
  public static double containment(Set<Long> part, Set<Long> whole) {
    if (part.isEmpty()) {
      return 0;
    }
    long common = part.stream().filter(whole::contains).count();
    return (double) common / part.size();
  }

  /// The share of the shingles of both that both have, 0 to 1; 0 for two empty texts.
  public static double jaccard(Set<Long> one, Set<Long> other) {
    long common = one.stream().filter(other::contains).count();
    long all = one.size() + other.size() - common;
    return all == 0 ? 0 : (double) common / all;
  }

  private static long hash(List<String> words) {
    long hash = StableHash.BASIS;
    for (String word : words) {
      hash = StableHash.of(" ", StableHash.of(word, hash));
    }
    return hash;
  }
}
