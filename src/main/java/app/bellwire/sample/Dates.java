package app.bellwire.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Fills the dates of a text, all in UTC: `{weekday}`, `{date}` (March 4), `{euro}` (4 March),
/// `{iso}`, and with days added or taken away (`{weekday+1}`), all of the item's own day;
/// `{year-9}` counts years from the start; `{then-21}` is a date 21 days before the wire's start,
/// so that background stays the same from report to report. Immutable.
///
/// @param today the day the item is published
/// @param start the day the wire started
record Dates(LocalDate today, LocalDate start) {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{(weekday|date|euro|iso|year|then)([+-]\\d+)?}");
  private static final DateTimeFormatter WEEKDAY = english("EEEE");
  private static final DateTimeFormatter MONTH_FIRST = english("MMMM d");
  private static final DateTimeFormatter DAY_FIRST = english("d MMMM");

  static Dates of(Instant published, Instant start) {
    return new Dates(day(published), day(start));
  }

  String fill(String text) {
    return PLACEHOLDER.matcher(text).replaceAll(this::word);
  }

  private String word(MatchResult found) {
    int shift = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
    return switch (found.group(1)) {
      case "weekday" -> WEEKDAY.format(today.plusDays(shift));
      case "date" -> MONTH_FIRST.format(today.plusDays(shift));
      case "euro" -> DAY_FIRST.format(today.plusDays(shift));
      case "iso" -> today.plusDays(shift).toString();
      case "year" -> String.valueOf(shift == 0 ? today.getYear() : start.getYear() + shift);
      default -> MONTH_FIRST.format(start.plusDays(shift));
    };
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static DateTimeFormatter english(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
