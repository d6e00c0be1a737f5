package app.bellwire.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.UserId;
import app.bellwire.fake.HandClock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SurfacesTest {
  private static final UserId ANN = new UserId("slack", "U1");

  private final HandClock clock = HandClock.at("2026-11-02T12:00:00Z");
  private final Surfaces surfaces = new Surfaces(clock);

  private Surface surface(@Nullable String url, @Nullable String trigger) {
    return new Surface(ANN, url, trigger, null, false, null, clock.instant());
  }

  @Test
  void aResponseUrlTakesFiveAnswers() {
    surfaces.came("u", surface("https://r", null));
    for (int use = 1; use <= 5; use++) {
      assertThat(surfaces.takeResponseUrl("u")).as("use %s", use).contains("https://r");
    }
    assertThat(surfaces.takeResponseUrl("u")).isEmpty();
  }

  @Test
  void aResponseUrlLivesForHalfAnHour() {
    surfaces.came("u", surface("https://r", null));
    clock.forward(Duration.ofMinutes(30).minusMillis(1));
    assertThat(surfaces.takeResponseUrl("u")).isPresent();
    clock.forward(Duration.ofMillis(1));
    assertThat(surfaces.takeResponseUrl("u")).isEmpty();
  }

  @Test
  void aTriggerOpensOneViewWithinThreeSeconds() {
    surfaces.came("u", surface(null, "t1"));
    surfaces.came("v", surface(null, "t2"));
    assertThat(surfaces.takeTrigger("u")).contains("t1");
    assertThat(surfaces.takeTrigger("u")).isEmpty();
    clock.forward(Surfaces.LIFE_OF_A_TRIGGER);
    assertThat(surfaces.takeTrigger("v")).isEmpty();
  }

  @Test
  void whatComesAgainBringsNothingBack() {
    surfaces.came("u", surface("https://r", "t1"));
    assertThat(surfaces.takeTrigger("u")).isPresent();
    surfaces.came("u", surface("https://r", "t1"));
    assertThat(surfaces.takeTrigger("u")).isEmpty();
  }

  @Test
  void whatWasNeverGivenIsNone() {
    surfaces.came("u", surface(null, null));
    assertThat(surfaces.takeResponseUrl("u")).isEmpty();
    assertThat(surfaces.takeTrigger("u")).isEmpty();
    assertThat(surfaces.of("v")).isEmpty();
    assertThat(surfaces.takeResponseUrl("v")).isEmpty();
  }

  @Test
  void theOldestAreForgotten() {
    for (int i = 0; i <= Surfaces.MANY; i++) {
      surfaces.came("u" + i, surface(null, null));
    }
    assertThat(surfaces.of("u0")).isEmpty();
    assertThat(surfaces.of("u1")).isPresent();
  }

  @Test
  void atOnceNoMoreIsTakenThanThereIs() {
    surfaces.came("u", surface("https://r", "t"));
    AtomicInteger urls = new AtomicInteger();
    AtomicInteger triggers = new AtomicInteger();
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        all.execute(() -> surfaces.takeResponseUrl("u").ifPresent(url -> urls.incrementAndGet()));
        all.execute(() -> surfaces.takeTrigger("u").ifPresent(t -> triggers.incrementAndGet()));
      }
    }
    assertThat(urls).hasValue(5);
    assertThat(triggers).hasValue(1);
  }
}
