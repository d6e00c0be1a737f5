package app.bellwire.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.bellwire.poll.PollOutcome.Failed;
import app.bellwire.poll.PollOutcome.Read;
import app.bellwire.source.Backlog;
import app.bellwire.source.Source;
import app.bellwire.source.SourceId;
import app.bellwire.source.SourceState;
import app.bellwire.source.Validators;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The schedule on the real clock, with intervals of a second and looks that the test lets end.
@Timeout(60)
class PollSchedulerTest {
  private static final ThreadFactory THREADS = Thread.ofVirtual().name("look-", 0).factory();

  private volatile Duration ahead = Duration.ZERO;
  private final InstantSource clock = () -> Instant.now().plus(ahead);
  private final MemorySources states = new MemorySources();
  private final ConcurrentHashMap<SourceId, AtomicInteger> looks = new ConcurrentHashMap<>();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private volatile List<Source> sources = List.of();
  private volatile PollTask task = this::readOnce;
  private final PollScheduler scheduler = scheduler();

  @AfterEach
  void stop() {
    scheduler.close(Duration.ofSeconds(5));
  }

  @Test
  void aNewSourceIsLookedAtAtOnceAndAgainAfterItsInterval() {
    sources = List.of(source("norda", "PT1S"));
    scheduler.start();

    await().untilAsserted(() -> assertThat(looks("norda")).isGreaterThanOrEqualTo(3));
    assertThat(state("norda").failures()).isZero();
  }

  @Test
  void aSourceIsNotLookedAtBeforeItIsDue() {
    Instant later = clock.instant().plusSeconds(3600);
    states.save(SourceState.unread(new SourceId("norda"), later));
    sources = List.of(source("norda", "PT1S"), source("kestrel", "PT1S"));
    scheduler.start();

    await().until(() -> looks("kestrel") >= 2);
    assertThat(looks("norda")).isZero();
  }

  @Test
  void aLookIsNotBegunWhileOneIsRunning() throws Exception {
    var begun = new Semaphore(0);
    var end = new Semaphore(0);
    task =
        (source, state) -> {
          begun.release();
          end.acquireUninterruptibly();
          return readOnce(source, state);
        };
    sources = List.of(source("norda", "PT1S"));
    scheduler.start();
    assertThat(begun.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

    var first = scheduler.lookNow(new SourceId("norda")).toCompletableFuture();
    var second = scheduler.lookNow(new SourceId("norda")).toCompletableFuture();
    assertThat(begun.availablePermits()).isZero();
    assertThat(first).isSameAs(second).isNotDone();

    end.release(1000);
    assertThat(first.get()).isEqualTo(new Read(1, Optional.empty()));
    await().until(() -> looks("norda") >= 3);
    assertThat(mostAtOnce).hasValue(1);
  }

  @Test
  void aLookThatThrowsIsAFailureAndStopsNothing() {
    task =
        (source, state) -> {
          readOnceUnsaved(source);
          if (source.id().value().equals("broken")) {
            throw new StackOverflowError("deep");
          }
          return saved(source, state, new Read(0, Optional.empty()));
        };
    sources = List.of(source("broken", "PT1S"), source("norda", "PT1S"));
    scheduler.start();

    await().until(() -> looks("broken") >= 2 && looks("norda") >= 3);
    assertThat(state("broken").failures()).isGreaterThanOrEqualTo(1);
    assertThat(state("broken").problem()).isEqualTo("an error in Bellwire: StackOverflowError");
  }

  @Test
  void aStoreThatCannotSaveStopsNothing() {
    states.runsFull();
    sources = List.of(source("norda", "PT1S"));
    scheduler.start();

    await().until(() -> looks("norda") >= 2);
  }

  @Test
  void aTaskThatSavesNothingIsStillPacedByThePlan() {
    task =
        (source, _) -> {
          readOnceUnsaved(source);
          return new Read(0, Optional.empty());
        };
    sources = List.of(source("norda", "PT1H"), source("kestrel", "PT1S"));
    scheduler.start();

    await().until(() -> looks("kestrel") >= 3);
    assertThat(looks("norda")).isEqualTo(1);
  }

  /// What it has saved is by the clock that was wrong.
  @Test
  void aClockSetBackDuringALookDelaysNothing() {
    task =
        (source, state) -> {
          ahead = Duration.ofHours(1);
          PollOutcome outcome = readOnce(source, state);
          ahead = Duration.ZERO;
          return outcome;
        };
    sources = List.of(source("norda", "PT1S"));
    scheduler.start();

    await().until(() -> looks("norda") >= 3);
  }

  @Test
  void lookNowAnswersWithoutAStart() throws Exception {
    sources = List.of(source("norda", "PT1H"));

    assertThat(scheduler.lookNow(new SourceId("norda")).toCompletableFuture().get())
        .isEqualTo(new Read(1, Optional.empty()));
    assertThat(scheduler.lookNow(new SourceId("nobody")).toCompletableFuture().get())
        .isEqualTo(new Failed("no source nobody is configured", true));
  }

  @Test
  void aReloadTakesUpNewSourcesAndLeavesGoneOnes() {
    sources = List.of(source("norda", "PT1S"));
    scheduler.start();
    await().until(() -> looks("norda") >= 1);

    sources = List.of(source("kestrel", "PT1S"));
    scheduler.sync();
    await().until(() -> looks("kestrel") >= 1);
    int before = looks("norda");
    await().until(() -> looks("kestrel") >= 4);
    assertThat(looks("norda")).isBetween(before, before + 1);
  }

  @Test
  void aReloadPlansAChangedIntervalAnew() {
    sources = List.of(source("norda", "PT1H"));
    scheduler.start();
    await().until(() -> looks("norda") == 1 && states.state(new SourceId("norda")).isPresent());

    sources = List.of(source("norda", "PT1S"));
    scheduler.sync();
    await().until(() -> looks("norda") >= 3);
  }

  @Test
  void aReloadDuringALookIsNotUndoneByItsEnd() {
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    task =
        (source, state) -> {
          begun.countDown();
          awaitQuietly(end);
          return readOnce(source, state);
        };
    sources = List.of(source("norda", "PT1H"));
    scheduler.start();
    awaitQuietly(begun);

    sources = List.of(source("norda", "PT1S"));
    scheduler.sync();
    end.countDown();
    await().until(() -> looks("norda") >= 3);
  }

  @Test
  void manySourcesAreSpreadAndTheSampleIsFirst() {
    var order = Collections.synchronizedList(new ArrayList<String>());
    task =
        (source, state) -> {
          order.add(source.id().value());
          return readOnce(source, state);
        };
    var many =
        new ArrayList<>(IntStream.range(0, 20).mapToObj(i -> source("wire-" + i, "PT1H")).toList());
    many.add(sample());
    sources = many;
    Instant began = clock.instant();
    scheduler.start();

    await().until(() -> order.contains("sample"));
    assertThat(order).hasSizeLessThan(10);
    await().until(() -> order.size() >= 21);
    assertThat(Duration.between(began, clock.instant()))
        .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(10));
  }

