package app.bellwire.deliver;

import app.bellwire.chat.Address;
import app.bellwire.chat.Chat;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Placement;
import app.bellwire.chat.SendResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries what is due from the outbox to the chats: one message of a chat at a time, in order,
/// many chats at once. It is the only place that tries again.
///
/// One thread claims, one virtual thread a message sends. [#start] and [#close] are called once
/// each; [#wake] from any thread.
public final class Courier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final int HANDS = 64;
  private static final Duration IDLE = Duration.ofMillis(500);
  private static final Duration AFTER_SURPRISE = Duration.ofSeconds(2);
  private static final Duration SHUTDOWN = Duration.ofSeconds(4);

  private final Outbox outbox;
  private final Map<String, Chat> chats;
  private final Addresses addresses;
  private final InstantSource clock;
  private final ThreadFactory threads;
  private final ExecutorService senders;
  private final Semaphore slots = new Semaphore(HANDS);
  private final Semaphore bell = new Semaphore(0);
  private volatile boolean closing;
  private @Nullable Thread loop;

  public Courier(
      Outbox outbox,
      List<Chat> chats,
      Addresses addresses,
      InstantSource clock,
      ThreadFactory threads) {
    this.outbox = outbox;
    this.chats = chats.stream().collect(Collectors.toMap(Chat::network, Function.identity()));
    this.addresses = addresses;
    this.clock = clock;
    this.threads = threads;
    this.senders = Executors.newThreadPerTaskExecutor(threads);
  }

  /// Settles what a killed program left in flight, then carries until closed.
  public void start() {
    outbox.recover(clock.instant()).forEach(this::settleLostAnswer);
    loop = threads.newThread(this::carryUntilClosed);
    loop.start();
  }

  /// Something was queued.
  public void wake() {
    bell.release();
  }

  /// Begins to send what is due now, as far as there are free hands.
  ///
  /// @return how many sends were begun
  int carryDue() {
    int hands = slots.drainPermits();
    List<Delivery> due = hands == 0 ? List.of() : claim(hands);
    slots.release(hands - due.size());
    for (Delivery delivery : due) {
      senders.execute(() -> carryAndFree(delivery));
    }
    return due.size();
  }

  private List<Delivery> claim(int hands) {
    try {
      return outbox.claim(hands, clock.instant());
    } catch (RuntimeException e) {
      slots.release(hands);
      throw e;
    }
  }

  private void carryAndFree(Delivery delivery) {
    try {
      carry(delivery);
    } finally {
      slots.release();
      wake();
    }
  }

  /// Carries until nothing is due and nothing is in flight, at most `patience`; for a program that
  /// does not stay.
  ///
  /// @return whether everything due was carried
  public boolean drain(Duration patience) throws InterruptedException {
    outbox.recover(clock.instant()).forEach(this::settleLostAnswer);
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      if (carryDue() == 0 && slots.availablePermits() == HANDS && carryDue() == 0) {
        return true;
      }
      boolean unused = bell.tryAcquire(50, TimeUnit.MILLISECONDS);
    }
    return false;
  }

  /// Takes nothing new and waits for the sends in flight.
  @Override
  public void close() throws InterruptedException {
    closing = true;
    wake();
    if (loop != null) {
      loop.join(SHUTDOWN);
    }
    senders.shutdown();
    if (!senders.awaitTermination(SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS)) {
      senders.shutdownNow();
    }
  }

  private void carryUntilClosed() {
    while (!closing) {
      Duration pause = IDLE;
      try {
        if (carryDue() > 0) {
          continue;
        }
      } catch (RuntimeException e) {
        LOG.error("Messages could not be taken from the outbox; trying again", e);
        pause = AFTER_SURPRISE;
      }
      await(pause);
    }
  }

  private void await(Duration pause) {
    try {
      if (bell.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        bell.drainPermits();
      }
    } catch (InterruptedException e) {
      closing = true;
      Thread.currentThread().interrupt();
    }
  }

  private void carry(Delivery delivery) {
    try {
      settle(delivery, send(delivery));
    } catch (RuntimeException e) {
      LOG.error("Delivery {} met a surprise and is tried again", delivery.externalId(), e);
      again(delivery, "a fault in Bellwire: " + e.getClass().getSimpleName());
    }
  }

  private SendResult send(Delivery delivery) {
    Address to = addresses.of(delivery.chat());
    Chat chat = chats.get(to.network());
    if (chat == null) {
      return new SendResult.Unavailable(to.network() + " is not switched on");
    }
    OutgoingMessage message = delivery.message();
    Optional<String> root =
        Optional.ofNullable(message.thread()).flatMap(t -> outbox.root(delivery.chat(), t));
    if (message.placement() == Placement.EDIT_ROOT && root.isPresent()) {
      return chat.edit(to, root.get(), message, delivery.externalId());
    }
    return chat.post(to, message, delivery.externalId(), root.orElse(null));
  }

  private void settle(Delivery delivery, SendResult result) {
    Instant now = clock.instant();
    switch (result) {
      case SendResult.Sent sent -> outbox.sent(delivery, sent.messageId(), now);
      case SendResult.TooFast slow ->
          outbox.retry(delivery, now.plus(slow.retryAfter()), "the network asks to wait");
      case SendResult.Unavailable down -> again(delivery, down.detail());
      case SendResult.Uncertain lost -> settleLostAnswer(delivery, lost.detail());
      case SendResult.ChatGone gone ->
          outbox.settle(delivery, Delivery.State.PARKED, gone.detail(), now);
      case SendResult.Refused refused ->
          outbox.settle(delivery, Delivery.State.FAILED, refused.detail(), now);
    }
  }

  private void settleLostAnswer(Delivery delivery) {
    settleLostAnswer(delivery, "Bellwire ended while it was sent");
  }

  /// Asks the network first where it can tell; else the message is sent again.
  private void settleLostAnswer(Delivery delivery, String detail) {
    Address to = addresses.of(delivery.chat());
    Optional<String> accepted =
        Optional.ofNullable(chats.get(to.network()))
            .flatMap(chat -> chat.find(to, delivery.externalId()));
    accepted.ifPresentOrElse(
        id -> outbox.sent(delivery, id, clock.instant()),
        () -> again(delivery, "may have come twice: " + detail));
  }

  private void again(Delivery delivery, String detail) {
    Duration pause = Backoff.after(Math.max(1, delivery.attempts()), jitter());
    LOG.warn("Delivery {} is tried again in {}: {}", delivery.externalId(), pause, detail);
    outbox.retry(delivery, clock.instant().plus(pause), detail);
  }

  private static double jitter() {
    return ThreadLocalRandom.current().nextDouble();
  }
}
