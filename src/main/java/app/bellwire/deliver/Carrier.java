package app.bellwire.deliver;

import app.bellwire.chat.Address;
import app.bellwire.chat.Chat;
import app.bellwire.chat.Lookup;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Placement;
import app.bellwire.chat.SendResult;
import app.bellwire.deliver.DeliveryPolicy.Doubt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes one delivery to its network and says what became of it. Where the last answer was lost, it
/// first does what the chat has set for that. Thread-safe; blocks while the network answers.
final class Carrier {
  private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);

  private final Networks networks;
  private final Outbox outbox;
  private final Times times;
  private final Instant started;

  Carrier(Networks networks, Outbox outbox, Times times) {
    this.networks = networks;
    this.outbox = outbox;
    this.times = times;
    this.started = times.steady().instant();
  }

  /// @param result what the network said; empty when it was not asked to take the message
  record Carried(Settlement settlement, Optional<SendResult> result) {}

  /// Passes nothing on that is thrown, no error either: the lane would wait for its end for ever.
  Carried carry(Delivery delivery, Address to, Chat chat) {
    Doubt doubt = new Doubt(networks.onUncertain(to), chat.late());
    Optional<String> root;
    try {
      root = root(delivery);
    } catch (RuntimeException e) {
      LOG.warn("Delivery {} was not tried: {}", delivery.externalId(), e.getMessage());
      return new Carried(DeliveryPolicy.notTried(delivery, now(), jitter()), Optional.empty());
    }
    try {
      return unsure(delivery, to, chat, root, doubt)
          .map(settled -> new Carried(settled, Optional.empty()))
          .orElseGet(() -> sent(delivery, to, chat, root, doubt));
    } catch (RuntimeException | Error e) {
      LOG.error("Delivery {} met a surprise", delivery.externalId(), e);
      Settlement after = DeliveryPolicy.surprised(delivery, e, doubt, now(), jitter());
      return new Carried(after, Optional.empty());
    }
  }

  /// What becomes of a delivery whose last answer was lost, if it is not to be sent again.
  private Optional<Settlement> unsure(
      Delivery delivery, Address to, Chat chat, Optional<String> root, Doubt doubt) {
    if (!delivery.tries().doubtful()) {
      return Optional.empty();
    }
    return switch (doubt.then()) {
      case RESEND -> Optional.empty();
      case HOLD -> Optional.of(new Settlement.HeldBack("may have come: " + delivery.detail()));
      case RECONCILE -> askedFor(delivery, to, chat, root, doubt.late());
    };
  }

  private Optional<Settlement> askedFor(
      Delivery delivery, Address to, Chat chat, Optional<String> root, Duration late) {
    Instant earliest = earliest(delivery, late);
    if (now().isBefore(earliest)) {
      return Optional.of(new Settlement.TooEarly(earliest));
    }
    return switch (chat.find(to, delivery.externalId(), root.orElse(null), delivery.queued())) {
      case Lookup.Found found -> Optional.of(new Settlement.Found(found.messageId()));
      case Lookup.Absent absent -> Optional.empty();
      case Lookup.Unknown unknown -> Optional.empty();
    };
  }

  /// When the network can tell: a delivery that was woken waits on, and one that was in flight when
  /// the last program ended was sent before this one began.
  private Instant earliest(Delivery delivery, Duration late) {
    Duration running = Duration.between(started, times.steady().instant());
    Instant settled = now().plus(late).minus(running);
    return settled.isAfter(delivery.due()) ? settled : delivery.due();
  }

  private Optional<String> root(Delivery delivery) {
    return Optional.ofNullable(delivery.message().thread())
        .flatMap(thread -> outbox.root(delivery.chat(), thread));
  }

  private Carried sent(
      Delivery delivery, Address to, Chat chat, Optional<String> root, Doubt doubt) {
    SendResult result = send(delivery, to, chat, root);
    return new Carried(
        DeliveryPolicy.after(delivery, result, doubt, now(), jitter()), Optional.of(result));
  }

  private static SendResult send(Delivery delivery, Address to, Chat chat, Optional<String> root) {
    OutgoingMessage message = delivery.message();
    if (message.placement() == Placement.EDIT_ROOT && root.isPresent()) {
      return chat.edit(to, root.get(), message, delivery.externalId());
    }
    return chat.post(to, message, delivery.externalId(), root.orElse(null));
  }

  private Instant now() {
    return times.wall().instant();
  }

  private static double jitter() {
    return ThreadLocalRandom.current().nextDouble();
  }
}
