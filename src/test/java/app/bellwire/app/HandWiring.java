package app.bellwire.app;

import static org.awaitility.Awaitility.await;

import app.bellwire.alert.Situation;
import app.bellwire.article.ArticleNormalizer;
import app.bellwire.chat.Chat;
import app.bellwire.chat.local.LocalChat;
import app.bellwire.command.ChatEvents;
import app.bellwire.command.CommandHandler;
import app.bellwire.command.CommandLoop;
import app.bellwire.command.EmptyDays;
import app.bellwire.command.SourceProbe;
import app.bellwire.config.ConfigLoader;
import app.bellwire.config.ConfigResult;
import app.bellwire.config.PastedSubscriptions;
import app.bellwire.config.Settings;
import app.bellwire.deliver.Courier;
import app.bellwire.deliver.DeliveryMetrics;
import app.bellwire.deliver.Express;
import app.bellwire.deliver.Networks;
import app.bellwire.deliver.RateLimiter;
import app.bellwire.deliver.Times;
import app.bellwire.fetch.Fetcher;
import app.bellwire.ledger.Totals;
import app.bellwire.match.Matcher;
import app.bellwire.notice.NoticePost;
import app.bellwire.notice.Notices;
import app.bellwire.parse.Parsers;
import app.bellwire.pipeline.AlertBooks;
import app.bellwire.pipeline.AlertDesk;
import app.bellwire.pipeline.Coverage;
import app.bellwire.pipeline.Decider;
import app.bellwire.pipeline.DigestRelease;
import app.bellwire.pipeline.Dispatch;
import app.bellwire.pipeline.Muted;
import app.bellwire.pipeline.ParkedRelease;
import app.bellwire.pipeline.Pipeline;
import app.bellwire.pipeline.SourceStates;
import app.bellwire.poll.PollOutcome;
import app.bellwire.query.ParsedQuery;
import app.bellwire.query.QueryParser;
import app.bellwire.source.Source;
import app.bellwire.source.SourceState;
import app.bellwire.store.Database;
import app.bellwire.store.Stores;
import app.bellwire.story.LexicalStoryTracker;
import app.bellwire.story.StoryTracker;
import app.bellwire.subscription.SubscriptionBook;
import app.bellwire.text.Language;
import app.bellwire.work.Bell;
import app.bellwire.work.Ids;
import app.bellwire.work.UnitOfWork;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// The parts of the program connected as [Wiring] does, but on a given clock and fetcher and
/// without threads of their own: every step is taken when it is asked for. Confined to one thread.
public final class HandWiring implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  public final Stores stores;
  public final SubscriptionBook book;
  public final LocalChat local;
  private final Database database;
  private final MeaningModel model;
  private final Pipeline pipeline;
  private final DigestRelease release;
  private final Courier courier;
  private final Standings standings;
  private final ChatRules rules;
  private final Networks networks;
  private final RateLimiter limiter;
  private final ParkedRelease parked;
  private final Notices notices;
  private final CommandHandler handler;
  private final EmptyDays emptyDays;
  private final List<Chat> chats;
  private final InstantSource clock;

  /// Where a scenario puts its faults: around the decider's transactions, around the stories and
  /// around the chat.
  public record Faults(
      UnaryOperator<UnitOfWork> work,
      UnaryOperator<StoryTracker> stories,
      UnaryOperator<Chat> chat) {}

  /// @param config a whole configuration file
  /// @param fetcher stands for the network
  public HandWiring(Path folder, Path config, InstantSource clock, Fetcher fetcher, Faults faults) {
    this.clock = clock;
    Settings settings = settings(config, clock);
    Ids ids = new Ids(clock);
    database = Database.open("jdbc:sqlite:" + folder.resolve("bellwire.db"));
    ids.continueAfter(database.highestId());
    stores = new Stores(database, ids::next, clock, QueryParser::parse);
    book = new SubscriptionBook(stores.subscriptions(), stores.audit(), database, ids::next, clock);
    model = MeaningModel.of(settings.connections().embeddings());
    Matcher matcher = new Matcher(book, clock, model.meanings(stores.articles()));
    local = new LocalChat(stores.localMessages(), stores.inbox(), ids::next, clock);
    chats = List.of(faults.chat().apply(local));
    standings = new Standings(Thread.ofVirtual().factory(), clock);
    rules = new ChatRules(() -> settings, stores.chats());
    networks = new Networks(chats, rules::onUncertain);
    limiter = new RateLimiter(networks.limits());
    courier =
        new Courier(
            stores.outbox(),
            stores.pauses(),
            database,
            networks,
            limiter,
            new Times(clock, clock),
            new DeliveryMetrics(new SimpleMeterRegistry()),
            new Bell(),
            Thread.ofVirtual().factory());
    StoryTracker stories =
        faults
            .stories()
            .apply(new LexicalStoryTracker(stores.stories(), stores.articles(), ids::next));
    AlertBooks books =
        new AlertBooks(stores.alerts(), stores.held(), stores.digests(), stores.leftOut());
    Muted muted = new Muted(stores.mutes(), stores.stories(), stores.leftOut(), clock);
    Dispatch dispatch =
        new Dispatch(
            stores.outbox(),
            stores.buttons(),
            stores.chats(),
            stores.digests(),
            muted,
            settings::zone,
            clock);
    AlertDesk desk =
        new AlertDesk(
            books,
            stores.chats(),
            stores.mutes(),
            new Coverage(stores.articles(), matcher),
            book,
            dispatch,
            muted,
            () -> rules(settings),
            ids::next,
            clock);
    UnitOfWork work = faults.work().apply(database);
    pipeline =
        new Pipeline(
            fetcher,
            new Parsers(),
            new ArticleNormalizer(ids::next, Language::detect),
            stores.articles(),
            matcher,
            new Decider(
                work,
                stores.articles(),
                stories,
                desk,
                stores.ledger(),
                new Totals(),
                clock,
                () -> {}),
            new SourceStates(stores.sources(), stores.articles(), work),
            clock);
    release =
        new DigestRelease(
            database,
            books,
            stores.chats(),
            book,
            muted,
            dispatch,
            stores.ledger(),
            ids::next,
            clock,
            () -> {});
    parked =
        new ParkedRelease(
            database, stores.outbox(), books, stores.chats(), dispatch, ids::next, clock, () -> {});
    LiveConfig.State state =
        LiveConfig.State.first(settings, List.of(config.toString()), clock.instant());
    Path shown = Path.of("config", "bellwire.yml");
    notices =
        new Notices(
            database,
            stores.notices(),
            new RunningTroubles(
                stores, book, () -> state, chats, shown, matcher.meanings().lacks(), clock),
            new NoticePost(
                stores.outbox(),
                stores.buttons(),
                stores.chats(),
                new Admins(() -> settings, chats, stores.chats()),
                settings::zone),
            ids::next,
            clock,
            () -> {});
    SourceProbe sources =
        new ConfiguredSources(() -> settings.reading().sources(), stores.sources(), clock);
    handler = handler(settings, state, matcher, sources);
    emptyDays =
        new EmptyDays(
            database,
            TalkingStores.of(database, stores, book),
            stores.emptyDays(),
            new QueryLanguage(matcher),
            sources,
            new RunningInstall(() -> settings, rules, chats, standings, clock.instant()),
            clock,
            () -> {});
  }

  private CommandHandler handler(
      Settings settings, LiveConfig.State state, Matcher matcher, SourceProbe sources) {
    return new CommandHandler(
        TalkingStores.of(database, stores, book),
        new QueryLanguage(matcher),
        sources,
        new RenderedAlerts(stores.buttons(), stores.digests()),
        new PastedSubscriptions(QueryParser::parse, settings::zone, clock),
        new RunningRemedies(
            source -> {}, parked::back, () -> state, (change, take) -> false, stores.notices()),
        new RunningInstall(() -> settings, rules, chats, standings, clock.instant()),
        clock);
  }

  /// One look at the source, decided to the end.
  public PollOutcome look(Source source) {
    SourceState state =
        stores
            .sources()
            .state(source.id())
            .orElseGet(() -> SourceState.unread(source.id(), clock.instant()));
    return pipeline.look(source, state);
  }

  /// Lets go of what is held until now, says what has not come, tells the admins what is wrong and
  /// carries what is due.
  public void carry() {
    release.release();
    emptyDays.look();
    notices.tick();
    try {
      if (!courier.drain(PATIENCE)) {
        throw new AssertionError("the outbox was not empty in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Answers everything that was typed and pressed.
  public void answer() {
    try (Express express =
            new Express(
                networks,
                limiter,
                new Times(clock, InstantSource.system()),
                stores.pauses(),
                new Bell(),
                Thread.ofVirtual().factory());
        CommandLoop commands =
            new CommandLoop(
                stores.inboxQueue(),
                handler,
                new ChatEvents(TalkingStores.of(database, stores, book), parked::back, clock),
                networks,
                express,
                stores.outbox(),
                stores.chats(),
                parked::back,
                release::release,
                clock,
                new Bell())) {
      commands.start(Thread.ofVirtual().factory());
      await()
          .pollInterval(Duration.ofMillis(2))
          .atMost(PATIENCE)
          .until(() -> stores.inboxQueue().open().isEmpty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The query as the parser reads it.
  public static ParsedQuery.Valid query(String text) {
    return (ParsedQuery.Valid) QueryParser.parse(text);
  }

  private static AlertDesk.Rules rules(Settings settings) {
    return new AlertDesk.Rules(
        settings.zone(),
        new Situation.Limits(settings.people().limits().alertsPerDay()),
        settings.reading().sampleToNetworks());
  }

  private static Settings settings(Path config, InstantSource clock) {
    Function<String, String> noEnvironment = name -> "";
    ConfigLoader loader = new ConfigLoader(noEnvironment::apply, QueryParser::parse, clock);
    return switch (loader.load(config, List.of())) {
      case ConfigResult.Loaded loaded -> loaded.settings();
      case ConfigResult.Refused refused -> throw new AssertionError(refused.problems().toString());
    };
  }

  @Override
  public void close() {
    try {
      courier.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    model.close();
    database.close();
  }
}
