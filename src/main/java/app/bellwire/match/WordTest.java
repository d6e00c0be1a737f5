package app.bellwire.match;

import app.bellwire.match.MatchText.Spot;
import app.bellwire.text.Plurals;
import app.bellwire.text.Token;
import app.bellwire.text.Tokens;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What one word of a query asks of one word of an article. Immutable.
sealed interface WordTest {

  /// The word, whatever its case and accents.
  record Same(String folded) implements WordTest {}

  /// The word in singular or plural.
  record Plural(String singular) implements WordTest {}

  record Prefix(String start) implements WordTest {}

  /// The word spelled and capitalised just so, a possessive ending aside.
  record Exact(String surface, String folded) implements WordTest {}

  /// The acronym, in capitals that prove something or with dots.
  record Acronym(String folded) implements WordTest {}

  /// The tests for a word as typed; several where the word has several parts (`face-to-face`).
  static List<WordTest> of(String typed) {
    return Tokens.of(typed).stream().map(WordTest::plain).toList();
  }

  static List<WordTest> exact(String typed) {
    return Tokens.of(typed).stream()
        .<WordTest>map(token -> new Exact(straight(token.surface()), token.folded()))
        .toList();
  }

  /// The tests for the typed beginning of a word.
  static List<WordTest> prefix(String typed) {
    List<WordTest> tests = new ArrayList<>(of(typed));
    if (!tests.isEmpty()) {
      tests.removeLast();
      tests.add(new Prefix(Tokens.of(typed).getLast().folded()));
    }
    return tests;
  }

  private static WordTest plain(Token token) {
    String surface = token.surface();
    if (token.inCapitals() && Acronyms.likeWord(token.folded())) {
      return new Acronym(token.folded());
    }
    return surface.equals(surface.toLowerCase(Locale.ROOT))
        ? new Plural(Plurals.key(token.folded()))
        : new Same(token.folded());
  }

  default boolean passes(Spot spot) {
    Token token = spot.token();
    return switch (this) {
      case Same(String folded) -> token.folded().equals(folded);
      case Plural(String singular) -> Plurals.key(token.folded()).equals(singular);
      case Prefix(String start) -> token.folded().startsWith(start);
      case Exact(String surface, String folded) ->
          token.folded().equals(folded) && isJust(surface, straight(token.surface()));
      case Acronym(String folded) ->
          token.folded().equals(folded)
              && token.inCapitals()
              && (!spot.shouted() || token.surface().indexOf('.') > 0);
    };
  }

  /// Where words stand that may pass, in reading order.
  default List<Integer> candidates(MatchText text) {
    return switch (this) {
      case Same(String folded) -> text.word(folded);
      case Plural(String singular) -> text.plural(singular);
      case Prefix(String start) -> text.prefix(start);
      case Exact(_, String folded) -> text.word(folded);
      case Acronym(String folded) -> text.word(folded);
    };
  }

  /// The key that every article with a passing word has, see [MatchText#keys].
  default String accessKey() {
    return switch (this) {
      case Same(String folded) -> wordKey(folded);
      case Plural(String singular) -> pluralKey(singular);
      case Prefix(String start) -> prefixKey(start.substring(0, Math.min(3, start.length())));
      case Exact(_, String folded) -> wordKey(folded);
      case Acronym(String folded) -> wordKey(folded);
    };
  }

  static String wordKey(String folded) {
    return "=" + folded;
  }

  static String pluralKey(String key) {
    return "~" + key;
  }

  static String prefixKey(String start) {
    return "*" + start;
  }

  private static boolean isJust(String wanted, String surface) {
    return surface.equals(wanted)
        || surface.length() == wanted.length() + 2
            && surface.startsWith(wanted)
            && surface.endsWith("'s");
  }

  private static String straight(String surface) {
    return Normalizer.normalize(surface, Normalizer.Form.NFC).replaceAll("[’ʼ＇]", "'");
  }
}
