package app.bellwire.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.command.DayTimes.Typed;
import app.bellwire.subscription.QuietHours;
import app.bellwire.subscription.Timing;
import java.time.LocalTime;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayTimesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "08:00           | 08:00",
        "8:00            | 08:00",
        "8               | 08:00",
        "8.30            | 08:30",
        "8h30            | 08:30",
        "8h              | 08:00",
        "00:00           | 00:00",
        "23:59           | 23:59",
        "10pm            | 22:00",
        "10 PM           | 22:00",
        "10:15 p.m.      | 22:15",
        "12am            | 00:00",
        "12pm            | 12:00",
        "08:00,18:00     | 08:00 18:00",
        "18:00, 08:00    | 08:00 18:00",
        "08:00 18:00     | 08:00 18:00",
        "08:00 and 6 pm  | 08:00 18:00",
        "08:00;18:00     | 08:00 18:00",
        "08:00,08:00     | 08:00",
        "٠٨:٠٠ ۱۸:۳۰     | 08:00 18:30",
      })
  void readsTimes(String text, String times) {
    LocalTime[] expected =
        Stream.of(times.split(" ")).map(LocalTime::parse).toArray(LocalTime[]::new);
    assertThat(DayTimes.timing(text)).isEqualTo(new Typed.Good<>(Timing.digest(expected)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", "OFF", " now ", "At once", "none"})
  void readsThatAlertsComeAtOnce(String text) {
    assertThat(DayTimes.timing(text)).isEqualTo(new Typed.Good<>(new Timing.AtOnce()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "24:00            | 24:00 is written 00:00 here.",
        "25:61            | There is no 25:61: hours run from 00 to 23, minutes from 00 to 59.",
        "08:60            | There is no 08:60: hours run from 00 to 23, minutes from 00 to 59.",
        "13pm             | There is no 13pm: hours run from 00 to 23, minutes from 00 to 59.",
        "08:00,25:00      | There is no 25:00: hours run from 00 to 23, minutes from 00 to 59.",
        "08:00,           | “” is not a time of day.",
        "garbage          | “garbage” is not a time of day.",
        "8:0              | “8:0” is not a time of day.",
        "-1:00            | “-1:00” is not a time of day.",
        "8m               | “8m” is not a time of day.",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 | A day has 12 digests at most.",
      })
  void saysWhatIsWrongWithTimes(String text, String why) {
    assertThat(DayTimes.timing(text)).isEqualTo(new Typed.Wrong<Timing>(why));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "22:00-07:00",
        "22:00–07:00",
        "22:00 — 07:00",
        "22:00 to 7:00",
        "10pm-7am",
        "22.00-7.00",
        "22-7",
        "22:00−07:00",
      })
  void readsQuietHours(String text) {
    assertThat(DayTimes.span(text))
        .isEqualTo(new Typed.Good<>(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0))));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "22:00            | “22:00” is not a time from and to.",
        "22:00-07:00-8:00 | “22:00-07:00-8:00” is not a time from and to.",
        "22:00-24:00      | 24:00 is written 00:00 here.",
        "25:61-07:00      | There is no 25:61: hours run from 00 to 23, minutes from 00 to 59.",
        "22:00-22:00      | Quiet hours cannot begin and end at the same time.",
        "night            | “night” is not a time from and to.",
        "-                | “” is not a time of day.",
      })
  void saysWhatIsWrongWithQuietHours(String text, String why) {
    assertThat(DayTimes.span(text)).isEqualTo(new Typed.Wrong<QuietHours>(why));
  }

  @Test
  void readsInATurkishLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(DayTimes.timing("10PM"))
          .isEqualTo(new Typed.Good<>(Timing.digest(LocalTime.of(22, 0))));
      assertThat(CommandParser.parse("/DIGEST off")).isEqualTo(new Command.Digest("off"));
      assertThat(CommandParser.parse("/QUIET")).isEqualTo(new Command.Quiet(""));
    } finally {
      Locale.setDefault(before);
    }
  }
}
