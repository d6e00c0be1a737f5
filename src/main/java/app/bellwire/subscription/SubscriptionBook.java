package app.bellwire.subscription;

import app.bellwire.chat.ChatId;
import app.bellwire.query.ParsedQuery;
import app.bellwire.work.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// The one way to change subscriptions, for chat commands and configuration alike. Thread-safe:
/// reads never block, changes are a transaction each and visible once it is committed.
public final class SubscriptionBook {
  /// How long an ended config subscription is remembered.
  private static final Duration REVIVAL = Duration.ofDays(30);

  private final SubscriptionStore store;
  private final Audit audit;
  private final UnitOfWork unitOfWork;
  private final LongSupplier ids;
  private final InstantSource clock;
  private final ConcurrentSkipListMap<Long, Subscription> live = new ConcurrentSkipListMap<>();
  private final AtomicLong revision = new AtomicLong();

  public SubscriptionBook(
      SubscriptionStore store,
      Audit audit,
      UnitOfWork unitOfWork,
      LongSupplier ids,
      InstantSource clock) {
    this.store = store;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
    reload();
  }

  /// Reads everything from the store again.
  public void reload() {
    Map<Long, Subscription> stored = new ConcurrentSkipListMap<>();
    store.all().forEach(s -> stored.put(s.id(), s));
    live.keySet().retainAll(stored.keySet());
    live.putAll(stored);
    revision.incrementAndGet();
  }

  /// Rises with every change; whoever keeps something made of the subscriptions compares it.
  public long revision() {
    return revision.get();
  }

  /// Those that have not ended, oldest first.
  public List<Subscription> all() {
    Instant now = clock.instant();
    return live.values().stream().filter(s -> s.live(now)).toList();
  }

  public List<Subscription> of(ChatId chat) {
    return all().stream().filter(s -> s.chat().equals(chat)).toList();
  }

  public Optional<Subscription> find(long id) {
    return Optional.ofNullable(live.get(id));
  }

  /// The subscription of `chat` whose query means the same as `query`.
  public Optional<Subscription> same(ChatId chat, ParsedQuery.Valid query) {
    return of(chat).stream().filter(s -> s.query().equals(query.query())).findFirst();
  }

  /// Subscribes a chat. Whether it may and whether it has that already is the caller's to ask
  /// first.
  public Subscription add(
      ChatId chat,
      ParsedQuery.Valid query,
      DeliveryPlan plan,
      Owner owner,
      Optional<Instant> until) {
    long id =
        owner instanceof Owner.InConfig config
            ? store.formerId(config.id(), chat, clock.instant().minus(REVIVAL)).orElseGet(ids)
            : ids.getAsLong();
    return put(
        new Subscription(
            id, chat, query.query(), query.text(), plan, owner, clock.instant(), until),
        "subscribe");
  }

  /// Puts `changed` in the place of the subscription with its id.
  public Subscription change(Subscription changed) {
    return put(changed, "change");
  }

  /// Ends the subscription; its history stays and a config subscription of the same id revives it.
  public void end(Subscription subscription, String who) {
    unitOfWork.inTransaction(
        () -> {
          store.end(subscription.id(), clock.instant());
          audit.note(clock.instant(), who, "end " + line(subscription));
        });
    live.remove(subscription.id());
    revision.incrementAndGet();
  }

  private Subscription put(Subscription subscription, String verb) {
    unitOfWork.inTransaction(
        () -> {
          store.save(subscription);
          audit.note(clock.instant(), who(subscription.owner()), verb + " " + line(subscription));
        });
    live.put(subscription.id(), subscription);
    revision.incrementAndGet();
    return subscription;
  }

  private static String who(Owner owner) {
    return switch (owner) {
      case Owner.InChat chat -> chat.user().toString();
      case Owner.InConfig config -> config.file();
    };
  }

  private static String line(Subscription subscription) {
    return subscription.id() + " chat " + subscription.chat().value() + " " + subscription.text();
  }
}
