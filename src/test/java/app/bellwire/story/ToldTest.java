package app.bellwire.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToldTest {
  private static final List<String> TOLD =
      List.of(
          "Harbour minister Lise Brandt urged Tolm to answer the harbour plan of Arven in writing.",
          "On 3 December Arven published its plan, which moves the grain terminal to the north"
              + " shore.",
          "Rescuers in Velm found 27 people alive, the coast guard said.",
          "The two ministers agreed to meet in Merrin next week.",
          "Omar Sadik welcomed the proposal for a joint night service.");

  @ParameterizedTest(name = "told: {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Harbour minister Lise Brandt urged Tolm to answer the harbour plan of Arven in writing.",
        "Lise Brandt had urged Tolm to answer Arven's harbour plan in writing.",
        "Arven published a plan on 3 December that would move the grain terminal to the north"
            + " shore.",
        "Arven's plan, published on December 3, moves the grain terminal to the north shore.",
        "The ministers have agreed to meet in Merrin next week, an official said.",
      })
  void knowsWhatItWasToldInOtherWords(String sentence) {
    assertThat(Told.of(TOLD).read(sentence).told()).isTrue();
  }

  @ParameterizedTest(name = "new: {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Rescuers in Velm found 28 people alive, the coast guard said. | a figure",
        "Rescuers in Velm found twelve people alive, the coast guard said. | a figure in letters",
        "Rescuers in Lunden found 27 people alive, the coast guard said. | a name",
        "Harbour minister Ole Brandt-Holm urged Tolm to answer the harbour plan of Arven in"
            + " writing. | a name",
        "The two ministers refused to meet in Merrin next week. | a turn",
        "The two ministers agreed not to meet in Merrin next week. | a turn",
        "Dredgers left the harbour of Velm in the evening. | another matter",
      })
  void aNameAFigureOrATurnThatWasNotToldIsNew(String sentence, String because) {
    assertThat(Told.of(TOLD).read(sentence).told()).as(because).isFalse();
  }

  @Test
  void nothingWasToldWhereNothingWas() {
    Told.Reading reading = Told.of(List.of()).read(TOLD.getFirst());
    assertThat(reading.told()).isFalse();
    assertThat(reading.nearest()).isEmpty();
    assertThat(Told.of(List.of()).isEmpty()).isTrue();
  }

  @Test
  void namesTheNearestSentenceAndWhatItDidNotKnow() {
    Told.Reading reading =
        Told.of(TOLD).read("The coast guard in Velm said that Rescuers found 31 people alive.");
    assertThat(reading.nearest()).contains(TOLD.get(2));
    assertThat(reading.unknown()).containsExactly("31");
  }

  @Test
  void aSentenceWithoutWordsIsNotTold() {
    assertThat(Told.of(TOLD).read("...").told()).isFalse();
  }

  @Test
  void meaningTellsOnlyWhereEveryNameAndFigureWasTold() {
    Told told = Told.of(TOLD);
    String other = "The proposal of a shared service in the dark hours pleased Omar Sadik.";
    assertThat(told.read(other).told()).isFalse();
    assertThat(told.read(other).with(.9).told()).isTrue();
    assertThat(told.read(other).with(.8).told()).isFalse();
    assertThat(told.read("Pia Loof was pleased.").with(.9).told()).isFalse();
  }
}
