package app.bellwire.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TimetableTest {
  private volatile Duration ahead = Duration.ZERO;
  private final Timetable timetable =
      new Timetable(Thread.ofVirtual().factory(), () -> Instant.now().plus(ahead));
  private final AtomicInteger runs = new AtomicInteger();
  private final CountDownLatch later = new CountDownLatch(1);

  @BeforeEach
  void start() {
    timetable.start();
  }

  @AfterEach
  void stop() {
    timetable.stop();
  }

  @Test
  void anEntryRunsOnceHoweverOftenAllArePutInAgain() throws InterruptedException {
    timetable.in(Duration.ofMillis(100), "prune", runs::incrementAndGet);
    timetable.in(Duration.ofMillis(400), "later", later::countDown);
    for (int i = 0; i < 5; i++) {
      timetable.putInAgain(entry -> true);
    }

    later.await();
    assertThat(runs).hasValue(1);
  }

  @Test
  void aSecondEntryOfANameTakesThePlaceOfTheFirst() throws InterruptedException {
    timetable.in(Duration.ofMillis(50), "prune", () -> runs.addAndGet(100));
    timetable.in(Duration.ofMillis(100), "prune", runs::incrementAndGet);
    timetable.in(Duration.ofMillis(300), "later", later::countDown);

    later.await();
    assertThat(runs).hasValue(1);
  }

  @Test
  void aForgottenEntryDoesNotRun() throws InterruptedException {
    timetable.in(Duration.ofMillis(50), "prune", runs::incrementAndGet);
    timetable.in(Duration.ofMillis(300), "later", later::countDown);
    timetable.forget("prune");

    later.await();
    assertThat(runs).hasValue(0);
  }

  @Test
  void workMayPutItselfInAgain() {
    timetable.in(Duration.ZERO, "prune", this::again);

    await().until(() -> runs.get() >= 20);
  }

  private void again() {
    runs.incrementAndGet();
    timetable.in(Duration.ZERO, "prune", this::again);
  }

  /// Between two looks of the watch the clock may be set on and back again.
  @Test
  void whatWasPutInWhileTheClockWasAheadRunsInTime() {
    ahead = Duration.ofHours(1);
    timetable.in(Duration.ofMillis(100), "prune", runs::incrementAndGet);
    ahead = Duration.ZERO;

    await().until(() -> runs.get() == 1);
  }

  @Test
  void whatComesAfterTheStopIsLeft() {
    timetable.stop();
    timetable.in(Duration.ZERO, "prune", runs::incrementAndGet);
    timetable.forget("prune");

    assertThat(runs).hasValue(0);
  }
}
