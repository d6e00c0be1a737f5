package app.bellwire.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.bellwire.chat.Address;
import app.bellwire.chat.Button;
import app.bellwire.chat.ChatEvent;
import app.bellwire.chat.Field;
import app.bellwire.chat.Form;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.Panel;
import app.bellwire.chat.UserId;
import app.bellwire.fake.SlackDelivery;
import app.bellwire.fake.SlackServer;
import app.bellwire.inbound.InboundAnswer;
import app.bellwire.inbound.InboundRequest;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The same things done over a socket and over HTTP are the same to us.
class ListeningTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String ANN = "U00000ANN";
  private static final String DESK = "C0000DESK";
  private static final String META = "slack:" + SlackServer.TEAM + "/" + DESK;

  enum Mode {
    SOCKET,
    HTTP
  }

  private SlackServer slack;
  private Ear ear;
  private WebApi api;
  private SocketLink link;
  private HttpServer web;

  @BeforeEach
  void begin() throws IOException {
    slack = new SlackServer();
    slack.user(ANN, "ann").channel(DESK, "desk", ANN);
    slack.rules().posts(10, Duration.ZERO);
    ear = new Ear(InstantSource.system(), slack.baseUrl());
    ThreadFactory threads = Thread.ofVirtual().factory();
    api = new WebApi(URI.create(slack.baseUrl()), SlackServer.APP_TOKEN, threads);
    Door door = Door.of(api, new Watch(InstantSource.system()));
    link = new SocketLink(door, ear.app, ear, threads);
    web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SlackEvents events =
        new SlackEvents(SlackServer.SIGNING_SECRET, ear.app, InstantSource.system());
    web.createContext("/", exchange -> answer(exchange, events));
    web.start();
  }

  @AfterEach
  void end() throws Exception {
    link.close();
    api.close();
    web.stop(0);
    ear.close();
    slack.close();
  }

  private static void answer(HttpExchange exchange, SlackEvents events) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    InboundAnswer answer =
        events.answer(
            new InboundRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                headers,
                exchange.getRequestBody().readAllBytes()));
    exchange.getResponseHeaders().add("Content-Type", answer.contentType());
    exchange.sendResponseHeaders(
        answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
    exchange.getResponseBody().write(answer.body());
    exchange.close();
  }

  private void listens(Mode mode) {
    if (mode == Mode.SOCKET) {
      link.start();
      await().atMost(PATIENCE).until(() -> slack.sockets() == 1);
    } else {
      slack.deliversTo(
          URI.create("http://127.0.0.1:" + web.getAddress().getPort() + "/slack/events"));
    }
  }

  private MethodsClient bot() {
    return ear.slack.methods(SlackServer.BOT_TOKEN);
  }

  /// What was handed in because of this.
  private IncomingMessage heard(SlackDelivery delivery) {
    delivery.await();
    String trigger = delivery.payload().path("trigger_id").asText();
    return ear.handedIn.stream()
        .filter(one -> one.updateId().endsWith(":" + trigger))
        .map(IncomingMessage.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private void isSaid(
      IncomingMessage heard, String text, @Nullable String replyTo, @Nullable String pressed) {
    assertThat(heard.from()).isEqualTo(Address.parse(META).orElseThrow());
    assertThat(heard.user()).isEqualTo(new UserId("slack", ANN));
    assertThat(heard.userName()).isEqualTo("ann");
    assertThat(heard.text()).isEqualTo(text);
    assertThat(heard.replyTo()).isEqualTo(replyTo);
    assertThat(heard.pressed()).isEqualTo(pressed);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsTyped(Mode mode) {
    listens(mode);
    isSaid(
        heard(slack.slash(ANN, DESK, "sub R&D <x> “treaty”")),
        "/bellwire sub R&D <x> “treaty”",
        null,
        null);
    isSaid(
        heard(slack.slash(ANN, DESK, "whynot https://example.org/a?b=1&c=2")),
        "/bellwire whynot https://example.org/a?b=1&c=2",
        null,
        null);
    slack.says(ANN, slack.direct(ANN), "water & treaty");
    await().atMost(PATIENCE).until(() -> ear.handedIn.size() == 3);
    assertThat(ear.last())
        .isInstanceOfSatisfying(
            IncomingMessage.class,
            said -> {
              assertThat(said.text()).isEqualTo("water & treaty");
              assertThat(said.from().id()).isEqualTo(slack.direct(ANN));
            });
    assertThat(slack.counts().complaints()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsPressedAndHandedIn(Mode mode) throws IOException, SlackApiException {
    listens(mode);
    slack.invites(ANN, DESK);
    await().atMost(PATIENCE).until(() -> ear.handedIn.size() == 1);
    OutgoingMessage alert =
        OutgoingMessage.of("water treaty").with(List.of(new Button.Press("Why", "k1")));
    Laid laid = Layout.message(alert, "d-1", 1);
    String ts =
        bot()
            .chatPostMessage(call -> call.channel(DESK).text(laid.text()).blocks(laid.blocks()))
            .getTs();
    IncomingMessage press = heard(slack.presses(ANN, DESK, ts, "Why"));
    isSaid(press, "", ts, "k1");
    isSaid(heard(slack.shortcut(ANN, DESK, ts, "why")), "/why", ts, null);
    submits(press);
    assertThat(slack.counts().complaints()).isEmpty();
  }

  private void submits(IncomingMessage press) throws IOException, SlackApiException {
    Field words = new Field.Line("words", "Words", "", "", "", false);
    Form form =
        new Form(
            "Subscribe",
            new Panel(List.of(new Panel.Input(words))),
            new Button.Press("Subscribe", "k2"));
    String trigger = ear.surfaces.takeTrigger(press.updateId()).orElseThrow();
    assertThat(
            bot().viewsOpen(call -> call.triggerId(trigger).view(Views.modal(form, META))).isOk())
        .isTrue();
    IncomingMessage handedIn = heard(slack.submits(ANN, Map.of("Words", "water treaty")));
    isSaid(handedIn, "", null, "k2");
    assertThat(handedIn.fields()).isEqualTo(Map.of("words", "water treaty"));
    assertThat(slack.modal(ANN).orElseThrow().words()).contains("One moment.");
    Surface surface = ear.surfaces.of(handedIn.updateId()).orElseThrow();
    assertThat(Objects.requireNonNull(surface.view()).home()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void whatBecomesOfAChannel(Mode mode) {
    listens(mode);
    slack.invites(ANN, DESK);
    assertThat(what()).isEqualTo(new ChatEvent.Added(ANN, new UserId("slack", ANN)));
    slack.archives(ANN, DESK);
    assertThat(what()).isEqualTo(new ChatEvent.Gone("is_archived"));
    slack.unarchives(ANN, DESK);
    assertThat(what()).isEqualTo(new ChatEvent.Back());
    slack.kicks(ANN, DESK);
    assertThat(what()).isEqualTo(new ChatEvent.Gone("not_in_channel"));
    slack.opensHome(ANN);
    assertThat(what()).isEqualTo(new ChatEvent.PageOpened(new UserId("slack", ANN), ANN));
    slack.uninstalls();
    await().atMost(PATIENCE).until(() -> ear.standing.contains("refused: the app was uninstalled"));
    assertThat(slack.counts().complaints()).isEmpty();
  }

  private int taken;

  private ChatEvent.What what() {
    await().atMost(PATIENCE).until(() -> ear.handedIn.size() > taken);
    return ((ChatEvent) ear.handedIn.get(taken++)).what();
  }
}
