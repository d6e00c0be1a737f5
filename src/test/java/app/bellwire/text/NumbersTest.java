package app.bellwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "27 people in 3 boats | 27 3",
        "1,204 tonnes at 0.25 euros | 1204 0.25",
        "two boats and twelve people | 2 12",
        "one of them said so | ''",
        "on January 26 and on 3 December 2030 | ''",
        "since 2014 and in 1999 | ''",
        "On March 4th, 2031, 40 people came | 40",
        "2,014 tonnes, 2014.5 points | 2014 2014.5",
        "the 13th package | 13",
        "3-year-old twins | 3",
      })
  void doNotCountDates(String text, String numbers) {
    List<String> expected =
        Arrays.stream(numbers.split(" ")).filter(number -> !number.isEmpty()).toList();
    assertThat(Numbers.of(text)).containsExactlyElementsOf(expected);
  }
}
