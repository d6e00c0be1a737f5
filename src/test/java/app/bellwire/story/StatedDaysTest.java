package app.bellwire.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedDaysTest {
  /// 4 March 2026 is a Wednesday.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "They spoke by telephone on Tuesday.|2026-03-04|2026-03-03",
        "They spoke by telephone on Wednesday.|2026-03-04|2026-03-04",
        "They spoke by telephone on Thursday.|2026-03-04|2026-02-26",
        "Tuesday's call lasted an hour.|2026-03-04|2026-03-03",
        "Tuesday’s call lasted an hour.|2026-03-04|2026-03-03",
        "They spoke today.|2026-03-04|2026-03-04",
        "Today they spoke, as they did yesterday.|2026-03-04|2026-03-03 2026-03-04",
        "They want to speak tomorrow.|2026-02-28|2026-03-01",
        "They met on January 18.|2026-01-20|2026-01-18",
        "They met on 18 January.|2026-01-20|2026-01-18",
        "They met on January 18th.|2026-01-20|2026-01-18",
        "They met on the 18th January.|2026-01-20|2026-01-18",
        "They met on Jan. 18 and on 3 Sept.|2026-01-20|2025-09-03 2026-01-18",
        "They met on May 5.|2026-05-06|2026-05-05",
        "They met on December 30.|2026-01-02|2025-12-30",
        "They meet on January 2.|2025-12-30|2026-01-02",
        "They met on February 29.|2028-03-01|2028-02-29",
        "They met on March 15, 2024.|2026-03-04|2024-03-15",
        "They met on 15 March 2024.|2026-03-04|2024-03-15",
      })
  void findsTheDayThatIsNamed(String text, LocalDate written, String days) {
    assertThat(StatedDays.of(text, written)).isEqualTo(days(days));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Delegations will meet on Friday.|2026-03-06",
        "Delegations will meet on Wednesday.|2026-03-04",
        "The talks are due to open in Merrin on Monday.|2026-03-09",
        "On Friday delegations will meet.|2026-03-06",
        "They meet next Tuesday.|2026-03-10",
        "They agreed on Tuesday that delegations will meet on Friday.|2026-03-03 2026-03-06",
        "Delegations will meet on Friday, an official said on Tuesday.|2026-03-03 2026-03-06",
        "They spoke on Tuesday. Delegations will meet soon.|2026-03-03",
      })
  void aWeekdayLiesAheadOnlyInWhatIsToCome(String text, String days) {
    assertThat(StatedDays.of(text, LocalDate.parse("2026-03-04"))).isEqualTo(days(days));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "They spoke by telephone.",
        "They spoke in January.",
        "They speak on Mondays.",
        "They met on January 45.",
        "They met on 0 March.",
        "They met in March 2026.",
        "The talks of 1962 and the 18 of last year may go on.",
        "''",
      })
  void findsNoneWhereNoneIsNamed(String text) {
    assertThat(StatedDays.of(text, LocalDate.parse("2026-03-04"))).isEmpty();
  }

  private static Set<LocalDate> days(String days) {
    return Arrays.stream(days.split(" ")).map(LocalDate::parse).collect(Collectors.toSet());
  }
}
