package app.bellwire.deliver;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Messages decided but not yet accepted, one lane a chat: only the oldest open delivery of a lane
/// may go. Implementations are thread-safe; writes join the caller's transaction.
public interface Outbox {
  /// Queues `message` behind everything the chat already waits for; parked where the chat is.
  void add(ChatId chat, OutgoingMessage message, Instant now);

  /// Marks as SENDING and returns what may go now: of each chat only its oldest open delivery, if
  /// that is due; at most `limit`. What is most urgent goes first, then the chat that was served
  /// longest ago, so that a busy one starves no other.
  ///
  /// @param network whose chats are meant
  /// @param gate asked in that order for each lane
  List<Delivery> claim(int limit, String network, Gate gate, Instant now);

  /// Writes down what became of deliveries that were claimed; roots of threads are remembered.
  ///
  /// @return those that have to come again, since somebody else writes to their lanes
  List<Settled> settle(List<Settled> settled);

  /// After a transaction that may or may not have been committed: what is SENDING and not in flight
  /// was claimed there and never sent, and waits again.
  ///
  /// @param inFlight ids of deliveries
  /// @return how many deliveries
  int putBack(Set<Long> inFlight, Instant now);

  /// Gives up what expired by `now`.
  ///
  /// @return how many deliveries
  int expire(Instant now);

  /// For a program that starts: what was SENDING when the last one ended is UNCERTAIN and due, its
  /// answers are lost.
  ///
  /// @return how many deliveries
  int recover(Instant now);

  /// What waits for its next try on a network is due now.
  void wake(String network, Instant now);

  /// The network's id of the message a thread began with in a chat.
  Optional<String> root(ChatId chat, String thread);

  /// The thread that the message belongs to.
  Optional<String> threadOf(ChatId chat, String messageId);

  /// The deliveries of a thread in a chat, in whatever state, oldest first.
  List<Delivery> of(ChatId chat, String thread);

  /// Counts of deliveries queued since `since`, by state.
  Map<Delivery.State, Long> countsSince(Instant since);

  /// Deliveries queued since `since` whose answer was lost at least once and that were sent again.
  long sentAgainSince(Instant since);

  /// Open deliveries by chat, oldest first; parked ones too.
  List<Waiting> waiting();

  /// Withdraws what is queued or parked of a thread in a chat.
  ///
  /// @return how many deliveries
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

  /// The chat takes nothing for now: what waits and what comes is parked.
  void park(ChatId chat, String detail, Instant now);

  /// Since when and why a chat takes nothing.
  Optional<Parked> parked(ChatId chat);

  /// The chats that take nothing.
  Map<ChatId, Parked> parked();

  /// What is parked for a chat, oldest first.
  List<Delivery> parkedFor(ChatId chat);

  /// The chat takes messages again: what was parked is queued, its life counted anew.
  void unpark(ChatId chat, Instant now);

  /// Sends accepted since `since`, and those at `now` whose answer is unknown, by address: what the
  /// limits of networks count. Oldest first.
  List<Recent> recent(Instant since, Instant now);

  /// Somebody set the wall clock: what waits keeps its waits. What never had to wait does not begin
  /// to: it may have been put in after the clock was set on.
  void clockMoved(Duration by);

  /// Whether the front of a lane may go.
  @FunctionalInterface
  interface Gate {
    /// Opens for all.
    Gate OPEN = front -> Answer.GO;

    Answer opens(Front front);
  }

  /// What a gate says.
  enum Answer {
    GO,
    /// Not this one; the next may.
    PASS,
    /// None of the network.
    STOP
  }

  /// The front of a chat's lane.
  record Front(ChatId chat, Address address, Priority priority) {}

  /// What became of a claimed delivery, and when.
  record Settled(Delivery delivery, Settlement settlement, Instant at) {}

  record Waiting(ChatId chat, int count, Instant oldest, Instant nextTry, String detail) {}

  record Parked(Instant since, String detail) {}

  record Recent(Address address, Instant at) {}
}
