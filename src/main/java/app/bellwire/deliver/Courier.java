package app.bellwire.deliver;

import app.bellwire.chat.Address;
import app.bellwire.chat.Chat;
import app.bellwire.chat.Lookup;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Placement;
import app.bellwire.chat.SendResult;
import app.bellwire.work.Bell;
import app.bellwire.work.Loop;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries what is due from the outbox to the chats: one message of a chat at a time, in order,
/// many chats at once. It is the only place that tries again.
///
/// One thread claims, one virtual thread a message sends. [#start] and [#close] are called once
/// each; a ring of the bell means that something was queued.
public final class Courier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final int HANDS = 64;
  private static final Duration IDLE = Duration.ofMillis(500);
  private static final Duration SHUTDOWN = Duration.ofSeconds(4);

  private final Outbox outbox;
  private final Map<String, Chat> chats;
  private final Addresses addresses;
  private final InstantSource clock;
  private final Bell bell;
  private final Loop loop;
  private final ThreadFactory threads;
  private final ExecutorService senders;
  private final Semaphore hands = new Semaphore(HANDS);

  public Courier(
      Outbox outbox,
      List<Chat> chats,
      Addresses addresses,
      InstantSource clock,
      Bell bell,
      ThreadFactory threads) {
    this.outbox = outbox;
    this.chats = chats.stream().collect(Collectors.toMap(Chat::network, Function.identity()));
    this.addresses = addresses;
    this.clock = clock;
    this.bell = bell;
    this.loop = new Loop("The courier", this::carryAllDue, bell, IDLE, SHUTDOWN);
    this.threads = threads;
    this.senders = Executors.newThreadPerTaskExecutor(threads);
  }

  /// Settles what a killed program left in flight, then carries until closed.
  public void start() {
    recover();
    loop.start(threads);
  }

  /// Carries until nothing is due and nothing is in flight, at most `patience`; for a program that
  /// does not stay.
  ///
  /// @return whether everything due was carried
  public boolean drain(Duration patience) throws InterruptedException {
    recover();
    Instant end = clock.instant().plus(patience);
    while (clock.instant().isBefore(end)) {
      if (carryDue() == 0 && hands.availablePermits() == HANDS && carryDue() == 0) {
        return true;
      }
      bell.await(Duration.ofMillis(50));
    }
    return false;
  }

  /// Takes nothing new and waits for the sends in flight.
  @Override
  public void close() throws InterruptedException {
    loop.close();
    senders.shutdown();
    if (!senders.awaitTermination(SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS)) {
      senders.shutdownNow();
    }
  }

  private void recover() {
    outbox
        .recover(clock.instant())
        .forEach(delivery -> settleLostAnswer(delivery, "Bellwire ended while it was sent"));
  }

  private void carryAllDue() {
    while (!loop.closing() && carryDue() > 0) {
      // the next claim sees what the last one left
    }
  }

  /// Begins to send what is due now, as far as there are free hands.
  ///
  /// @return how many sends were begun
  private int carryDue() {
    int free = hands.drainPermits();
    List<Delivery> due = List.of();
    try {
      due = free == 0 ? due : outbox.claim(free, clock.instant());
    } finally {
      hands.release(free - due.size());
    }
    due.forEach(delivery -> senders.execute(() -> carryAndFree(delivery)));
    return due.size();
  }

  private void carryAndFree(Delivery delivery) {
    try {
      settle(delivery, send(delivery));
    } catch (RuntimeException e) {
      LOG.error("Delivery {} met a surprise and is tried again", delivery.externalId(), e);
      again(delivery, "a fault in Bellwire: " + e.getClass().getSimpleName());
    } finally {
      hands.release();
      bell.ring();
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
      case SendResult.MessageGone gone -> again(delivery, gone.detail());
      case SendResult.Refused refused ->
          outbox.settle(delivery, Delivery.State.FAILED, refused.detail(), now);
    }
  }

  /// Asks the network first where it can tell; else the message is sent again.
  private void settleLostAnswer(Delivery delivery, String detail) {
    Address to = addresses.of(delivery.chat());
    Optional<String> accepted =
        Optional.ofNullable(chats.get(to.network()))
            .map(chat -> chat.find(to, delivery.externalId()))
            .filter(Lookup.Found.class::isInstance)
            .map(Lookup.Found.class::cast)
            .map(Lookup.Found::messageId);
    accepted.ifPresentOrElse(
        id -> outbox.sent(delivery, id, clock.instant()),
        () -> again(delivery, "may have come twice: " + detail));
  }

  private void again(Delivery delivery, String detail) {
    double jitter = ThreadLocalRandom.current().nextDouble();
    Duration pause = Backoff.after(Math.max(1, delivery.attempts()), jitter);
    LOG.warn("Delivery {} is tried again in {}: {}", delivery.externalId(), pause, detail);
    outbox.retry(delivery, clock.instant().plus(pause), detail);
  }
}
