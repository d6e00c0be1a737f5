package app.bellwire.work;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoopTest {
  private static final Duration NEVER = Duration.ofHours(9);
  private static final ThreadFactory THREADS = Thread.ofVirtual().factory();
  private final Bell bell = new Bell();
  private final BlockingQueue<Integer> rounds = new ArrayBlockingQueue<>(100);
  private final AtomicInteger round = new AtomicInteger();

  private void goRound() {
    rounds.add(round.incrementAndGet());
  }

  private int next() throws InterruptedException {
    Integer next = rounds.poll(60, SECONDS);
    return next == null ? -1 : next;
  }

  @Test
  void aLoopRunsAtOnceAndAfterEveryRing() throws InterruptedException {
    try (Loop loop = new Loop("a test", this::goRound, bell, NEVER, Duration.ofSeconds(60))) {
      loop.start(THREADS);
      assertThat(next()).isEqualTo(1);
      bell.ring();
      assertThat(next()).isEqualTo(2);
      assertThat(loop.closing()).isFalse();
    }
    bell.ring();
    assertThat(rounds).isEmpty();
  }

  @Test
  void withoutARingItRunsAfterItsPause() throws InterruptedException {
    try (Loop loop =
        new Loop("a test", this::goRound, bell, Duration.ofMillis(1), Duration.ofSeconds(60))) {
      loop.start(THREADS);
      assertThat(next()).isEqualTo(1);
      assertThat(next()).isEqualTo(2);
      assertThat(next()).isEqualTo(3);
    }
  }

  @Test
  void aRoundThatThrowsIsFollowedByTheNext() throws InterruptedException {
    Runnable stumbling =
        () -> {
          goRound();
          throw new IllegalStateException("round " + round.get());
        };
    try (Loop loop = new Loop("a test", stumbling, bell, NEVER, Duration.ofSeconds(60))) {
      loop.start(THREADS);
      assertThat(next()).isEqualTo(1);
      bell.ring();
      assertThat(next()).isEqualTo(2);
    }
  }

  @Test
  void closingWaitsForTheRunningRoundAndNoLongerThanItMay() throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch door = new CountDownLatch(1);
    Runnable waiting =
        () -> {
          inside.countDown();
          await(door);
          goRound();
        };
    Loop loop = new Loop("a test", waiting, bell, NEVER, Duration.ofMillis(20));
    loop.start(THREADS);
    inside.await();
    loop.close();
    assertThat(rounds).isEmpty();
    assertThat(loop.closing()).isTrue();

    door.countDown();
    assertThat(next()).isEqualTo(1);
  }

  @Test
  void aLoopThatWasNotStartedCanBeClosed() throws InterruptedException {
    Loop loop = new Loop("a test", this::goRound, bell, NEVER, NEVER);
    loop.close();
    assertThat(rounds).isEmpty();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
