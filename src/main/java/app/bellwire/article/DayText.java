package app.bellwire.article;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A day as news text writes it: `January 28`, `4 March 2026`, `Feb. 5, 2022`, `2022-01-28`.
/// Thread-safe.
final class DayText {
  private static final String DAY = "\\d{1,2}(?:st|nd|rd|th|\\.)?(?!\\d)";
  private static final String WEEKDAY =
      "(?:(?i:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?i:day)?\\.?,? )?";

  /// Matches a day; holds no capturing group.
  static final String PATTERN =
      "(?:"
          + WEEKDAY
          + "(?:"
          + Months.PATTERN
          + " ?"
          + DAY
          + "(?:,? ?\\d{4}\\b)?|"
          + DAY
          + " (?:de )?"
          + Months.PATTERN
          + "(?:,? (?:de )?\\d{4}\\b)?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\d{1,2}\\.\\d{4}))";

  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
  private static final Pattern MONTH = Pattern.compile(Months.PATTERN);
  private static final Pattern YEAR = Pattern.compile("\\b(\\d{4})\\b");
  private static final Pattern NUMBER = Pattern.compile("(?<!\\d)(\\d{1,2})(?!\\d)");

  private DayText() {}

  /// The day that `text`, which [#PATTERN] matches, names.
  ///
  /// @param around tells the year where the text does not
  static Optional<LocalDate> read(@Nullable String text, LocalDate around) {
    if (text == null) {
      return Optional.empty();
    }
    Matcher iso = ISO.matcher(text);
    if (iso.find()) {
      return Months.date(number(iso, 1), number(iso, 2), number(iso, 3));
    }
    Matcher dotted = DOTTED.matcher(text);
    return dotted.find()
        ? Months.date(number(dotted, 3), number(dotted, 2), number(dotted, 1))
        : named(text, around);
  }

  private static Optional<LocalDate> named(String text, LocalDate around) {
    Matcher month = MONTH.matcher(text);
    Matcher day = NUMBER.matcher(text);
    if (!month.find() || !day.find()) {
      return Optional.empty();
    }
    int named = Months.month(month.group()).orElse(0);
    Matcher year = YEAR.matcher(text);
    return year.find()
        ? Months.date(number(year, 1), named, number(day, 1))
        : Months.latest(named, number(day, 1), around);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
