package app.bellwire.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedDayTest {
  /// A Tuesday.
  private static final NamedDay MARCH_4 = new NamedDay(LocalDate.of(2031, 3, 4));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "On January 12, the draft was published. | 2031-01-12",
        "On December 17, Arven published its plan. | 2030-12-17",
        "On December 17, 2029, Arven published its plan. | 2029-12-17",
        "Consultations took place in Merrin on 13 January, followed by a council. | 2031-01-13",
        "The river commission met in Merrin on February 29. | 2031-02-28",
        "The sides continued talks, taking into account what was agreed on January 10. |",
        "They discussed the proposal that Tolm made on January 10. |",
        "Both discussed the meeting on January 10. |",
        "The ministers met after they had quarrelled on January 10. |",
        "The draft of January 12 was rejected. |",
        "Arven named no day. |",
      })
  void isThatOfTheMainClause(String sentence, LocalDate day) {
    assertThat(MARCH_4.of(sentence)).isEqualTo(Optional.ofNullable(day));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The ministers spoke today.",
        "The ministers spoke on Tuesday.",
        "The call of March 4 was short.",
        "They spoke late on 4 March."
      })
  void knowsTheDayOfTheArticle(String sentence) {
    assertThat(MARCH_4.today(sentence)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"After Tuesday’s call they rested.", "They spoke on March 40.", "On Monday, no."})
  void takesNoOtherDayForIt(String sentence) {
    assertThat(MARCH_4.today(sentence)).isFalse();
  }
}
