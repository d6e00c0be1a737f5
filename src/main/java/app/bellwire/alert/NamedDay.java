package app.bellwire.alert;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the day that a sentence tells of, as far as its main clause names one. English. Immutable.
///
/// @param article the day of the article, against which a date without a year is read
record NamedDay(LocalDate article) {
  private static final String MONTH =
      "(January|February|March|April|May|June|July|August|September|October|November|December)";
  private static final Pattern DATE =
      Pattern.compile(
          "\\b[Oo]n (?:%1$s (\\d{1,2})|(\\d{1,2}) %1$s)(?:,? (\\d{4}))?\\b".formatted(MONTH));

  /// Where the main clause ends: at a comma that does not stand in a date, or before a word that
  /// opens a clause of its own.
  private static final Pattern CLAUSE =
      Pattern.compile(
          "(?<!\\d),|(?<=\\d),(?! \\d{4}\\b)|;|\\b(?:after|before|since|when|that|which|who|whose"
              + "|because|while|following|including)\\b");

  /// What is said of something earlier and happens now.
  private static final Pattern NOW =
      Pattern.compile(
          "\\b(?:continued?|continues|discuss(?:ed|es)|review(?:ed|s)|assess(?:ed|es))\\b");

  /// The day that the sentence opens with or names in its main clause.
  Optional<LocalDate> of(String sentence) {
    Matcher date = DATE.matcher(sentence);
    if (!date.find()) {
      return Optional.empty();
    }
    boolean opens = date.start() == 0;
    String before = sentence.substring(0, date.start());
    boolean main = !CLAUSE.matcher(before).find() && !NOW.matcher(before).find();
    return opens || main ? Optional.of(day(date)) : Optional.empty();
  }

  /// Whether the sentence opens with a date.
  boolean opens(String sentence) {
    return DATE.matcher(sentence).lookingAt();
  }

  /// Whether the sentence names the day of the article: as today, by its weekday or by its date.
  boolean today(String sentence) {
    DayOfWeek weekday = article.getDayOfWeek();
    String month = article.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return Pattern.compile(
            "\\b(?:[Tt]oday|[Tt]onight|%s(?!['’])|%s %d(?!\\d)|%d %s)\\b"
                .formatted(
                    weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                    month,
                    article.getDayOfMonth(),
                    article.getDayOfMonth(),
                    month))
        .matcher(sentence)
        .find();
  }

  private LocalDate day(Matcher date) {
    boolean monthFirst = date.group(1) != null;
    String name = String.valueOf(monthFirst ? date.group(1) : date.group(4));
    String number = String.valueOf(monthFirst ? date.group(2) : date.group(3));
    Month month = Month.valueOf(name.toUpperCase(Locale.ROOT));
    boolean withYear = date.group(5) != null;
    int year = withYear ? Integer.parseInt(date.group(5)) : article.getYear();
    int most = month.length(LocalDate.of(year, 1, 1).isLeapYear());
    LocalDate named = LocalDate.of(year, month, Math.clamp(Integer.parseInt(number), 1, most));
    return !withYear && named.isAfter(article.plusMonths(6)) ? named.minusYears(1) : named;
  }
}
