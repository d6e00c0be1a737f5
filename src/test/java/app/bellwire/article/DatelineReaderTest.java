package app.bellwire.article;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.article.DatelineReader.Reading;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineReaderTest {
  private static final LocalDate AROUND = LocalDate.of(2026, 3, 5);
  private final DatelineReader reader = new DatelineReader(Set.of("norda"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SUND, March 4. /NORDA/. Boats left.|SUND|2026-03-04|NORDA",
        "SUND, March 4. /NORDA/. /NORDA/. Boats left.|SUND|2026-03-04|NORDA",
        "SUND, March 4 /NORDA/. Boats left.|SUND|2026-03-04|NORDA",
        "SUND, March 4, 2025. /Oriel/. Boats left.|SUND|2025-03-04|Oriel",
        "SUND, 4 March (Oriel) - Boats left.|SUND|2026-03-04|Oriel",
        "SUND, 4 March 2024 (Oriel) - Boats left.|SUND|2024-03-04|Oriel",
        "SUND (Oriel) — Boats left.|SUND||Oriel",
        "SUND (Oriel) - Boats left.|SUND||Oriel",
        "SUND (Reuters) - eBoats left.|SUND||Reuters",
        "Sund (Norda) - Boats left.|Sund||Norda",
        "Sund (dpa) - Boats left.|Sund||dpa",
        "Sund, Arven (AP) — Boats left.|Sund||AP",
        "SUND, Arven (AP) — Boats left.|SUND||AP",
        "BERLIN, Jan 5 /Agency/ -- Boats left.|BERLIN|2026-01-05|Agency",
        "BERLIN, Jan. 5 (Xinhua) -- Boats left.|BERLIN|2026-01-05|Xinhua",
        "BERLIN, Dec 30 (Xinhua) -- Boats left.|BERLIN|2025-12-30|Xinhua",
        "PARIS — Boats left the harbour.|PARIS||''",
        "PARIS -- Boats left the harbour.|PARIS||''",
        "PARIS, March 3 — Boats left the harbour.|PARIS|2026-03-03|''",
        "PARIS, March 3. Boats left the harbour.|PARIS|2026-03-03|''",
        "KYIV, Ukraine — Boats left the harbour.|KYIV||''",
        "GENEVA/LONDON (Oriel) - Boats left.|GENEVA/LONDON||Oriel",
        "RIO DE JANEIRO (Oriel) - Boats left.|RIO DE JANEIRO||Oriel",
        "ST. PETERSBURG, March 4. /NORDA/. Boats left.|ST. PETERSBURG|2026-03-04|NORDA",
        "NEW YORK, Wednesday, March 4 (Oriel) - Boats left.|NEW YORK|2026-03-04|Oriel",
        "МОСКВА, 4 марта. /ТАСС/. Лодки ушли.|МОСКВА|2026-03-04|ТАСС",
        "(Norda) - Boats left.|''||Norda",
        "/NORDA/. Boats left.|''||NORDA",
        "March 4 (Norda) - Boats left.|''|2026-03-04|Norda",
        "SUND, March 4 (Norda News Agency) - Boats left.|SUND|2026-03-04|Norda News",
      })
  void datelinesOfManyWiresAreRead(String text, String place, LocalDate date, String agency) {
    Reading reading = reader.read(text, AROUND);

    assertThat(reading.place()).isEqualTo(place);
    assertThat(reading.date().orElse(null)).isEqualTo(date);
    assertThat(reading.agency()).isIn(agency, agency.replace(" News", ""));
    assertThat(reading.rest()).doesNotContain("/", "(").containsPattern("^(e?Boats|Лодки)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NATO, EU and OSCE officials met in Sund.",
        "NATO — the alliance of thirty — met in Sund.",
        "NATO - The alliance met in Sund.",
        "NATO (North Atlantic Treaty Organization) - The alliance met.",
        "US–Tolm talks went on.",
        "US - Tolm talks went on.",
        "EU (European Union) — The bloc met.",
        "UNESCO (Paris) - The body met.",
        "HBFC (Halvorsen Boat Fishing Company) - The firm grows.",
        "WHO: What to know about the flood.",
        "BREAKING — Boats left the harbour.",
        "EXCLUSIVE - Boats left the harbour.",
        "COVID-19 — What we know so far.",
        "AND/OR is a word of lawyers.",
        "Halvorsen (Labour) - The member for Sund - resigned.",
        "Ann Example (MP) - The member for Sund - resigned.",
        "Ann Example (Norda, 41) went home.",
        "President Halvorsen — elected in March — spoke.",
        "MOSCOW and SUND agreed on March 4 to talk.",
        "SUND, March 4 will be remembered for the flood.",
        "SUND, the capital, was calm.",
        "March 4 was a calm day.",
        "On March 4 (Wednesday) - The talks began.",
        "Sund (population 4,000) - The town was calm.",
        "Sund, March 4 – a day to remember.",
        "A (B) - C",
        "I — Said the fly — saw him die.",
        "\"SUND — Boats\" is the title of a film.",
        "TV/radio stations fell silent.",
        "The U.S. said on March 4 that it would go.",
        "SUND",
        "SUND (Norda)",
        "SUND, March 4. /NORDA/.",
        "",
      })
  void textsThatOnlyLookLikeDatelinesKeepEveryWord(String text) {
    Reading reading = reader.read(text, AROUND);

    assertThat(reading.rest()).isEqualTo(text);
    assertThat(reading.found()).isFalse();
  }

  @Test
  void theYearIsThatOfTheLastSuchDay() {
    assertThat(reader.read("SUND, March 9 (Norda) - A", AROUND).date())
        .contains(LocalDate.of(2026, 3, 9));
    assertThat(reader.read("SUND, June 9 (Norda) - A", AROUND).date())
        .contains(LocalDate.of(2025, 6, 9));
    assertThat(reader.read("SUND, Feb 29 (Norda) - A", AROUND).date())
        .contains(LocalDate.of(2024, 2, 29));
    assertThat(reader.read("SUND, Feb 31 (Norda) - A", AROUND).date()).isEmpty();
  }
}
