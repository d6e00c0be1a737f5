package app.bellwire.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.sample.SampleArticles;
import app.bellwire.scenario.Heard.How;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The bundled wire as somebody hears it who watches for its water treaty: 35 reports of three
/// agencies in half an hour, which tell of twelve events.
class SampleWireScenarioTest extends Scenario {
  private static final Duration LOOK = Duration.ofSeconds(20);

  /// The written items have come by then.
  private static final Duration WIRE = Duration.ofMinutes(22);

  /// What the first message of an event says in the end.
  private record Told(String headline, String line) {}

  private static final List<Told> EVENTS =
      List.of(
          new Told(
              "Arven and Tolm agree to resume water treaty talks",
              "‹Norda›, ‹Kestrel›, ‹Oriel› · HALM, 11:09 UTC · 5 reports, 3 agencies"),
          new Told(
              "Snow in Sorvane headwaters above average for first time in four years",
              "‹Norda›, ‹Oriel› · MERRIN, 12:04 UTC · 3 reports, 2 agencies"),
          new Told(
              "Quelland offers lakeside customs house for river talks",
              "‹Kestrel›, ‹Oriel› · MERRIN, 13:10 UTC · 2 reports, 2 agencies"),
          new Told(
              "Engineers at Kirrun dam raise outflow by a quarter for ten days",
              "‹Oriel›, ‹Norda›, ‹Kestrel› · KIRRUN, 14:05 UTC · 3 reports, 3 agencies"),
          new Told(
              "Some 300 tractors line bridge road in Belm, farmers ask for sowing date",
              "‹Kestrel›, ‹Norda› · BELM, 14:08 UTC · 2 reports, 2 agencies"),
          new Told("Halvorsen to travel to Tolmar next week, official says", "Norda · 14:09 UTC"),
          new Told(
              "Mediator Farrow starts tour of Sorvane capitals with a map and few words",
              "‹Oriel›, ‹Kestrel›, ‹Norda› · TOLMAR, 14:11 UTC · 3 reports, 3 agencies"),
          new Told(
              "Idris tells deputies a guaranteed flow is the heart of any water treaty",
              "‹Kestrel›, ‹Norda› · TOLMAR, 14:14 UTC · 2 reports, 2 agencies"),
          new Told(
              "Delegations take their seats in Merrin, first hour goes to the agenda",
              "‹Norda›, ‹Kestrel›, ‹Oriel› · MERRIN, 14:18 UTC · 3 reports, 3 agencies"),
          new Told(
              "Arven and Tolm to show river gauges on one public page",
              "‹Oriel›, ‹Norda›, ‹Kestrel› · MERRIN, 14:20 UTC · 3 reports, 3 agencies"),
          new Told(
              "Sides 12 cubic metres apart on dry-year floor, delegates say",
              "‹Kestrel›, ‹Oriel› · MERRIN, 14:23 UTC · 2 reports, 2 agencies"),
          new Told(
              "First round ends with joint statement and a date for the second",
              "‹Norda›, ‹Oriel› · MERRIN, 14:25 UTC · 2 reports, 2 agencies"));

  @Test
  void twelveEventsRingTwelveTimesAndEveryOtherReportIsCountedInItsEvent() {
    begin(SampleArticles.START, "");
    desk.watches("\"water treaty\"");

    List<String> rings = rings();

    assertThat(rings).hasSameSizeAs(EVENTS);
    for (int i = 0; i < rings.size(); i++) {
      assertThat(rings.get(i)).startsWith("*" + EVENTS.get(i).headline() + "*");
    }
    for (Told event : EVENTS) {
      assertThat(root(event.headline())).contains(event.line());
    }
    assertThat(root(EVENTS.get(0).headline())).contains("corrected 14:05 UTC");
    assertThat(root(EVENTS.get(1).headline())).contains("corrected 14:09 UTC");
    assertThat(root("Halvorsen to travel"))
        .startsWith("*WITHDRAWN by Norda, 14:13 UTC. Do not use.*\n~Halvorsen to travel")
        .doesNotContain("two nights");
  }

  /// What rings while the written items come.
  private List<String> rings() {
    List<String> rings = new ArrayList<>();
    for (Duration at = Duration.ZERO; at.compareTo(WIRE) < 0; at = at.plus(LOOK)) {
      later(LOOK);
      room.reads(SampleArticles.SOURCE);
      rings.addAll(desk.came(How.RINGS));
    }
    return rings;
  }

  private String root(String headline) {
    return desk.roots().stream()
        .filter(text -> text.contains(headline))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no message about " + headline));
  }
}
