package app.bellwire.alert;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.article.Article;
import app.bellwire.fake.Draft;
import app.bellwire.story.Event;
import app.bellwire.story.Novelty;
import app.bellwire.story.StoryUpdate;
import app.bellwire.text.Sentences;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Five events of one storyline in four weeks, by two agencies that use their background again and
/// again, to a reader who hears of them all.
class StorylineSummariesTest {
  private static final long STORYLINE = 900;

  private static final String PLAN =
      "On December 3, 2030, Arven published its plan for the harbour of Velm. The plan would move"
          + " the grain terminal to the north shore and limit night traffic.";
  private static final String FEARS =
      "Fishermen have recently warned that the plan would close half of the Velm quays. Harbour"
          + " master Pia Loof called these warnings \"loose talk\", saying that no quay would be"
          + " closed. However, Loof did not rule out that some moorings would be lost.";
  private static final String ROUNDS =
      "Consultations took place in Merrin on December 19, followed by a session of the river"
          + " commission in Lunden on January 7.";

  private static final Draft URGED =
      at(1, "Norda", "2031-01-13")
          .says(
              "Arven Transport Minister Lise Brandt urged Tolm in a telephone call with her"
                  + " counterpart Omar Sadik on Monday to answer the harbour plan of Arven in"
                  + " writing before the end of the month.",
              "\"We have asked our neighbours for a reply that goes through the harbour plan line"
                  + " by line, with figures for each berth and each shift. We expect it before the"
                  + " month is over, in writing, and we will study it with all the care that it"
                  + " deserves,\" the ministry of Brandt said.",
              "The sides continued talks, taking into account what was agreed in Merrin on December"
                  + " 19, the ministry said.",
              "Brandt and Sadik also agreed to speak again before long, the ministry said.",
              "The call was made at the request of Tolm.",
              "Harbour plan",
              FEARS,
              PLAN + " " + ROUNDS);

  private static final Draft NOT_PUBLISHED =
      at(2, "Norda", "2031-01-18")
          .says(
              "Officials of Tolm have asked Arven not to publish its written reply to the harbour"
                  + " plan, the Velm Courier reported.",
              "However, an official told the newspaper that Arven may print the reply once it has"
                  + " come.",
              "The reply will propose a joint pilot service, the official said.",
              "After Thursday's meeting of the two ministers in Merrin, Tolm agreed to reply in"
                  + " writing. At a press conference Sadik said that he saw no harm in"
                  + " publication.",
              PLAN,
              ROUNDS);

  private static final Draft DEPUTY =
      at(3, "Norda", "2031-01-27")
          .says(
              "Arven Deputy Transport Minister Ole Winter discussed the written reply of Tolm with"
                  + " the mayors of three river towns, the ministry in Arven said.",
              "Winter spoke by phone with Mayor Inge Mott of Lunden, Mayor Knut Abel of Orm and"
                  + " Mayor Vera Quist of Sorvane.",
              FEARS,
              PLAN + " On January 22, Tolm handed its written reply to Arven.");

  private static final Draft GUILDS =
      at(4, "Norda", "2031-02-03")
          .says(
              "Arven Transport Minister Lise Brandt spoke about the harbour of Velm by telephone"
                  + " with the heads of the pilots' guild and the grain exchange, the ministry"
                  + " said.",
              "Brandt promised the pilots that night traffic would be limited in winter only.",
              "Previously, Arven had asked for a limit in all seasons. The sides have held several"
                  + " rounds of consultations without an agreement.",
              FEARS);

  private static final Draft SECOND_CALL =
      at(5, "Kestrel", "2031-02-11")
          .headline("Brandt and Sadik talk about harbour")
          .says(
              "Transport Ministers Lise Brandt of Arven and Omar Sadik of Tolm stressed in a"
                  + " telephone call on Tuesday that work on the harbour plan must go on, according"
                  + " to a statement from Arven.",
              "Sadik repeated during the call that Tolm would \"keep looking for a solution by"
                  + " talks\".",
              "\"He said that a closure of the north shore would meet with a swift, clear and"
                  + " united answer of all river towns, and that his country stays committed to"
                  + " talks as long as a door to an agreement is open to both,\" his spokesman Tam"
                  + " Rasko said.",
              "The call came hours after reports that dredgers had left the harbour of Velm.",
              "Arven, by the count of the pilots' guild, has recently sent fourteen dredgers to"
                  + " Velm.",
              "Arven has denied that it will begin without a treaty.",
              "Tolm also handed over a list of demands, a ban on night work among them.");

