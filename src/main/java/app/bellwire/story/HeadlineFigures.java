package app.bellwire.story;

import app.bellwire.article.Copy;
import app.bellwire.text.Plurals;
import app.bellwire.text.Token;
import app.bellwire.text.Tokens;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// HeadlineFigures that tell one event from the next of its kind: the 12th package and the 13th, a
/// price lowered by 0.25 and by 0.50. HeadlineFigures that grow while an event goes on, such as the
/// number of people killed, are not among them. Immutable.
///
/// @param headline numbers in the headline, as written
/// @param ordinals in headline and opening, by what they count
record HeadlineFigures(Set<String> headline, Map<String, String> ordinals) {
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*");
  private static final Pattern ORDINAL = Pattern.compile("\\d+(?:st|nd|rd|th)");

  /// Words beside a number that grows.
  private static final Set<String> TOLL =
      Set.of(
          "dead",
          "die",
          "dies",
          "died",
          "kill",
          "kills",
          "killed",
          "killing",
          "death",
          "deaths",
          "toll",
          "injured",
          "injures",
          "injuring",
          "hurt",
          "wounded",
          "missing",
          "victims",
          "casualties",
          "displaced",
          "homeless",
          "trapped",
          "rescued",
          "evacuated",
          "arrested",
          "detained",
          "infected",
          "cases",
          "people",
          "more",
          "least",
          "over",
          "nearly",
          "almost",
          "about",
          "some",
          "around");

  private static final int BESIDE = 3;

  static final HeadlineFigures NONE = new HeadlineFigures(Set.of(), Map.of());

  static HeadlineFigures of(Copy copy) {
    String headline = copy.ownHeadline() ? copy.headline() : "";
    List<Token> opening = Tokens.of(headline + ".\n" + copy.lead());
    return new HeadlineFigures(numbers(Tokens.of(headline)), ordinals(opening));
  }

  private static Set<String> numbers(List<Token> words) {
    Set<String> numbers = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      if (NUMBER.matcher(words.get(i).folded()).matches() && !grows(words, i)) {
        numbers.add(words.get(i).folded());
      }
    }
    return Set.copyOf(numbers);
  }

  private static boolean grows(List<Token> words, int at) {
    int from = Math.max(0, at - BESIDE);
    int to = Math.min(words.size(), at + BESIDE + 1);
    return words.subList(from, to).stream().map(Token::folded).anyMatch(TOLL::contains);
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
