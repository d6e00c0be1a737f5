package app.bellwire.command;

import app.bellwire.text.Folding;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the time zone a person means: by its name in any case, by a city, by an offset. Pure.
final class ZoneFinder {
  private static final Pattern OFFSET =
      Pattern.compile("(?:utc|gmt)?\\s*([+−–-])(\\d{1,2})(?::?(\\d{2}))?");
  private static final int OFFERED = 3;

  /// Cities that give no zone its name.
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("ankara", "Europe/Istanbul"),
          Map.entry("barcelona", "Europe/Madrid"),
          Map.entry("beijing", "Asia/Shanghai"),
          Map.entry("boston", "America/New_York"),
          Map.entry("cologne", "Europe/Berlin"),
          Map.entry("delhi", "Asia/Kolkata"),
          Map.entry("frankfurt", "Europe/Berlin"),
          Map.entry("geneva", "Europe/Zurich"),
          Map.entry("hamburg", "Europe/Berlin"),
          Map.entry("milan", "Europe/Rome"),
          Map.entry("mumbai", "Asia/Kolkata"),
          Map.entry("munich", "Europe/Berlin"),
          Map.entry("new delhi", "Asia/Kolkata"),
          Map.entry("san francisco", "America/Los_Angeles"),
          Map.entry("st petersburg", "Europe/Moscow"),
          Map.entry("tel aviv", "Asia/Jerusalem"),
          Map.entry("the hague", "Europe/Amsterdam"),
          Map.entry("washington", "America/New_York"));

  /// Cities round the world, most asked for first.
  private static final List<String> CITIES =
      List.of(
          "Europe/Berlin",
          "Europe/London",
          "America/New_York",
          "America/Chicago",
          "America/Denver",
          "America/Los_Angeles",
          "America/Sao_Paulo",
          "Africa/Lagos",
          "Europe/Kyiv",
          "Europe/Moscow",
          "Asia/Dubai",
          "Asia/Karachi",
          "Asia/Kolkata",
          "Asia/Dhaka",
          "Asia/Bangkok",
          "Asia/Singapore",
          "Asia/Tokyo",
          "Australia/Sydney",
          "Pacific/Auckland");

  private ZoneFinder() {}

  static Optional<ZoneId> find(String text) {
    String wanted = key(text);
    return offset(wanted)
        .or(() -> named(zone -> key(zone).equals(wanted)))
        .or(() -> Optional.ofNullable(ELSEWHERE.get(wanted)).map(ZoneId::of))
        .or(() -> named(zone -> city(zone).equals(wanted)));
  }

  /// Zones whose city or name is a slip or an ending away from `text`, nearest first.
  static List<ZoneId> near(String text) {
    String wanted = key(text);
    Map<String, Integer> slips = new LinkedHashMap<>();
    names().forEach(zone -> slips.put(zone, slips(wanted, zone)));
    return slips.entrySet().stream()
        .filter(e -> e.getValue() <= Math.clamp(wanted.length() / 3, 1, 3))
        .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .limit(OFFERED)
        .map(e -> ZoneId.of(e.getKey()))
        .toList();
  }

  /// Cities to ask by their clocks, `install` first where it has a city.
  static List<ZoneId> cities(ZoneId install) {
    Stream<String> own = install.getId().contains("/") ? Stream.of(install.getId()) : Stream.of();
    return Stream.concat(own, CITIES.stream()).distinct().map(ZoneId::of).toList();
  }

  private static int slips(String wanted, String zone) {
    String city = city(zone);
    if (wanted.length() > 2 && city.startsWith(wanted)) {
      return 0;
    }
    return Math.min(Spelling.distance(wanted, city), Spelling.distance(wanted, key(zone)));
  }

  private static Optional<ZoneId> named(java.util.function.Predicate<String> fits) {
    return names().filter(fits).findFirst().map(ZoneId::of);
  }

  private static Stream<String> names() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(zone -> !zone.startsWith("SystemV/") && !zone.startsWith("Etc/"))
        .sorted(Comparator.comparing((String zone) -> !zone.contains("/")).thenComparing(z -> z));
  }

  private static Optional<ZoneId> offset(String wanted) {
    if (wanted.equals("utc") || wanted.equals("gmt") || wanted.equals("z")) {
      return Optional.of(ZoneId.of("UTC"));
    }
    Matcher found = OFFSET.matcher(wanted);
    if (!found.matches()) {
      return Optional.empty();
    }
    int sign = found.group(1).equals("+") ? 1 : -1;
    int minutes = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
    try {
      return Optional.of(
          ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(found.group(2)), sign * minutes));
    } catch (DateTimeException outOfRange) {
      return Optional.empty();
    }
  }

  private static String city(String zone) {
    return key(zone.substring(zone.lastIndexOf('/') + 1));
  }

  private static String key(String text) {
    return Folding.fold(text.strip())
        .toLowerCase(Locale.ROOT)
        .replace('_', ' ')
        .replace(".", "")
        .replaceAll("\\s+", " ");
  }
}