  private final Follower follower = new Follower();
  private final List<Follower.Reading> readings = new ArrayList<>();

  private static Draft at(long id, String agency, String day) {
    return Draft.by(agency, id).dated(day).read(Instant.parse(day + "T15:00:00Z"));
  }

  private static StoryUpdate opens(Draft draft) {
    Article article = draft.article();
    Event event =
        new Event(
            draft.id(),
            STORYLINE,
            1,
            draft.headline(),
            draft.read(),
            draft.read(),
            List.of(Draft.report(article)));
    return Draft.update(event, Novelty.FIRST, article);
  }

  @BeforeEach
  void hearsOfAllFive() {
    for (Draft draft : List.of(URGED, NOT_PUBLISHED, DEPUTY, GUILDS, SECOND_CALL)) {
      readings.add(follower.reads(opens(draft)));
    }
  }

  @Test
  void theFirstTellsItsLeadAndTwoFactsInsteadOfOneLongQuotation() {
    assertThat(readings.get(0).summary())
        .containsExactly(
            URGED.paragraphs().get(0), URGED.paragraphs().get(3), URGED.paragraphs().get(4));
    assertThat(readings.get(0).fresh())
        .contains(URGED.paragraphs().get(2))
        .noneMatch(s -> s.contains("Loof") || s.contains("December 3") || s.equals("Harbour plan"));
  }

  @Test
  void whatHangsOnTheFirstSentenceStaysWithIt() {
    assertThat(readings.get(1).summary())
        .containsExactlyElementsOf(NOT_PUBLISHED.paragraphs().subList(0, 3));
  }

  @Test
  void whatWasSettledEarlierIsBackground() {
    assertThat(readings.get(1).fresh())
        .containsExactlyElementsOf(NOT_PUBLISHED.paragraphs().subList(0, 3));
  }

  @Test
  void whatHappenedSinceTheReaderLastHeardIsTold() {
    assertThat(readings.get(2).summary())
        .containsExactly(
            DEPUTY.paragraphs().get(0),
            DEPUTY.paragraphs().get(1),
            "On January 22, Tolm handed its written reply to Arven.");
  }

  @Test
  void backgroundThatIsUsedAgainIsNotNew() {
    assertThat(readings.get(2).fresh()).hasSize(3);
    assertThat(readings.get(3).summary())
        .containsExactly(GUILDS.paragraphs().get(0), GUILDS.paragraphs().get(1));
    assertThat(readings.get(3).fresh())
        .containsExactly(GUILDS.paragraphs().get(0), GUILDS.paragraphs().get(1));
  }

  @Test
  void theSecondCallIsNotTakenForTheFirstAndItsLateNewsIsTold() {
    assertThat(readings.get(4).summary())
        .containsExactly(
            SECOND_CALL.paragraphs().get(0),
            SECOND_CALL.paragraphs().get(1),
            SECOND_CALL.paragraphs().get(3));
    assertThat(readings.get(4).fresh())
        .containsExactlyElementsOf(SECOND_CALL.paragraphs().subList(0, 4));
  }

  @Test
  void theFiveAreAQuarterShorterThanTheirFirstThreeSentences() {
    int lead =
        List.of(URGED, NOT_PUBLISHED, DEPUTY, GUILDS, SECOND_CALL).stream()
            .mapToInt(draft -> words(first(draft)))
            .sum();
    int told = readings.stream().mapToInt(reading -> words(reading.summary())).sum();
    assertThat(told).isLessThanOrEqualTo(lead * 3 / 4);
    assertThat(readings).allMatch(reading -> words(reading.summary()) <= 85);
  }

  @Test
  void theSameReportAgainSaysNothing() {
    Article again = SECOND_CALL.read(SECOND_CALL.read().plus(Duration.ofHours(1))).article();
    Event event = new Event(5, STORYLINE, 2, "h", Draft.NOON, again.read(), List.of());
    assertThat(follower.reads(Draft.update(event, Novelty.UPDATE, again)).summary()).isEmpty();
  }

  private static List<String> first(Draft draft) {
    return draft.paragraphs().stream()
        .flatMap(paragraph -> Sentences.of(paragraph).stream())
        .limit(3)
        .toList();
  }

  private static int words(List<String> sentences) {
    return sentences.stream().mapToInt(s -> s.split(" ", -1).length).sum();
  }
}
