package app.bellwire.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  @ParameterizedTest
  @CsvSource({
    "1, PT1S, PT1.2S",
    "2, PT2S, PT2.4S",
    "3, PT4S, PT4.8S",
    "4, PT8S, PT9.6S",
    "5, PT16S, PT19.2S",
    "8, PT2M8S, PT2M33.6S",
    "9, PT4M16S, PT5M7.2S",
    "10, PT5M, PT6M",
    "21, PT5M, PT6M",
    "1000000, PT5M, PT6M",
  })
  void aPauseDoublesUpToFiveMinutesAndIsSpreadByAFifth(
      int attempts, Duration shortest, Duration longest) {
    assertThat(Backoff.after(attempts, 0)).isEqualTo(shortest);
    assertThat(Backoff.after(attempts, 1)).isEqualTo(longest);
    assertThat(Backoff.after(attempts, .5)).isBetween(shortest, longest);
  }
}
