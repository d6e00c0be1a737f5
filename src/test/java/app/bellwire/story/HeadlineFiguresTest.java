package app.bellwire.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.article.Copy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineFiguresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Arven adopts 12th sanctions package|Arven adopts 13th sanctions package",
        "Lunden holds 3rd round of talks|Lunden holds 4th round of talks",
        "Kestrel lowers copper price 0.25|Kestrel lowers copper price 0.50",
        "Bank of Arven cuts rate to 4.5 per cent|Bank of Arven cuts rate to 4.25 per cent",
        "Oriel Mills sells 1,200 tractors|Oriel Mills sells 1,300 tractors",
      })
  void otherFiguresOfTheSameThingTellTwoEvents(String one, String other) {
    assertThat(contradict(one, other)).isTrue();
    assertThat(contradict(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Arven adopts 12th sanctions package|12th package of sanctions is adopted",
        "Arven adopts 12th sanctions package|Arven adopts new sanctions package",
        "Kestrel lowers copper price 0.25|Copper price down 0.25 at Kestrel",
        "Kestrel lowers copper price 0.25 to 3.10|Kestrel's copper price is 3.10",
        "Quake kills 14 in Lunden|Quake kills 19 in Lunden",
        "Toll of Lunden quake rises to 14|Toll of Lunden quake rises to 19",
        "At least 14 hurt in Lunden|Lunden: 22 injured",
        "More than 400 people evacuated|Some 900 evacuated",
        "Arven and Tolm talk|Halvorsen and Idris speak by telephone",
      })
  void figuresThatAgreeOrGrowOrStandAloneDoNot(String one, String other) {
    assertThat(contradict(one, other)).isFalse();
    assertThat(contradict(other, one)).isFalse();
  }

  @Test
  void ordinalsCountInTheOpeningAndPlainNumbersOnlyInTheHeadline() {
    assertThat(
            figures("Sanctions adopted", "The council adopted its 12th package.")
                .contradict(figures("New sanctions", "The council adopted its 13th package.")))
        .isTrue();
    assertThat(
            figures("Copper price lowered", "Kestrel lowered its price by 0.25 crowns.")
                .contradict(figures("Copper cheaper", "Kestrel lowered its price by 0.50 crowns.")))
        .isFalse();
  }

  @Test
  void ordinalsOfOtherThingsDoNotContradict() {
    assertThat(contradict("Arven adopts 12th package", "Arven marks 30th anniversary")).isFalse();
  }

  @Test
  void aFirstSentenceInPlaceOfAHeadlineIsNone() {
    Copy flash = new Copy("Copper price lowered 0.25.", false, List.of("Lowered 0.25."), "en");
    assertThat(HeadlineFigures.of(flash).headline()).isEmpty();
    assertThat(HeadlineFigures.NONE.contradict(HeadlineFigures.of(flash))).isFalse();
  }

  private static boolean contradict(String one, String other) {
    return figures(one, "").contradict(figures(other, ""));
  }

  private static HeadlineFigures figures(String headline, String lead) {
    return HeadlineFigures.of(new Copy(headline, true, List.of(lead), "en"));
  }
}
