package app.bellwire.work;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does a piece of work again and again on a thread of its own: at once after a ring of its bell,
/// otherwise after a pause. A round that throws is logged and followed by the next, an error too: a
/// loop that ended without a word would be missed by nobody. [#start] and [#close] once each.
public final class Loop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
  private static final Duration AFTER_SURPRISE = Duration.ofSeconds(2);

  private final String name;
  private final Supplier<Duration> round;
  private final Bell bell;
  private final Duration shutdown;
  private volatile boolean closing;
  private @Nullable Thread thread;

  /// @param name of the work, for the log
  /// @param pause between rounds that nobody rang for
  /// @param shutdown how long closing waits for the running round
  public Loop(String name, Runnable round, Bell bell, Duration pause, Duration shutdown) {
    this(
        name,
        () -> {
          round.run();
          return pause;
        },
        bell,
        shutdown);
  }

  /// @param round answers how long to pause after it, where nobody rings
  public Loop(String name, Supplier<Duration> round, Bell bell, Duration shutdown) {
    this.name = name;
    this.round = round;
    this.bell = bell;
    this.shutdown = shutdown;
  }

  public void start(ThreadFactory threads) {
    thread = threads.newThread(this::goRound);
    thread.start();
  }

  public boolean closing() {
    return closing;
  }

  @Override
  public void close() throws InterruptedException {
    closing = true;
    bell.ring();
    if (thread != null) {
      thread.join(shutdown);
    }
  }

  private void goRound() {
    try {
      while (!closing) {
        bell.await(once());
      }
    } catch (InterruptedException e) {
      closing = true;
      Thread.currentThread().interrupt();
    }
  }

  private Duration once() {
    try {
      return round.get();
    } catch (RuntimeException | Error e) {
      LOG.error("{} met a surprise and goes on", name, e);
      return AFTER_SURPRISE;
    }
  }
}
