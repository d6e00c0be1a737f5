package app.bellwire.fake;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.deliver.Delivery;
import app.bellwire.deliver.Delivery.State;
import app.bellwire.deliver.Delivery.Tries;
import app.bellwire.deliver.DeliveryPolicy;
import app.bellwire.deliver.Outbox;
import app.bellwire.deliver.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Deliveries numbered from 1, with the roots of their threads. Thread-safe.
public final class MemoryOutbox implements Outbox {
  private final Function<ChatId, Address> addresses;
  private final Map<Long, Delivery> deliveries = new LinkedHashMap<>();
  private final Map<Long, Instant> settled = new HashMap<>();
  private final Map<ChatId, Instant> served = new HashMap<>();
  private final Map<ChatId, Parked> parked = new HashMap<>();
  private final Map<String, String> roots = new LinkedHashMap<>();
  private final Map<String, String> threads = new LinkedHashMap<>();

  /// Every chat is local.
  public MemoryOutbox() {
    this(chat -> Address.local("c" + chat.value()));
  }

  public MemoryOutbox(Function<ChatId, Address> addresses) {
    this.addresses = addresses;
  }

  @Override
  public synchronized void add(ChatId chat, OutgoingMessage message, Instant now) {
    long id = deliveries.size() + 1L;
    boolean waits = parked.containsKey(chat);
    Instant expires =
        now.plus(waits ? DeliveryPolicy.PARKED_LIFE : DeliveryPolicy.life(message.priority()));
    State state = waits ? State.PARKED : State.QUEUED;
    deliveries.put(id, new Delivery(id, chat, message, state, Tries.NONE, now, now, expires, null));
  }

  @Override
  public synchronized List<Delivery> claim(int limit, String network, Gate gate, Instant now) {
    List<Delivery> claimed = new ArrayList<>();
    for (Delivery front : fronts(network, now)) {
      if (claimed.size() == limit) {
        return claimed;
      }
      Address address = addresses.apply(front.chat());
      switch (gate.opens(new Front(front.chat(), address, front.message().priority()))) {
        case GO -> {
          Tries tries = front.tries();
          claimed.add(
              put(
                  front,
                  State.SENDING,
                  new Tries(tries.begun() + 1, tries.lost(), tries.doubtful()),
                  front.due(),
                  front.detail()));
        }
        case PASS -> {}
        case STOP -> {
          return claimed;
        }
      }
    }
    return claimed;
  }

  private List<Delivery> fronts(String network, Instant now) {
    Map<ChatId, Delivery> fronts = new LinkedHashMap<>();
    open().forEach(d -> fronts.putIfAbsent(d.chat(), d));
    return fronts.values().stream()
        .filter(d -> addresses.apply(d.chat()).network().equals(network))
        .filter(d -> d.state() == State.QUEUED || d.state() == State.UNCERTAIN)
        .filter(d -> !d.due().isAfter(now))
        .sorted(
            Comparator.comparing((Delivery d) -> d.message().priority())
                .thenComparing(d -> served.getOrDefault(d.chat(), Instant.EPOCH))
                .thenComparing(Delivery::id))
        .toList();
  }

  /// Everything that was ever queued for a chat, oldest first.
  public synchronized List<Delivery> all(ChatId chat) {
    return deliveries.values().stream().filter(d -> d.chat().equals(chat)).toList();
  }

  private Collection<Delivery> open() {
    return List.copyOf(deliveries.values()).stream()
        .filter(d -> !settled.containsKey(d.id()))
        .toList();
  }

  @Override
  public synchronized List<Settled> settle(List<Settled> all) {
    all.forEach(this::settle);
    return List.of();
  }

  @Override
  public synchronized int putBack(Set<Long> inFlight, Instant now) {
    List<Delivery> strays =
        open().stream()
            .filter(d -> d.state() == State.SENDING && !inFlight.contains(d.id()))
            .toList();
    for (Delivery d : strays) {
      Tries tries = d.tries();
      State state = tries.doubtful() ? State.UNCERTAIN : State.QUEUED;
      Tries fewer = new Tries(tries.begun() - 1, tries.lost(), tries.doubtful());
      put(d, state, fewer, d.due(), d.detail());
    }
    return strays.size();
  }

