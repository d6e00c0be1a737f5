package app.bellwire.alert;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.fake.Draft;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final String LEAD = "Arven and Tolm agreed to resume the talks on the river.";

  @Test
  void takesTheLeadFirstAndThenByOrder() {
    assertThat(
            told(
                Draft.by("Norda", 1)
                    .headline("River talks go on")
                    .says(
                        LEAD + " Halvorsen named a date.", "Idris welcomed it.", "A fourth one.")))
        .containsExactly(LEAD, "Halvorsen named a date.", "Idris welcomed it.");
  }

  @Test
  void doesNotRepeatTheHeadline() {
    assertThat(
            told(
                Draft.by("Norda", 1)
                    .headline("Arven and Tolm agree to resume the talks")
                    .says("Arven and Tolm agree to resume the talks.", "Halvorsen named a date.")))
        .containsExactly("Halvorsen named a date.");
  }

  @Test
  void goesOnWithTheSecondSentenceWhereTheFirstStandsAsHeadline() {
    assertThat(told(Draft.by("Norda", 1).says(LEAD + " Halvorsen named a date.")))
        .containsExactly("Halvorsen named a date.");
  }

  @Test
  void beginsWithTheWholeFirstSentenceWhereTheHeadlineIsCut() {
    String first =
        "Arven and Tolm agreed to resume the talks on the river, the ministry in Arven said late"
            + " in the evening, after two weeks without a word.";
    Draft draft = Draft.by("Norda", 1).says(first + " Halvorsen named a date.");
    assertThat(told(draft)).containsExactly(first, "Halvorsen named a date.");
    assertThat(Headline.shown(draft.article().copy()))
        .isEqualTo(
            "Arven and Tolm agreed to resume the talks on the river, the ministry in Arven said"
                + " late in the evening…")
        .hasSizeLessThanOrEqualTo(Headline.LONGEST);
  }

  @Test
  void leavesOutSentencesThatHangOnOneThatIsNotTaken() {
    Summary summary =
        new Summary(
            Draft.by("Norda", 1)
                .headline("River talks")
                .says(LEAD, "Halvorsen named a date.", "He also named a place.", "Idris agreed.")
                .article(),
            List.of("Halvorsen named a date."));
    assertThat(summary.whatHappened()).containsExactly(LEAD, "Idris agreed.");
  }

  @Test
  void goesOnAfterAFirstParagraphWhoseQuotationIsNeverClosed() {
    assertThat(
            told(
                Draft.by("Norda", 1)
                    .headline("River talks")
                    .says("\"The pipes are old, Idris said.", "Halvorsen named a date.")))
        .containsExactly("Halvorsen named a date.");
  }

  @Test
  void keepsAQuotationWhole() {
    String quote = "\"The pipes are old. They will hold,\" Idris said.";
    assertThat(told(Draft.by("Norda", 1).headline("River talks").says(LEAD, quote)))
        .containsExactly(LEAD, quote);
  }

  @Test
  void leavesOutAQuotationThatIsNeverClosed() {
    assertThat(
            told(
                Draft.by("Norda", 1)
                    .headline("River talks")
                    .says(LEAD, "\"The pipes are old. They will hold.", "Idris agreed.")))
        .containsExactly(LEAD, "Idris agreed.");
  }

  @Test
  void putsBackgroundIntoTheFold() {
    Draft draft =
        Draft.by("Norda", 1)
            .headline("River talks")
            .dated("2026-03-04")
            .says(
                LEAD,
                "On January 12, the first draft was published. It names nine wells.",
                "The river has been the border since 1921.",
                "Idris agreed.");
    assertThat(told(draft)).containsExactly(LEAD, "Idris agreed.");
    assertThat(new Summary(draft.article(), List.of()).background())
        .containsExactly(
            "On January 12, the first draft was published.",
            "The river has been the border since 1921.");
  }

  @Test
  void tellsOnlyWhatIsNew() {
    Draft draft =
        Draft.by("Kestrel", 2).headline("River talks").says(LEAD, "A boat sank.", "Idris agreed.");
    Summary summary = new Summary(draft.article(), List.of(LEAD));
    assertThat(summary.whatIsNew(List.of("A boat sank."))).containsExactly("A boat sank.");
    assertThat(summary.paragraphsWithout(List.of("A boat sank."))).isEqualTo(2);
  }

  @Test
  void staysUnderItsWords() {
    String forty = "Arven " + "said so ".repeat(19) + "today.";
    assertThat(told(Draft.by("Norda", 1).headline("River talks").says(LEAD, forty, "Now " + forty)))
        .containsExactly(LEAD, forty);
  }

  @Test
  void aFollowUpOfBackgroundAloneSaysNothing() {
    String past = "On January 12, the first draft was published.";
    Draft draft = Draft.by("Kestrel", 2).headline("River talks").dated("2026-03-04");
    Summary summary = new Summary(draft.says(LEAD, past).article(), List.of(LEAD));
    assertThat(summary.whatIsNew(List.of(past))).isEmpty();
    assertThat(summary.background()).containsExactly(past);
  }

  @Test
  void whatWasAddedToAParagraphThatIsKnownIsNew() {
    Draft draft = Draft.by("Norda", 2).headline("River talks");
    Heard heard = Heard.NOTHING.and(draft.says("Met.", LEAD).article(), List.of(LEAD), Draft.NOON);
    Summary summary =
        new Summary(draft.says("Met.", LEAD + " Idris offered a house.").article(), heard);
    assertThat(summary.whatIsNew(List.of("Idris offered a house.")))
        .containsExactly("Idris offered a house.");
  }

  @Test
  void aRecordSinceSomeYearIsNoBackground() {
    String record = "The level has fallen to the lowest since 1921.";
    assertThat(told(Draft.by("Norda", 1).headline("River talks").says(LEAD, record)))
        .containsExactly(LEAD, record);
  }

  private static List<String> told(Draft draft) {
    return new Summary(draft.article(), List.of()).whatHappened();
  }
}
