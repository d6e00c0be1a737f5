package app.bellwire.chat.slack;

import app.bellwire.work.Bell;
import app.bellwire.work.Loop;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one connection of Socket Mode up: watches over it, makes another before Slack takes it
/// away, and goes on whatever the network does. [#start] and [#close] once each; thread-safe.
final class SocketLink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SocketLink.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /// A connection that has lasted so long is worth no pause before the next.
  private static final Duration SETTLED = Duration.ofSeconds(10);

  /// How long a connection that was replaced is kept for what still comes by it.
  private static final Duration FAREWELL = Duration.ofSeconds(20);

  /// How long Slack waits for an acknowledgement.
  private static final Duration IN_TIME = Duration.ofSeconds(3);

  /// Envelopes worked on at once. They are begun in the order in which they came.
  private static final int AT_ONCE = 16;

  private static final Duration SHUTDOWN = Duration.ofSeconds(2);

  private final Door door;
  private final BoltApp app;
  private final Hearing hearing;
  private final Bell bell = new Bell();
  private final Loop loop;
  private final ThreadFactory threads;
  private final ExecutorService work;
  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final AtomicLong made = new AtomicLong();
  private volatile @Nullable SlackSocket current;

  private final Queue<Replaced> replaced = new ConcurrentLinkedQueue<>();
  private final Queue<Unsent> unsent = new ConcurrentLinkedQueue<>();

  // Confined to the loop's thread.
  private int failures;
  private long since = System.nanoTime();
  private long notBefore = System.nanoTime();

  private record Replaced(SlackSocket socket, long until) {}

  private record Unsent(String ack, long until) {}

  /// @param threads makes virtual threads
  SocketLink(Door door, BoltApp app, Hearing hearing, ThreadFactory threads) {
    this.door = door;
    this.app = app;
    this.hearing = hearing;
    this.threads = threads;
    this.work = Executors.newThreadPerTaskExecutor(threads);
    this.loop = new Loop("Listening to Slack", this::look, bell, SHUTDOWN);
  }

  /// Begins to listen, whether Slack can be reached or not.
  void start() {
    loop.start(threads);
  }

  /// Connections made so far.
  long made() {
    return made.get();
  }

  /// @return how long to pause
  private Duration look() {
    replaced.removeIf(SocketLink::parted);
    SlackSocket now = current;
    if (now != null && !now.leaving()) {
      if (now.stillThere()) {
        stands();
        return BETWEEN_LOOKS;
      }
      lose(now);
    }
    Duration early = Duration.ofNanos(notBefore - System.nanoTime());
    return early.isPositive() ? early : connect();
  }

  private void lose(SlackSocket socket) {
    LOG.info("The connection to Slack is lost");
    current = null;
    socket.close();
    hearing.broken("the connection was lost");
  }

  private void stands() {
    if (System.nanoTime() - since > SETTLED.toNanos()) {
      failures = 0;
      notBefore = System.nanoTime();
    }
    hearing.heard();
  }

  private static boolean parted(Replaced old) {
    boolean over = !old.socket().isOpen() || old.until() - System.nanoTime() < 0;
    if (over) {
      old.socket().close();
    }
    return over;
  }

  private Duration connect() {
    return switch (door.knock()) {
      case Door.Open(URI at) -> {
        try {
          yield connected(SlackSocket.open(at, this::came, bell::ring));
        } catch (IOException e) {
          yield failed("not connected: " + e.getMessage());
        }
      }
      case Door.Shut(String why, Duration wait) -> {
        LOG.debug("No connection to Slack: {}", why);
        yield pause(wait == null ? Duration.ZERO : wait);
      }
    };
  }

  private Duration connected(SlackSocket next) {
    SlackSocket before = current;
    current = next;
    sendUnsent();
    since = System.nanoTime();
    made.incrementAndGet();
    pause(Duration.ZERO);
    if (before != null) {
      replaced.add(new Replaced(before, since + FAREWELL.toNanos()));
    }
    if (loop.closing()) {
      next.close();
    }
    return BETWEEN_LOOKS;
  }

  private Duration failed(String why) {
    LOG.debug("No connection to Slack: {}", why);
    SlackSocket leaving = current;
    if (leaving == null || !leaving.isOpen()) {
      hearing.broken(why);
    }
    return pause(Duration.ZERO);
  }

  /// Longer after each connection that failed or did not last, with chance.
  private Duration pause(Duration atLeast) {
    failures = Math.min(failures + 1, 16);
    Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 7));
    Duration most = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    double chance = ThreadLocalRandom.current().nextDouble(0.75, 1.0);
    Duration pause = Duration.ofMillis((long) (most.toMillis() * chance));
    Duration longer = pause.compareTo(atLeast) > 0 ? pause : atLeast;
    notBefore = System.nanoTime() + longer.toNanos();
    return longer;
  }

  /// On a thread of the socket's.
  private void came(SlackSocket by, String text) {
    JsonObject message;
    try {
      message = JsonParser.parseString(text).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      LOG.warn("Slack said something that is no JSON");
      return;
    }
    switch (word(message, "type")) {
      case "hello" -> {
        LOG.info("Slack is connected");
        hearing.heard();
      }
      case "disconnect" -> replace(by, word(message, "reason"));
      default -> handOver(by, message);
    }
  }

  private static String word(JsonObject message, String name) {
    JsonElement word = message.get(name);
    return word != null && word.isJsonPrimitive() ? word.getAsString() : "";
  }

  /// A connection is replaced while it still stands, for whatever reason it has to go.
  private void replace(SlackSocket leaving, String reason) {
    LOG.info("Slack closes a connection: {}", reason);
    leaving.leave();
    bell.ring();
  }

  private void handOver(SlackSocket by, JsonObject envelope) {
    try {
      work.execute(() -> take(by, envelope));
    } catch (RejectedExecutionException e) {
      LOG.debug("Something came while the listening ends; Slack sends it again");
    }
  }

  private void take(SlackSocket by, JsonObject envelope) {
    places.acquireUninterruptibly();
    try {
      app.envelope(envelope).ifPresent(ack -> acknowledge(by, ack));
    } finally {
      places.release();
    }
  }

  /// By the connection it came by, or by any other: Slack knows an envelope by its id.
  private void acknowledge(SlackSocket by, String ack) {
    if (!by.send(ack)) {
      unsent.add(new Unsent(ack, System.nanoTime() + IN_TIME.toNanos()));
      sendUnsent();
    }
  }

  private void sendUnsent() {
    SlackSocket now = current;
    while (now != null && now.isOpen() && unsent.poll() instanceof Unsent(String ack, long until)) {
      if (until - System.nanoTime() > 0) {
        now.send(ack);
      }
    }
  }

  /// Listens no more. What came is still acknowledged.
  @Override
  public void close() throws InterruptedException {
    loop.close();
    work.shutdown();
    if (!work.awaitTermination(SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("Something from Slack was still worked on at the end; it is sent again");
    }
    SlackSocket now = current;
    if (now != null) {
      now.close();
    }
    replaced.forEach(old -> old.socket().close());
  }
}
