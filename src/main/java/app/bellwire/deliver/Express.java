package app.bellwire.deliver;

import app.bellwire.chat.Address;
import app.bellwire.chat.OutgoingMessage.Priority;
import app.bellwire.chat.SendResult;
import app.bellwire.deliver.Pauses.Pause;
import app.bellwire.work.Bell;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries answers to people past the outbox, never past the limits: in order within a chat, the
/// chats side by side. An answer that does not get through in time is given back; one whose own
/// answer was lost is not sent twice. Thread-safe.
public final class Express implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Express.class);

  /// Who asked something does not wait longer.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration LONGEST_NAP = Duration.ofMillis(200);
  private static final Duration SHUTDOWN = Duration.ofSeconds(2);

  private final Networks networks;
  private final RateLimiter limiter;
  private final InstantSource steady;
  private final InstantSource wall;
  private final Pauses pauses;
  private final Bell courier;
  private final ExecutorService senders;
  private final Map<Place, Deque<Job>> waiting = new HashMap<>();
  private volatile boolean closing;

  private record Job(Supplier<SendResult> send, Runnable orElse, Instant until) {}

  /// @param pauses what networks ask for is kept there
  /// @param courier rung when a budget was used, since alerts wait behind answers
  public Express(
      Networks networks,
      RateLimiter limiter,
      Times times,
      Pauses pauses,
      Bell courier,
      ThreadFactory threads) {
    this.networks = networks;
    this.limiter = limiter;
    this.steady = times.steady();
    this.wall = times.wall();
    this.pauses = pauses;
    this.courier = courier;
    this.senders = Executors.newThreadPerTaskExecutor(threads);
  }

  /// Sends as soon as the limits allow, after what was handed in for the same chat before. Returns
  /// at once.
  ///
  /// @param send called once for each try
  /// @param orElse called when it could not be sent in time
  public void carry(Address to, Supplier<SendResult> send, Runnable orElse) {
    Place place = networks.place(to);
    Job job = new Job(send, orElse, steady.instant().plus(PATIENCE));
    boolean first;
    synchronized (waiting) {
      Deque<Job> queue = waiting.computeIfAbsent(place, p -> new ArrayDeque<>());
      first = queue.isEmpty();
      queue.add(job);
    }
    if (first) {
      senders.execute(() -> carryAll(place, job));
    }
  }

  /// Does what counts in no budget of messages, such as showing a form. Returns at once.
  public void aside(Runnable work) {
    senders.execute(work);
  }

  private void carryAll(Place place, Job first) {
    for (Job job = first; job != null; job = next(place)) {
      carry(place, job);
    }
  }

  private @Nullable Job next(Place place) {
    synchronized (waiting) {
      Deque<Job> queue = waiting.getOrDefault(place, new ArrayDeque<>());
      queue.poll();
      if (queue.isEmpty()) {
        waiting.remove(place);
      }
      return queue.peek();
    }
  }

  private void carry(Place place, Job job) {
    try {
      boolean done = false;
      for (int tries = 1; !done && begin(place, job); tries++) {
        done = done(place, job);
        if (!done) {
          pause(Backoff.after(tries, 0));
        }
      }
      if (!done) {
        job.orElse().run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      // An error too: what was handed in for the chat afterwards waits for the end of this one.
      LOG.error("An answer to {} met a surprise", place.id(), e);
    }
  }

  /// Waits for the budget, before everything that is no answer.
  private boolean begin(Place place, Job job) throws InterruptedException {
    limiter.answerWaits(place, true);
    try {
      while (!closing && steady.instant().isBefore(job.until())) {
        if (limiter.tryBegin(place, Priority.ANSWER, steady.instant())) {
          return true;
        }
        Instant now = steady.instant();
        nap(Duration.between(now, limiter.free(place, now)));
      }
      return false;
    } finally {
      limiter.answerWaits(place, false);
      courier.ring();
    }
  }

  /// One try; whether there is to be no other.
  private boolean done(Place place, Job job) {
    SendResult result;
    try {
      result = job.send().get();
      if (result instanceof SendResult.TooFast slow) {
        slowed(place, slow.retryAfter());
      }
    } finally {
      limiter.ended(place, steady.instant());
      courier.ring();
    }
    return switch (result) {
      case SendResult.TooFast slow -> false;
      case SendResult.Unavailable down -> false;
      case SendResult.Sent sent -> true;
      case SendResult.Uncertain lost -> true;
      case SendResult.ChatGone gone -> true;
      case SendResult.Moved moved -> {
        job.orElse().run();
        yield true;
      }
      case SendResult.MessageGone gone -> true;
      case SendResult.Refused refused -> {
        LOG.warn("An answer to {} was refused: {}", place.id(), refused.detail());
        yield true;
      }
    };
  }

  private void slowed(Place place, Duration wait) {
    boolean whole = limiter.slowed(place, wait, steady.instant());
    try {
      pauses.put(Pause.of(place, whole, wait, wall.instant()));
    } catch (RuntimeException e) {
      LOG.warn("{} asks to wait for {}; a restart forgets it", place.id(), wait, e);
    }
  }

  private void pause(Duration span) throws InterruptedException {
    Instant end = steady.instant().plus(span);
    while (!closing && steady.instant().isBefore(end)) {
      nap(Duration.between(steady.instant(), end));
    }
  }

  private static void nap(Duration wait) throws InterruptedException {
    new Bell().await(wait.compareTo(LONGEST_NAP) > 0 ? LONGEST_NAP : wait.plusMillis(1));
  }

  /// Sends what is on its way and gives back the rest.
  @Override
  public void close() throws InterruptedException {
    senders.shutdown();
    if (!senders.awaitTermination(SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS)) {
      closing = true;
      senders.awaitTermination(SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS);
    }
  }
}
