package app.bellwire.article;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.article.Article.Kind;
import app.bellwire.text.Sentences;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleNormalizerTest {
  private static final String LEAD =
      "Tolm Deputy Minister Ida Halvorsen discussed written replies to Arven’s water plan.";
  private static final String SECOND = "\"We spoke of the dam,\" she said in a statement.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        " date 2022-01-28 SUND, January 28. /KESTREL/. ",
        " date 2022-01-28 \n\n\n\n\nSUND, January 28. /KESTREL/. ",
        " date 2022-01-28 SUND, January 28. /KESTREL/. /KESTREL/. ",
      })
  void aPagesDateAndADatelineInFrontAreTakenOff(String front) {
    String text = front + LEAD + "\n\n" + SECOND;
    Article article = Wire.read(Wire.raw(Sentences.of(text.strip()).getFirst(), text, null));

    assertThat(article.dateline())
        .isEqualTo(new Dateline("SUND", Optional.of(LocalDate.of(2022, 1, 28)), "KESTREL"));
    assertThat(article.agency()).isEqualTo("KESTREL");
    assertThat(article.copy().headline()).isEqualTo(LEAD);
    assertThat(article.copy().ownHeadline()).isFalse();
    assertThat(article.copy().paragraphs()).containsExactly(LEAD, SECOND);
  }

  @Test
  void theFirstSentenceWithItsDatelineAsTitleComesOutClean() {
    String first = "SUND, March 2. /KESTREL/. /KESTREL/. " + LEAD;
    Article article = Wire.read(first, first + "\n" + SECOND + "\nThe talks went on for hours.");

    assertThat(article.copy().headline()).isEqualTo(LEAD);
    assertThat(article.copy().ownHeadline()).isFalse();
    assertThat(article.copy().paragraphs()).hasSize(3).startsWith(LEAD);
    assertThat(article.dateline().date()).contains(LocalDate.of(2026, 3, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Contact Us",
        "Contact Us Tolm and Arven diplomats talk about water by telephone",
        "Tolm and Arven diplomats talk about water by telephone"
      })
  void theHeadlineThatStandsAmongLinesOfThePageIsFound(String title) {
    String text =
        """
        Contact Us

        Tolm and Arven diplomats talk about water by telephone

        Kestrel Agency WORLD
        Published March 3,2026
        Subscribe

        %s

        Water gates

        %s\
        """
            .formatted(LEAD, SECOND);
    Article article = Wire.read(title, text);

    assertThat(article.copy().headline())
        .isEqualTo("Tolm and Arven diplomats talk about water by telephone");
    assertThat(article.copy().ownHeadline()).isTrue();
    assertThat(article.copy().paragraphs()).containsExactly(LEAD, "Water gates", SECOND);
    assertThat(article.dateline())
        .isEqualTo(new Dateline("", Optional.of(LocalDate.of(2026, 3, 3)), "Kestrel"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Boats leave Sund - Norda|Boats leave Sund",
        "Boats leave Sund – norda.example|Boats leave Sund",
        "NORDA: Boats leave Sund|Boats leave Sund",
        "Norda - Boats leave Sund|Boats leave Sund",
        "SUND (Norda) - Boats leave harbour|Boats leave harbour",
        "CORRECTED-Boats leave Sund|Boats leave Sund",
        "Boats leave Sund - mayor|Boats leave Sund - mayor",
        "Idris: water is life|Idris: water is life",
        "Sund – Tolm: boats leave|Sund – Tolm: boats leave",
        "Boats leave Sund: Halvorsen|Boats leave Sund: Halvorsen",
      })
  void headlinesLoseThePublisherAndNothingElse(String title, String headline) {
    Article article = Wire.read(title, LEAD);

    assertThat(article.copy().headline()).isEqualTo(headline);
    assertThat(article.copy().ownHeadline()).isTrue();
  }

  @Test
  void aBarBeforeThePublisherGoesToo() {
    assertThat(Wire.read("Boats leave Sund | Norda News", LEAD).copy().headline())
        .isEqualTo("Boats leave Sund");
  }

  @Test
  void aHeadlineRepeatedAsFirstLineIsSaidOnce() {
    Article article = Wire.read("Boats leave Sund", "<p>Boats leave Sund</p><p>" + LEAD + "</p>");

    assertThat(article.copy().paragraphs()).containsExactly(LEAD);
    assertThat(article.copy().ownHeadline()).isTrue();
  }

  @Test
  void aTitleCutShortGivesWayToTheWholeSentence() {
    Article article = Wire.read("Tolm Deputy Minister Ida Halvorsen discussed…", LEAD);

    assertThat(article.copy().headline()).isEqualTo(LEAD);
    assertThat(article.copy().ownHeadline()).isFalse();
  }

  @Test
  void linesOfThePageGoWhereverTheyStand() {
    String text =
        LEAD + "\n\nAdvertisement\n\n" + SECOND + "\n\nRead more: Storm nears\n\n© 2026 Norda";

    assertThat(Wire.read("Title of ours", text).copy().paragraphs()).containsExactly(LEAD, SECOND);
  }

  @Test
  void bylinesAreAuthorsAndFinalMarksGo() {
    Article article =
        Wire.read(
            "Title of ours",
            "By Ann Example and Bo Test\n\nSUND (Oriel) — " + LEAD + "\n\n" + SECOND + " (Oriel)");

    assertThat(article.authors()).containsExactly("Ann Example", "Bo Test");
    assertThat(article.copy().paragraphs()).containsExactly(LEAD, SECOND);
    assertThat(article.agency()).isEqualTo("Oriel");
  }

  @Test
  void aCorrectionCarriesItsNote() {
    Article article =
        Wire.read(
            "CORRECTED-Boats leave Sund",
            "(Corrects day in paragraph 2)\n\nSUND (Norda) - " + LEAD);

    assertThat(article.kind()).isEqualTo(Kind.CORRECTION);
    assertThat(article.copy().headline()).isEqualTo("Boats leave Sund");
    assertThat(article.copy().note()).contains("Corrects day in paragraph 2");
    assertThat(article.copy().paragraphs()).containsExactly(LEAD);
    assertThat(article.dateline().place()).isEqualTo("SUND");
  }

  @Test
  void aKillIsAWithdrawal() {
    Article article =
        Wire.read("KILL: Boats leave Sund", "Please do not use this story. The boats stayed.");

    assertThat(article.kind()).isEqualTo(Kind.WITHDRAWAL);
    assertThat(article.copy().headline()).isEqualTo("Boats leave Sund");
  }

  @Test
  void wordsAreNeverLostAtTheStart() {
    String text = "NATO, EU and OSCE officials met in Sund on Tuesday.";

    assertThat(Wire.read("", text).copy().lead()).isEqualTo(text);
    assertThat(Wire.read("", text).copy().headline()).isEqualTo(text);
    assertThat(Wire.read("", "Date 2026-03-04 was set for the talks.").copy().lead())
        .startsWith("Date 2026-03-04 was");
  }

  @Test
  void theFullerTextIsTaken() {
    RawItem raw =
        new RawItem(
            null,
            "Title of ours",
            null,
            null,
            null,
            List.of(),
            "<p>Short.</p>",
            "<p>Short.</p><p>Long.</p>",
            null);

    assertThat(Wire.read(raw).copy().paragraphs()).containsExactly("Short.", "Long.");
  }

  @Test
  void identityFallsBackFromIdToLinkToTitle() {
    RawItem linked =
        new RawItem(
            null,
            "Boats leave",
            "https://www.norda.example/a/?utm_source=x",
            null,
            null,
            List.of(),
            "",
            "",
            null);
    RawItem titled = new RawItem(" ", "Boats leave", null, null, null, List.of(), "", "", null);

    assertThat(Wire.read("T", LEAD).identity().guid()).isEqualTo("guid-1");
    assertThat(Wire.read(linked).identity().guid()).isEqualTo("norda.example/a");
    assertThat(Wire.read(titled).identity().guid()).isEqualTo("boats leave");
    assertThat(Wire.read(titled).identity().contentKey()).hasSize(32);
  }

  @Test
  void dressDoesNotChangeTheContentKeyAndWordsDo() {
    String plain = Wire.read("Boats leave", LEAD).identity().contentKey();

    assertThat(Wire.read("Boats leave - Norda", "<p>" + LEAD + "</p>Share").identity().contentKey())
        .isEqualTo(plain);
    assertThat(Wire.read("Boats leave", LEAD + " More.").identity().contentKey())
        .isNotEqualTo(plain);
  }

  @Test
  void incredibleTimesAreDropped() {
    assertThat(Wire.read(Wire.raw("T", LEAD, Wire.READ.plusSeconds(90_000))).published()).isEmpty();
    assertThat(Wire.read(Wire.raw("T", LEAD, Instant.EPOCH)).published()).isEmpty();
    assertThat(Wire.read(Wire.raw("T", LEAD)).published()).contains(Wire.PUBLISHED);
  }

  @Test
  void theLanguageIsDetectedElseTheOneStated() {
    Article stated = Wire.read("T", LEAD);
    Article detected =
        new ArticleNormalizer(() -> 1, text -> "de")
            .normalize(Wire.raw("T", LEAD), Wire.source(), Wire.READ);

    assertThat(stated.copy().language()).isEqualTo("en");
    assertThat(detected.copy().language()).isEqualTo("de");
  }

  @Test
  void anItemWithNothingInItIsStillAnArticle() {
    Article article = Wire.read(new RawItem(null, "", null, null, null, List.of(), "", "", null));

    assertThat(article.copy().headline()).isNotEmpty();
    assertThat(article.copy().paragraphs()).isEmpty();
    assertThat(article.identity().guid()).isNotEmpty();
    assertThat(article.agency()).isEqualTo("Norda");
  }
}
