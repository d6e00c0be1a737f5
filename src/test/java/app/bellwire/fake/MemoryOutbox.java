package app.bellwire.fake;

import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.command.Deliveries;
import app.bellwire.deliver.Delivery;
import app.bellwire.deliver.Delivery.State;
import app.bellwire.deliver.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Deliveries numbered from 1, with the roots of their threads. Thread-safe.
public final class MemoryOutbox implements Outbox {
  private final Map<Long, Delivery> deliveries = new LinkedHashMap<>();
  private final Map<String, String> roots = new LinkedHashMap<>();
  private final Map<String, String> threads = new LinkedHashMap<>();

  @Override
  public synchronized void add(ChatId chat, OutgoingMessage message, Instant now) {
    long id = deliveries.size() + 1L;
    Instant expires = now.plus(ALERT_LIFE);
    deliveries.put(id, new Delivery(id, chat, message, State.QUEUED, 0, now, now, expires, null));
  }

  @Override
  public synchronized List<Delivery> claim(int limit, Instant now) {
    List<Delivery> claimed = new ArrayList<>();
    Set<ChatId> seen = new HashSet<>();
    for (Delivery d : List.copyOf(deliveries.values())) {
      boolean open = d.state() == State.QUEUED || d.state() == State.SENDING;
      boolean oldest = open && seen.add(d.chat());
      if (oldest && d.state() == State.QUEUED && !d.due().isAfter(now) && claimed.size() < limit) {
        claimed.add(put(d, State.SENDING, d.attempts() + 1, d.due(), d.detail()));
      }
    }
    return claimed;
  }

  @Override
  public synchronized void sent(Delivery delivery, String messageId, Instant at) {
    put(delivery, State.SENT, delivery.attempts(), delivery.due(), null);
    String thread = delivery.message().thread();
    if (thread != null) {
      roots.putIfAbsent(key(delivery.chat(), thread), messageId);
      threads.put(key(delivery.chat(), messageId), thread);
    }
  }

  @Override
  public synchronized void retry(Delivery delivery, Instant due, String detail) {
    put(delivery, State.QUEUED, delivery.attempts(), due, detail);
  }

  @Override
  public synchronized void settle(Delivery delivery, State state, String detail, Instant at) {
    put(delivery, state, delivery.attempts(), delivery.due(), detail);
  }

  @Override
  public synchronized List<Delivery> uncertain() {
    return deliveries.values().stream().filter(d -> d.state() == State.UNCERTAIN).toList();
  }

  @Override
  public synchronized boolean resend(long id, Instant now) {
    Delivery d = deliveries.get(id);
    return d != null && put(d, State.QUEUED, d.attempts(), now, d.detail()).id() == id;
  }

  @Override
  public synchronized boolean drop(long id, String by, Instant now) {
    Delivery d = deliveries.get(id);
    return d != null && put(d, State.FAILED, d.attempts(), now, "dropped by " + by).id() == id;
  }

  @Override
  public synchronized Optional<String> root(ChatId chat, String thread) {
    return Optional.ofNullable(roots.get(key(chat, thread)));
  }

  @Override
  public synchronized Optional<String> threadOf(ChatId chat, String messageId) {
    return Optional.ofNullable(threads.get(key(chat, messageId)));
  }

  @Override
  public synchronized List<Delivery> recover(Instant now) {
    return List.copyOf(deliveries.values()).stream()
        .filter(d -> d.state() == State.SENDING)
        .map(d -> put(d, State.UNCERTAIN, d.attempts(), d.due(), "the program ended"))
        .toList();
  }

  @Override
  public synchronized Map<State, Long> countsSince(Instant since) {
    Map<State, Long> counts = new EnumMap<>(State.class);
    deliveries.values().stream()
        .filter(d -> !d.queued().isBefore(since))
        .forEach(d -> counts.merge(d.state(), 1L, Long::sum));
    return counts;
  }

  @Override
  public synchronized List<Waiting> waiting() {
    Map<ChatId, Waiting> waiting = new LinkedHashMap<>();
    deliveries.values().stream()
        .filter(d -> d.state() == State.QUEUED || d.state() == State.PARKED)
        .forEach(
            d ->
                waiting.merge(
                    d.chat(),
                    new Waiting(
                        d.chat(),
                        1,
                        d.queued(),
                        d.due(),
                        Objects.requireNonNullElse(d.detail(), "")),
                    (a, b) ->
                        new Waiting(a.chat(), a.count() + 1, a.oldest(), a.nextTry(), a.detail())));
    return List.copyOf(waiting.values());
  }

  @Override
  public synchronized int withdraw(ChatId chat, String thread) {
    List<Long> ids =
        deliveries.values().stream()
            .filter(d -> d.state() == State.QUEUED && d.chat().equals(chat))
            .filter(d -> thread.equals(d.message().thread()))
            .map(Delivery::id)
            .toList();
    ids.forEach(deliveries::remove);
    return ids.size();
  }

  /// What became of the messages of a thread.
  public synchronized List<Deliveries.Fate> fates(ChatId chat, String thread) {
    return deliveries.values().stream()
        .filter(d -> d.chat().equals(chat) && thread.equals(d.message().thread()))
        .map(
            d ->
                new Deliveries.Fate(
                    d.state(),
                    d.attempts(),
                    d.queued(),
                    Objects.requireNonNullElse(d.detail(), "")))
        .toList();
  }

  private Delivery put(
      Delivery d, State state, int attempts, Instant due, @Nullable String detail) {
    Delivery now =
        new Delivery(
            d.id(), d.chat(), d.message(), state, attempts, d.queued(), due, d.expires(), detail);
    deliveries.put(d.id(), now);
    return now;
  }

  private static String key(ChatId chat, String what) {
    return chat.value() + " " + what;
  }
}
