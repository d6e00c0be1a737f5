package app.bellwire.story;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the days on which an English text says that something happened: `on Tuesday`, `January
/// 18`, `18 January`, `today`, `yesterday`. Pure.
final class StatedDays {
  private static final String MONTHS =
      "(January|February|March|April|May|June|July|August|September|October|November|December"
          + "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?";
  private static final Pattern DAY =
      Pattern.compile(
          "\\b(?:"
              + "(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?:'s|’s)?"
              + "|(today|yesterday|tomorrow)"
              + "|"
              + MONTHS
              + " (\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d)"
              + "|(\\d{1,2})(?:st|nd|rd|th)? "
              + MONTHS
              + ")(?![\\p{L}])");
  private static final Pattern AHEAD =
      Pattern.compile(
          "\\b(?:will|is due|are due|is set|are set|is scheduled|are scheduled|plans? to|is to|are"
              + " to|next)\\b");

  private StatedDays() {}

  /// @param written the day the text was written
  static Set<LocalDate> of(String text, LocalDate written) {
    Set<LocalDate> days = new TreeSet<>();
    boolean ahead = AHEAD.matcher(text).find();
    Matcher day = DAY.matcher(text);
    while (day.find()) {
      if (day.group(1) != null) {
        days.add(weekday(DayOfWeek.valueOf(day.group(1).toUpperCase(Locale.ROOT)), written, ahead));
      } else if (day.group(2) != null) {
        days.add(written.plusDays(offset(day.group(2))));
      } else if (day.group(3) != null) {
        add(days, day.group(3), day.group(4), written);
      } else {
        add(days, day.group(6), day.group(5), written);
      }
    }
    return days;
  }

  private static LocalDate weekday(DayOfWeek day, LocalDate written, boolean ahead) {
    return written.with(
        ahead ? TemporalAdjusters.nextOrSame(day) : TemporalAdjusters.previousOrSame(day));
  }

  private static int offset(String word) {
    return switch (word) {
      case "yesterday" -> -1;
      case "tomorrow" -> 1;
      default -> 0;
    };
  }

  /// The day of that name nearest to when the text was written.
  private static void add(Set<LocalDate> days, String monthName, String number, LocalDate written) {
    Month month = month(monthName);
    int day = Integer.parseInt(number);
    if (day < 1 || day > month.minLength()) {
      return;
    }
    LocalDate named = LocalDate.of(written.getYear(), month, day);
    if (named.isAfter(written.plusMonths(6))) {
      named = named.minusYears(1);
    } else if (named.isBefore(written.minusMonths(6))) {
      named = named.plusYears(1);
    }
    days.add(named);
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
