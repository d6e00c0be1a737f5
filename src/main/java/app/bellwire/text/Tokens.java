package app.bellwire.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts text into words: runs of letters and digits, acronyms with their dots (`U.S.`) as one word,
/// an apostrophe inside a word kept, a possessive ending folded away, an elided article (`l'Iran`)
/// cut off. Scripts without spaces are cut by character. Linear in the text. Thread-safe.
public final class Tokens {
  private static final String APOSTROPHES = "'’ʼ＇";

  /// French and Italian words that lose their vowel before another.
  private static final Set<String> ELIDED =
      Set.of(
          "l", "d", "j", "m", "t", "s", "c", "n", "qu", "lorsqu", "puisqu", "jusqu", "quelqu",
          "dell", "all", "nell", "sull", "dall", "un", "quest", "quell");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();

  private Tokens(String text) {
    this.text = text;
  }

  public static List<Token> of(String text) {
    return new Tokens(text).read();
  }

  private List<Token> read() {
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      at = startsWord(c) ? word(at) : at + Character.charCount(c);
    }
    return tokens;
  }

  /// Adds the word at `start`; its end.
  private int word(int start) {
    int end = acronymEnd(start);
    end = end > start ? possessiveEnd(end) : plainEnd(start);
    String surface = text.substring(start, end);
    tokens.add(new Token(surface, foldWord(surface), start));
    return end;
  }

  private int plainEnd(int start) {
    int first = text.codePointAt(start);
    int at = start + Character.charCount(first);
    if (standsAlone(first)) {
      return marksEnd(at);
    }
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (continuesWord(c)) {
        at += Character.charCount(c);
      } else if (isApostrophe(c) && letterAt(at + 1)) {
        if (isElided(start, at)) {
          return at;
        }
        at++;
      } else {
        break;
      }
    }
    return at;
  }

  private int marksEnd(int at) {
    while (at < text.length() && isMark(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private boolean isElided(int start, int apostrophe) {
    boolean possessive =
        "sS".indexOf(text.charAt(apostrophe + 1)) >= 0 && !letterAt(apostrophe + 2);
    return apostrophe - start <= 7
        && !possessive
        && letterAt(apostrophe + 2)
        && ELIDED.contains(Folding.fold(text.substring(start, apostrophe)));
  }

  /// Capitals with a dot between them and maybe after them; `start` when there are none.
  private int acronymEnd(int start) {
    int at = start;
    int letters = 0;
    while (at < text.length() && Character.isUpperCase(text.codePointAt(at))) {
      int next = at + Character.charCount(text.codePointAt(at));
      if (letterAt(next)) {
        break;
      }
      letters++;
      if (next >= text.length() || text.charAt(next) != '.') {
        at = next;
        break;
      }
      at = next + 1;
    }
    return letters > 1 ? at : start;
  }

  private int possessiveEnd(int end) {
    boolean possessive =
        end + 1 < text.length()
            && isApostrophe(text.charAt(end))
            && "sS".indexOf(text.charAt(end + 1)) >= 0
            && !letterAt(end + 2);
    return possessive ? end + 2 : end;
  }

  /// One word without case, accents, possessive ending and the dots of an acronym.
  static String foldWord(String surface) {
    String folded = Folding.fold(surface);
    if (folded.endsWith("'s") && folded.length() > 2) {
      folded = folded.substring(0, folded.length() - 2);
    }
    return folded.indexOf('.') < 0 ? folded : folded.replace(".", "");
  }

  private boolean letterAt(int at) {
    return at < text.length() && startsWord(text.codePointAt(at));
  }

  private static boolean isApostrophe(int c) {
    return APOSTROPHES.indexOf(c) >= 0;
  }

  private static boolean startsWord(int c) {
    return Character.isLetterOrDigit(c) && c != 'ʼ'
        || c > 127
            && (Character.getType(c) == Character.LETTER_NUMBER
                || Character.getType(c) == Character.OTHER_NUMBER);
  }

  private static boolean continuesWord(int c) {
    return startsWord(c) && !standsAlone(c) || c > 127 && (isMark(c) || Folding.isInvisible(c));
  }

  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  /// Whether `c` is of a script that puts no spaces between words.
  private static boolean standsAlone(int c) {
    if (c < 0x0e00) {
      return false;
    }
    return switch (UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}
