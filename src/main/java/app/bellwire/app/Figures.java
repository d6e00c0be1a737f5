package app.bellwire.app;

import app.bellwire.alert.Alert;
import app.bellwire.chat.Address;
import app.bellwire.chat.NetworkCondition;
import app.bellwire.config.ConfigProblem;
import app.bellwire.config.Settings;
import app.bellwire.deliver.Delivery;
import app.bellwire.deliver.MessageSum;
import app.bellwire.deliver.Outbox;
import app.bellwire.ledger.ItemSum;
import app.bellwire.ledger.Outcome;
import app.bellwire.notice.NetworkWords;
import app.bellwire.source.Source;
import app.bellwire.source.SourceId;
import app.bellwire.source.SourceKind;
import app.bellwire.source.SourceState;
import app.bellwire.store.Database;
import app.bellwire.store.Stores;
import app.bellwire.subscription.SubscriptionBook;
import app.bellwire.web.DeskView;
import app.bellwire.web.DeskView.HalfHour;
import app.bellwire.web.DeskView.SourceCondition;
import app.bellwire.web.DeskView.Trouble;
import app.bellwire.web.Health;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Fills what the desk and `/healthz` show from what the stores hold. Thread-safe.
final class Figures {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final Duration GETS_OUT = Duration.ofMinutes(1);
  private static final Duration OVERDUE = Duration.ofMinutes(5);
  private static final int DAY = 48;
  private static final int LAST_ALERTS = 10;

  /// Chats of a story that are looked through for the last alerts.
  private static final int CHATS_A_STORY = 20;

  private final Stores stores;
  private final Database database;
  private final SubscriptionBook book;
  private final LiveConfig config;
  private final Predicate<String> on;
  private final Supplier<List<NetworkCondition>> networks;
  private final Supplier<Map<String, Duration>> silence;
  private final FailureHours failures;
  private final InstantSource clock;
  private final Instant started;
  private final SourceLog sourceLog = new SourceLog();
  private volatile @Nullable Instant storeFailsSince;

  /// @param on whether a network is switched on
  /// @param networks what keeps networks from working now
  /// @param silence for how long nobody has listened to what people write, by network, where that
  ///   is too long
  Figures(
      Stores stores,
      Database database,
      SubscriptionBook book,
      LiveConfig config,
      Predicate<String> on,
      Supplier<List<NetworkCondition>> networks,
      Supplier<Map<String, Duration>> silence,
      InstantSource clock) {
    this.stores = stores;
    this.database = database;
    this.book = book;
    this.config = config;
    this.on = on;
    this.networks = networks;
    this.silence = silence;
    this.clock = clock;
    this.started = clock.instant();
    this.failures = new FailureHours(HALF_HOUR);
  }

  Instant started() {
    return started;
  }

  /// Remembers which sources fail now, for the graphic of the last day and for the log.
  void noteFailures() {
    for (Source source : config.settings().reading().sources()) {
      SourceState state = state(source);
      sourceLog.note(state);
      if (state.failures() > 0) {
        failures.note(source.id().value(), clock.instant());
      }
    }
  }

  Health health() {
    List<String> reasons = new ArrayList<>();
    database.trouble().ifPresent(reasons::add);
    overdue().ifPresent(reasons::add);
    networks.get().stream().map(DeskWords::network).forEach(reasons::add);
    silence.get().forEach((network, span) -> reasons.add(DeskWords.silence(network, span)));
    return new Health(reasons);
  }

  /// All looks long overdue mean that nobody looks any more.
  private Optional<String> overdue() {
    Instant late = clock.instant().minus(OVERDUE);
    List<Source> sources = config.settings().reading().sources();
    boolean nobodyLooks =
        !sources.isEmpty()
            && started.isBefore(late)
            && sources.stream().allMatch(source -> state(source).nextLook().isBefore(late));
    return nobodyLooks
        ? Optional.of("No source has been looked at for " + OVERDUE.toMinutes() + " minutes.")
        : Optional.empty();
  }

  DeskView desk() {
    Instant now = clock.instant();
    LiveConfig.State state = config.state();
    Settings settings = state.settings();
    Instant midnight = midnight(now, settings.zone());
    List<Source> sources = settings.reading().sources();
    boolean sample = sources.stream().anyMatch(s -> s.kind() == SourceKind.SAMPLE);
    return new DeskView(
        now,
        new DeskView.Program(started, Version.number(), settings.zone(), sample, book.all().size()),
        sourceRows(sources, midnight),
        halfHours(now),
        sum(midnight),
        stores.outbox().waiting().stream().map(this::waitingRow).toList(),
        lastAlerts(),
        configRow(state),
        troubles(sources, state));
  }

