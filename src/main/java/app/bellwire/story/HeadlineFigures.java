package app.bellwire.story;

import app.bellwire.article.Copy;
import app.bellwire.text.Figures;
import app.bellwire.text.Plurals;
import app.bellwire.text.Token;
import app.bellwire.text.Tokens;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Figures that tell one event from the next of its kind: the 12th package and the 13th, a price
/// lowered by 0.25 and by 0.50. Figures that grow while an event goes on, such as the number of
/// people killed, are not among them. Immutable.
///
/// @param headline numbers in the headline, as [Figures] spells them
/// @param ordinals in headline and opening, by what they count
record HeadlineFigures(Set<String> headline, Map<String, String> ordinals) {
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\p{L}\\d.,])\\d+(?:[.,]\\d+)*(?![\\p{L}\\d])");
  private static final Pattern ORDINAL = Pattern.compile("\\d+(?:st|nd|rd|th)");

  /// Words beside a number that is a guess, and so may grow too.
  private static final Set<String> GUESSED =
      Set.of("people", "more", "least", "over", "nearly", "almost", "about", "some", "around");

  private static final int BESIDE = 3;

  static final HeadlineFigures NONE = new HeadlineFigures(Set.of(), Map.of());

  static HeadlineFigures of(Copy copy) {
    String headline = copy.ownHeadline() ? copy.headline() : "";
    List<Token> opening = Tokens.of(headline + ".\n" + copy.lead());
    return new HeadlineFigures(numbers(headline), ordinals(opening));
  }

  private static Set<String> numbers(String headline) {
    List<Token> words = Tokens.of(headline);
    Set<String> numbers = new HashSet<>();
    Matcher number = NUMBER.matcher(headline);
    while (number.find()) {
      if (!grows(words, number.start(), number.end())) {
        numbers.addAll(Figures.of(number.group()));
      }
    }
    return Set.copyOf(numbers);
  }

  /// Whether the number between the two offsets is a guess or a toll.
  private static boolean grows(List<Token> words, int start, int end) {
    List<String> before = folded(words.stream().filter(word -> word.start() < start));
    List<String> after = folded(words.stream().filter(word -> word.start() >= end));
    return before.contains("toll")
        || after.contains("toll")
        || before.stream()
            .skip(Math.max(0, before.size() - BESIDE))
            .anyMatch(HeadlineFigures::ofGrowing)
        || after.stream().limit(BESIDE).anyMatch(HeadlineFigures::ofGrowing);
  }

  private static boolean ofGrowing(String word) {
    return GUESSED.contains(word) || Tolls.isWord(word);
  }

  private static List<String> folded(Stream<Token> words) {
    return words.map(Token::folded).toList();
  }

  private static Map<String, String> ordinals(List<Token> words) {
    Map<String, String> ordinals = new HashMap<>();
    for (int i = 0; i + 1 < words.size(); i++) {
      if (ORDINAL.matcher(words.get(i).folded()).matches()) {
        int last = Math.min(words.size(), i + BESIDE);
        for (Token counted : words.subList(i + 1, last)) {
          ordinals.putIfAbsent(Plurals.key(counted.folded()), words.get(i).folded());
        }
      }
    }
    return Map.copyOf(ordinals);
  }

  /// Whether the two name other figures of the same thing.
  boolean contradict(HeadlineFigures other) {
    boolean otherNumbers =
        !headline.isEmpty()
            && !other.headline.isEmpty()
            && Collections.disjoint(headline, other.headline);
    return otherNumbers
        || ordinals.entrySet().stream()
            .anyMatch(
                entry -> {
                  String theirs = other.ordinals.get(entry.getKey());
                  return theirs != null && !theirs.equals(entry.getValue());
                });
  }

  /// Whether the two name one figure of the same thing.
  boolean agree(HeadlineFigures other) {
    return !Collections.disjoint(headline, other.headline)
        || !Collections.disjoint(ordinals.entrySet(), other.ordinals.entrySet());
  }
}
