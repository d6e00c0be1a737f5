package app.bellwire.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
  private final Dates dates = new Dates(ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tue, 03 Mar 2026 10:05:06 GMT|2026-03-03T10:05:06Z",
        "Tue, 03 Mar 2026 10:05 GMT|2026-03-03T10:05:00Z",
        "3 Mar 26 10:05:06 +0130|2026-03-03T08:35:06Z",
        "Tue, 3 Mar 2026 10:05:06 EST|2026-03-03T15:05:06Z",
        "Tue, 3 Mar 2026 10:05:06 PDT|2026-03-03T17:05:06Z",
        "Tue, 3 Mar 2026 10:05:06 CEST|2026-03-03T08:05:06Z",
        "Tue, 3 Mar 2026 10:05:06 Z|2026-03-03T10:05:06Z",
        "Tue, 3 Mar 2026 10:05:06 UT|2026-03-03T10:05:06Z",
        "Tue, 3 Mar 2026 10:05:06 MSK|2026-03-03T07:05:06Z",
        "Tue, 3 Mar 2026 10:05:06 GMT+3|2026-03-03T07:05:06Z",
        "Tue, 3 Mar 2026 10:05:06 (CET)|2026-03-03T09:05:06Z",
        "Tue, 3 Mar 2026 10:05:06 Europe/Berlin|2026-03-03T09:05:06Z",
        "Tue, 3 Mar 2026|2026-03-03T00:00:00Z",
        "Tuesday, 03-Mar-98 10:05:06 GMT|1998-03-03T10:05:06Z",
        "Tue Mar  3 10:05:06 2026|2026-03-03T10:05:06Z",
        "Tue Mar 3 10:05:06 CET 2026|2026-03-03T09:05:06Z",
        "March 3, 2026 9:30 pm CEST|2026-03-03T19:30:00Z",
        "Mar 3, 2026, 12:15 a.m.|2026-03-03T00:15:00Z",
        "3rd March 2026|2026-03-03T00:00:00Z",
        "3. März 2026 10:05|2026-03-03T10:05:00Z",
        "mar., 3 févr. 2026 10:05:06 +0100|2026-02-03T09:05:06Z",
        "3 января 2026 10:05|2026-01-03T10:05:00Z",
        "03.03.2026 10:05|2026-03-03T10:05:00Z",
        "03/04/2026 10:05|2026-03-04T10:05:00Z",
        "23/04/2026|2026-04-23T00:00:00Z",
        "2022-01-28 10:00:00 +0000|2022-01-28T10:00:00Z",
        "2022-01-28 10:00:00|2022-01-28T10:00:00Z",
        "2022-01-28 10:00:00 EST|2022-01-28T15:00:00Z",
        "2022-01-28T10:00:00Z|2022-01-28T10:00:00Z",
        "2022-01-28t10:00:00z|2022-01-28T10:00:00Z",
        "2022-01-28T10:00:00.123456Z|2022-01-28T10:00:00.123456Z",
        "2022-01-28T10:00:00,5+01:00|2022-01-28T09:00:00.500Z",
        "2022-01-28T10:00-0500|2022-01-28T15:00:00Z",
        "2022-01-28T10+01|2022-01-28T09:00:00Z",
        "2022-01-28T24:00:00Z|2022-01-29T00:00:00Z",
        "2016-12-31T23:59:60Z|2016-12-31T23:59:59Z",
        "20220128T100000Z|2022-01-28T10:00:00Z",
        "20220128100000|2022-01-28T10:00:00Z",
        "20220128|2022-01-28T00:00:00Z",
        "2022-01-28|2022-01-28T00:00:00Z",
        "2022/01/28 10:00|2022-01-28T10:00:00Z",
        "2022-01|2022-01-01T00:00:00Z",
        "2022|2022-01-01T00:00:00Z",
        "2022-028|2022-01-28T00:00:00Z",
        "2022-W04-5|2022-01-28T00:00:00Z",
        "1643364000|2022-01-28T10:00:00Z",
        "1643364000123|2022-01-28T10:00:00.123Z",
      })
  void datesOfTheWildAreRead(String text, Instant instant) {
    assertThat(dates.parse(text)).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "today",
        "Thu, 99 Foo 2026",
        "2022-13-01",
        "2022-02-30",
        "31 Feb 2022",
        "0",
        "10:00",
        "0000-00-00 00:00:00",
        "99999999999999999999",
        "Mon, 32 Jan 2026 10:00 GMT",
        "March",
        "fantabuday",
        "2026-03-03T99:00:00Z",
        "3 Mar 1026",
        "+-+-",
        "::::"
      })
  void whatIsNoDateIsNone(String text) {
    assertThat(dates.parse(text)).isNull();
    assertThat(dates.parse(null)).isNull();
  }

  @Test
  void aDateWithoutAZoneIsOfTheSource() {
    Dates berlin = new Dates(ZoneId.of("Europe/Berlin"));

    assertThat(berlin.parse("2022-01-28 10:00:00"))
        .isEqualTo(Instant.parse("2022-01-28T09:00:00Z"));
    assertThat(berlin.parse("28 Jan 2022")).isEqualTo(Instant.parse("2022-01-27T23:00:00Z"));
    assertThat(berlin.parse("28 Jan 2022 10:00 GMT"))
        .isEqualTo(Instant.parse("2022-01-28T10:00:00Z"));
  }
}
