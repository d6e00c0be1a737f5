package app.bellwire.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// When digests come: each time of day once on every local day, whatever its zone does to clocks. A
/// time that the clocks leave out comes when they go on; one that they show twice comes the first
/// time; a day that a zone leaves out has none. Pure.
public final class DigestTimes {
  /// No zone leaves out more than one day at once.
  private static final int DAYS_AHEAD = 2;

  private DigestTimes() {}

  /// When it is `time` on that day; none on a day that the zone leaves out.
  public static Optional<Instant> at(LocalDate day, LocalTime time, ZoneId zone) {
    LocalDateTime shown = day.atTime(time);
    ZoneRules rules = zone.getRules();
    if (!rules.getValidOffsets(shown).isEmpty()) {
      return Optional.of(shown.atZone(zone).toInstant());
    }
    ZoneOffsetTransition gap = rules.getTransition(shown);
    return leavesOut(gap, day) ? Optional.empty() : Optional.of(gap.getInstant());
  }

  /// The first of these times after `now`.
  ///
  /// @param times of every day, at least one
  public static Instant next(List<LocalTime> times, ZoneId zone, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return LongStream.rangeClosed(-1, DAYS_AHEAD)
        .mapToObj(today::plusDays)
        .flatMap(day -> times.stream().flatMap(time -> at(day, time, zone).stream()))
        .filter(at -> at.isAfter(now))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static boolean leavesOut(ZoneOffsetTransition gap, LocalDate day) {
    return !gap.getDateTimeBefore().isAfter(day.atStartOfDay())
        && !gap.getDateTimeAfter().isBefore(day.plusDays(1).atStartOfDay());
  }
}
