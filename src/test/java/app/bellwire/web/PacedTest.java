package app.bellwire.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacedTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
  private final AtomicInteger made = new AtomicInteger();
  private final Paced<Integer> paced =
      new Paced<>(made::incrementAndGet, Duration.ofSeconds(1), nanos::get);

  @Test
  void isMadeOnceInASecond() {
    assertThat(paced.get()).isEqualTo(1);
    nanos.addAndGet(Duration.ofMillis(999).toNanos());
    assertThat(paced.get()).isEqualTo(1);
    nanos.addAndGet(Duration.ofMillis(1).toNanos());
    assertThat(paced.get()).isEqualTo(2);
  }

  @Test
  void isAskedForAgainWhenItCouldNotBeMade() {
    Paced<Integer> failing =
        new Paced<>(
            () -> {
              if (made.incrementAndGet() == 1) {
                throw new IllegalStateException("not now");
              }
              return made.get();
            },
            Duration.ofSeconds(1),
            nanos::get);
    assertThatThrownBy(failing::get).hasMessage("not now");
    assertThat(failing.get()).isEqualTo(2);
  }
}