  private void settle(Settled one) {
    Delivery d = one.delivery();
    Tries tries = d.tries();
    Tries lost = new Tries(tries.begun(), tries.lost() + (tries.doubtful() ? 0 : 1), true);
    Tries clear = new Tries(tries.begun(), tries.lost(), false);
    served.put(d.chat(), one.at());
    switch (one.settlement()) {
      case Settlement.Accepted accepted -> {
        ends(put(d, State.SENT, clear, d.due(), null), one.at());
        remember(d, accepted.messageId());
      }
      case Settlement.Found found -> {
        Tries less = new Tries(tries.begun(), tries.lost() - 1, false);
        ends(put(d, State.SENT, less, d.due(), null), one.at());
        remember(d, found.messageId());
      }
      case Settlement.Again again -> put(d, State.QUEUED, clear, again.due(), again.detail());
      case Settlement.Doubtful doubt ->
          put(
              d,
              State.UNCERTAIN,
              new Tries(tries.begun(), tries.lost() + 1, true),
              doubt.due(),
              doubt.detail());
      case Settlement.TooEarly early ->
          put(
              d,
              State.UNCERTAIN,
              new Tries(tries.begun() - 1, tries.lost(), true),
              early.due(),
              d.detail());
      case Settlement.HeldBack held ->
          ends(put(d, State.UNCERTAIN, lost, d.due(), held.detail()), one.at());
      case Settlement.RootGone gone -> {
        roots.remove(key(d.chat(), String.valueOf(d.message().thread())));
        put(d, State.QUEUED, clear, gone.due(), gone.detail());
      }
      case Settlement.ChatMoved moved -> {
        roots.keySet().removeIf(key -> key.startsWith(key(d.chat(), "")));
        put(d, State.QUEUED, clear, moved.due(), "the chat is found elsewhere now");
      }
      case Settlement.ChatParked gone -> {
        put(d, State.PARKED, tries, d.due(), gone.detail());
        park(d.chat(), gone.detail(), one.at());
      }
      case Settlement.Failed failed ->
          ends(put(d, State.FAILED, clear, d.due(), failed.detail()), one.at());
    }
  }

  private void remember(Delivery delivery, String messageId) {
    String thread = delivery.message().thread();
    if (thread != null) {
      roots.putIfAbsent(key(delivery.chat(), thread), messageId);
      threads.put(key(delivery.chat(), messageId), thread);
    }
  }

  @Override
  public synchronized int expire(Instant now) {
    List<Delivery> late =
        open().stream()
            .filter(d -> d.state() != State.SENDING && !d.expires().isAfter(now))
            .toList();
    late.forEach(
        d -> {
          State state = d.state() == State.UNCERTAIN ? d.state() : State.EXPIRED;
          ends(put(d, state, d.tries(), d.due(), d.detail()), now);
        });
    return late.size();
  }

  @Override
  public synchronized int recover(Instant now) {
    List<Delivery> lost = open().stream().filter(d -> d.state() == State.SENDING).toList();
    lost.forEach(
        d ->
            put(
                d,
                State.UNCERTAIN,
                new Tries(d.tries().begun(), d.tries().lost() + 1, true),
                now,
                "Bellwire ended before the answer came"));
    return lost.size();
  }

