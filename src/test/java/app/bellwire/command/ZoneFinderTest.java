package app.bellwire.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneFinderTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Europe/Berlin, Europe/Berlin",
    "europe/berlin, Europe/Berlin",
    "BERLIN, Europe/Berlin",
    "new york, America/New_York",
    "New_York, America/New_York",
    "São Paulo, America/Sao_Paulo",
    "ISTANBUL, Asia/Istanbul",
    "Istanbul, Asia/Istanbul",
    "Buenos Aires, America/Argentina/Buenos_Aires",
    "St. Petersburg, Europe/Moscow",
    "Washington, America/New_York",
    "utc, UTC",
    "GMT, UTC",
    "+02:00, +02:00",
    "UTC+2, +02:00",
    "gmt-3, -03:00",
    "−05:30, -05:30",
    "cet, CET",
  })
  void findsWhatIsMeant(String text, String zone) {
    assertThat(ZoneFinder.find(text)).contains(ZoneId.of(zone));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Berlim", "Atlantis", "+25:00", "12:00", "Europe", "/"})
  void doesNotGuess(String text) {
    assertThat(ZoneFinder.find(text)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Berlim, Europe/Berlin",
    "Lisabon, Europe/Lisbon",
    "Europe/Berln, Europe/Berlin",
    "Buenos, America/Argentina/Buenos_Aires",
  })
  void offersNearSpellings(String text, String zone) {
    assertThat(ZoneFinder.near(text)).contains(ZoneId.of(zone)).hasSizeLessThanOrEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xyzzyxyzzy", ""})
  void offersNothingForNothing(String text) {
    assertThat(ZoneFinder.near(text)).isEmpty();
  }

  @Test
  void readsInATurkishLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(ZoneFinder.find("BERLIN")).contains(ZoneId.of("Europe/Berlin"));
      assertThat(ZoneFinder.find("İstanbul")).contains(ZoneId.of("Asia/Istanbul"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void asksTheClockOfTheInstallFirst() {
    assertThat(ZoneFinder.cities(ZoneId.of("Asia/Tokyo")).getFirst())
        .isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(ZoneFinder.cities(ZoneId.of("UTC")).getFirst())
        .isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(ZoneFinder.cities(ZoneId.of("Asia/Tokyo"))).doesNotHaveDuplicates();
  }
}
