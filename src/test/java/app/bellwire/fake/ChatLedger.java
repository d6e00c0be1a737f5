package app.bellwire.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a [ChatServer] has taken, in order, and how often it could not say so: the truth that a
/// program's own books are held against. Thread-safe.
public final class ChatLedger {
  /// @param edit whether it replaces a message
  /// @param chat the id of the chat on the network
  /// @param message the message it answers or replaces, or null
  public record Call(
      boolean edit,
      String chat,
      @Nullable String topic,
      String text,
      String delivery,
      @Nullable String message) {}

  /// An accepted call.
  ///
  /// @param order from 1
  /// @param messageId the message that came of it
  /// @param nanos when it came, by a clock that is never set
  public record Entry(int order, Call call, String messageId, long nanos, Instant at) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Integer> lost = new HashMap<>();
  private int violations;

  synchronized Entry accept(Call call) {
    int order = entries.size() + 1;
    String message = call.edit() && call.message() != null ? call.message() : "m" + order;
    Entry entry = new Entry(order, call, message, System.nanoTime(), Instant.now());
    entries.add(entry);
    return entry;
  }

  synchronized void answerLost(Call call) {
    lost.merge(call.delivery(), 1, Integer::sum);
  }

  synchronized void violated() {
    violations++;
  }

  synchronized boolean holds(String chat, String messageId) {
    return entries.stream()
        .anyMatch(e -> e.messageId.equals(messageId) && e.call.chat().equals(chat));
  }

  /// What came first under a delivery's id.
  public synchronized Optional<Entry> of(String delivery) {
    return entries.stream().filter(e -> e.call.delivery().equals(delivery)).findFirst();
  }

  /// Everything accepted so far, in order.
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /// How often each delivery was accepted.
  public synchronized Map<String, Integer> deliveries() {
    Map<String, Integer> counts = new HashMap<>();
    entries.forEach(entry -> counts.merge(entry.call.delivery(), 1, Integer::sum));
    return counts;
  }

  /// How often the answer to an accepted delivery was lost on purpose.
  public synchronized Map<String, Integer> lostAnswers() {
    return Map.copyOf(lost);
  }

  /// Calls that came faster than the limits allow; none of them was accepted.
  public synchronized int violations() {
    return violations;
  }
}
