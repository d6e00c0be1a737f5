package app.bellwire.parse;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads zones as feeds write them: `+0100`, `-05:00`, `GMT+3`, `EST`, `Z`, `Europe/Berlin`.
/// Thread-safe.
final class Zones {
  private static final Pattern OFFSET =
      Pattern.compile(
          "(?:GMT|UTC|UT|Z)?\\s*([+\\-−])\\s*(\\d{1,2}):?(\\d{2})?(?::?\\d{2})?(?!\\d).*");
  private static final Pattern NAME = Pattern.compile("[\\s(]*([A-Za-z_]+(?:/[A-Za-z_+-]+)*).*");
  private static final Map<String, ZoneOffset> NAMED = named();

  private Zones() {}

  private static Map<String, ZoneOffset> named() {
    String table =
        "Z=0 UT=0 UTC=0 GMT=0 WET=0 EST=-5 EDT=-4 CST=-6 CDT=-5 MST=-7 MDT=-6 PST=-8 PDT=-7 ET=-5"
            + " CT=-6 MT=-7 PT=-8 AT=-4 AST=-4 ADT=-3 AKST=-9 AKDT=-8 HST=-10 HAST=-10 BST=1 WEST=1"
            + " CET=1 MET=1 MEZ=1 CEST=2 MEST=2 MESZ=2 SAST=2 EET=2 EEST=3 MSK=3 MSD=4 TRT=3 EAT=3"
            + " GST=4 PKT=5 ICT=7 WIB=7 SGT=8 HKT=8 AWST=8 PHT=8 JST=9 KST=9 AEST=10 AEDT=11"
            + " NZST=12 NZDT=13 BRT=-3 BRST=-2 ART=-3 CLT=-4";
    Map<String, ZoneOffset> named = new HashMap<>();
    for (String entry : table.split(" ")) {
      int equals = entry.indexOf('=');
      named.put(
          entry.substring(0, equals),
          ZoneOffset.ofHours(Integer.parseInt(entry.substring(equals + 1))));
    }
    named.put("IST", ZoneOffset.ofHoursMinutes(5, 30));
    named.put("NPT", ZoneOffset.ofHoursMinutes(5, 45));
    named.put("IRST", ZoneOffset.ofHoursMinutes(3, 30));
    named.put("ACST", ZoneOffset.ofHoursMinutes(9, 30));
    named.put("NST", ZoneOffset.ofHoursMinutes(-3, -30));
    named.put("NDT", ZoneOffset.ofHoursMinutes(-2, -30));
    return Map.copyOf(named);
  }

  /// The zone `text` begins with; one letter other than Z says nothing, as RFC 5322 advises.
  static Optional<ZoneId> find(String text) {
    String part = text.strip();
    Matcher offset = OFFSET.matcher(part);
    return offset.matches() ? offset(offset) : name(part);
  }

  private static Optional<ZoneId> offset(Matcher matcher) {
    int sign = matcher.group(1).equals("+") ? 1 : -1;
    try {
      return Optional.of(
          ZoneOffset.ofHoursMinutes(
              sign * Dates.number(matcher.group(2)), sign * Dates.number(matcher.group(3))));
    } catch (DateTimeException e) {
      return Optional.of(ZoneOffset.UTC);
    }
  }

  private static Optional<ZoneId> name(String part) {
    Matcher matcher = NAME.matcher(part);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String name = matcher.group(1);
    ZoneOffset known = NAMED.get(name.toUpperCase(Locale.ROOT));
    if (known != null || name.length() == 1) {
      return Optional.of(known == null ? ZoneOffset.UTC : known);
    }
    boolean region = name.indexOf('/') > 0 && ZoneId.getAvailableZoneIds().contains(name);
    return region ? Optional.of(ZoneId.of(name)) : Optional.empty();
  }
}
