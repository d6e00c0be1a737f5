package app.bellwire.fake;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Limits;
import app.bellwire.chat.Limits.Window;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnforcedLimitsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final EnforcedLimits limits =
      new EnforcedLimits(
          new Limits(
              List.of(new Window(3, SECOND)),
              List.of(new Window(1, SECOND)),
              List.of(new Window(2, Duration.ofMinutes(1)))));

  private Duration take(String chat, long millis) {
    return limits.take(chat, chat.startsWith("-"), Duration.ofMillis(millis).toNanos());
  }

  @Test
  void aWindowOpensAgainWhenItsOldestCallIsASpanAgo() {
    assertThat(take("a", 0)).isZero();
    assertThat(take("b", 400)).isZero();
    assertThat(take("c", 900)).isZero();
    assertThat(take("d", 999)).isEqualTo(Duration.ofMillis(1));
    assertThat(take("d", 1000)).isZero();
    assertThat(take("e", 1001)).isEqualTo(Duration.ofMillis(399));
  }

  @Test
  void aChatHasItsOwn() {
    assertThat(take("a", 0)).isZero();
    assertThat(take("a", 500)).isEqualTo(Duration.ofMillis(500));
    assertThat(take("b", 500)).isZero();
  }

  @Test
  void aGroupKeepsBoth() {
    assertThat(take("-1", 0)).isZero();
    assertThat(take("-1", 1000)).isZero();
    assertThat(take("-1", 2000)).isEqualTo(Duration.ofSeconds(58));
    assertThat(take("-1", 60_000)).isZero();
  }

  @Test
  void whatIsTurnedAwayDoesNotCount() {
    assertThat(take("a", 0)).isZero();
    assertThat(take("a", 999)).isEqualTo(Duration.ofMillis(1));
    assertThat(take("a", 1000)).isZero();
  }
}
