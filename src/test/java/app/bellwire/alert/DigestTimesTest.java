package app.bellwire.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DigestTimesTest {
  private static final LocalDate FROM = LocalDate.of(2025, 6, 1);
  private static final List<LocalDate> TWO_YEARS = FROM.datesUntil(FROM.plusYears(2)).toList();

  @ParameterizedTest(name = "{0} {1} in {2}")
  @CsvSource({
    "2031-03-04, 08:00, Europe/Berlin, 2031-03-04T07:00:00Z",
    "2031-03-30, 01:59, Europe/Berlin, 2031-03-30T00:59:00Z",
    "2031-03-30, 02:00, Europe/Berlin, 2031-03-30T01:00:00Z",
    "2031-03-30, 02:30, Europe/Berlin, 2031-03-30T01:00:00Z",
    "2031-03-30, 03:00, Europe/Berlin, 2031-03-30T01:00:00Z",
    "2031-10-26, 02:30, Europe/Berlin, 2031-10-26T00:30:00Z",
    "2031-10-26, 03:00, Europe/Berlin, 2031-10-26T02:00:00Z",
    "2031-03-09, 02:30, America/New_York, 2031-03-09T07:00:00Z",
    "2031-11-02, 01:30, America/New_York, 2031-11-02T05:30:00Z",
    "2031-10-05, 02:15, Australia/Lord_Howe, 2031-10-04T15:30:00Z",
    "2031-04-06, 01:45, Australia/Lord_Howe, 2031-04-05T14:45:00Z",
    "2011-12-29, 08:00, Pacific/Apia, 2011-12-29T18:00:00Z",
    "2011-12-31, 08:00, Pacific/Apia, 2011-12-30T18:00:00Z",
    "2012-04-01, 03:30, Pacific/Apia, 2012-03-31T13:30:00Z",
    "2012-09-30, 03:30, Pacific/Apia, 2012-09-29T14:00:00Z",
  })
  void comesOnThatDay(LocalDate day, LocalTime time, String zone, Instant expected) {
    assertThat(DigestTimes.at(day, time, ZoneId.of(zone))).contains(expected);
  }

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource({
    "2011-12-30, Pacific/Apia",
    "1994-12-31, Pacific/Kiritimati",
    "1993-08-21, Pacific/Kwajalein",
  })
  void aDayThatWasLeftOutHasNone(LocalDate day, String zone) {
    assertThat(DigestTimes.at(day, LocalTime.of(8, 0), ZoneId.of(zone))).isEmpty();
  }

  @Test
  void theNextOneAfterTheLastOfADayIsTomorrow() {
    List<LocalTime> times = List.of(LocalTime.of(8, 0), LocalTime.of(18, 0));
    Instant evening = Instant.parse("2031-03-04T18:00:00Z");
    assertThat(DigestTimes.next(times, ZoneId.of("UTC"), evening.minusMillis(1)))
        .isEqualTo(evening);
    assertThat(DigestTimes.next(times, ZoneId.of("UTC"), evening))
        .isEqualTo(Instant.parse("2031-03-05T08:00:00Z"));
  }

  static Stream<ZoneId> zonesThatLeftOutADay() {
    return Stream.of("Pacific/Apia", "Pacific/Fakaofo").map(ZoneId::of);
  }

  @ParameterizedTest
  @MethodSource("zonesThatLeftOutADay")
  void theDayAfterALeftOutOneComesNext(ZoneId zone) {
    Instant noon = LocalDateTime.of(2011, 12, 29, 12, 0).atZone(zone).toInstant();
    Instant next = DigestTimes.next(List.of(LocalTime.of(8, 0)), zone, noon);
    assertThat(LocalDateTime.ofInstant(next, zone)).isEqualTo("2011-12-31T08:00");
  }

  @Test
  void comesOnceADayInEveryZoneOverTwoYears() {
    for (LocalTime time : List.of(LocalTime.of(0, 15), LocalTime.of(2, 30))) {
      for (String zone : ZoneId.getAvailableZoneIds()) {
        assertThat(days(ZoneId.of(zone), time)).as("%s in %s", time, zone).isEqualTo(TWO_YEARS);
      }
    }
  }

  /// The days whose digest comes one after the other, each named by the day on which its time was
  /// due: a time that is left out comes up to an hour later.
  private static List<LocalDate> days(ZoneId zone, LocalTime time) {
    List<LocalDate> days = new ArrayList<>();
    Instant end = FROM.plusYears(2).atStartOfDay(zone).toInstant();
    Instant now = FROM.atStartOfDay(zone).toInstant();
    while (true) {
      now = DigestTimes.next(List.of(time), zone, now);
      if (!now.isBefore(end)) {
        return days;
      }
      LocalDateTime shown = LocalDateTime.ofInstant(now, zone);
      assertThat(ChronoUnit.MINUTES.between(time, shown.toLocalTime())).isBetween(0L, 60L);
      days.add(shown.toLocalDate());
    }
  }
}
