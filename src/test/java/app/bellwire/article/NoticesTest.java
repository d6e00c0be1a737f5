package app.bellwire.article;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.article.Article.Kind;
import app.bellwire.article.Notices.Noted;
import app.bellwire.article.Notices.Tagged;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CORRECTED-Dam holds|CORRECTION|Dam holds",
        "CORRECTED - Dam holds|CORRECTION|Dam holds",
        "(CORRECTED) - Dam holds|CORRECTION|Dam holds",
        "(CORRECTED)-Dam holds|CORRECTION|Dam holds",
        "CORRECTION: Dam holds|CORRECTION|Dam holds",
        "Correction: Dam holds|CORRECTION|Dam holds",
        "CORRECTED (OFFICIAL)-Dam holds|CORRECTION|Dam holds",
        "UPDATE 1-CORRECTED-Dam holds|CORRECTION|Dam holds",
        "Dam holds (corrected)|CORRECTION|Dam holds",
        "Dam holds (Corrects name)|CORRECTION|Dam holds",
        "REFILE-Dam holds|REPORT|Dam holds",
        "UPDATE 1-Dam holds|REPORT|Dam holds",
        "UPDATE 12-Dam holds|REPORT|Dam holds",
        "RPT-Dam holds|REPORT|Dam holds",
        "RPT-UPDATE 2-Dam holds|REPORT|Dam holds",
        "ADVISORY-Dam holds|REPORT|Dam holds",
        "KILL: Dam holds|WITHDRAWAL|Dam holds",
        "MANDATORY KILL: Dam holds|WITHDRAWAL|Dam holds",
        "WITHDRAWN: Dam holds|WITHDRAWAL|Dam holds",
        "WITHDRAWN-Dam holds|WITHDRAWAL|Dam holds",
        "Dam holds [WITHDRAWN]|WITHDRAWAL|Dam holds",
        "Update: Dam holds|REPORT|Dam holds",
        "Correction officers strike|REPORT|Correction officers strike",
        "CORRECTIONS CHIEF RESIGNS|REPORT|CORRECTIONS CHIEF RESIGNS",
        "Updated rules come into force|REPORT|Updated rules come into force",
        "Kill switch: how it works|REPORT|Kill switch: how it works",
        "KILL SWITCH FOUND|REPORT|KILL SWITCH FOUND",
        "Withdrawn troops return|REPORT|Withdrawn troops return",
      })
  void tagsOfAHeadlineTellItsKind(String headline, Kind kind, String text) {
    assertThat(Notices.tagged(headline)).isEqualTo(new Tagged(kind, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(Corrects title of Idris in paragraph 1)|CORRECTION",
        "(Corrected: the name of the river)|CORRECTION",
        "Correction: An earlier version gave a wrong date.|CORRECTION",
        "(Adds quotes, background)|REPORT",
        "(Refiles to fix typo)|REPORT",
        "Please do not use.|WITHDRAWAL",
        "Please do not use this story.|WITHDRAWAL",
        "Editors: please disregard the item on the dam.|WITHDRAWAL",
        "EDITORS: KILL|WITHDRAWAL",
        "Norda withdraws its story on the dam.|WITHDRAWAL",
        "The story headlined \"Dam bursts\" has been withdrawn.|WITHDRAWAL",
        "This article was retracted on Tuesday.|WITHDRAWAL",
      })
  void aNoteAboutTheReportLeavesTheBody(String note, Kind kind) {
    Noted noted = Notices.noted(List.of(note, "The dam holds."));

    assertThat(noted.kind()).isEqualTo(kind);
    assertThat(noted.note()).isPresent();
    assertThat(noted.paragraphs()).containsExactly("The dam holds.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The troops have been withdrawn from the border.",
        "People should please not use the water, the town said.",
        "Do not use the lifts, the fire brigade said.",
        "The ministry withdrew its report on the dam.",
        "Officials asked residents to please disregard the siren.",
        "(The harbour was closed.)",
        "Corrections were made to the budget.",
        "Editor's note reading was part of the course.",
        "Bill 12 kills the story tax.",
      })
  void ordinarySentencesAreNoNotes(String paragraph) {
    Noted noted = Notices.noted(List.of(paragraph, "The dam holds."));

    assertThat(noted.kind()).isEqualTo(Kind.REPORT);
    assertThat(noted.paragraphs()).hasSize(2);
  }
}
