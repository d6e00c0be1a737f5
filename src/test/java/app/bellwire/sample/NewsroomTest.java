package app.bellwire.sample;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.text.Names;
import app.bellwire.text.TermVector;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewsroomTest {
  private static final long SEED = 7;
  private static final Instant START = Instant.parse("2026-03-04T14:05:00Z");

  private final Newsroom newsroom = Newsroom.load(Backgrounds.load());

  @Test
  void writesTenThousandReportsWithoutRepeatingATitleWithin200() {
    ArrayDeque<String> last = new ArrayDeque<>();
    for (int number = 0; number < 10_000; number++) {
      String title = newsroom.draft(SEED, number).title();
      assertThat(last).doesNotContain(title);
      last.addLast(title);
      if (last.size() > 200) {
        last.removeFirst();
      }
    }
  }

  @Test
  void leavesNoGapAndNothingGrim() {
    Dates dates = Dates.of(START, START);
    for (int number = 0; number < 2_000; number++) {
      Draft draft = newsroom.draft(SEED, number);
      String text = dates.fill(draft.title() + "\n" + String.join("\n", draft.paragraphs()));
      assertThat(text).doesNotContain("{", "}", "@", "\n\n", "  ");
      assertThat(Grim.words(text)).isEmpty();
    }
  }

  @Test
  void followsFromSeedAndNumberAlone() {
    assertThat(Newsroom.load(Backgrounds.load()).draft(SEED, 1234))
        .isEqualTo(newsroom.draft(SEED, 1234));
    assertThat(newsroom.draft(SEED + 1, 1234)).isNotEqualTo(newsroom.draft(SEED, 1234));
  }

  @Test
  void writesOfManySubjectsForAllAgencies() {
    Set<String> agencies = new HashSet<>();
    Set<String> openings = new HashSet<>();
    for (int number = 0; number < 60; number++) {
      Draft draft = newsroom.draft(SEED, number);
      agencies.add(draft.agency());
      openings.add(draft.title().split(" ", 2)[0]);
    }
    assertThat(agencies).containsExactlyInAnyOrderElementsOf(Newsroom.AGENCIES);
    assertThat(openings).hasSizeGreaterThan(20);
  }

  @Test
  void secondReportsShareNamesAndWordsButNotTheAgency() {
    Map<Long, Draft> firsts = new HashMap<>();
    List<String> apart = new ArrayList<>();
    for (int number = 0; number < 1_000; number++) {
      Newsroom.Assignment what = Newsroom.assignment(SEED, number);
      Draft draft = newsroom.draft(SEED, number);
      Draft first = firsts.computeIfAbsent(what.event(), event -> draft);
      if (what.part() == '2') {
        assertThat(draft.agency()).isNotEqualTo(first.agency());
      }
      if (!Lead.of(0, first).alike(Lead.of(0, draft))) {
        apart.add(what.part() + " " + draft.lead());
      }
    }
    assertThat(apart).isEmpty();
  }

  @Test
  void differentEventsWithin200ReportsAreToldApart() {
    ArrayDeque<Lead> last = new ArrayDeque<>();
    List<String> confused = new ArrayList<>();
    for (int number = 0; number < 600; number++) {
      Lead lead = Lead.of(event(number), newsroom.draft(SEED, number));
      last.stream()
          .filter(earlier -> earlier.event != lead.event && earlier.alike(lead))
          .forEach(earlier -> confused.add(earlier.text + " / " + lead.text));
      last.addLast(lead);
      if (last.size() > 200) {
        last.removeFirst();
      }
    }
    assertThat(confused).isEmpty();
  }

  @Test
  void correctionsSayWhatWasWrongInTheFirstReport() {
    Map<Long, Draft> firsts = new HashMap<>();
    int corrections = 0;
    for (int number = 0; number < 300; number++) {
      Newsroom.Assignment what = Newsroom.assignment(SEED, number);
      Draft draft = newsroom.draft(SEED, number);
      firsts.putIfAbsent(what.event(), draft);
      if (what.part() == '4') {
        corrections++;
        Draft first = firsts.getOrDefault(what.event(), draft);
        String[] figures =
            draft.note().replaceAll("[^0-9,]+in paragraph 1:", "").split(", not ", -1);
        String wrong = figures[1].replace(".)", "");
        assertThat(draft.title()).endsWith(first.title()).isNotEqualTo(first.title());
        assertThat(first.lead()).contains(wrong);
        assertThat(draft.lead()).doesNotContain(wrong).isNotEqualTo(first.lead());
      }
    }
    assertThat(corrections).isGreaterThan(10);
  }

  private static long event(int number) {
    return Newsroom.assignment(SEED, number).event();
  }

  /// What two leads are compared by.
  private record Lead(long event, String text, Set<String> names, TermVector terms) {
    static Lead of(long event, Draft draft) {
      return new Lead(event, draft.lead(), Names.of(draft.lead()), TermVector.of(draft.lead()));
    }

    boolean alike(Lead other) {
      return !Collections.disjoint(names, other.names) && terms.cosine(other.terms) >= .35;
    }
  }
}
