package app.bellwire.app;

import app.bellwire.chat.slack.SlackChat;
import app.bellwire.chat.telegram.TelegramChat;
import app.bellwire.config.Settings;
import app.bellwire.poll.PollOutcome;
import app.bellwire.source.Source;
import app.bellwire.source.SourceKind;
import app.bellwire.store.Keep;
import app.bellwire.store.Pruning;
import app.bellwire.text.Counted;
import app.bellwire.web.WebServer;
import app.bellwire.web.WebSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The running program: starts the parts in order and stops them in reverse. [#close] from any
/// thread.
final class Bellwire implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Bellwire.class);
  private static final Duration ONCE_PATIENCE = Duration.ofMinutes(2);

  private final Wiring parts;
  private final Lifecycle lifecycle = new Lifecycle();

  Bellwire(Wiring parts) {
    this.parts = parts;
    lifecycle.started("The store", parts.database);
    lifecycle.started("The model", parts.model);
    lifecycle.started("The fetcher", parts.http);
    parts.telegram.ifPresent(telegram -> lifecycle.started("Telegram", telegram));
    parts.slack.ifPresent(slack -> lifecycle.started("Slack", slack));
  }

  /// Starts everything.
  ///
  /// @return the web server, listening
  WebServer run() {
    try {
      parts.config.start();
      WebServer web = web();
      web.start();
      lifecycle.started("The web server", web);
      parts.courier.start();
      lifecycle.started("The courier", parts.courier);
      lifecycle.started("The answers", parts.express);
      parts.commands.start(parts.threads);
      lifecycle.started("The commands", parts.commands);
      parts.telegram.ifPresent(this::listen);
      parts.slack.ifPresent(this::listen);
      parts.scheduler.start();
      lifecycle.started("The schedule", parts.scheduler);
      ticks();
      return web;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void listen(TelegramChat telegram) {
    telegram.start();
    AutoCloseable listening = telegram::stopListening;
    lifecycle.started("Listening to Telegram", listening);
  }

  private void listen(SlackChat slack) {
    slack.start();
    AutoCloseable listening = slack::stopListening;
    lifecycle.started("Listening to Slack", listening);
  }

  /// One look at every source, and everything due delivered.
  ///
  /// @return what came of each look, by source
  Map<Source, PollOutcome> once() throws InterruptedException {
    parts.config.start();
    Map<Source, CompletableFuture<PollOutcome>> looks = new LinkedHashMap<>();
    for (Source source : parts.config.settings().reading().sources()) {
      looks.put(source, parts.scheduler.lookNow(source.id()).toCompletableFuture());
    }
    Map<Source, PollOutcome> outcomes = new LinkedHashMap<>();
    looks.forEach((source, look) -> outcomes.put(source, look.join()));
    parts.release.release();
    boolean unused = parts.courier.drain(ONCE_PATIENCE);
    return outcomes;
  }

  private WebServer web() {
    Settings.Web settings = parts.config.settings().connections().web();
    Optional<String> password = Optional.of(settings.password().value());
    return new WebServer(
        new WebSettings(settings.host(), settings.port(), settings.hosts(), password),
        parts.local,
        parts.stores.localMessages(),
        parts.figures::desk,
        new StoryTimelines(parts.stores.stories(), parts.stores.articles(), parts.clock),
        parts.figures::health,
        parts.metrics::scrape,
        parts.slack.flatMap(SlackChat::endpoint).stream().toList());
  }

  private void ticks() {
    Pruning pruning = new Pruning(parts.database);
    parts.scheduler.every("config", Duration.ofSeconds(1), parts.config::tick);
    parts.scheduler.every("held alerts", Duration.ofSeconds(15), parts.release::release);
    parts.scheduler.every("admins", Duration.ofSeconds(10), parts.admins::look);
    parts.scheduler.every("notices", Duration.ofSeconds(15), parts.notices::tick);
    parts.scheduler.every("empty days", Duration.ofMinutes(1), parts.emptyDays::look);
    parts.scheduler.every("named chats", Duration.ofSeconds(30), parts.namedChats::look);
    parts.scheduler.every("long gone", Duration.ofHours(1), parts.longGone::end);
    parts.scheduler.every("failures", Duration.ofSeconds(30), parts.figures::noteFailures);
    parts.scheduler.every(
        "pruning",
        Duration.ofHours(1),
        () -> {
          int rows = pruning.prune(keep(), parts.clock.instant());
          LOG.debug("{} old rows pruned", rows);
        });
  }

  private Keep keep() {
    Settings.Keep keep = parts.config.settings().keep();
    return new Keep(keep.articles(), keep.ledger(), keep.outbox());
  }

  /// Where it listens and what it reads, in one line.
  String greeting(WebServer web) {
    Settings settings = parts.config.settings();
    List<Source> sources = settings.reading().sources();
    boolean sample = sources.stream().anyMatch(s -> s.kind() == SourceKind.SAMPLE);
    String wires =
        sample && sources.size() == 1
            ? "sample wire"
            : Counted.of(sources.size(), "source", "sources");
    return "Bellwire listens at http://%s:%d (%s, chat \"desk\")"
        .formatted(settings.connections().web().host(), web.port(), wires);
  }

  @Override
  public void close() {
    lifecycle.close();
  }
}
