package app.bellwire.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Cuts a paragraph into sentences. Initials, common titles and abbreviations do not end one; a
/// closing quote stays with its sentence. Thread-safe.
public final class Sentences {
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "gen", "col", "capt", "lt", "sgt", "sen", "rep", "gov",
          "st", "no", "vs", "etc", "inc", "ltd", "co", "corp", "jan", "feb", "mar", "apr", "jun",
          "jul", "aug", "sep", "sept", "oct", "nov", "dec", "approx", "dep", "min", "adm", "maj",
          "rev", "hon");

  private Sentences() {}

  /// Every character but the space between sentences is in exactly one of them.
  public static List<String> of(String paragraph) {
    List<String> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < paragraph.length(); i++) {
      if (endsAt(paragraph, i)) {
        int end = i + 1;
        while (end < paragraph.length() && isCloser(paragraph.charAt(end))) {
          end++;
        }
        add(sentences, paragraph.substring(start, end));
        start = end;
        i = end - 1;
      }
    }
    add(sentences, paragraph.substring(start));
    return sentences;
  }

  private static void add(List<String> sentences, String text) {
    if (!text.isBlank()) {
      sentences.add(text.strip());
    }
  }

  private static boolean endsAt(String text, int at) {
    char c = text.charAt(at);
    if (c != '.' && c != '!' && c != '?' && c != '…') {
      return false;
    }
    int next = at + 1;
    while (next < text.length() && isCloser(text.charAt(next))) {
      next++;
    }
    if (next >= text.length()) {
      return true;
    }
    if (!Character.isWhitespace(text.charAt(next))) {
      return false;
    }
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next >= text.length()
        || (opensSentence(text.charAt(next)) && !(c == '.' && abbreviated(text, at)));
  }

  private static boolean opensSentence(char c) {
    return Character.isUpperCase(c)
        || Character.isDigit(c)
        || "\"'“‘«([—–-".indexOf(c) >= 0
        || (Character.isLetter(c) && !Character.isLowerCase(c));
  }

  private static boolean abbreviated(String text, int dot) {
    int start = dot;
    while (start > 0
        && (Character.isLetter(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
      start--;
    }
    String word = text.substring(start, dot);
    return word.length() == 1 && Character.isUpperCase(word.charAt(0))
        || word.indexOf('.') > 0
        || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
  }

  private static boolean isCloser(char c) {
    return "\"'”’»)]".indexOf(c) >= 0;
  }
}
