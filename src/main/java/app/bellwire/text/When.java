package app.bellwire.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Says times as a reader in one zone would, seen from `now`. English, 24-hour clock, the year only
/// where it is not this one. Immutable.
///
/// @param own whether the reader chose the zone; else every time of day names it
public record When(ZoneId zone, boolean own, Instant now) {
  private static final DateTimeFormatter CLOCK = format("HH:mm");
  private static final DateTimeFormatter SECONDS = format("HH:mm:ss");
  private static final DateTimeFormatter ZONE = format("zzz");
  private static final DateTimeFormatter DAY = format("d MMM");
  private static final DateTimeFormatter DAY_AND_YEAR = format("d MMM yyyy");
  private static final DateTimeFormatter WEEKDAY = format("EEE");

  /// `21:05`, or `21:05 UTC`.
  public String clock(Instant at) {
    ZonedDateTime there = at.atZone(zone);
    return CLOCK.format(there) + (own ? "" : " " + name(there));
  }

  /// `21:05:40`, or `21:05:40 UTC`.
  public String exact(Instant at) {
    ZonedDateTime there = at.atZone(zone);
    return SECONDS.format(there) + (own ? "" : " " + name(there));
  }

  /// `15 Feb`.
  public String day(LocalDate day) {
    return (day.getYear() == today().getYear() ? DAY : DAY_AND_YEAR).format(day);
  }

  public String day(Instant at) {
    return day(LocalDate.ofInstant(at, zone));
  }

  /// `Tue 15 Feb, 19:42`.
  public String full(Instant at) {
    ZonedDateTime there = at.atZone(zone);
    return WEEKDAY.format(there) + " " + day(there.toLocalDate()) + ", " + clock(at);
  }

  /// `19:42` for today, `Fri 09:00` within a week, else as [#full].
  public String brief(Instant at) {
    LocalDate there = LocalDate.ofInstant(at, zone);
    if (there.equals(today())) {
      return clock(at);
    }
    boolean near = Math.abs(there.toEpochDay() - today().toEpochDay()) < 7;
    return near ? WEEKDAY.format(at.atZone(zone)) + " " + clock(at) : full(at);
  }

  public boolean isToday(Instant at) {
    return LocalDate.ofInstant(at, zone).equals(today());
  }

  /// When the reader's day began.
  public Instant midnight() {
    return today().atStartOfDay(zone).toInstant();
  }

  public LocalDate today() {
    return LocalDate.ofInstant(now, zone);
  }

  /// The largest unit that says it: `2 days`, `3 hours`, `8 minutes`, rounded to the nearest.
  public static String length(Duration span) {
    long minutes = Math.max(1, Math.round(span.toSeconds() / 60.0));
    if (minutes < 60) {
      return Counted.of(minutes, "minute", "minutes");
    }
    long hours = Math.round(minutes / 60.0);
    return hours < 48
        ? Counted.of(hours, "hour", "hours")
        : Counted.of(Math.round(hours / 24.0), "day", "days");
  }

  private static String name(ZonedDateTime at) {
    return at.getZone().equals(ZoneOffset.UTC) ? "UTC" : ZONE.format(at);
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
