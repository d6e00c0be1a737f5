package app.bellwire.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SampleWireTest {
  private static final Instant START = Instant.parse("2026-03-04T14:05:00Z");

  private final SampleWire.Stock stock = SampleWire.Stock.load();
  private final SampleWire wire = new SampleWire(stock, 7, START);

  @Test
  void aDozenIsThereAtTheStartDatedBackOverThreeHours() {
    assertThat(wire.count(START)).isEqualTo(12);
    assertThat(wire.at(0)).isBetween(START.minus(Duration.ofHours(3)), START);
    for (int number = 1; number < 12; number++) {
      assertThat(wire.at(number)).isAfter(wire.at(number - 1)).isBefore(START);
    }
  }

  @Test
  void thenOneComesEvery20To40Seconds() {
    Instant before = START;
    for (int number = 12; number < 5_000; number++) {
      assertThat(Duration.between(before, wire.at(number)).toSeconds()).isBetween(20L, 40L);
      before = wire.at(number);
    }
  }

  @Test
  void countsAnItemFromItsInstantOn() {
    for (int number = 12; number < 300; number++) {
      assertThat(wire.count(wire.at(number))).isEqualTo(number + 1);
      assertThat(wire.count(wire.at(number).minusMillis(1))).isEqualTo(number);
    }
  }

  @Test
  void sameSeedAndStartTellTheSame() {
    SampleWire again = new SampleWire(SampleWire.Stock.load(), 7, START);
    for (int number : List.of(0, 11, 12, 54, 55, 70, 4_000)) {
      assertThat(again.item(number)).isEqualTo(wire.item(number));
    }
  }

  @Test
  void datesFollowTheItemsOwnDayInEnglish() {
    assertThat(wire.item(0).body().paragraphs().getFirst()).startsWith("HALM, March 4. /NORDA/. ");
    SampleWire early = new SampleWire(stock, 7, Instant.parse("2026-03-04T01:00:00Z"));
    assertThat(early.item(0).body().paragraphs().getFirst()).startsWith("HALM, March 3. /NORDA/. ");
    assertThat(early.item(0).body().summary()).contains("on Tuesday");
  }

  @Test
  void yearsOfThePageAreTheItemsYearAndYearsOfBackgroundTheWires() {
    Instant newYear = Instant.parse("2026-12-31T23:50:00Z");
    Dates dates = Dates.of(newYear.plusSeconds(3600), newYear);
    assertThat(dates.fill("{date},{year} {year-9} {then-1} {weekday+1}"))
        .isEqualTo("January 1,2027 2017 December 30 Saturday");
  }

  @Test
  void oneRevisedItemKeepsItsGuidAndItsFirstTime() {
    int original = id("levels-oriel");
    WireItem first = wire.item(original);
    WireItem revised = wire.item(id("levels-oriel-revised"));
    assertThat(revised.guid()).isEqualTo(first.guid());
    assertThat(revised.link()).isEqualTo(first.link());
    assertThat(revised.published()).isEqualTo(first.published()).isBefore(revised.updated());
    assertThat(revised.title()).isNotEqualTo(first.title());
    assertThat(wire.newest(15, id("levels-oriel-revised") + 1))
        .contains(revised)
        .doesNotContain(first);
  }

  @Test
  void noGuidComesTwiceInTenThousandItems() {
    Set<String> guids = new HashSet<>();
    for (int number = 0; number < 10_000; number++) {
      boolean revision = number == id("levels-oriel-revised");
      assertThat(guids.add(wire.item(number).guid())).isEqualTo(!revision);
    }
  }

  private int id(String id) {
    return stock.archive().reports().stream().map(Archive.Report::id).toList().indexOf(id);
  }
}
