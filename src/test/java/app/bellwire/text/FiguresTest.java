package app.bellwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,500 tonnes|1500",
        "1500 tonnes|1500",
        "up 0.25 pct|0.25",
        "0,25 Prozent|0,25",
        "six cts, then 6 cts|6",
        "at 6-3/16 pct|6-3/16",
        "85/86 season|85/86",
        "a 50-mln-crown loan|50",
        "March 11-20|11 20",
        "the 12th package|12",
        "Twelve killed|12",
        "one of them said|''",
        "2,554.41 billion|2554.41",
        "1,234,567 votes|1234567",
      })
  void figuresHaveOneSpelling(String text, String figures) {
    assertThat(Figures.of(text))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(figures.split(" ")).filter(f -> !f.isEmpty()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "27 people in 3 boats | 27 3",
        "two boats and twelve people | 2 12",
        "on January 26 and on 3 December 2030 | ''",
        "since 2014 and in 1999 | ''",
        "the treaty (1998), the 2022 games, late 1999 | ''",
        "gauge 1925, some 1950 people | 1925 1950",
        "On March 4th, 2031, 40 people came | 40",
        "2,014 tonnes, 2014.5 points | 2014 2014.5",
        "3-year-old twins | 3",
      })
  void daysOfAMonthAndYearsAreDates(String text, String figures) {
    assertThat(Figures.undated(text))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(figures.split(" ")).filter(f -> !f.isEmpty()).toList());
  }
}
