package app.bellwire.app;

import app.bellwire.article.ArticleNormalizer;
import app.bellwire.chat.Chat;
import app.bellwire.chat.Inbox;
import app.bellwire.chat.local.LocalChat;
import app.bellwire.command.CommandHandler;
import app.bellwire.command.CommandLoop;
import app.bellwire.command.ToldDigests;
import app.bellwire.config.ConfigLoader;
import app.bellwire.config.ConfigResult;
import app.bellwire.config.ConfigWatch;
import app.bellwire.config.PastedSubscriptions;
import app.bellwire.config.Settings;
import app.bellwire.deliver.Courier;
import app.bellwire.fetch.FetchSettings;
import app.bellwire.fetch.Fetcher;
import app.bellwire.fetch.HttpFetcher;
import app.bellwire.match.Matcher;
import app.bellwire.parse.Parsers;
import app.bellwire.pipeline.AlertDesk;
import app.bellwire.pipeline.Decider;
import app.bellwire.pipeline.DigestRelease;
import app.bellwire.pipeline.Dispatch;
import app.bellwire.pipeline.Pipeline;
import app.bellwire.pipeline.SourceStates;
import app.bellwire.poll.PollScheduler;
import app.bellwire.query.QueryParser;
import app.bellwire.sample.SampleFetcher;
import app.bellwire.source.SourceKind;
import app.bellwire.store.Database;
import app.bellwire.store.Stores;
import app.bellwire.story.LexicalStoryTracker;
import app.bellwire.story.StoryTracker;
import app.bellwire.subscription.SubscriptionBook;
import app.bellwire.text.Language;
import app.bellwire.work.Bell;
import app.bellwire.work.Ids;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/// Everything, connected by hand; nothing runs before [Bellwire] starts it.
final class Wiring {
  private static final long SAMPLE_SEED = 1;

  final InstantSource clock = InstantSource.system();
  final ThreadFactory threads = Thread.ofVirtual().name("bellwire-", 0).factory();
  final Database database;
  final Stores stores;
  final SubscriptionBook book;
  final Matcher matcher;
  final LocalChat local;
  final List<Chat> chats;
  final Courier courier;
  final CommandLoop commands;
  final HttpFetcher http;
  final PollScheduler scheduler;
  final DigestRelease release;
  final LiveConfig config;
  final Figures figures;
  final Metrics metrics;

  Wiring(Path file, List<String> overrides, ConfigLoader loader, ConfigResult.Loaded loaded) {
    Settings settings = loaded.settings();
    Ids ids = new Ids(clock);
    Bell outboxBell = new Bell();
    Bell inboxBell = new Bell();

    database = Database.open(settings.connections().store().url());
    ids.continueAfter(database.highestId());
    stores = new Stores(database, ids::next, clock, QueryParser::parse);

    book = new SubscriptionBook(stores.subscriptions(), stores.audit(), database, ids::next, clock);
    matcher = new Matcher(book, clock);
    matcher.names(settings.reading().names());
    config =
        new LiveConfig(
            loaded,
            new ConfigWatch(loader, file, overrides, loaded),
            new DeclaredSubscriptions(book, stores.chats()),
            this::taken,
            clock);

    Inbox ringing = new RingingInbox(stores.inbox(), inboxBell);
    local = new LocalChat(stores.localMessages(), ringing, ids::next, clock);
    chats = settings.connections().local() ? List.of(local) : List.of();
    courier =
        new Courier(
            stores.outbox(),
            chats,
            chat -> stores.chats().settings(chat).address(),
            clock,
            outboxBell,
            threads);

    http = new HttpFetcher(fetching(settings), clock);
    Fetcher sample = new SampleFetcher(clock, SAMPLE_SEED);
    Fetcher fetcher =
        (source, validators) ->
            (source.kind() == SourceKind.SAMPLE ? sample : http).fetch(source, validators);
    StoryTracker stories = new LexicalStoryTracker(stores.stories(), stores.articles(), ids::next);
    Dispatch dispatch =
        new Dispatch(
            stores.outbox(),
            stores.buttons(),
            stores.chats(),
            () -> config.settings().zone(),
            clock);
    AlertDesk desk =
        new AlertDesk(
            stores.alerts(),
            stores.held(),
            stores.chats(),
            stores.mutes(),
            stores.articles(),
            book,
            dispatch,
            this::rules,
            ids::next,
            clock);
    Decider decider =
        new Decider(
            database, stores.articles(), stories, desk, stores.ledger(), clock, outboxBell::ring);
    Pipeline pipeline =
        new Pipeline(
            fetcher,
            new Parsers(),
            new ArticleNormalizer(ids::next, Language::detect),
            stores.articles(),
            stories,
            matcher,
            decider,
            new SourceStates(stores.sources(), stores.articles(), database),
            clock);
    scheduler =
        new PollScheduler(
            pipeline,
            () -> config.settings().reading().sources(),
            stores.sources(),
            clock,
            threads);
    release =
        new DigestRelease(
            database, stores.held(), stores.chats(), dispatch, clock, outboxBell::ring);
    figures = new Figures(stores, database, book, config, clock);
    metrics = new Metrics(stores, config::settings, clock);
    commands =
        new CommandLoop(
            stores.inboxQueue(), handler(), chats, stores.outbox(), stores.chats(), inboxBell);
  }

  private CommandHandler handler() {
    return new CommandHandler(
        new app.bellwire.command.Stores(
            database,
            stores.inboxQueue(),
            stores.chats(),
            book,
            stores.mutes(),
            stores.articles(),
            stores.stories(),
            stores.alerts(),
            stores.held(),
            stores.outbox(),
            stores.ledger(),
            ToldDigests.NONE,
            stores.personal(),
            stores.buttons()),
        new QueryLanguage(matcher),
        new ConfiguredSources(() -> config.settings().reading().sources(), stores.sources(), clock),
        new RenderedAlerts(stores.buttons()),
        new PastedSubscriptions(QueryParser::parse, () -> config.settings().zone(), clock),
        new RunningInstall(config::settings, chats, figures.started()),
        clock);
  }

  private void taken(Settings settings) {
    matcher.names(settings.reading().names());
    scheduler.sync();
  }

  private AlertDesk.Rules rules() {
    Settings now = config.settings();
    return new AlertDesk.Rules(
        now.zone(), now.people().limits().alertsPerDay(), now.reading().sampleToNetworks());
  }

  private static FetchSettings fetching(Settings settings) {
    Settings.FetchLimits limits = settings.reading().fetch();
    String contact = settings.reading().contact();
    String agent = "Bellwire/" + Version.number() + (contact.isEmpty() ? "" : " (" + contact + ")");
    return new FetchSettings(
        agent, limits.timeout(), limits.maxBody(), limits.perHost(), limits.spacing());
  }
}
