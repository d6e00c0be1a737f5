package app.bellwire.config;

import app.bellwire.chat.Address;
import app.bellwire.chat.UserId;
import app.bellwire.source.Backlog;
import app.bellwire.source.Source;
import app.bellwire.subscription.QuietHours;
import app.bellwire.subscription.Timing;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The forms that single values have: durations, sizes, times, addresses. Pure.
final class Values {

  /// How one kind of value is written.
  interface Form<T> {
    Parsed<T> parse(String text);
  }

  sealed interface Parsed<T> {
    record Good<T>(T value) implements Parsed<T> {}

    /// @param what follows the quoted value, such as "is not a time of day, such as 08:00"
    record Bad<T>(String what, Optional<String> hint) implements Parsed<T> {}
  }

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(s|m|h|d)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(B|KiB|MiB|GiB)");
  private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d\\d)");
  private static final Pattern RANGE = Pattern.compile("([^-–]+)[-–]([^-–]+)");
  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]{0,63}");
  private static final Pattern PERSON =
      Pattern.compile("(telegram):(\\d{1,19})|(slack):([UW][A-Z0-9]{1,20})");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

  private Values() {}

  static <T> Parsed<T> good(T value) {
    return new Parsed.Good<>(value);
  }

  static <T> Parsed<T> bad(String what) {
    return new Parsed.Bad<>(what, Optional.empty());
  }

  static <T> Parsed<T> bad(String what, Optional<String> hint) {
    return new Parsed.Bad<>(what, hint);
  }

  static Parsed<String> text(String text) {
    return good(text);
  }

  static Parsed<String> id(String text) {
    return ID.matcher(text).matches()
        ? good(text)
        : bad("is not an id: 1 to 64 letters, digits, '.', '_' or '-'");
  }

  static Parsed<Boolean> bool(String text) {
    return switch (text) {
      case "true" -> good(true);
      case "false" -> good(false);
      case "yes", "on", "Yes", "On", "True", "TRUE" ->
          bad("is not true or false", Optional.of("true"));
      case "no", "off", "No", "Off", "False", "FALSE" ->
          bad("is not true or false", Optional.of("false"));
      default -> bad("is not true or false");
    };
  }

  static Form<Integer> number(int min, int max) {
    return text -> {
      if (!NUMBER.matcher(text).matches()) {
        return bad("is not a whole number");
      }
      long number = Long.parseLong(text);
      if (number < min) {
        return bad("is too small: " + min + " is the least");
      }
      return number > max ? bad("is too large: " + max + " is the most") : good((int) number);
    };
  }

  /// Durations from `min` on.
  static Form<Duration> duration(Duration min) {
    return text -> {
      Optional<Duration> read = duration(text);
      if (read.isEmpty()) {
        return bad("is not a duration, such as 30s, 2m, 1h or 30d", withUnit(text));
      }
      return read.get().compareTo(min) < 0
          ? bad("is too short: " + shown(min) + " is the least")
          : good(read.get());
    };
  }

  private static Optional<Duration> duration(String text) {
    if (text.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    Matcher found = DURATION.matcher(text);
    return found.matches()
        ? Optional.of(unit(found.group(2)).multipliedBy(Long.parseLong(found.group(1))))
        : Optional.empty();
  }

  private static Duration unit(String letter) {
    return switch (letter) {
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      default -> Duration.ofDays(1);
    };
  }

  private static Optional<String> withUnit(String text) {
    return text.matches("\\d{1,9}") ? Optional.of(text + "s") : Optional.empty();
  }

  static String shown(Duration duration) {
    return duration.getSeconds() + "s";
  }

  static Parsed<Long> size(String text) {
    Matcher found = SIZE.matcher(text);
    if (!found.matches()) {
      Matcher decimal = Pattern.compile("(\\d{1,9}) ?([KMG])i?[Bb]?").matcher(text);
      return bad(
          "is not a size, such as 512KiB or 5MiB",
          decimal.matches()
              ? Optional.of(decimal.group(1) + decimal.group(2) + "iB")
              : Optional.empty());
    }
    long bytes = Long.parseLong(found.group(1)) * factor(found.group(2));
    if (bytes < 1024) {
      return bad("is too small: 1KiB is the least");
    }
    return bytes > 1L << 30 ? bad("is too large: 1GiB is the most") : good(bytes);
  }

  private static long factor(String unit) {
    return switch (unit) {
      case "KiB" -> 1L << 10;
      case "MiB" -> 1L << 20;
      case "GiB" -> 1L << 30;
      default -> 1;
    };
  }

  static Parsed<ZoneId> zone(String text) {
    if (ZoneId.getAvailableZoneIds().contains(text)) {
      return good(ZoneId.of(text));
    }
    return bad(
        "is not a time zone, such as UTC or Europe/Berlin",
        Keys.nearest(text, ZoneId.getAvailableZoneIds()).or(() -> cityZone(text)));
  }

  /// The zone that is named after a city.
  private static Optional<String> cityZone(String city) {
    String ending = "/" + city.trim().replace(' ', '_').toLowerCase(Locale.ROOT);
    return ZoneId.getAvailableZoneIds().stream()
        .filter(zone -> zone.toLowerCase(Locale.ROOT).endsWith(ending))
        .sorted()
        .findFirst();
  }

  private static Optional<LocalTime> timeOfDay(String text) {
    Matcher found = TIME.matcher(text.strip());
    if (!found.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(found.group(1));
    int minute = Integer.parseInt(found.group(2));
    return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
  }

  static Parsed<QuietHours> quiet(String text) {
    Matcher found = RANGE.matcher(text);
    if (!found.matches()) {
      return bad("is not a time from and to, such as 22:00-07:00");
    }
    Optional<LocalTime> start = timeOfDay(found.group(1));
    Optional<LocalTime> end = timeOfDay(found.group(2));
    if (start.isEmpty() || end.isEmpty()) {
      return bad("is not a time from and to, such as 22:00-07:00");
    }
    return start.equals(end)
        ? bad("begins and ends at the same time")
        : good(new QuietHours(start.get(), end.get()));
  }

  /// A `deliver` value: `now`, or `digest` with its times.
  static Parsed<Timing> deliver(String text) {
    if (text.equals("now")) {
      return good(new Timing.AtOnce());
    }
    String form = "is neither now nor digest with times of day, such as digest 08:00,18:00";
    if (!text.startsWith("digest ")) {
      return bad(form, Keys.nearest(text, List.of("now")));
    }
    List<LocalTime> times = new ArrayList<>();
    for (String part : text.substring("digest ".length()).split(",", -1)) {
      Optional<LocalTime> time = timeOfDay(part);
      if (time.isEmpty()) {
        return bad(form + "; '" + part.strip() + "' is no time of day");
      }
      times.add(time.get());
    }
    return good(new Timing.Digest(times));
  }

  static Parsed<LocalDate> date(String text) {
    try {
      return good(LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE));
    } catch (DateTimeException notADate) {
      return bad("is not a date, such as 2027-03-01");
    }
  }

  static Parsed<Backlog> backlog(String text) {
    if (text.equals("all")) {
      return good(Backlog.ALL);
    }
    if (text.equals("none")) {
      return good(Backlog.NONE);
    }
    return switch (number(0, 1_000_000).parse(text)) {
      case Parsed.Good<Integer>(Integer count) -> good(new Backlog(count));
      case Parsed.Bad<Integer> _ -> bad("is not a number from 0 on, all or none");
    };
  }

  static Parsed<Address> address(String text) {
    Optional<Address> address = Address.parse(text);
    if (address.isPresent()) {
      return good(address.get());
    }
    if (text.startsWith("slack:#")) {
      return bad("is a channel's name; Slack channels go by their id, such as slack:C0123456789");
    }
    return bad(
        "is not a chat: local:NAME, telegram:CHAT_ID[/TOPIC] or slack:[TEAM/]CHANNEL_ID",
        text.startsWith("@") ? Optional.of("telegram:" + text) : Optional.empty());
  }

  static Parsed<UserId> person(String text) {
    Matcher found = PERSON.matcher(text);
    if (!found.matches()) {
      return bad(
          "is not a person, such as telegram:501 or slack:U1; /start shows a person's own id");
    }
    boolean telegram = found.group(1) != null;
    return good(new UserId(found.group(telegram ? 1 : 3), found.group(telegram ? 2 : 4)));
  }

  static Parsed<URI> webAddress(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme();
      if (scheme == null || uri.getRawAuthority() == null || !isWeb(scheme)) {
        return bad("is not a web address, such as https://example.org/rss", corrected(text));
      }
      return good(uri);
    } catch (URISyntaxException syntax) {
      return bad("is not a web address, such as https://example.org/rss");
    }
  }

  private static boolean isWeb(String scheme) {
    return scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
  }

  private static Optional<String> corrected(String text) {
    if (text.startsWith("feed://")) {
      return Optional.of("https://" + text.substring("feed://".length()));
    }
    return text.matches("[\\w-]+(\\.[\\w-]+)+(/.*)?")
        ? Optional.of("https://" + text)
        : Optional.empty();
  }

  /// A web address or a bundled wire.
  static Parsed<URI> sourceAddress(String text) {
    if (!text.startsWith(Source.SAMPLE_SCHEME + ":")) {
      return webAddress(text);
    }
    return text.equals("sample:wires")
        ? good(URI.create(text))
        : bad("is not a bundled wire", Optional.of("sample:wires"));
  }

  static Parsed<String> hostName(String text) {
    return text.matches("[\\p{L}\\p{N}._-]+|\\[?[0-9a-fA-F:]+]?")
        ? good(text)
        : bad("is not the name of a host, such as wire.example.org");
  }

  /// One of the words for the constants of an enum, written small.
  static <E extends Enum<E>> Form<E> oneOf(Collection<E> allowed) {
    Map<String, E> words =
        allowed.stream().collect(Collectors.toMap(e -> e.name().toLowerCase(Locale.ROOT), e -> e));
    List<String> inOrder = words.keySet().stream().sorted().toList();
    return text ->
        words.containsKey(text)
            ? good(words.get(text))
            : bad(
                "is not one of " + String.join(", ", inOrder), Keys.nearest(text, words.keySet()));
  }

  @SafeVarargs
  static <E extends Enum<E>> Form<E> oneOf(E... allowed) {
    return oneOf(Arrays.asList(allowed));
  }
}
