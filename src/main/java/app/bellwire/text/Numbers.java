package app.bellwire.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the numbers of an English text: those in digits and those up to twelve in letters. Days of
/// a month and years are dates and do not count. Thread-safe.
public final class Numbers {
  private static final String MONTH =
      "(?:January|February|March|April|May|June|July|August|September|October|November|December"
          + "|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?"
          + "|Dec\\.?)";
  private static final Pattern DATE =
      Pattern.compile(
          "\\b%1$s \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?\\b|\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? %1$s\\b(?: \\d{4})?|\\b(?:19|20)\\d\\d\\b(?![.,]\\d)"
              .formatted(MONTH));
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

  /// "One" is left out: it is a pronoun more often than a number.
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("seven", "7"),
          Map.entry("eight", "8"),
          Map.entry("nine", "9"),
          Map.entry("ten", "10"),
          Map.entry("eleven", "11"),
          Map.entry("twelve", "12"));

  private Numbers() {}

  /// The numbers of `text` in digits, without commas that part thousands.
  public static Set<String> of(String text) {
    String undated = DATE.matcher(text).replaceAll(" ");
    Set<String> numbers = new LinkedHashSet<>();
    NUMBER.matcher(undated).results().forEach(n -> numbers.add(plain(n.group())));
    for (Token token : Tokens.of(undated)) {
      numbers.addAll(List.of(WORDS.getOrDefault(token.folded(), "")));
    }
    numbers.remove("");
    return numbers;
  }

  private static String plain(String number) {
    return number.replaceAll(",(?=\\d{3}(?:\\D|$))", "");
  }
}
