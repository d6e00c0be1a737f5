package app.bellwire.app;

import app.bellwire.chat.Address;
import app.bellwire.chat.Chat;
import app.bellwire.chat.ChatId;
import app.bellwire.config.ConfigProblem;
import app.bellwire.deliver.Outbox;
import app.bellwire.notice.Condition;
import app.bellwire.notice.Condition.ChangeRefused;
import app.bellwire.notice.Condition.ChangeWaits;
import app.bellwire.notice.Condition.ChatParked;
import app.bellwire.notice.Condition.MeaningUnread;
import app.bellwire.notice.Condition.NetworkTrouble;
import app.bellwire.notice.Condition.SourceFails;
import app.bellwire.notice.Condition.TopicLost;
import app.bellwire.notice.Ending;
import app.bellwire.notice.Key;
import app.bellwire.notice.Troubles;
import app.bellwire.source.Source;
import app.bellwire.source.SourceId;
import app.bellwire.source.SourceKind;
import app.bellwire.source.SourceState;
import app.bellwire.store.Stores;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.subscription.SubscriptionBook;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is wrong with the running program, as its stores, its configuration and its networks have
/// it. Thread-safe.
final class RunningTroubles implements Troubles {
  /// How long a message may take that goes out.
  private static final Duration GETS_OUT = Duration.ofMinutes(1);

  private static final Duration FIRST_ANSWER = Duration.ofMinutes(2);

  private final Stores stores;
  private final SubscriptionBook book;
  private final Supplier<LiveConfig.State> config;
  private final Map<String, Chat> networks;
  private final Path file;
  private final Optional<String> meaning;
  private final InstantSource clock;
  private final Instant started;

  /// @param networks those that are on
  /// @param file where sources stand
  /// @param meaning what is needed before meaning can be read
  RunningTroubles(
      Stores stores,
      SubscriptionBook book,
      Supplier<LiveConfig.State> config,
      List<Chat> networks,
      Path file,
      Optional<String> meaning,
      InstantSource clock) {
    this.stores = stores;
    this.book = book;
    this.config = config;
    this.networks = networks.stream().collect(Collectors.toMap(Chat::network, Function.identity()));
    this.file = file;
    this.meaning = meaning;
    this.clock = clock;
    this.started = clock.instant();
  }

  @Override
  public List<Condition> now() {
    LiveConfig.State state = config.get();
    List<Condition> all = new ArrayList<>(sources(state));
    state.refused().map(refused -> refused(refused, state)).ifPresent(all::add);
    state.waiting().map(RunningTroubles::waiting).ifPresent(all::add);
    all.addAll(parked());
    all.addAll(networks());
    all.addAll(topics());
    meaning.flatMap(this::unread).ifPresent(all::add);
    return all;
  }

  private Optional<Condition> unread(String needed) {
    int asking = askingMeaning();
    return asking == 0 ? Optional.empty() : Optional.of(new MeaningUnread(started, needed, asking));
  }

  private int askingMeaning() {
    return (int) book.all().stream().filter(s -> s.query().asksMeaning()).count();
  }

  /// The sample wire never fails, and nobody could put it right.
  private List<Condition> sources(LiveConfig.State state) {
    Map<SourceId, SourceState> states =
        stores.sources().states().stream()
            .collect(Collectors.toMap(SourceState::id, Function.identity()));
    Map<Source, SourceState> failing = new LinkedHashMap<>();
    int fine = 0;
    for (Source source : state.settings().reading().sources()) {
      SourceState there = states.get(source.id());
      if (source.kind() != SourceKind.SAMPLE && there != null && there.failures() > 0) {
        failing.put(source, there);
      } else if (source.kind() != SourceKind.SAMPLE) {
        fine++;
      }
    }
    SourceFails.Others others = new SourceFails.Others(fine, failing.size() - 1);
    return failing.entrySet().stream()
        .<Condition>map(one -> fails(one.getKey(), one.getValue(), others))
        .toList();
  }

  private SourceFails fails(Source source, SourceState state, SourceFails.Others others) {
    Instant since = state.lastRead() == null ? started : state.lastRead();
    return new SourceFails(
        source.id().value(),
        name(source),
        since,
        new SourceFails.Looks(state.failures(), String.valueOf(state.problem()), state.nextLook()),
        others,
        file.toString());
  }

  private static String name(Source source) {
    return source.agency().orElseGet(() -> source.id().value());
  }

  private static Condition refused(LiveConfig.Refused refused, LiveConfig.State state) {
    return new ChangeRefused(refused.at(), problems(refused), state.taken());
  }

  /// As notices name them.
  static List<ChangeRefused.Problem> problems(LiveConfig.Refused refused) {
    return refused.problems().stream().map(RunningTroubles::problem).toList();
  }

  private static ChangeRefused.Problem problem(ConfigProblem problem) {
    return new ChangeRefused.Problem(
        problem.path().toString(), problem.line(), problem.what(), problem.hint().orElse(""));
  }

  private static Condition waiting(LiveConfig.Waiting waiting) {
    return new ChangeWaits(
        waiting.at(), waiting.taken(), waiting.loss().ended().size(), waiting.loss().of());
  }

