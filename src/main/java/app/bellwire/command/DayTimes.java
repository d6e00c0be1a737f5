package app.bellwire.command;

import app.bellwire.subscription.QuietHours;
import app.bellwire.subscription.Timing;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads times of day as people type them. Pure; never throws.
///
///     timing := "off" | "now" | times
///     times  := time (("," | ";" | "and" | blank) time)*
///     span   := time ("-" | "–" | "—" | "to") time
///     time   := hour [(":" | "." | "h") minute] ["am" | "pm"]
final class DayTimes {
  /// Digests a day at most.
  static final int MOST = 12;

  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2})(?:[:.h](\\d{2})?)?\\s*([ap])?(?:\\.?m\\.?)?");
  private static final Pattern HALF = Pattern.compile(".*\\d\\s*[ap]\\.?m\\.?");
  private static final Pattern DIGITS = Pattern.compile("\\d{1,2}[:.h]\\d{2}");
  private static final Pattern BETWEEN_TIMES = Pattern.compile("\\s*(?:[,;&]|\\band\\b)\\s*|\\s+");
  private static final Pattern BEFORE_HALF = Pattern.compile("\\s+(?=[ap]\\.?m\\b)");
  private static final Pattern BETWEEN_ENDS = Pattern.compile("\\s*(?:[-–—−‑]+|\\bto\\b)\\s*");

  private DayTimes() {}

  /// What was meant, or what is wrong with it, as a sentence that ends before the example.
  sealed interface Typed<T> {
    record Good<T>(T value) implements Typed<T> {}

    record Wrong<T>(String why) implements Typed<T> {}
  }

  static Typed<Timing> timing(String text) {
    return switch (lower(text)) {
      case "off", "none", "now", "at once" -> new Typed.Good<>(new Timing.AtOnce());
      default -> digest(lower(text));
    };
  }

  static Typed<QuietHours> span(String text) {
    String[] ends = BETWEEN_ENDS.split(lower(text), -1);
    if (ends.length != 2) {
      return new Typed.Wrong<>(HoursWords.noSpan(text.strip()));
    }
    Optional<String> wrong = wrong(ends[0]).or(() -> wrong(ends[1]));
    if (wrong.isPresent()) {
      return new Typed.Wrong<>(wrong.get());
    }
    QuietHours hours = new QuietHours(time(ends[0]).orElseThrow(), time(ends[1]).orElseThrow());
    return hours.start().equals(hours.end())
        ? new Typed.Wrong<>(HoursWords.SAME_ENDS)
        : new Typed.Good<>(hours);
  }

  /// Whether `text` was meant as times, right or wrong.
  static boolean looksLikeTimes(String text) {
    return !text.isBlank() && Character.isDigit(text.strip().charAt(0));
  }

  private static Typed<Timing> digest(String text) {
    List<LocalTime> times = new ArrayList<>();
    for (String part : BETWEEN_TIMES.split(BEFORE_HALF.matcher(text).replaceAll(""), -1)) {
      Optional<String> wrong = wrong(part);
      if (wrong.isPresent()) {
        return new Typed.Wrong<>(wrong.get());
      }
      times.add(time(part).orElseThrow());
    }
    return times.stream().distinct().count() > MOST
        ? new Typed.Wrong<>(HoursWords.tooManyTimes(MOST))
        : new Typed.Good<>(new Timing.Digest(times));
  }

  /// Why `part` is no time of day; none when it is one.
  private static Optional<String> wrong(String part) {
    if (time(part).isPresent()) {
      return Optional.empty();
    }
    if (part.matches("24[:.h]00")) {
      return Optional.of(HoursWords.MIDNIGHT);
    }
    boolean figures = DIGITS.matcher(part).matches() || HALF.matcher(part).matches();
    return Optional.of(figures ? HoursWords.noSuchTime(part) : HoursWords.noTime(part));
  }

  private static Optional<LocalTime> time(String part) {
    Matcher found = TIME.matcher(part);
    if (!found.matches() || part.endsWith("m") && found.group(3) == null) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(found.group(1));
    int minute = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
    if (found.group(3) == null) {
      return of(hour, minute);
    }
    boolean onTheDial = hour >= 1 && hour <= 12;
    return onTheDial
        ? of(hour % 12 + (found.group(3).equals("p") ? 12 : 0), minute)
        : Optional.empty();
  }

  private static Optional<LocalTime> of(int hour, int minute) {
    return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
  }

  private static String lower(String text) {
    return digits(text.strip().toLowerCase(Locale.ROOT));
  }

  /// `text` with the digits of every script as 0 to 9.
  static String digits(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isDigit(c)) {
                out.append(Character.digit(c, 10));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
