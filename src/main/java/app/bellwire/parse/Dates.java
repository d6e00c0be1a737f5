package app.bellwire.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the dates of the wild: RFC 822, ISO 8601, asctime, epoch and their many misspellings.
/// Thread-safe.
final class Dates {
  private static final int LONGEST = 100;
  private static final Pattern EPOCH = Pattern.compile("(\\d{9,10}|\\d{12,13})(?:\\.\\d+)?");
  private static final String TIME =
      "(\\d{1,2})(?::?(\\d{2}))?(?::?(\\d{2})(?:[.,:](\\d{1,9})\\d*)?)?";
  private static final Pattern ISO =
      Pattern.compile(
          "(-?-?\\d{2,4}(?:[-/.]?\\d{1,2})?(?:[-/.]?\\d{1,2})?|\\d{4}-?\\d{3}|\\d{4}-?W\\d{2}(?:-?\\d)?)"
              + "(?:(?:\\s*[Tt,_]\\s*|\\s+)"
              + TIME
              + "\\s*(\\S.*)?)?");
  private static final Pattern CALENDAR =
      Pattern.compile("(\\d{4})(?:([-/.]?)(\\d{1,2})(?:\\2(\\d{1,2}))?)?");
  private static final Pattern SHORT =
      Pattern.compile("--?(\\d{2})-?(\\d{2})?-?(\\d{2})?|(\\d{2})-(\\d{2})-(\\d{2})");
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?<![\\d:])(\\d{1,2})[:h](\\d{1,2})(?:[:.](\\d{1,2})(?:[.,]\\d+)?)?(?!\\d)"
              + "(?:\\s*([aApP])\\.?[mM]\\b\\.?)?");
  private static final int LEAST_YEAR = 1900;
  private static final int MOST_YEAR = 2199;

  private final ZoneId zone;

  /// @param zone the zone of dates that carry none
  Dates(ZoneId zone) {
    this.zone = zone;
  }

  /// The instant `text` names, or null when it names none.
  @Nullable Instant parse(@Nullable String text) {
    String date = text == null ? "" : text.strip().replaceAll("\\s+", " ");
    if (date.isEmpty() || date.length() > LONGEST) {
      return null;
    }
    try {
      return epoch(date).or(() -> iso(date)).or(() -> words(date)).orElse(null);
    } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
      return null;
    }
  }

  private static Optional<Instant> epoch(String date) {
    Matcher matcher = EPOCH.matcher(date);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    return Optional.of(
        matcher.group(1).length() > 10
            ? Instant.ofEpochMilli(number)
            : Instant.ofEpochSecond(number));
  }

  private Optional<Instant> iso(String text) {
    Matcher matcher = ISO.matcher(text);
    if (text.matches("\\d{14}")) {
      return iso(text.substring(0, 8) + "T" + text.substring(8));
    }
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<LocalDate> day = isoDay(matcher.group(1));
    String rest = matcher.group(6) == null ? "" : matcher.group(6);
    if (day.isEmpty() || !rest.isEmpty() && Zones.find(rest).isEmpty() && !halfOfDay(rest)) {
      return Optional.empty();
    }
    return day.map(date -> at(date, clock(matcher, rest), rest));
  }

  private static boolean halfOfDay(String rest) {
    return rest.matches("(?i)[ap]\\.?m\\.?(\\s.*)?");
  }

  private static int[] clock(Matcher time, String rest) {
    int hour = number(time.group(2));
    if (halfOfDay(rest)) {
      hour = hour % 12 + (Character.toLowerCase(rest.charAt(0)) == 'p' ? 12 : 0);
    }
    int nanos =
        time.group(5) == null ? 0 : Integer.parseInt((time.group(5) + "00000000").substring(0, 9));
    return new int[] {hour, number(time.group(3)), number(time.group(4)), nanos};
  }

  private static Optional<LocalDate> isoDay(String text) {
    if (text.indexOf('W') > 0) {
      String week = text.replace("-", "");
      String full = week.length() == 7 ? week + "1" : week;
      String dashed = full.substring(0, 4) + "-" + full.substring(4, 7) + "-" + full.substring(7);
      return Optional.of(LocalDate.parse(dashed, DateTimeFormatter.ISO_WEEK_DATE));
    }
    if (text.matches("\\d{4}-?\\d{3}")) {
      String digits = text.replace("-", "");
      return Optional.of(
          LocalDate.ofYearDay(number(digits.substring(0, 4)), number(digits.substring(4))));
    }
    Matcher calendar = CALENDAR.matcher(text);
    if (calendar.matches()) {
      return Optional.of(
          day(number(calendar.group(1)), orOne(calendar.group(3)), orOne(calendar.group(4))));
    }
    Matcher brief = SHORT.matcher(text);
    if (!brief.matches()) {
      return Optional.empty();
    }
    int first = brief.group(1) != null ? 1 : 4;
    int year = fullYear(number(brief.group(first)), 2);
    return Optional.of(day(year, orOne(brief.group(first + 1)), orOne(brief.group(first + 2))));
  }

  /// A date with a month in words, or with its day or month first.
  private Optional<Instant> words(String text) {
    Matcher clock = CLOCK.matcher(text);
    boolean timed = clock.find();
    String after = timed ? text.substring(clock.end()) : "";
    String before = timed ? text.substring(0, clock.start()) : text;
    return DayWords.find(timed ? before + " ; " + after : text)
        .map(day -> at(day, timed ? wordClock(clock) : new int[4], timed ? after : zonePart(text)));
  }

  private static String zonePart(String text) {
    return text.substring(Math.max(text.lastIndexOf(' '), 0));
  }

  private static int[] wordClock(Matcher clock) {
    int hour = number(clock.group(1));
    if (clock.group(4) != null) {
      hour = hour % 12 + (clock.group(4).equalsIgnoreCase("p") ? 12 : 0);
    }
    return new int[] {hour, number(clock.group(2)), number(clock.group(3)), 0};
  }

  /// A 24th hour is the next day's first; a leap second is the one before.
  private Instant at(LocalDate day, int[] clock, String zonePart) {
    boolean midnight = clock[0] == 24;
    LocalTime time =
        LocalTime.of(midnight ? 0 : clock[0], clock[1], Math.min(clock[2], 59), clock[3]);
    LocalDateTime local = day.plusDays(midnight ? 1 : 0).atTime(time);
    return local.atZone(Zones.find(zonePart).orElse(zone)).toInstant();
  }

  static LocalDate day(int year, int month, int day) {
    if (year < LEAST_YEAR || year > MOST_YEAR) {
      throw new DateTimeException("no year of ours");
    }
    return LocalDate.of(year, month, day);
  }

  static int fullYear(int year, int digits) {
    return digits > 2 ? year : year + (year < 70 ? 2000 : 1900);
  }

  static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static int orOne(@Nullable String digits) {
    return digits == null ? 1 : Integer.parseInt(digits);
  }
}
