package app.bellwire.story;

import app.bellwire.text.Figures;
import app.bellwire.text.Names;
import app.bellwire.text.Shingles;
import app.bellwire.text.Stems;
import app.bellwire.text.StopWords;
import app.bellwire.text.Token;
import app.bellwire.text.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A sentence as [Told] compares it. Immutable; the sentences kept are thread-safe.
///
/// @param words stems of all its words
/// @param terms stems of those that say something
/// @param pairs each two of the terms that stand near one another, in any order
/// @param passages its word triples
/// @param names stems of the last words of its names
/// @param figures its numbers that are no dates
record Statement(
    Set<String> words,
    Set<String> terms,
    Set<Pair> pairs,
    Set<Long> passages,
    Set<String> names,
    Set<String> figures) {

  private static final int KEPT = 2_000;
  private static final int LONGEST_KEPT = 1_000;
  private static final Map<String, Statement> LATEST =
      new LinkedHashMap<>(KEPT, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Statement> eldest) {
          return size() > KEPT;
        }
      };

  /// Two stems, the lesser first.
  record Pair(String one, String other) {
    static Pair of(String a, String b) {
      return a.compareTo(b) < 0 ? new Pair(a, b) : new Pair(b, a);
    }
  }

  /// The same sentences are compared for one chat after the other, so the last ones are kept.
  static Statement of(String sentence) {
    if (sentence.length() > LONGEST_KEPT) {
      return read(sentence);
    }
    synchronized (LATEST) {
      return LATEST.computeIfAbsent(sentence, Statement::read);
    }
  }

  private static Statement read(String sentence) {
    Set<String> words = new HashSet<>();
    List<String> terms = new ArrayList<>();
    for (Token token : Tokens.of(sentence)) {
      String stem = Stems.of(token.folded());
      words.add(stem);
      if (!StopWords.contains(token.folded())) {
        terms.add(stem);
      }
    }
    return new Statement(
        words,
        Set.copyOf(terms),
        pairs(terms),
        Shingles.of(sentence),
        Names.of(sentence).stream().map(Stems::of).collect(Collectors.toSet()),
        Figures.undated(sentence));
  }

  private static Set<Pair> pairs(List<String> terms) {
    Set<Pair> pairs = new HashSet<>();
    for (int i = 0; i < terms.size(); i++) {
      for (int j = i + 1; j < Math.min(terms.size(), i + 1 + ToldRule.NEAR); j++) {
        if (!terms.get(i).equals(terms.get(j))) {
          pairs.add(Pair.of(terms.get(i), terms.get(j)));
        }
      }
    }
    return pairs;
  }
}