  private static Instant midnight(Instant now, ZoneId zone) {
    return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }

  private SourceState state(Source source) {
    return stores
        .sources()
        .state(source.id())
        .orElseGet(() -> SourceState.unread(source.id(), started));
  }

  private List<DeskView.SourceRow> sourceRows(List<Source> sources, Instant midnight) {
    Map<SourceId, Long> counts = stores.articles().countsSince(midnight);
    List<DeskView.SourceRow> rows = new ArrayList<>();
    for (Source source : sources) {
      SourceState state = state(source);
      long fresh = counts.getOrDefault(source.id(), 0L);
      rows.add(
          new DeskView.SourceRow(
              source.id().value(),
              state.lastLook(),
              state.nextLook(),
              Math.toIntExact(fresh),
              condition(state, fresh),
              state.problem() == null ? "" : state.problem()));
    }
    return rows;
  }

  private static SourceCondition condition(SourceState state, long fresh) {
    if (state.lastLook() == null) {
      return SourceCondition.UNREAD;
    }
    if (state.failures() > 0) {
      return SourceCondition.FAILING;
    }
    return fresh > 0 ? SourceCondition.READ : SourceCondition.UNCHANGED;
  }

  private List<HalfHour> halfHours(Instant now) {
    long millis = HALF_HOUR.toMillis();
    Instant first =
        Instant.ofEpochMilli(now.toEpochMilli() / millis * millis)
            .minus(HALF_HOUR.multipliedBy(DAY - 1));
    Map<Instant, Long> read = stores.ledger().halfHours(first, EnumSet.allOf(Outcome.class));
    Map<Instant, Long> told = stores.ledger().halfHours(first, Set.of(Outcome.TOLD));
    List<HalfHour> hours = new ArrayList<>();
    for (int i = 0; i < DAY; i++) {
      Instant start = first.plus(HALF_HOUR.multipliedBy(i));
      int reports = Math.toIntExact(read.getOrDefault(start, 0L));
      boolean running = reports > 0 || start.plus(HALF_HOUR).isAfter(started);
      hours.add(
          new HalfHour(
              start,
              reports,
              Math.toIntExact(told.getOrDefault(start, 0L)),
              running,
              failures.in(start)));
    }
    return hours;
  }

  private DeskView.Sum sum(Instant midnight) {
    ItemSum items = new ItemSum(stores.ledger().since(midnight));
    MessageSum messages =
        new MessageSum(
            stores.outbox().countsSince(midnight), stores.outbox().sentAgainSince(midnight));
    return new DeskView.Sum(
        midnight,
        DeskWords.parts(items.matchedParts()),
        DeskWords.parts(items.otherParts()),
        DeskWords.messages(messages),
        null,
        List.of());
  }

  private DeskView.WaitingRow waitingRow(Outbox.Waiting waiting) {
    Address chat = stores.chats().settings(waiting.chat()).address();
    boolean known = on.test(chat.network());
    return new DeskView.WaitingRow(
        chat.toString(),
        waiting.count(),
        waiting.oldest(),
        known ? waiting.detail() : DeskWords.off(chat.network()),
        known ? waiting.nextTry() : null);
  }

