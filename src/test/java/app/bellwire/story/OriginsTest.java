package app.bellwire.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.article.Article;
import app.bellwire.fake.Draft;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who a report has its news from. All sentences are invented.
class OriginsTest {
  private static final String SECOND = "Idris will fly to Lunden before the end of the month.";
  private static final String LEAD =
      "Arven is ready to open the upper reservoir for inspection, the government said on Monday"
          + " after a night of talks.";

  private static List<String> names(Article article, Article... earlier) {
    return Origins.of(article, List.of(earlier)).stream().map(Origin::name).toList();
  }

  private static Article lead(String agency, String sentence) {
    return Draft.by(agency, 1)
        .headline("Arven ready to open reservoir")
        .says(sentence, SECOND)
        .article();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Arven will open the dam for inspection on Monday, TASS reports.|TASS",
        "Arven will open the dam for inspection on Monday, according to Reuters.|Reuters",
        "Arven will open the dam, the Washington Post reported on Monday.|Washington Post",
        "Arven will open the dam, the Washignton Post reported on Monday.|Washington Post",
        "Arven will open the dam on Monday, Anadolu Agency said.|Anadolu",
        "Arven will open the dam on Monday, the Anadolu agency said.|Anadolu",
        "The dam will be opened on Monday, state television said, citing Bloomberg.|Bloomberg",
        "We shall open the dam, Idris told the BBC on Monday after the talks in Lunden.|BBC",
        "We shall open the dam, Idris told the BBC's Today programme on Monday morning.|BBC",
        "Idris, in an interview with the Financial Times, said the dam would be opened.|Financial"
            + " Times",
        "In an exclusive interview with CNN, Idris said the dam would be opened on Monday.|CNN",
        "A draft of the treaty seen by Reuters says the dam will be opened on Monday.|Reuters",
        "The dam will be opened, as first reported by Axios on Sunday evening in Lunden.|Axios",
        "The Associated Press has reported that the dam will be opened on Monday at noon.|AP",
        "AFP, quoting a diplomat, reported that the dam will be opened on Monday at noon.|AFP",
        "A Reuters correspondent said shots were heard near the dam on Monday morning.|Reuters",
        "The dam will be opened, the Interfax news agency reported on Monday at noon.|Interfax",
        "The dam will be opened on Monday, German newspaper Bild reported in the evening.|Bild",
        "The dam will be opened on Monday, the Lunden Herald wrote in its evening issue.|Lunden"
            + " Herald",
        "The dam will be opened on Monday, the Oriel news agency said in the evening.|Oriel news"
            + " agency",
        "The dam will be opened on Monday, according to Saudi state news agency SPA.|SPA",
        "The dam will be opened on Monday, Le Figaro and Reuters reported, citing AFP.|AFP,Reuters",
        "The dam will be opened on Monday, local media reported in the evening.|media reports",
        "The dam will be opened on Monday, according to Arvenian media reports.|media reports",
        "Kestrel reports that the dam will be opened for an inspection on Monday at noon.|Norda",
      })
  void aCreditInTheLeadIsTheOrigin(String sentence, String origins) {
    assertThat(String.join(",", names(lead("Norda", sentence)))).isEqualTo(origins);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Police closed the street before the Reuters building in Lunden on Monday at noon.",
        "A TASS correspondent was barred from the meeting of the two delegations on Monday.",
        "Idris told the Washington Post's owner on Monday that the dam would be opened.",
        "The BBC said its director would resign at the end of the month after 20 years.",
        "The BBC said on Tuesday it would cut 200 posts in its office in the capital, Lunden.",
        "Reuters could not reach the ministry for a word on the dam on Monday evening.",
        "The New York Times reported a loss for the quarter after a poor year for papers.",
        "The Foreign Ministry said in a statement that the dam would be opened on Monday.",
        "Idris told reporters in Lunden on Monday that the dam would be opened at noon.",
        "The International Atomic Energy Agency said the plant near the dam was safe.",
        "The Washington Post reported last week that the dam was cracked; Arven denies it now.",
        "The award went to a photographer of Reuters for his pictures of the dam in Lunden.",
      })
  void anOutletThatIsOnlySpokenOfIsNone(String sentence) {
    assertThat(names(lead("Norda", sentence))).containsExactly("Norda");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Arven to open dam - Reuters|Reuters",
        "Arven to open dam: Reuters|Reuters",
        "Arven to open dam, Kyodo reports|Kyodo",
        "Reuters: Arven to open dam|Reuters",
        "ARVEN TO OPEN DAM - INTERFAX|Interfax",
        "Arven to open dam (AFP)|AFP",
        "Reuters wins a prize for pictures of the dam|Norda",
        "Arven to open dam - minister|Norda",
      })
  void aHeadlineCreditsToo(String headline, String origin) {
    assertThat(names(Draft.by("Norda", 1).headline(headline).says(LEAD, SECOND).article()))
        .containsExactly(origin);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Source: TASS|TASS",
        "With inputs from PTI|PTI",
        "(With additional reporting by Reuters)|Reuters",
        "This story was first published by the Lunden Herald|Lunden Herald",
        "(AFP)|AFP",
        "Sources in the ministry expect the dam to be opened.|Norda",
        "The river was quiet in the evening, Reuters television showed.|Norda",
      })
  void aLastLineCreditsToo(String last, String origin) {
    assertThat(names(Draft.by("Norda", 1).headline("Arven and the dam").says(LEAD, last).article()))
        .containsExactly(origin);
  }

  @Test
  void anOutletFurtherDownIsBackground() {
    Article article =
        Draft.by("Norda", 1)
            .headline("Arven ready to open reservoir")
            .says(LEAD, "The Washington Post reported that the wall was cracked.", SECOND)
            .article();
    assertThat(names(article)).containsExactly("Norda");
  }

  @Test
  void aFlashIsCreditedInItsSecondParagraph() {
    Article article =
        Draft.by("Norda", 1)
            .headline("Arven ready to open reservoir")
            .says("The dam will be opened on Monday.", "That is what Tass reported from Lunden.")
            .article();
    assertThat(
            names(
                Draft.by("Norda", 1)
                    .headline("Arven ready to open reservoir")
                    .says("The dam will be opened on Monday.", "TASS reported from Lunden.")
                    .article()))
        .containsExactly("TASS");
    assertThat(names(article)).containsExactly("Norda");
  }

  @Test
  void aReportThatWasToldItselfIsItsOwn() {
    assertThat(names(lead("TASS", "The dam will be opened, Idris told TASS on Monday at noon.")))
        .containsExactly("TASS");
    assertThat(names(lead("Anadolu", "The dam will be opened, he told Anadolu Agency on Monday.")))
        .containsExactly("Anadolu");
    assertThat(
            names(
                lead(
                    "TASS",
                    "The dam will be opened, Idris told TASS; Reuters reported the same hour.")))
        .containsExactlyInAnyOrder("TASS", "Reuters");
  }

  @Test
  void theAgenciesOfTheEventAreKnownByName() {
    Article kestrel = lead("Kestrel", "The upper reservoir has a crack, an engineer said.");
    Article norda = lead("Norda", "The dam may be unsafe for years to come, Kestrel reports.");
    assertThat(names(norda)).containsExactly("Norda");
    assertThat(names(norda, kestrel)).containsExactly("Kestrel");
  }

  @Test
  void aCopyOfAnotherAgencysTextIsFromWhereThatTextIs() {
    String[] text = {LEAD, SECOND, "Fishermen on the lower river welcomed the news."};
    Article first = Draft.by("Kestrel", 1).headline("Reservoir to open").says(text).article();
    Article copy = Draft.by("Oriel", 2).headline("Arven to open reservoir").says(text).article();
    Article quoting =
        Draft.by("Kestrel", 4)
            .headline("Reservoir to open")
            .says(LEAD.replace("the government said", "Reuters reported"), SECOND, text[2])
            .article();

    assertThat(names(copy, first)).containsExactly("Kestrel");
    assertThat(names(first, first)).containsExactly("Kestrel");
    assertThat(names(copy, quoting)).containsExactly("Reuters");
  }

  @ParameterizedTest
  @CsvSource({
    "The Associated Press,AP",
    "anadolu agency,Anadolu",
    "REUTERS,Reuters",
    "the Wall Street Journal,Wall Street Journal",
    "Tehran's IRNA news agency,IRNA",
    "People's Daily,People's Daily",
    "Norda,Norda",
    "ТАСС,ТАСС",
  })
  void anOutletHasOneName(String name, String shown) {
    assertThat(Origin.named(name).name()).isEqualTo(shown);
    assertThat(Origin.named(name)).isEqualTo(Origin.named(name.toUpperCase(Locale.ROOT)));
  }

  @Test
  void aHostileLeadIsReadInNoTime() {
    String capitals = "Aa ".repeat(3_000) + "said";
    assertThat(names(lead("Norda", capitals))).containsExactly("Norda");
    assertThat(names(lead("Norda", "according to " + "the state ".repeat(2_000))))
        .containsExactly("Norda");
  }
}
