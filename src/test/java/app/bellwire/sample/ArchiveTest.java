package app.bellwire.sample;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.text.Names;
import app.bellwire.text.TermVector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchiveTest {
  private static final Instant START = Instant.parse("2026-03-04T14:05:00Z");
  private static final Set<String> WEEKDAYS =
      Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  private static final Set<String> TREATY =
      Set.of(
          "call",
          "host",
          "levels",
          "release",
          "farmers",
          "visit",
          "mediator",
          "parliament",
          "opening",
          "data",
          "floor",
          "statement");

  private final SampleWire wire = new SampleWire(SampleWire.Stock.load(), 7, START);
  private final List<Archive.Report> reports = Archive.load(Backgrounds.load()).reports();

  @Test
  void holdsAtLeast44ReportsOfThreeAgenciesAnd13Events() {
    assertThat(reports).hasSizeGreaterThanOrEqualTo(44).doesNotHaveDuplicates();
    assertThat(reports.stream().map(report -> report.draft().agency()).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("Norda", "Kestrel", "Oriel");
    assertThat(reports.stream().map(Archive.Report::event).distinct().count())
        .isGreaterThanOrEqualTo(13);
  }

  @Test
  void carriesEveryWrittenReportOnce() {
    int written = Block.read("treaty.txt").size() + Block.read("storm.txt").size();
    assertThat(reports.stream().map(Archive.Report::id).distinct()).hasSize(written);
  }

  @Test
  void everyTreatyReportSaysWaterTreaty() {
    for (int number = 0; number < reports.size(); number++) {
      if (TREATY.contains(reports.get(number).event())) {
        assertThat(text(number)).as(reports.get(number).id()).contains("water treaty");
      }
    }
  }

  @Test
  void severalStormReportsSayStormAndHarbourAndSomeDoNot() {
    List<Boolean> both = new ArrayList<>();
    for (int number = 0; number < reports.size(); number++) {
      if (!TREATY.contains(reports.get(number).event())) {
        both.add(text(number).contains("storm") && text(number).contains("harbour"));
      }
    }
    assertThat(both.stream().filter(b -> b).count()).isGreaterThanOrEqualTo(6);
    assertThat(both).contains(false);
  }

  @Test
  void theFirstDozenHoldsThreeEventsWithStormAndHarbour() {
    Set<String> events = new HashSet<>();
    for (int number = 0; number < 12; number++) {
      if (text(number).contains("storm") && text(number).contains("harbour")) {
        events.add(reports.get(number).event());
      }
    }
    assertThat(events).contains("warning", "smallcraft", "ferries");
  }

  @Test
  void beginsWithTheCallThenAnotherAgencysThenSomethingNewThenACorrection() {
    List<Archive.Report> call =
        reports.stream().limit(12).filter(report -> report.event().equals("call")).toList();
    assertThat(call)
        .extracting(report -> report.draft().agency())
        .containsExactly("Norda", "Kestrel", "Norda", "Norda");
    assertThat(wire.item(0).title()).isEqualTo("Arven and Tolm agree to resume water treaty talks");
    assertThat(call.getLast().draft().title())
        .isEqualTo("CORRECTED-" + call.get(2).draft().title());
    assertThat(call.getLast().draft().note()).contains("Corrects title of Petra Nyman");
  }

  @Test
  void reportsOfOneEventShareNamesAndWordsInTheLead() {
    List<String> apart = new ArrayList<>();
    for (int later = 0; later < reports.size(); later++) {
      int first = firstOf(reports.get(later).event());
      boolean withdrawal = text(later).contains("Please do not use");
      double alike = cosine(first, later);
      boolean named = alike >= .6 || !shared(first, later).isEmpty();
      if (!withdrawal && (alike < .35 || !named)) {
        apart.add(describe(first, later));
      }
    }
    assertThat(apart).isEmpty();
  }

  @Test
  void reportsOfDifferentEventsDifferInTheLead() {
    List<String> alike = new ArrayList<>();
    for (int a = 0; a < reports.size(); a++) {
      for (int b = 0; b < a; b++) {
        boolean same = reports.get(a).event().equals(reports.get(b).event());
        if (!same && cosine(a, b) >= .35 && !shared(a, b).isEmpty()) {
          alike.add(describe(a, b));
        }
      }
    }
    assertThat(alike).isEmpty();
  }

  @Test
  void withdrawsRefilesAndRevises() {
    List<String> titles = reports.stream().map(report -> report.draft().title()).toList();
    assertThat(titles).anyMatch(title -> title.startsWith("KILL: "));
    assertThat(titles).anyMatch(title -> title.startsWith("REFILE-"));
    assertThat(titles).anyMatch(title -> title.startsWith("Kestrel withdraws "));
    assertThat(reports).filteredOn(report -> !report.revises().isEmpty()).hasSize(1);
  }

  @Test
  void correctionsAndWithdrawalsComeAfterWhatTheyConcern() {
    for (int number = 0; number < reports.size(); number++) {
      assertThat(firstOf(reports.get(number).event())).isLessThanOrEqualTo(number);
      if (!reports.get(number).draft().note().isEmpty()) {
        assertThat(firstOf(reports.get(number).event())).isLessThan(number);
      }
    }
  }

  @Test
  void textsAreOfWireLengthAndHoldNoPlaceholder() {
    for (int number = 0; number < reports.size(); number++) {
      Draft draft = reports.get(number).draft();
      int paragraphs = draft.paragraphs().size() + (draft.note().isEmpty() ? 0 : 1);
      assertThat(paragraphs).as(reports.get(number).id()).isBetween(4, 9);
      assertThat(text(number)).doesNotContain("{", "}", "@");
    }
  }

  @Test
  void nobodyDiesAndNobodyIsHurt() {
    for (int number = 0; number < reports.size(); number++) {
      assertThat(Grim.words(text(number))).as(reports.get(number).id()).isEmpty();
    }
  }

  private int firstOf(String event) {
    return reports.stream().map(Archive.Report::event).toList().indexOf(event);
  }

  private String text(int number) {
    WireItem item = wire.item(number);
    return item.title() + "\n" + String.join("\n", item.body().paragraphs());
  }

  private String lead(int number) {
    return Dates.of(START, START).fill(reports.get(number).draft().lead());
  }

  private double cosine(int a, int b) {
    return TermVector.of(lead(a)).cosine(TermVector.of(lead(b)));
  }

  private Set<String> shared(int a, int b) {
    Set<String> names = new HashSet<>(Names.of(lead(a)));
    names.retainAll(Names.of(lead(b)));
    names.removeAll(WEEKDAYS);
    return names;
  }

  private String describe(int a, int b) {
    return String.format(
        Locale.ROOT,
        "%s %s %.2f %s",
        reports.get(a).id(),
        reports.get(b).id(),
        cosine(a, b),
        shared(a, b));
  }
}