  @Test
  void ticksGoOnAndDoNotOverlap() {
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    var runs = new AtomicInteger();
    scheduler.start();
    scheduler.every(
        "prune",
        Duration.ofMillis(20),
        () -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          LockSupport.parkNanos(30_000_000);
          running.decrementAndGet();
          if (runs.incrementAndGet() % 2 == 0) {
            throw new IllegalStateException("every second run fails");
          }
        });

    await().until(() -> runs.get() >= 10);
    assertThat(most).hasValue(1);
  }

  @Test
  void closingWaitsForWhatRuns() throws Exception {
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    task =
        (source, state) -> {
          begun.countDown();
          awaitQuietly(end);
          return readOnce(source, state);
        };
    sources = List.of(source("norda", "PT1S"));
    scheduler.start();
    awaitQuietly(begun);

    assertThat(scheduler.close(Duration.ofMillis(50))).isFalse();
    var look = scheduler.lookNow(new SourceId("norda")).toCompletableFuture();
    end.countDown();
    assertThat(look.get()).isEqualTo(new Read(1, Optional.empty()));
    assertThat(scheduler.close(Duration.ofSeconds(5))).isTrue();
    assertThat(scheduler.lookNow(new SourceId("norda")).toCompletableFuture().get())
        .isEqualTo(new Failed("Bellwire is stopping", false));
    assertThat(looks("norda")).isEqualTo(1);
  }

  @Test
  void closingDoesNotHangWhenEveryPlaceIsTaken() {
    var end = new CountDownLatch(1);
    task =
        (source, state) -> {
          readOnceUnsaved(source);
          awaitQuietly(end);
          return new Read(0, Optional.empty());
        };
    sources =
        IntStream.range(0, Timetable.AT_ONCE + 20)
            .mapToObj(i -> source("wire-" + i, "PT1H"))
            .toList();
    scheduler.start();
    await().until(() -> looks.size() == Timetable.AT_ONCE);

    assertThat(scheduler.close(Duration.ofMillis(50))).isFalse();
    end.countDown();
    assertThat(looks).hasSize(Timetable.AT_ONCE);
  }

  @Test
  void twoSchedulersDoNotShareAnything() {
    try (PollScheduler other = scheduler()) {
      other.close();
      sources = List.of(source("norda", "PT1S"));
      scheduler.start();
      await().until(() -> looks("norda") >= 1);
    }
  }

  private PollScheduler scheduler() {
    return new PollScheduler(this::counted, () -> sources, states, clock, THREADS);
  }

  private PollOutcome counted(Source source, SourceState state) {
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    try {
      return task.look(source, state);
    } finally {
      atOnce.decrementAndGet();
    }
  }

  private PollOutcome readOnce(Source source, SourceState state) {
    readOnceUnsaved(source);
    return saved(source, state, new Read(1, Optional.empty()));
  }

  private void readOnceUnsaved(Source source) {
    looks.computeIfAbsent(source.id(), _ -> new AtomicInteger()).incrementAndGet();
  }

  private PollOutcome saved(Source source, SourceState before, PollOutcome outcome) {
    states.save(PollPlan.after(source, before, outcome, Validators.NONE, clock.instant(), 0.5));
    return outcome;
  }

  private int looks(String id) {
    return looks.getOrDefault(new SourceId(id), new AtomicInteger()).get();
  }

  private SourceState state(String id) {
    return states.state(new SourceId(id)).orElseThrow();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Source source(String id, String every) {
    return new Source(
        new SourceId(id),
        URI.create("http://127.0.0.1:8/" + id),
        Optional.of(Duration.parse(every)),
        Backlog.DEFAULT,
        true,
        Optional.empty(),
        ZoneOffset.UTC);
  }

  private static Source sample() {
    return new Source(
        new SourceId("sample"),
        URI.create("sample:wires"),
        Optional.empty(),
        Backlog.ALL,
        false,
        Optional.empty(),
        ZoneOffset.UTC);
  }
}
