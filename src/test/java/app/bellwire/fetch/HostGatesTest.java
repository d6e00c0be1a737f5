package app.bellwire.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class HostGatesTest {
  @Test
  void startsAtOneHostAreApart() throws Exception {
    var gates = new HostGates(2, 64);
    long began = System.nanoTime();
    for (int i = 0; i < 4; i++) {
      gates.enter("example.org:443", Duration.ofMillis(40)).close();
    }

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(115));
  }

  @Test
  void anotherHostIsNotKeptWaiting() throws Exception {
    var gates = new HostGates(1, 64);
    try (var _ = gates.enter("example.org:443", Duration.ofHours(1));
        var _ = gates.enter("example.org:80", Duration.ofHours(1));
        var _ = gates.enter("example.net:443", Duration.ofHours(1))) {
      assertThat(gates).isNotNull();
    }
  }

  @Test
  void onlySoManyAreInsideAtOnce() throws Exception {
    var gates = new HostGates(2, 64);
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    Callable<Void> visit =
        () -> {
          try (var _ = gates.enter("example.org:443", Duration.ZERO)) {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            LockSupport.parkNanos(50_000);
            inside.decrementAndGet();
          }
          return null;
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Void>> visits = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        visits.add(threads.submit(visit));
      }
      for (Future<Void> each : visits) {
        each.get();
      }
    }

    assertThat(most).hasValueBetween(1, 2);
  }

  @Test
  void onlySoManyAreInsideAtAllHostsTogether() throws Exception {
    var gates = new HostGates(1, 1);
    HostGates.Place first = gates.enter("example.org:443", Duration.ZERO);
    var entered = new CountDownLatch(1);
    Thread second =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (var _ = gates.enter("example.net:443", Duration.ZERO)) {
                    entered.countDown();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });

    assertThat(entered.await(50, TimeUnit.MILLISECONDS)).isFalse();
    first.close();
    assertThat(second.join(Duration.ofSeconds(5))).isTrue();
    assertThat(entered.getCount()).isZero();
  }

  @Test
  void whoIsInterruptedLeavesNoPlaceTaken() throws Exception {
    var gates = new HostGates(1, 64);
    gates.enter("example.org:443", Duration.ofHours(1)).close();
    var over = new CountDownLatch(1);
    Thread waiting =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    gates.enter("example.org:443", Duration.ZERO);
                  } catch (InterruptedException e) {
                    over.countDown();
                  }
                });
    waiting.interrupt();

    over.await();
    assertThat(waiting.join(Duration.ofSeconds(5))).isTrue();
  }
}
