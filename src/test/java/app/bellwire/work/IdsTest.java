package app.bellwire.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.fake.HandClock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class IdsTest {
  private final HandClock clock = HandClock.at("2031-03-04T12:00:00Z");
  private final Ids ids = new Ids(clock);

  @Test
  void idsRiseWithinAMillisecondAndOverTime() {
    long first = ids.next();
    assertThat(ids.next()).isEqualTo(first + 1);
    clock.forward(Duration.ofMillis(1));
    assertThat(ids.next()).isEqualTo(first + (1L << 20));
  }

  @Test
  void idsRiseAlsoWhenTheClockGoesBack() {
    long first = ids.next();
    clock.forward(Duration.ofDays(-3));
    assertThat(ids.next()).isEqualTo(first + 1);
  }

  @Test
  void aNewProgramGoesOnAboveWhatTheStoreHolds() {
    long kept = ids.next() + 1_000_000_000_000L;
    Ids later = new Ids(clock);
    later.continueAfter(kept);
    assertThat(later.next()).isEqualTo(kept + 1);
    later.continueAfter(17);
    assertThat(later.next()).isEqualTo(kept + 2);
  }

  @Test
  void idsArePositiveForCenturies() {
    clock.set("2290-01-01T00:00:00Z");
    assertThat(ids.next()).isPositive();
  }

  @Test
  void noIdIsGivenTwice() {
    Set<Long> given = ConcurrentHashMap.newKeySet();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20_000; i++) {
        threads.execute(() -> given.add(ids.next()));
      }
    }
    assertThat(given).hasSize(20_000);
  }
}
