package app.bellwire.web;

import app.bellwire.chat.local.LocalChat;
import app.bellwire.chat.local.LocalMessages;
import app.bellwire.inbound.Endpoint;
import app.bellwire.inbound.InboundAnswer;
import app.bellwire.inbound.InboundRequest;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The page, its API, health and metrics on one port, and the endpoints of adapters beside them.
/// Thread-safe.
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private static final int MAX_ENDPOINT_BODY = 1024 * 1024;
  private static final Duration DESK_PACE = Duration.ofSeconds(1);

  private final WebSettings settings;
  private final Gate gate;
  private final ChatApi api;
  private final EventStreams streams;
  private final Supplier<ObjectNode> desk;
  private final Timelines timelines;
  private final Supplier<Health> health;
  private final Supplier<String> metrics;
  private final List<Endpoint> endpoints;
  private final Javalin server;

  /// @param desk what the desk shows now; asked at most once a second, and only while a page is
  ///   open
  /// @param timelines what the pages of running stories show
  /// @param metrics the Prometheus text
  /// @param endpoints paths that adapters answer themselves, behind the same gate
  public WebServer(
      WebSettings settings,
      LocalChat chat,
      LocalMessages messages,
      Supplier<DeskView> desk,
      Timelines timelines,
      Supplier<Health> health,
      Supplier<String> metrics,
      List<Endpoint> endpoints) {
    this.settings = settings;
    this.gate =
        new Gate(settings, endpoints.stream().map(Endpoint::path).collect(Collectors.toSet()));
    this.api = new ChatApi(chat, messages);
    this.desk = new Paced<>(() -> DeskJson.of(desk.get()), DESK_PACE, System::nanoTime);
    this.timelines = timelines;
    this.streams = new EventStreams(chat, messages, api, this.desk);
    this.health = health;
    this.metrics = metrics;
    this.endpoints = List.copyOf(endpoints);
    this.server = Javalin.create(this::configure);
  }

  /// Listens from now on.
  ///
  /// @throws WebProblem when it cannot, with the way out
  public void start() {
    try {
      server.start(settings.host(), settings.port());
    } catch (RuntimeException failed) {
      close();
      throw problem(failed);
    }
  }

  /// The port it listens on, after [#start].
  public int port() {
    return server.port();
  }

  /// Ends open streams and stops within two seconds.
  @Override
  public void close() {
    streams.close();
    server.stop();
  }

  private WebProblem problem(RuntimeException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException && String.valueOf(cause.getMessage()).contains("in use")) {
        return WebProblem.portInUse(settings, failed);
      }
    }
    return WebProblem.cannotListen(settings, failed);
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    // Waiting for idle connections would only use up the time to stop.
    config.jetty.modifyServer(jetty -> jetty.setStopTimeout(0));
    route(config.routes);
  }

  private void route(RoutesConfig routes) {
    routes.before(this::guard);
    Assets assets = new Assets();
    routes.get("/", assets::page);
    routes.get("/assets/{name}", assets::asset);
    routes.get("/healthz", this::health);
    routes.get("/metrics", this::metrics);
    new StoryPages(timelines, assets).route(routes);
    routes.get("/api/desk", ctx -> Answers.json(ctx, 200, desk.get()));
    routes.get("/api/events", streams::serve);
    routes.get(ChatApi.PATH, api::list);
    routes.post(ChatApi.PATH, api::take);
    endpoints.forEach(endpoint -> mount(routes, endpoint));
    routes.exception(HttpResponseException.class, WebServer::unanswered);
    routes.exception(Exception.class, this::failed);
  }

  private void guard(Context ctx) {
    Answers.protect(ctx);
    gate.refuses(caller(ctx)).ifPresent(refusal -> refuse(ctx, refusal));
  }

  private static void refuse(Context ctx, Gate.Refusal refusal) {
    if (refusal.status() == 401) {
      ctx.header("WWW-Authenticate", "Basic realm=\"Bellwire\", charset=\"UTF-8\"");
    }
    Answers.error(ctx, refusal.status(), refusal.words());
    ctx.skipRemainingHandlers();
  }

  private static Gate.Caller caller(Context ctx) {
    return new Gate.Caller(
        ctx.req().getMethod(),
        ctx.path(),
        ctx.header("Host"),
        ctx.header("Origin"),
        ctx.header("Sec-Fetch-Site"),
        ctx.header("Sec-Fetch-Mode"),
        ctx.header("Authorization"));
  }

  private void health(Context ctx) {
    Health now = health.get();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("status", now.isWell() ? "ok" : "trouble");
    now.reasons().forEach(json.putArray("reasons")::add);
    Answers.json(ctx, now.isWell() ? 200 : 503, json);
  }

  private void metrics(Context ctx) {
    ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.get());
  }

  private static void mount(RoutesConfig routes, Endpoint endpoint) {
    for (HandlerType method : List.of(HandlerType.GET, HandlerType.POST)) {
      routes.addHttpHandler(method, endpoint.path(), ctx -> pass(ctx, endpoint));
    }
  }

  private static void pass(Context ctx, Endpoint endpoint) throws IOException {
    byte[] body = ctx.req().getInputStream().readNBytes(MAX_ENDPOINT_BODY + 1);
    if (body.length > MAX_ENDPOINT_BODY) {
      Answers.error(ctx, 413, "The body is longer than 1 MiB.");
      return;
    }
    InboundAnswer answer =
        endpoint.answer(new InboundRequest(ctx.req().getMethod(), ctx.path(), headers(ctx), body));
    ctx.status(answer.status()).contentType(answer.contentType()).result(answer.body());
  }

  private static Map<String, String> headers(Context ctx) {
    Map<String, String> all = new HashMap<>();
    for (String name : Collections.list(ctx.req().getHeaderNames())) {
      Optional.ofNullable(ctx.header(name))
          .ifPresent(value -> all.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
    }
    return Map.copyOf(all);
  }

  private static void unanswered(HttpResponseException none, Context ctx) {
    String words =
        switch (none.getStatus()) {
          case 404 -> "There is nothing here.";
          case 405 -> "This path takes another method.";
          default -> "This request is not understood.";
        };
    Answers.error(ctx, none.getStatus(), words);
  }

  /// What the program knows to be wrong with itself is said; anything else stands in the log.
  private void failed(Exception failure, Context ctx) {
    List<String> reasons = health.get().reasons();
    if (!reasons.isEmpty()) {
      LOG.warn("{} {} failed: {}", ctx.req().getMethod(), ctx.path(), reasons.getFirst());
      Answers.error(ctx, 503, reasons.getFirst());
      return;
    }
    LOG.warn("{} {} failed", ctx.req().getMethod(), ctx.path(), failure);
    Answers.error(ctx, 500, "Something went wrong; the log says what.");
  }
}