  /// One row a story, however many chats were told.
  private List<DeskView.AlertRow> lastAlerts() {
    return stores.alerts().latestStories(LAST_ALERTS * CHATS_A_STORY).stream()
        .collect(Collectors.groupingBy(Alert::event, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .limit(LAST_ALERTS)
        .map(this::alertRow)
        .toList();
  }

  private DeskView.AlertRow alertRow(List<Alert> told) {
    Alert alert = told.getFirst();
    int reports = stores.stories().event(alert.event()).map(e -> e.reports().size()).orElse(1);
    return new DeskView.AlertRow(
        alert.decided(),
        alert.lead().copy().headline(),
        alert.lead().copy().language(),
        told.stream()
            .map(one -> stores.chats().settings(one.chat()).address().toString())
            .distinct()
            .toList(),
        reports);
  }

  private static DeskView.ConfigRow configRow(LiveConfig.State state) {
    return new DeskView.ConfigRow(
        state.files(), state.taken(), state.refused().map(Figures::refused).orElse(null));
  }

  private static DeskView.Refused refused(LiveConfig.Refused refused) {
    ConfigProblem first = refused.problems().getFirst();
    return new DeskView.Refused(
        refused.at(), first.path().toString(), first.line(), first.what(), first.hint().orElse(""));
  }

  private List<Trouble> troubles(List<Source> sources, LiveConfig.State state) {
    List<Trouble> troubles = new ArrayList<>();
    storeTrouble().ifPresent(troubles::add);
    state.refused().map(Figures::trouble).ifPresent(troubles::add);
    state.waiting().map(Figures::trouble).ifPresent(troubles::add);
    stores.outbox().waiting().stream()
        .flatMap(waiting -> trouble(waiting).stream())
        .forEach(troubles::add);
    lost().ifPresent(troubles::add);
    networks.get().stream().map(Figures::trouble).forEach(troubles::add);
    for (Source source : sources) {
      trouble(source, state(source)).ifPresent(troubles::add);
    }
    return troubles;
  }

  /// What does not get out.
  private Optional<Trouble> trouble(Outbox.Waiting waiting) {
    Address chat = stores.chats().settings(waiting.chat()).address();
    if (waiting.oldest().isAfter(clock.instant().minus(GETS_OUT))) {
      return Optional.empty();
    }
    boolean known = on.test(chat.network());
    String reason = known ? waiting.detail() : DeskWords.off(chat.network());
    return Optional.of(
        new Trouble(
            Trouble.Kind.NOT_GOING_OUT,
            chat.toString(),
            waiting.oldest(),
            waiting.count(),
            DeskWords.waits(chat.toString(), waiting.count(), reason),
            "Readers there have none of it so far.",
            known ? "Bellwire keeps trying." : DeskWords.switchOn(chat.network())));
  }

  /// What waits for an admin, because its answer was lost.
  private Optional<Trouble> lost() {
    List<Delivery> lost = stores.outbox().uncertain();
    return lost.stream()
        .map(Delivery::queued)
        .min(Comparator.naturalOrder())
        .map(
            since ->
                new Trouble(
                    Trouble.Kind.NOT_GOING_OUT,
                    "your word",
                    since,
                    lost.size(),
                    DeskWords.lost(lost.size()),
                    "They may have come already, or not.",
                    "Send /resend or /drop here."));
  }

  private static Trouble trouble(NetworkCondition condition) {
    return new Trouble(
        Trouble.Kind.NOT_GOING_OUT,
        condition.network(),
        condition.since(),
        0,
        DeskWords.network(condition),
        DeskWords.effect(condition),
        NetworkWords.fix(condition));
  }

  private Optional<Trouble> storeTrouble() {
    Optional<String> words = database.trouble();
    Instant known = storeFailsSince;
    Instant since = known == null ? clock.instant() : known;
    storeFailsSince = words.isPresent() ? since : null;
    return words.map(
        what ->
            new Trouble(
                Trouble.Kind.STORE,
                "store",
                since,
                0,
                what,
                "Nothing is told and no command is carried out meanwhile.",
                "What the sources list is read again once it works."));
  }

  private static Trouble trouble(LiveConfig.Refused refused) {
    ConfigProblem first = refused.problems().getFirst();
    return new Trouble(
        Trouble.Kind.CONFIG,
        first.path().toString(),
        refused.at(),
        refused.problems().size(),
        "A change was not taken. " + first,
        "Bellwire runs on with the version before.",
        "Put it right and save; no restart is needed.");
  }

  private static Trouble trouble(LiveConfig.Waiting waiting) {
    return new Trouble(
        Trouble.Kind.CONFIG_WAITING,
        "the subscriptions",
        waiting.at(),
        0,
        "A change is waiting: it would end more than half of the config subscriptions.",
        "It is taken at " + waiting.taken() + ".",
        "Put the subscriptions back to keep them. Nothing has to be done to end them.");
  }

  private Optional<Trouble> trouble(Source source, SourceState state) {
    if (state.failures() == 0) {
      return Optional.empty();
    }
    Instant since = state.lastRead() == null ? started : state.lastRead();
    return Optional.of(
        new Trouble(
            Trouble.Kind.SOURCE_FAILING,
            source.id().value(),
            since,
            state.failures(),
            source.id() + " cannot be read: " + state.problem() + ".",
            "A story that only " + source.id() + " has would come late.",
            "Bellwire keeps trying. Has the address moved, change it in the configuration."));
  }
}
