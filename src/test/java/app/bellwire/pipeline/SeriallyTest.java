package app.bellwire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.work.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SeriallyTest {
  /// A server, which lets everybody in at once.
  private static final UnitOfWork SERVER =
      new UnitOfWork() {
        @Override
        public <T> T inTransaction(Supplier<T> work) {
          return work.get();
        }
      };

  private final Serially serially = new Serially(SERVER);
  private final AtomicInteger inside = new AtomicInteger();

  @Test
  void transactionsDoNotRunBesideEachOther() throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Integer>> most = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        most.add(
            threads.submit(
                () -> {
                  start.await();
                  return serially.inTransaction(this::crowd);
                }));
      }
      start.countDown();
      for (Future<Integer> one : most) {
        assertThat(one.get()).isEqualTo(1);
      }
    }
  }

  private int crowd() {
    int now = inside.incrementAndGet();
    for (int i = 0; i < 100; i++) {
      Thread.yield();
      now = Math.max(now, inside.get());
    }
    inside.decrementAndGet();
    return now;
  }
}
