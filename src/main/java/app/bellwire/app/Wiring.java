package app.bellwire.app;

import app.bellwire.alert.Situation;
import app.bellwire.article.ArticleNormalizer;
import app.bellwire.chat.Address;
import app.bellwire.chat.Chat;
import app.bellwire.chat.Inbox;
import app.bellwire.chat.Limits;
import app.bellwire.chat.NetworkCondition;
import app.bellwire.chat.local.LocalChat;
import app.bellwire.chat.slack.SlackAccess;
import app.bellwire.chat.slack.SlackChat;
import app.bellwire.chat.slack.SlackLimits;
import app.bellwire.chat.telegram.TelegramChat;
import app.bellwire.command.ChatEvents;
import app.bellwire.command.CommandHandler;
import app.bellwire.command.CommandLoop;
import app.bellwire.command.EmptyDays;
import app.bellwire.command.Install;
import app.bellwire.command.SourceProbe;
import app.bellwire.config.ConfigLoader;
import app.bellwire.config.ConfigResult;
import app.bellwire.config.ConfigWatch;
import app.bellwire.config.PastedSubscriptions;
import app.bellwire.config.Settings;
import app.bellwire.deliver.Courier;
import app.bellwire.deliver.DeliveryMetrics;
import app.bellwire.deliver.Express;
import app.bellwire.deliver.Networks;
import app.bellwire.deliver.RateLimiter;
import app.bellwire.deliver.Times;
import app.bellwire.fetch.FetchSettings;
import app.bellwire.fetch.Fetcher;
import app.bellwire.fetch.HttpFetcher;
import app.bellwire.ledger.Totals;
import app.bellwire.match.Matcher;
import app.bellwire.notice.NoticePost;
import app.bellwire.notice.Notices;
import app.bellwire.notice.Troubles;
import app.bellwire.parse.Parsers;
import app.bellwire.pipeline.AlertBooks;
import app.bellwire.pipeline.AlertDesk;
import app.bellwire.pipeline.Coverage;
import app.bellwire.pipeline.Decider;
import app.bellwire.pipeline.DigestRelease;
import app.bellwire.pipeline.Dispatch;
import app.bellwire.pipeline.LongGone;
import app.bellwire.pipeline.Muted;
import app.bellwire.pipeline.ParkedRelease;
import app.bellwire.pipeline.Pipeline;
import app.bellwire.pipeline.Serially;
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
import app.bellwire.work.UnitOfWork;
import io.micrometer.core.instrument.FunctionCounter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;

/// Everything, connected by hand; nothing runs before [Bellwire] starts it.
final class Wiring {
  private static final long SAMPLE_SEED = 1;

  final InstantSource clock = InstantSource.system();
  final InstantSource steady = new SteadyClock();
  final ThreadFactory threads = Thread.ofVirtual().name("bellwire-", 0).factory();
  final Database database;
  final Stores stores;
  final SubscriptionBook book;
  final MeaningModel model;
  final Matcher matcher;
  final LocalChat local;
  final Optional<TelegramChat> telegram;
  final Optional<SlackChat> slack;
  final List<Chat> chats;
  final Courier courier;
  final Express express;
  final CommandLoop commands;
  final HttpFetcher http;
  final PollScheduler scheduler;
  final DigestRelease release;
  final EmptyDays emptyDays;
  final LongGone longGone;
  final NamedChats namedChats;
  final LiveConfig config;
  final Figures figures;
  final Admins admins;
  final Notices notices;
  final Metrics metrics;

