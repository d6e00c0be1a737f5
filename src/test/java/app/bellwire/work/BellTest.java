package app.bellwire.work;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BellTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private final Bell bell = new Bell();

  @Test
  void aRingThatNobodyHeardIsKeptForTheNextWhoWaits() throws InterruptedException {
    bell.ring();
    bell.await(LONG);
  }

  @Test
  void ringingTwiceIsRingingOnce() throws InterruptedException {
    bell.ring();
    bell.ring();
    bell.await(LONG);
    long before = System.nanoTime();
    bell.await(Duration.ofMillis(30));
    assertThat(System.nanoTime() - before).isGreaterThan(29_000_000L);
  }

  @Test
  void aRingWakesWhoWaits() throws Exception {
    CompletableFuture<Boolean> woken = new CompletableFuture<>();
    Thread waiting = Thread.ofVirtual().start(() -> waitFor(woken));
    bell.ring();
    assertThat(woken.get(60, SECONDS)).isTrue();
    waiting.join();
  }

  private void waitFor(CompletableFuture<Boolean> woken) {
    try {
      bell.await(LONG);
      woken.complete(true);
    } catch (InterruptedException e) {
      woken.completeExceptionally(e);
    }
  }
}
