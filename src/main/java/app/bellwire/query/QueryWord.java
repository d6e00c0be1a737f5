package app.bellwire.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// What of a piece of text is the word, without the punctuation around it.
final class QueryWord {
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\u200b\\ufeff]+");
  private static final Pattern PATTERN_SIGNS = Pattern.compile("[*?\\[\\]{}\\\\^]+");

  private QueryWord() {}

  /// `raw` from its first letter or digit to its last; an acronym keeps its last dot.
  static String trim(String raw) {
    int start = 0;
    while (start < raw.length() && !isPart(raw.codePointAt(start))) {
      start += Character.charCount(raw.codePointAt(start));
    }
    int end = raw.length();
    while (end > start && !isPart(raw.codePointBefore(end))) {
      end -= Character.charCount(raw.codePointBefore(end));
    }
    return end < raw.length() && raw.charAt(end) == '.' && isAcronym(raw, start, end)
        ? raw.substring(start, end + 1)
        : raw.substring(start, end);
  }

  /// The words between two quotation marks.
  static List<String> split(String inside) {
    return Arrays.stream(SPACE.split(inside.replace("*", "")))
        .map(QueryWord::trim)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /// Whether `raw` ends with a star, punctuation aside.
  static boolean starred(String raw) {
    int end = raw.length();
    while (end > 0 && ".,;:!?".indexOf(raw.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && raw.charAt(end - 1) == '*';
  }

  /// The longest piece of `raw` between signs that only patterns have.
  static String longest(String raw) {
    List<String> pieces = new ArrayList<>(Arrays.asList(PATTERN_SIGNS.split(raw)));
    return pieces.stream()
        .map(QueryWord::trim)
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  private static boolean isAcronym(String raw, int start, int end) {
    if (end - start < 3 || (end - start) % 2 == 0) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if ((i - start) % 2 == 0 ? !Character.isUpperCase(raw.charAt(i)) : raw.charAt(i) != '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean isPart(int c) {
    return Character.isLetterOrDigit(c)
        || switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.LETTER_NUMBER,
              Character.OTHER_NUMBER ->
              true;
          default -> false;
        };
  }
}