  /// @param more networks that are on besides, or in place of, those that the configuration names
  /// @param toTelegram how fast Telegram is written to
  Wiring(
      Path file,
      List<String> overrides,
      ConfigLoader loader,
      ConfigResult.Loaded loaded,
      List<Chat> more,
      Limits toTelegram) {
    Settings settings = loaded.settings();
    Ids ids = new Ids(clock);
    Bell outboxBell = new Bell();
    Bell inboxBell = new Bell();

    database = Database.open(settings.connections().store().url());
    ids.continueAfter(database.highestId());
    stores = new Stores(database, ids::next, clock, QueryParser::parse);

    book = new SubscriptionBook(stores.subscriptions(), stores.audit(), database, ids::next, clock);
    model = MeaningModel.of(settings.connections().embeddings());
    matcher = new Matcher(book, clock, model.meanings(stores.articles()));
    QueryLanguage language = new QueryLanguage(matcher);
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
    chats = new ArrayList<>(more);
    Settings.Telegram bot = settings.connections().telegram();
    telegram =
        bot.on() && more.stream().noneMatch(chat -> chat.network().equals(Address.TELEGRAM))
            ? Optional.of(
                new TelegramChat(
                    bot.apiUrl(), bot.token().value(), toTelegram, ringing, threads, clock))
            : Optional.empty();
    telegram.ifPresent(chats::add);
    slack = slack(settings.connections().slack(), more, ringing);
    slack.ifPresent(chats::add);
    if (settings.connections().local()) {
      chats.add(local);
    }
    Totals totals = new Totals();
    metrics = new Metrics(stores, totals, config::settings, clock);
    telegram.ifPresent(chat -> countUnreadable("telegram", chat::poisonUpdates));
    slack.ifPresent(this::countSlack);
    ChatRules rules = new ChatRules(config::settings, stores.chats());
    Networks networks = new Networks(chats, rules::onUncertain);
    RateLimiter limiter = new RateLimiter(networks.limits());
    Times times = new Times(clock, steady);
    courier =
        new Courier(
            stores.outbox(),
            stores.pauses(),
            database,
            networks,
            limiter,
            times,
            new DeliveryMetrics(metrics.registry()),
            outboxBell,
            threads);
    express = new Express(networks, limiter, times, stores.pauses(), outboxBell, threads);

    http = new HttpFetcher(fetching(settings), clock);
    Fetcher sample = new SampleFetcher(clock, SAMPLE_SEED);
    Fetcher fetcher =
        (source, validators) ->
            (source.kind() == SourceKind.SAMPLE ? sample : http).fetch(source, validators);
    StoryTracker stories =
        new LexicalStoryTracker(
            stores.stories(), stores.articles(), stores.storyLabels(), ids::next);
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
            () -> config.settings().zone(),
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
            this::rules,
            ids::next,
            clock);
    UnitOfWork telling = new Serially(database);
    Decider decider =
        new Decider(
            telling,
            stores.articles(),
            stories,
            desk,
            stores.ledger(),
            totals,
            clock,
            outboxBell::ring);
    Pipeline pipeline =
        new Pipeline(
            fetcher,
            new Parsers(),
            new ArticleNormalizer(ids::next, Language::detect),
            stores.articles(),
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
            telling,
            books,
            stores.chats(),
            book,
            muted,
            dispatch,
            stores.ledger(),
            ids::next,
            clock,
            outboxBell::ring);
    ParkedRelease parked =
        new ParkedRelease(
            telling,
            stores.outbox(),
            books,
            stores.chats(),
            dispatch,
            ids::next,
            clock,
            outboxBell::ring);
    app.bellwire.command.Stores talking = TalkingStores.of(database, stores, book);
    SourceProbe probe =
        new ConfiguredSources(() -> config.settings().reading().sources(), stores.sources(), clock);
    figures =
        new Figures(
            stores,
            database,
            book,
            config,
            networks.names()::contains,
            this::conditions,
            this::silence,
            clock);
    Install install =
        new RunningInstall(
            config::settings, rules, chats, new Standings(threads, clock), figures.started());
    namedChats =
        new NamedChats(
            chats,
            stores.chats(),
            book,
            telling,
            chat -> {
              parked.back(chat);
              config.applyAgain();
            });
    longGone = new LongGone(stores.outbox(), book, clock);
    emptyDays =
        new EmptyDays(
            telling,
            talking,
            stores.emptyDays(),
            language,
            probe,
            install,
            clock,
            outboxBell::ring);
    Troubles troubles =
        new RunningTroubles(
            stores, book, config::state, chats, file, matcher.meanings().lacks(), clock);
    admins = new Admins(config::settings, chats, stores.chats());
    notices =
        new Notices(
            telling,
            stores.notices(),
            troubles,
            new NoticePost(
                stores.outbox(),
                stores.buttons(),
                stores.chats(),
                admins,
                () -> config.settings().zone()),
            ids::next,
            clock,
            outboxBell::ring);
    CommandHandler handler =
        new CommandHandler(
            talking,
            language,
            probe,
            new RenderedAlerts(stores.buttons(), stores.digests()),
            new PastedSubscriptions(language::parse, () -> config.settings().zone(), clock),
            new RunningRemedies(
                scheduler::lookNow, parked::back, config::state, config::decide, stores.notices()),
            install,
            clock);
    commands =
        new CommandLoop(
            stores.inboxQueue(),
            handler,
            new ChatEvents(talking, parked::back, clock),
            networks,
            express,
            stores.outbox(),
            stores.chats(),
            parked::back,
            release::release,
            clock,
            inboxBell);
  }

  private Optional<SlackChat> slack(Settings.Slack app, List<Chat> more, Inbox inbox) {
    boolean replaced = more.stream().anyMatch(chat -> chat.network().equals(Address.SLACK));
    if (!app.on() || replaced) {
      return Optional.empty();
    }
    SlackAccess access =
        new SlackAccess(
            app.apiUrl(),
            app.botToken().value(),
            app.appToken().value(),
            app.signingSecret().value());
    return Optional.of(new SlackChat(access, SlackLimits.OF_AN_APP, inbox, threads, clock));
  }

  private void countSlack(SlackChat slack) {
    countUnreadable("slack", slack::unreadable);
    count("slack.refused", "Requests without a good signature of Slack's", slack::refused);
    count("slack.not.kept", "What Slack was not told to have come and sends again", slack::notKept);
  }

  private void countUnreadable(String network, LongSupplier unreadable) {
    String what = "What came from " + network + ", could not be read and was left out";
    count(network + ".unreadable", what, unreadable);
  }

  private void count(String name, String description, LongSupplier figure) {
    FunctionCounter.builder("bellwire." + name, figure, LongSupplier::getAsLong)
        .description(description)
        .register(metrics.registry());
  }

  private List<NetworkCondition> conditions() {
    return chats.stream().flatMap(chat -> chat.condition().stream()).toList();
  }

  private Map<String, Duration> silence() {
    Map<String, Duration> silent = new TreeMap<>();
    chats.forEach(chat -> chat.standstill().ifPresent(span -> silent.put(chat.network(), span)));
    return silent;
  }

  private void taken(Settings settings) {
    matcher.names(settings.reading().names());
    scheduler.sync();
  }

  private AlertDesk.Rules rules() {
    Settings now = config.settings();
    return new AlertDesk.Rules(
        now.zone(),
        new Situation.Limits(now.people().limits().alertsPerDay()),
        now.reading().sampleToNetworks());
  }

  private static FetchSettings fetching(Settings settings) {
    Settings.FetchLimits limits = settings.reading().fetch();
    String agent = Version.userAgent(settings.reading().contact());
    return new FetchSettings(
        agent, limits.timeout(), limits.maxBody(), limits.perHost(), limits.spacing());
  }
}
