package app.bellwire.chat.telegram;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/// Button presses that wait for their answer. Each is answered once: with what there is to say, or
/// with nothing when that does not come in time, since until then the button shows that it waits.
/// Thread-safe.
final class Presses implements AutoCloseable {
  private static final Duration IN_TIME = Duration.ofMillis(800);

  /// Presses kept at most; an older one is past answering.
  private static final int MANY = 10_000;

  private final Map<String, String> open =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MANY;
        }
      };

  private final BiConsumer<String, String> answer;
  private final ExecutorService calls;
  private final ScheduledExecutorService clock;

  /// @param answer takes the id of the press and the text, empty for none; may block
  Presses(BiConsumer<String, String> answer, ThreadFactory threads) {
    this.answer = answer;
    this.calls = Executors.newThreadPerTaskExecutor(threads);
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("bellwire-presses").unstarted(work));
  }

  /// @param press the network's id of the press
  void came(String update, String press) {
    synchronized (open) {
      open.put(update, press);
    }
    clock.schedule(() -> answer(update, ""), IN_TIME.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Returns at once.
  void answer(String update, String text) {
    String press;
    synchronized (open) {
      press = open.remove(update);
    }
    if (press != null) {
      calls.execute(() -> answer.accept(press, text));
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    calls.shutdown();
  }
}
