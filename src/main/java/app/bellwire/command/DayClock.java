package app.bellwire.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Where times of day stand in real time. Pure.
final class DayClock {
  private DayClock() {}

  /// The first of `times` after `now`; at least one.
  static Instant next(List<LocalTime> times, ZoneId zone, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return Stream.of(today, today.plusDays(1), today.plusDays(2))
        .flatMap(day -> times.stream().map(time -> day.atTime(time).atZone(zone).toInstant()))
        .filter(at -> at.isAfter(now))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}
