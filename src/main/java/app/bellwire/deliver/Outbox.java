package app.bellwire.deliver;

import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Messages decided but not yet accepted. Implementations are thread-safe; writes join the caller's
/// transaction, and a claim is a transaction of its own.
public interface Outbox {
  /// How long an alert is tried before it expires.
  Duration ALERT_LIFE = Duration.ofHours(24);

  /// Queues `message` behind everything the chat already waits for.
  void add(ChatId chat, OutgoingMessage message, Instant now);

  /// Marks as SENDING and returns what may go now: of each chat only its oldest open delivery, and
  /// only if that is due; at most `limit`, oldest first.
  List<Delivery> claim(int limit, Instant now);

  /// Accepted as `messageId`; roots of threads are remembered.
  void sent(Delivery delivery, String messageId, Instant at);

  /// Back to the queue, tried again at `due`; the chat's later messages wait behind it.
  void retry(Delivery delivery, Instant due, String detail);

  /// A final or waiting state other than sent.
  void settle(Delivery delivery, Delivery.State state, String detail, Instant at);

  /// The network's id of the message a thread began with in a chat.
  Optional<String> root(ChatId chat, String thread);

  /// The thread that the message belongs to.
  Optional<String> threadOf(ChatId chat, String messageId);

  /// What was SENDING when the program ended: its answers are lost.
  ///
  /// @return those deliveries, now UNCERTAIN
  List<Delivery> recover(Instant now);

  /// Counts of deliveries queued since `since`, by state.
  Map<Delivery.State, Long> countsSince(Instant since);

  /// Open deliveries by chat, oldest first.
  List<Waiting> waiting();

  /// Withdraws what is queued of a thread in a chat.
  int withdraw(ChatId chat, String thread);

  /// Deliveries that wait for an admin's word because their answer was lost, oldest first.
  List<Delivery> uncertain();

  /// Sends an uncertain or failed delivery again.
  ///
  /// @return false when there is no such delivery
  boolean resend(long id, Instant now);

  /// Gives up an uncertain, failed or waiting delivery.
  ///
  /// @param by who said so
  /// @return false when there is no such delivery
  boolean drop(long id, String by, Instant now);

  record Waiting(ChatId chat, int count, Instant oldest, Instant nextTry, String detail) {}
}
