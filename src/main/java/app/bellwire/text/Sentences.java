package app.bellwire.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Cuts a paragraph into sentences. Initials, titles, abbreviations and numbers do not end one; a
/// quotation that is closed again, of [#LONGEST_QUOTE] characters at most, stays in one piece. An
/// empty line always ends one. Linear in the text. Thread-safe.
public final class Sentences {
  /// A longer quotation is cut like any other text, in UTF-16 units.
  public static final int LONGEST_QUOTE = 600;

  private static final Set<String> TITLES =
      words(
          "mr mrs ms dr prof gen col capt lt sgt sen rep gov dep min adm maj rev hon cmdr amb pres"
              + " messrs fr");

  /// End a sentence only when a word follows that often begins one.
  private static final Set<String> SHORT =
      words("st vs etc inc ltd co corp approx dept est ft mt bros jr sr al ca z b d h u a");

  /// Stand before a number.
  private static final Set<String> BEFORE_NUMBER =
      words(
          "no nos nr art p pp vol ch fig para sec jan feb mar apr jun jul aug sep sept oct nov"
              + " dec");

  private static final Set<String> GERMAN_MONTHS =
      words("januar februar märz april mai juni juli august september oktober november dezember");

  private static final Set<String> ATTRIBUTION =
      words("said says asked asks told added wrote replied");

  private static final String CLOSERS = "\"'”’“»›)]」』";
  private static final String WIDE_STOPS = "。！？";

  private final String text;
  private final int[] quoteEnd;
  private final List<String> sentences = new ArrayList<>();

  private Sentences(String text) {
    this.text = text;
    this.quoteEnd = Quotes.ends(text);
  }

  /// Every character but the space between sentences is in exactly one of them.
  public static List<String> of(String paragraph) {
    return new Sentences(paragraph).cut();
  }

  private List<String> cut() {
    int start = 0;
    int quoted = 0;
    for (int i = 0; i < text.length(); i++) {
      int close = quoteEnd[i];
      if (close > i && close - i <= LONGEST_QUOTE) {
        quoted = Math.max(quoted, close);
      }
      if (isBlankLine(i) || isStop(text.charAt(i)) && endsAt(i, quoted)) {
        int end = closersEnd(i + 1);
        add(text.substring(start, end));
        start = end;
        i = end - 1;
      }
    }
    add(text.substring(start));
    return sentences;
  }

  private void add(String sentence) {
    if (!sentence.isBlank()) {
      sentences.add(sentence.strip());
    }
  }

  private boolean isBlankLine(int at) {
    return text.charAt(at) == '\n' && at > 0 && text.charAt(at - 1) == '\n';
  }

  private static boolean isStop(char c) {
    return ".!?…؟۔।".indexOf(c) >= 0 || WIDE_STOPS.indexOf(c) >= 0;
  }

  /// @param quoted where the quotation around `at` closes, if there is one
  private boolean endsAt(int at, int quoted) {
    int next = closersEnd(at + 1);
    if (next < quoted) {
      return false;
    }
    if (next >= text.length() || WIDE_STOPS.indexOf(text.charAt(at)) >= 0) {
      return true;
    }
    if (!Character.isWhitespace(text.charAt(next))) {
      return false;
    }
    int opening = spaceEnd(next);
    return opening >= text.length()
        || opensSentence(text.charAt(opening))
            && !(text.charAt(at) == '.' && abbreviated(at, opening))
            && !(text.charAt(at) != '.' && next > at + 1 && attributed(opening));
  }

  private int closersEnd(int at) {
    int end = at;
    while (end < text.length() && CLOSERS.indexOf(text.charAt(end)) >= 0 && quoteEnd[end] == 0) {
      end++;
    }
    return end;
  }

  private int spaceEnd(int at) {
    int end = at;
    while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean opensSentence(char c) {
    return Character.isDigit(c)
        || "\"'“‘„«‹([—–-¿¡•".indexOf(c) >= 0
        || Character.isLetter(c) && !Character.isLowerCase(c)
        || Character.isSurrogate(c);
  }

  private boolean abbreviated(int dot, int next) {
    int start = wordStart(dot);
    String word = text.substring(start, dot);
    String lower = word.toLowerCase(Locale.ROOT);
    if (BEFORE_NUMBER.contains(lower)) {
      return Character.isDigit(text.charAt(next));
    }
    if (isOrdinal(word)) {
      return GERMAN_MONTHS.contains(wordAt(next));
    }
    boolean open =
        word.indexOf('.') > 0 || word.length() == 1 && Character.isLetter(word.charAt(0));
    return TITLES.contains(lower)
        || (open || SHORT.contains(lower)) && !StopWords.contains(wordAt(next));
  }

  private int wordStart(int end) {
    int start = end;
    while (start > 0 && end - start < 20 && isWordPart(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '.';
  }

  private static boolean isOrdinal(String word) {
    return !word.isEmpty() && word.length() <= 2 && word.chars().allMatch(Character::isDigit);
  }

  /// The word that begins at `start`, in lower case, cut off where no listed word is as long.
  private String wordAt(int start) {
    int end = start;
    while (end < text.length() && end - start < 20 && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  /// Whether one of the next words tells who said what stands before.
  private boolean attributed(int start) {
    int at = start;
    for (int i = 0; i < 3 && at < text.length(); i++) {
      String word = wordAt(at);
      if (ATTRIBUTION.contains(word)) {
        return true;
      }
      at = spaceEnd(at + Math.max(1, word.length()));
    }
    return false;
  }

  private static Set<String> words(String words) {
    return Set.copyOf(Arrays.asList(words.split(" ")));
  }
}
