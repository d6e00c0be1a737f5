package app.bellwire.fake;

import app.bellwire.chat.ChatId;
import app.bellwire.subscription.Audit;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.Subscription;
import app.bellwire.subscription.SubscriptionStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Subscriptions and the notes of who changed them. Thread-safe.
public final class MemorySubscriptions implements SubscriptionStore, Audit {
  private final Map<Long, Subscription> all = new LinkedHashMap<>();
  private final Map<Long, Instant> ended = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  @Override
  public synchronized List<Subscription> all() {
    return all.values().stream().filter(s -> !ended.containsKey(s.id())).toList();
  }

  @Override
  public synchronized void save(Subscription subscription) {
    all.put(subscription.id(), subscription);
    ended.remove(subscription.id());
  }

  @Override
  public synchronized void end(long id, Instant at) {
    ended.put(id, at);
  }

  @Override
  public synchronized OptionalLong formerId(String configId, ChatId chat, Instant since) {
    return all.values().stream()
        .filter(s -> s.chat().equals(chat))
        .filter(s -> s.owner() instanceof Owner.InConfig config && config.id().equals(configId))
        .filter(s -> !ended.getOrDefault(s.id(), Instant.MIN).isBefore(since))
        .mapToLong(Subscription::id)
        .findFirst();
  }

  @Override
  public synchronized void note(Instant at, String who, String what) {
    notes.add(who + " " + what);
  }

  /// Everything noted so far, oldest first.
  public synchronized List<String> notes() {
    return List.copyOf(notes);
  }
}
