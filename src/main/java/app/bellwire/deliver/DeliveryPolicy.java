package app.bellwire.deliver;

import app.bellwire.chat.OnUncertain;
import app.bellwire.chat.OutgoingMessage.Priority;
import app.bellwire.chat.SendResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// Decides what becomes of a delivery. Pure.
public final class DeliveryPolicy {
  /// A network may still be taking in what it got when the answer was lost; it is asked after this
  /// at the earliest.
  static final Duration BEFORE_ASKING = Duration.ofSeconds(3);

  private static final int SURPRISES = 5;
  private static final Duration ALERT_LIFE = Duration.ofHours(24);
  private static final Duration CORRECTION_LIFE = Duration.ofDays(7);

  /// How long a chat that takes nothing is waited for.
  public static final Duration PARKED_LIFE = Duration.ofDays(30);

  private DeliveryPolicy() {}

  /// How long a message is tried before it expires. A correction stays worth telling for longer
  /// than the news it corrects.
  public static Duration life(Priority priority) {
    return switch (priority) {
      case ANSWER, ALERT, DIGEST -> ALERT_LIFE;
      case CORRECTION -> CORRECTION_LIFE;
    };
  }

  /// What happens to a message whose answer was lost.
  ///
  /// @param late how long it may still come
  record Doubt(OnUncertain then, Duration late) {}

  /// @param delivery as it was when the send began
  /// @param doubt what holds for its chat
  /// @param jitter 0 to 1
  static Settlement after(
      Delivery delivery, SendResult result, Doubt doubt, Instant now, double jitter) {
    return switch (result) {
      case SendResult.Sent sent -> new Settlement.Accepted(sent.messageId());
      case SendResult.TooFast slow ->
          new Settlement.Again(now.plus(slow.retryAfter()), "the network asks to wait");
      case SendResult.Unavailable down ->
          new Settlement.Again(now.plus(pause(delivery, jitter)), down.detail());
      case SendResult.Uncertain lost -> lost(delivery, lost.detail(), doubt, now, jitter);
      case SendResult.ChatGone gone -> new Settlement.ChatParked(gone.detail());
      case SendResult.Moved moved -> new Settlement.ChatMoved(moved.to(), now);
      case SendResult.MessageGone gone -> new Settlement.RootGone(now, gone.detail());
      case SendResult.Refused refused -> new Settlement.Failed(refused.detail());
    };
  }

  private static Settlement lost(
      Delivery delivery, String detail, Doubt doubt, Instant now, double jitter) {
    String words = "may have come twice: " + detail;
    return switch (doubt.then()) {
      case RESEND -> new Settlement.Doubtful(now.plus(pause(delivery, jitter)), words);
      case RECONCILE -> new Settlement.Doubtful(now.plus(beforeAsking(doubt.late())), detail);
      case HOLD -> new Settlement.HeldBack("may have come: " + detail);
    };
  }

  private static Duration beforeAsking(Duration late) {
    return late.compareTo(BEFORE_ASKING) > 0 ? late : BEFORE_ASKING;
  }

  /// A send that met a fault of ours: whether it reached the network is not known. A message that
  /// leaves that open again and again is given up, or it would hold up its chat for a day.
  static Settlement surprised(
      Delivery delivery, Throwable fault, Doubt doubt, Instant now, double jitter) {
    String detail = "a fault in Bellwire: " + fault.getClass().getSimpleName();
    return delivery.tries().lost() + 1 < SURPRISES
        ? lost(delivery, detail, doubt, now, jitter)
        : new Settlement.Failed(detail);
  }

  /// The store did not answer, so that no send began.
  static Settlement notTried(Delivery delivery, Instant now, double jitter) {
    Instant due = now.plus(pause(delivery, jitter));
    String detail = Objects.requireNonNullElse(delivery.detail(), "the store did not answer");
    return delivery.tries().doubtful()
        ? new Settlement.Doubtful(due, detail)
        : new Settlement.Again(due, detail);
  }

  private static Duration pause(Delivery delivery, double jitter) {
    return Backoff.after(Math.max(1, delivery.tries().begun()), jitter);
  }
}
