package app.bellwire.alert;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.alert.Alert.Change;
import app.bellwire.article.Article;
import app.bellwire.fake.Draft;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectionsTest {
  @Test
  void pairsWhatWasWithWhatIs() {
    Article old = report("Idris, the foreign minister of Tolm, spoke.", "Nine boats sank.");
    Article now = report("Idris, the deputy foreign minister of Tolm, spoke.", "Nine boats sank.");
    assertThat(Corrections.between(old, now))
        .containsExactly(
            new Change(
                "Idris, the foreign minister of Tolm, spoke.",
                "Idris, the deputy foreign minister of Tolm, spoke."));
  }

  @Test
  void tellsWhatWasTakenOutAndWhatWasAdded() {
    Article old = report("Idris spoke.", "Nine boats sank.");
    Article now = report("Idris spoke.", "The harbour is closed.");
    assertThat(Corrections.between(old, now))
        .containsExactly(
            new Change("Nine boats sank.", ""), new Change("", "The harbour is closed."));
  }

  @Test
  void findsTheAgencysOwnNote() {
    Article now = report("Corrects the office of Idris in paragraph 1.", "Idris spoke.");
    assertThat(Corrections.note(now)).contains("Corrects the office of Idris in paragraph 1.");
    assertThat(Corrections.between(report("Idris spoke."), now)).isEmpty();
  }

  @Test
  void knowsSpellingFromFacts() {
    assertThat(spelling("The Washignton talks went on.", "The Washington talks went on.")).isTrue();
    assertThat(spelling("Austria agreed.", "Australia agreed.")).isFalse();
    assertThat(spelling("It costs 1291 crowns.", "It costs 1921 crowns.")).isFalse();
    assertThat(spelling("He did not agree.", "He did now agree.")).isFalse();
    assertThat(Corrections.onlySpelling(List.of())).isFalse();
  }

  private static boolean spelling(String was, String now) {
    return Corrections.onlySpelling(List.of(new Change(was, now)));
  }

  private static Article report(String... paragraphs) {
    return Draft.by("Norda", 1).headline("Idris speaks").says(paragraphs).article();
  }
}
