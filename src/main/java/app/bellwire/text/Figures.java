package app.bellwire.text;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The figures of a text in one spelling: `1,500` and `1500`, `six` and `6` are the same, `6-3/16`
/// is one figure. English number words up to twelve are read, larger ones only in digits.
/// Thread-safe.
public final class Figures {
  private static final Pattern DIGITS = Pattern.compile("\\d+(?:[.,]\\d+)*(?:-\\d+/\\d+|/\\d+)?");
  private static final String MONTH =
      "(?:January|February|March|April|May|June|July|August|September|October|November|December"
          + "|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?)";

  /// What stands before a year; a number as high elsewhere counts something.
  private static final String YEAR_FOLLOWS =
      "(?<=\\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Ff]rom|[Bb]y|[Oo]f|[Dd]uring|[Bb]efore|[Aa]fter|[Tt]he"
          + "|[Tt]hrough|[Bb]etween|and|to|late|early|mid|[Ll]ast|[Tt]his|years?|spring|summer"
          + "|autumn|winter|fall)[ -]|[(,] ?)";

  /// Each way begins with what is told at one glance, for most letters of a text begin no date.
  private static final Pattern DATE =
      Pattern.compile(
          "(?=[JFMASOND])\\b%1$s \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?\\b|(?=\\d)\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? %1$s\\b(?: \\d{4})?|(?=(?:19|20)\\d\\d)%2$s\\d{4}\\b(?![.,]\\d)"
              .formatted(MONTH, YEAR_FOLLOWS));

  private static final Pattern THOUSANDS = Pattern.compile(",(?=\\d{3}(?!\\d))");

  /// `one` is left out: it is a pronoun more often than a figure.
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

  private Figures() {}

  /// The figures of `text` that are no days of a month and no years.
  public static Set<String> undated(String text) {
    boolean none = text.chars().noneMatch(Character::isDigit);
    return of(none ? text : DATE.matcher(text).replaceAll(" "));
  }

  public static Set<String> of(String text) {
    Set<String> figures = new HashSet<>();
    Matcher digits = DIGITS.matcher(text);
    while (digits.find()) {
      figures.add(THOUSANDS.matcher(digits.group()).replaceAll(""));
    }
    List<Token> tokens = Tokens.of(text);
    tokens.stream()
        .map(token -> WORDS.get(token.folded()))
        .filter(figure -> figure != null)
        .forEach(figures::add);
    return figures;
  }
}
