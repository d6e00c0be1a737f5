package app.bellwire.app;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has been started and how it is stopped: in reverse order, each part once, whatever the
/// others do. A start that fails stops what already runs. Confined to one thread.
final class Lifecycle implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

  private record Part(String name, AutoCloseable stop) {}

  private final Deque<Part> running = new ArrayDeque<>();

  /// Remembers how to stop a part that has just started.
  synchronized <T extends AutoCloseable> T started(String name, T part) {
    running.push(new Part(name, part));
    return part;
  }

  @Override
  public synchronized void close() {
    while (!running.isEmpty()) {
      Part part = running.pop();
      try {
        part.stop().close();
      } catch (Exception e) {
        LOG.warn("{} did not stop cleanly", part.name(), e);
      }
    }
  }
}
