package app.bellwire.fake;

import app.bellwire.fake.SlackDelivery.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// How what people do reaches the app: over a socket or a signed request, again when an event was
/// not acked. Confined to the lock of its world.
final class SlackDispatch {
  /// One sending of a delivery.
  ///
  /// @param number from 1
  /// @param reason why it is sent again; empty the first time
  record Attempt(String id, SlackDelivery delivery, int number, String reason, long sent) {
    Duration age() {
      return Duration.ofNanos(System.nanoTime() - sent);
    }

    /// As it goes over a socket.
    ObjectNode envelope() {
      ObjectNode envelope = JsonNodeFactory.instance.objectNode().put("envelope_id", id);
      envelope.put("type", delivery.kind().word).set("payload", delivery.payload());
      envelope.put("accepts_response_payload", delivery.kind() != Kind.EVENT);
      if (delivery.kind() == Kind.EVENT) {
        envelope.put("retry_attempt", number - 1).put("retry_reason", reason);
      }
      return envelope;
    }
  }

  private final SlackWorld world;
  private final SlackCounts counts;
  private final SlackSockets sockets;
  private final SlackHooks hooks;
  private final ScheduledExecutorService clock;
  private final Map<String, Attempt> attempts = new HashMap<>();
  private final List<SlackDelivery> deliveries = new ArrayList<>();
  Duration patience = Duration.ofSeconds(3);
  List<Duration> retries = List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

  SlackDispatch(
      SlackWorld world,
      SlackCounts counts,
      SlackSockets sockets,
      SlackHooks hooks,
      ScheduledExecutorService clock) {
    this.world = world;
    this.counts = counts;
    this.sockets = sockets;
    this.hooks = hooks;
    this.clock = clock;
  }

  List<SlackDelivery> deliveries() {
    return List.copyOf(deliveries);
  }

  /// @param reaction what an ack in time brings about
  SlackDelivery send(Kind kind, ObjectNode payload, Consumer<JsonNode> reaction) {
    SlackDelivery delivery = new SlackDelivery(kind, payload, reaction);
    deliveries.add(delivery);
    attempt(delivery, "");
    return delivery;
  }

  private void attempt(SlackDelivery delivery, String reason) {
    String id = UUID.randomUUID().toString();
    Attempt attempt = new Attempt(id, delivery, delivery.begin(), reason, System.nanoTime());
    attempts.put(id, attempt);
    if (hooks.isOn()) {
      hooks.post(attempt, patience, this::answered);
    } else if (sockets.send(attempt.envelope())) {
      after(patience, () -> overdue(attempt));
    } else {
      failed(attempt, "no_connection");
    }
  }

  private void after(Duration wait, Runnable deed) {
    Runnable locked =
        () -> {
          synchronized (world) {
            deed.run();
          }
        };
    try {
      var _ = clock.schedule(locked, wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // The server is closed; nothing is sent any more.
    }
  }

  private void overdue(Attempt attempt) {
    if (!attempt.delivery.isOver()) {
      failed(attempt, "timeout");
    }
  }

  private void failed(Attempt attempt, String reason) {
    SlackDelivery delivery = attempt.delivery;
    if (delivery.kind() == Kind.EVENT && attempt.number <= retries.size()) {
      after(retries.get(attempt.number - 1), () -> again(delivery, reason));
    } else {
      counts.leftUnacked();
      delivery.givenUp(reason);
    }
  }

  private void again(SlackDelivery delivery, String reason) {
    if (!delivery.isOver()) {
      counts.sentAgain();
      attempt(delivery, reason);
    }
  }

  /// An ack came over a socket.
  void acked(JsonNode frame) {
    Attempt attempt = attempts.get(frame.path("envelope_id").asText());
    if (attempt == null) {
      counts.complain("a frame that acks nothing: " + frame);
    } else if (attempt.age().compareTo(patience) > 0) {
      counts.ackedLate();
      attempt.delivery.givenUp("acked too late");
    } else {
      acked(attempt, frame.path("payload"));
    }
  }

  private void acked(Attempt attempt, JsonNode payload) {
    if (attempt.delivery.isOver()) {
      counts.complain("acked twice: " + attempt.delivery.kind());
      return;
    }
    Duration took = attempt.age();
    JsonNode said = payload.isNull() ? MissingNode.getInstance() : payload;
    counts.acked(took);
    try {
      attempt.delivery.react(said);
    } catch (SlackRefusal refusal) {
      counts.complain("an ack that Slack cannot show: " + refusal.json());
    }
    attempt.delivery.acked(new SlackDelivery.Ack(said, took));
  }

  /// An answer came over HTTP, or none.
  private void answered(Attempt attempt, SlackHooks.Outcome outcome) {
    synchronized (world) {
      if (outcome.taken()) {
        acked(attempt, outcome.body());
      } else if (outcome.noRetry()) {
        counts.leftUnacked();
        attempt.delivery.givenUp(outcome.reason());
      } else {
        failed(attempt, outcome.reason());
      }
    }
  }
}
