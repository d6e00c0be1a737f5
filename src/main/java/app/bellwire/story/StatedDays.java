package app.bellwire.story;

import static java.util.Comparator.comparingLong;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds the days on which an English text says that something happened: `on Tuesday`, `January
/// 18`, `18 January`, `today`, `yesterday`. Pure.
final class StatedDays {
  private static final String MONTHS =
      "(January|February|March|April|May|June|July|August|September|October|November|December"
          + "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?";
  private static final String YEAR = "(?:,? ((?:19|20)\\d\\d)\\b)?";
  private static final Pattern DAY =
      Pattern.compile(
          "\\b(?:"
              + "(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?:'s|’s)?"
              + "|([Tt]oday|[Yy]esterday|[Tt]omorrow)"
              + "|"
              + MONTHS
              + " (\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d)"
              + YEAR
              + "|(\\d{1,2})(?:st|nd|rd|th)? "
              + MONTHS
              + YEAR
              + ")(?![\\p{L}])");
  private static final Pattern AHEAD =
      Pattern.compile(
          "\\b(?:will|is due|are due|is set|are set|is scheduled|are scheduled|plans? to|is to|are"
              + " to|next)\\b");
  private static final Pattern TOLD =
      Pattern.compile("\\b(?:said|says|told|announced|agreed|decided|confirmed|reported)\\b");
  private static final Pattern SENTENCE_END = Pattern.compile("[.;!?][”\"]?\\s+(?=[\\p{Lu}“\"])");
  private static final Pattern OPENS = Pattern.compile("\\s*(?:On )?");

  private StatedDays() {}

  /// @param written the day the text was written
  static Set<LocalDate> of(String text, LocalDate written) {
    Set<LocalDate> days = new TreeSet<>();
    for (String sentence : SENTENCE_END.split(text)) {
      Matcher day = DAY.matcher(sentence);
      while (day.find()) {
        named(day, sentence, written).ifPresent(days::add);
      }
    }
    return days;
  }

  private static Optional<LocalDate> named(Matcher day, String sentence, LocalDate written) {
    if (day.group(1) != null) {
      DayOfWeek weekday = DayOfWeek.valueOf(day.group(1).toUpperCase(Locale.ROOT));
      return Optional.of(weekday(weekday, written, ahead(sentence, day.start())));
    }
    if (day.group(2) != null) {
      return Optional.of(written.plusDays(offset(day.group(2))));
    }
    return day.group(3) != null
        ? date(day.group(3), day.group(4), day.group(5), written)
        : date(day.group(7), day.group(6), day.group(8), written);
  }

  /// Whether the weekday at `at` is one to come: "will meet on Friday", "on Friday they will meet";
  /// not the day on which somebody says so.
  private static boolean ahead(String sentence, int at) {
    String before = sentence.substring(0, at);
    Matcher ahead = AHEAD.matcher(before);
    int from = -1;
    while (ahead.find()) {
      from = ahead.end();
    }
    return from >= 0
        ? !TOLD.matcher(before.substring(from)).find()
        : OPENS.matcher(before).matches() && AHEAD.matcher(sentence).find();
  }

  private static LocalDate weekday(DayOfWeek day, LocalDate written, boolean ahead) {
    return written.with(
        ahead ? TemporalAdjusters.nextOrSame(day) : TemporalAdjusters.previousOrSame(day));
  }

  private static int offset(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "yesterday" -> -1;
      case "tomorrow" -> 1;
      default -> 0;
    };
  }

  /// The day of that name in `year`, without one the nearest to when the text was written.
  private static Optional<LocalDate> date(
      String monthName, String number, @Nullable String year, LocalDate written) {
    Month month = month(monthName);
    int day = Integer.parseInt(number);
    return year == null
        ? IntStream.rangeClosed(written.getYear() - 1, written.getYear() + 1)
            .filter(near -> YearMonth.of(near, month).isValidDay(day))
            .mapToObj(near -> LocalDate.of(near, month, day))
            .min(comparingLong(named -> Math.abs(ChronoUnit.DAYS.between(written, named))))
        : Optional.of(YearMonth.of(Integer.parseInt(year), month))
            .filter(named -> named.isValidDay(day))
            .map(named -> named.atDay(day));
  }

  private static Month month(String name) {
    String start = name.substring(0, 3).toUpperCase(Locale.ROOT);
    for (Month month : Month.values()) {
      if (month.name().startsWith(start)) {
        return month;
      }
    }
    throw new IllegalArgumentException("not a month: " + name);
  }
}