  /// Chats that take nothing although there is something for them, now or to come.
  private List<Condition> parked() {
    Map<ChatId, Outbox.Parked> parked = stores.outbox().parked();
    if (parked.isEmpty()) {
      return List.of();
    }
    Map<ChatId, Integer> waiting =
        stores.outbox().waiting().stream()
            .collect(Collectors.toMap(Outbox.Waiting::chat, Outbox.Waiting::count));
    return stores.chats().all().stream()
        .filter(chat -> networks.containsKey(chat.address().network()))
        .flatMap(
            chat ->
                Optional.ofNullable(parked.get(chat.id()))
                    .flatMap(one -> parked(chat, one, waiting.getOrDefault(chat.id(), 0)))
                    .stream())
        .toList();
  }

  private Optional<Condition> parked(ChatSettings chat, Outbox.Parked parked, int waiting) {
    return waiting == 0 && book.of(chat.id()).isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ChatParked(
                chat.id(),
                name(chat),
                chat.address().network(),
                parked.since(),
                parked.detail(),
                waiting));
  }

  private String name(ChatSettings chat) {
    Address address = chat.address();
    return Optional.ofNullable(networks.get(address.network()))
        .flatMap(network -> network.nameOf(address))
        .orElseGet(address::toString);
  }

  private List<Condition> networks() {
    return networks.values().stream()
        .flatMap(network -> network.condition().stream())
        .<Condition>map(condition -> new NetworkTrouble(condition, waiting(condition.network())))
        .toList();
  }

  private List<Condition> topics() {
    return networks.values().stream()
        .flatMap(network -> network.topics().lost().entrySet().stream())
        .filter(lost -> watched(lost.getKey()))
        .<Condition>map(lost -> new TopicLost(lost.getKey().toString(), lost.getValue()))
        .toList();
  }

  private boolean watched(Address topic) {
    return stores.chats().known(topic).filter(chat -> !book.of(chat).isEmpty()).isPresent();
  }

  private int waiting(String network) {
    return stores.outbox().waiting().stream()
        .filter(w -> stores.chats().settings(w.chat()).address().network().equals(network))
        .mapToInt(Outbox.Waiting::count)
        .sum();
  }

  @Override
  public Optional<Ending> ending(Key key) {
    Instant now = clock.instant();
    return switch (key.cause()) {
      case SOURCE -> Optional.of(source(key.thing(), now));
      case CONFIG, MASS -> Optional.of(change(config.get()));
      case CHAT -> chat(new ChatId(Long.parseLong(key.thing())), now);
      case TOPIC -> topic(key.thing(), now);
      case MEANING -> Optional.of(new Ending.MeaningSettled(meaning.isEmpty(), now));
      case TOKEN, TWO, NETWORK -> network(key.thing(), now);
    };
  }

  /// After a restart nobody knows before the next message.
  private Optional<Ending> topic(String name, Instant now) {
    Optional<Address> address = Address.parse(name);
    if (address.filter(this::watched).isEmpty()) {
      return Optional.of(new Ending.TopicLeft(name, now));
    }
    boolean fine =
        networks.values().stream()
            .anyMatch(network -> network.topics().fine().contains(address.get()));
    return fine ? Optional.of(new Ending.TopicBack(name, now)) : Optional.empty();
  }

  private Ending source(String id, Instant now) {
    Stream<Source> sources = config.get().settings().reading().sources().stream();
    Optional<Source> found = sources.filter(s -> s.id().value().equals(id)).findFirst();
    return found
        .<Ending>map(source -> new Ending.ReadAgain(name(source), readAt(source, now)))
        .orElseGet(() -> new Ending.SourceRemoved(id, now));
  }

  private Instant readAt(Source source, Instant now) {
    return stores
        .sources()
        .state(source.id())
        .flatMap(state -> Optional.ofNullable(state.lastRead()))
        .orElse(now);
  }

  private static Ending change(LiveConfig.State state) {
    if (state.waiting().isPresent()) {
      return new Ending.Waits(state.waiting().get().at());
    }
    if (state.refused().isPresent()) {
      return new Ending.Replaced(state.refused().get().at());
    }
    DeclaredSubscriptions.Effect effect = state.effect();
    return state
        .turnedDown()
        .<Ending>map(Ending.TurnedDown::new)
        .orElseGet(
            () ->
                new Ending.Taken(state.taken(), effect.added(), effect.changed(), effect.ended()));
  }

  /// A chat takes messages again when what it has waited for has come out; where its network is
  /// off, nobody knows.
  private Optional<Ending> chat(ChatId chat, Instant now) {
    Optional<ChatSettings> there =
        stores.chats().all().stream().filter(one -> one.id().equals(chat)).findFirst();
    if (there.filter(one -> !networks.containsKey(one.address().network())).isPresent()) {
      return Optional.empty();
    }
    String name = there.map(this::name).orElse("The chat");
    if (stores.outbox().parked(chat).isPresent()) {
      return Optional.of(new Ending.ChatLeft(name, now));
    }
    return waits(chat, now) ? Optional.empty() : Optional.of(new Ending.ChatBack(name, now));
  }

  private boolean waits(ChatId chat, Instant now) {
    return stores.outbox().waiting().stream()
        .filter(waiting -> waiting.chat().equals(chat))
        .anyMatch(waiting -> waiting.oldest().isBefore(now.minus(GETS_OUT)));
  }

  /// A program that has just begun has not asked the network yet.
  private Optional<Ending> network(String name, Instant now) {
    boolean asked = networks.containsKey(name) && !now.isBefore(started.plus(FIRST_ANSWER));
    return asked ? Optional.of(new Ending.NetworkWell(name, now)) : Optional.empty();
  }
}