  @Override
  public synchronized void wake(String network, Instant now) {
    open().stream()
        .filter(d -> addresses.apply(d.chat()).network().equals(network))
        .filter(d -> d.due().isAfter(now))
        .forEach(d -> put(d, d.state(), d.tries(), now, d.detail()));
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
  public synchronized List<Delivery> of(ChatId chat, String thread) {
    return deliveries.values().stream()
        .filter(d -> d.chat().equals(chat) && thread.equals(d.message().thread()))
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
  public synchronized long sentAgainSince(Instant since) {
    return deliveries.values().stream()
        .filter(d -> !d.queued().isBefore(since) && d.state() == State.SENT)
        .filter(d -> d.tries().lost() > 0 && d.tries().begun() > d.tries().lost())
        .count();
  }

  @Override
  public synchronized List<Waiting> waiting() {
    Map<ChatId, Waiting> waiting = new LinkedHashMap<>();
    open()
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
    List<Delivery> theirs =
        open().stream()
            .filter(d -> d.state() == State.QUEUED || d.state() == State.PARKED)
            .filter(d -> d.chat().equals(chat) && thread.equals(d.message().thread()))
            .toList();
    theirs.forEach(d -> ends(put(d, State.WITHDRAWN, d.tries(), d.due(), d.detail()), d.queued()));
    return theirs.size();
  }

  @Override
  public synchronized List<Delivery> uncertain() {
    return deliveries.values().stream()
        .filter(d -> d.state() == State.UNCERTAIN && settled.containsKey(d.id()))
        .toList();
  }

  @Override
  public synchronized boolean resend(long id, Instant now) {
    return changed(
        id,
        d -> d.state() == State.FAILED || d.state() == State.UNCERTAIN && settled.containsKey(id),
        d -> {
          Tries clear = new Tries(d.tries().begun(), d.tries().lost(), false);
          livesAnew(put(d, State.QUEUED, clear, now, null), now);
          settled.remove(id);
        });
  }

  @Override
  public synchronized boolean drop(long id, String by, Instant now) {
    return changed(
        id,
        d -> d.state() != State.SENDING && d.state() != State.SENT,
        d -> ends(put(d, State.WITHDRAWN, d.tries(), d.due(), "dropped by " + by), now));
  }

  private boolean changed(
      long id, Predicate<Delivery> which, java.util.function.Consumer<Delivery> change) {
    Optional<Delivery> found = Optional.ofNullable(deliveries.get(id)).filter(which);
    found.ifPresent(change);
    return found.isPresent();
  }

  @Override
  public synchronized void park(ChatId chat, String detail, Instant now) {
    parked.put(chat, new Parked(now, detail));
    open().stream()
        .filter(o -> o.chat().equals(chat))
        .map(o -> put(o, State.PARKED, o.tries(), o.due(), o.detail()))
        .forEach(o -> lives(o, now.plus(DeliveryPolicy.PARKED_LIFE)));
  }

  @Override
  public synchronized Optional<Parked> parked(ChatId chat) {
    return Optional.ofNullable(parked.get(chat));
  }

  @Override
  public synchronized Map<ChatId, Parked> parked() {
    return Map.copyOf(parked);
  }

  @Override
  public synchronized List<Delivery> parkedFor(ChatId chat) {
    return open().stream().filter(d -> d.chat().equals(chat) && d.state() == State.PARKED).toList();
  }

  @Override
  public synchronized void unpark(ChatId chat, Instant now) {
    parkedFor(chat).forEach(d -> livesAnew(put(d, State.QUEUED, d.tries(), now, d.detail()), now));
    parked.remove(chat);
  }

  @Override
  public synchronized List<Recent> recent(Instant since, Instant now) {
    List<Recent> recent = new ArrayList<>();
    for (Delivery d : deliveries.values()) {
      Instant at = settled.get(d.id());
      if (d.state() == State.SENT && at != null && at.isAfter(since)) {
        recent.add(new Recent(addresses.apply(d.chat()), at));
      } else if (d.state() == State.UNCERTAIN && at == null) {
        recent.add(new Recent(addresses.apply(d.chat()), now));
      }
    }
    recent.sort(Comparator.comparing(Recent::at));
    return recent;
  }

  @Override
  public synchronized void clockMoved(Duration by) {
    open().stream()
        .filter(d -> by.isNegative() || d.due().isAfter(d.queued()))
        .forEach(d -> put(d, d.state(), d.tries(), d.due().plus(by), d.detail()));
  }

  private void ends(Delivery delivery, Instant at) {
    settled.put(delivery.id(), at);
  }

  private void livesAnew(Delivery d, Instant now) {
    lives(d, now.plus(DeliveryPolicy.life(d.message().priority())));
  }

  private void lives(Delivery d, Instant expires) {
    deliveries.put(
        d.id(),
        new Delivery(
            d.id(),
            d.chat(),
            d.message(),
            d.state(),
            d.tries(),
            d.queued(),
            d.due(),
            expires,
            d.detail()));
  }

  private Delivery put(Delivery d, State state, Tries tries, Instant due, @Nullable String detail) {
    Delivery now =
        new Delivery(
            d.id(), d.chat(), d.message(), state, tries, d.queued(), due, d.expires(), detail);
    deliveries.put(d.id(), now);
    return now;
  }

  private static String key(ChatId chat, String what) {
    return chat.value() + " " + what;
  }
}
