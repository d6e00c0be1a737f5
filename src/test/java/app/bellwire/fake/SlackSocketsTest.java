package app.bellwire.fake;

import static app.bellwire.fake.SlackCaller.json;
import static app.bellwire.fake.SlackCaller.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlackSocketsTest {
  private static final String ANN = "U00000ANN";
  private static final String DESK = "C0000DESK";

  private SlackServer slack;
  private SlackCaller caller;

  @BeforeEach
  void begin() throws IOException {
    slack = new SlackServer();
    slack.user(ANN, "ann").channel(DESK, "desk", ANN, SlackServer.BOT);
    slack.rules().posts(1, Duration.ZERO).echoes(false);
    caller = new SlackCaller(slack);
  }

  @AfterEach
  void end() throws IOException {
    slack.close();
  }

  @Test
  void aTicketOpensOneSocket() {
    String url = caller.call("apps.connections.open").done().path("url").asText();
    try (SlackApp app = new SlackApp(url)) {
      assertThat(slack.sockets()).isEqualTo(1);
      assertThatThrownBy(() -> new SlackApp(url)).hasMessageContaining("WebSocketHandshake");
      app.close();
      Awaitility.await().until(() -> slack.sockets() == 0);
    }
    assertThatThrownBy(() -> new SlackApp(url.replaceAll("ticket=.*", "ticket=none")))
        .hasMessageContaining("WebSocketHandshake");
  }

  @Test
  void connectionsCanBeRefused() {
    slack.refusesConnections(true);
    assertThat(caller.call("apps.connections.open").outcome()).isEqualTo("internal_error");
    slack.refusesConnections(false);
    assertThat(caller.call("apps.connections.open").outcome()).isEqualTo("ok");
  }

  @Test
  void aCommandCarriesWhatSlackMakesOfItAndItsAckCanAnswer() {
    try (SlackApp app = new SlackApp(caller)) {
      SlackDelivery typed = slack.slash(ANN, DESK, "sub A&B @ann #desk https://x.org/?a=1&b");
      JsonNode envelope = app.next();
      assertThat(envelope.path("type").asText()).isEqualTo("slash_commands");
      assertThat(envelope.path("accepts_response_payload").asBoolean()).isTrue();
      JsonNode payload = envelope.path("payload");
      assertThat(payload.path("command").asText()).isEqualTo("/bellwire");
      assertThat(payload.path("text").asText())
          .isEqualTo("sub A&amp;B <@U00000ANN> <#C0000DESK|desk> <https://x.org/?a=1&amp;b>");
      app.ack(envelope, json("{'text':'Seen'}"));
      assertThat(typed.await().took()).isLessThan(Duration.ofSeconds(3));
      assertThat(texts(slack.ephemerals(DESK, ANN))).containsExactly("Seen");
      assertThat(slack.ackTimes()).hasSize(1);
    }
  }

  @Test
  void aResponseUrlIsGoodForFiveAnswersAndUntilItIsOld() {
    String url = slack.slash(ANN, DESK, "help").payload().path("response_url").asText();
    assertThat(caller.respond(url, json("{'text':'1'}")).json().asText()).isEqualTo("ok");
    String loud = json("{'text':'2','response_type':'in_channel'}");
    assertThat(caller.respond(url, loud).status()).isEqualTo(200);
    assertThat(texts(slack.ephemerals(DESK, ANN))).containsExactly("1");
    assertThat(texts(slack.posts(DESK))).containsExactly("2");
    assertThat(caller.respond(url, "{}").outcome()).isEqualTo("no_text");
    caller.respond(url, json("{'text':'4'}"));
    caller.respond(url, json("{'text':'5'}"));
    assertThat(caller.respond(url, json("{'text':'6'}")).outcome()).isEqualTo("used_url");

    slack.rules().responsesLive(Duration.ZERO);
    String old = slack.slash(ANN, DESK, "help").payload().path("response_url").asText();
    assertThat(caller.respond(old, json("{'text':'1'}")).outcome()).isEqualTo("expired_url");
    assertThat(caller.respond(old + "x", json("{'text':'1'}")).outcome()).isEqualTo("invalid_url");
  }

  private String button(String method, String label) {
    String blocks =
        json(
            "[{'type':'actions','block_id':'b1','elements':[{'type':'button','action_id':'bw.1',"
                + "'value':'v1','text':{'type':'plain_text','text':'"
                + label
                + "'}}]}]");
    JsonNode posted =
        caller.call(method, "channel", DESK, "user", ANN, "text", "Press", "blocks", blocks).done();
    return posted.path("ts").asText(posted.path("message_ts").asText());
  }

  @Test
  void aPressSaysWhereItWasAndItsResponseReplacesOrDeletesTheMessage() {
    String ts = button("chat.postMessage", "Mute story");
    try (SlackApp app = new SlackApp(caller)) {
      slack.presses(ANN, DESK, ts, "Mute");
      JsonNode payload = app.next().path("payload");
      assertThat(payload.at("/actions/0/value").asText()).isEqualTo("v1");
      assertThat(payload.at("/actions/0/block_id").asText()).isEqualTo("b1");
      assertThat(payload.at("/container/message_ts").asText()).isEqualTo(ts);
      assertThat(payload.at("/message/ts").asText()).isEqualTo(ts);
      String url = payload.path("response_url").asText();
      caller.respond(url, json("{'text':'Muted','replace_original':true}"));
      assertThat(texts(slack.posts(DESK))).containsExactly("Muted");
      caller.respond(url, json("{'text':'Why','replace_original':false}"));
      assertThat(texts(slack.ephemerals(DESK, ANN))).containsExactly("Why");
      assertThat(slack.counts().complaints()).isEmpty();
      caller.respond(url, json("{'text':'Well'}"));
      assertThat(slack.counts().complaints()).hasSize(1);
      caller.respond(url, json("{'delete_original':true}"));
      assertThat(slack.posts(DESK)).isEmpty();
    }
  }

  @Test
  void aPressInAnEphemeralComesWithoutTheMessageAndIsReplacedOnlyByItsResponse() {
    String ts = button("chat.postEphemeral", "Save");
    try (SlackApp app = new SlackApp(caller)) {
      slack.presses(ANN, DESK, ts, "Save");
      JsonNode payload = app.next().path("payload");
      assertThat(payload.at("/container/is_ephemeral").asBoolean()).isTrue();
      assertThat(payload.has("message")).isFalse();
      String url = payload.path("response_url").asText();
      caller.respond(url, json("{'text':'Saved','replace_original':true}"));
      assertThat(texts(slack.ephemerals(DESK, ANN))).containsExactly("Saved");
      caller.respond(url, json("{'delete_original':true}"));
      assertThat(slack.ephemerals(DESK, ANN)).isEmpty();
    }
  }

  @Test
  void whatIsNotThereCannotBePressed() {
    String ts = button("chat.postMessage", "Mute");
    assertThatThrownBy(() -> slack.presses(ANN, DESK, ts, "Buy"))
        .hasMessage("no button says Buy; there are [Mute]");
  }

  @Test
  void eventsComeAsTheyAreSubscribedTo() {
    try (SlackApp app = new SlackApp(caller)) {
      slack.says(ANN, DESK, "nobody asked you");
      slack.says(ANN, DESK, "@bellwire help");
      JsonNode event = app.next().path("payload").path("event");
      assertThat(event.path("type").asText()).isEqualTo("app_mention");
      assertThat(event.path("text").asText()).isEqualTo("<@U0BELLWIRE> help");
      slack.says(ANN, slack.direct(ANN), "help");
      assertThat(app.next().at("/payload/event/channel_type").asText()).isEqualTo("im");
      slack.opensHome(ANN);
      assertThat(app.next().at("/payload/event/tab").asText()).isEqualTo("home");
      slack.kicks(ANN, DESK);
      assertThat(app.next().at("/payload/event/type").asText()).isEqualTo("channel_left");
      slack.invites(ANN, DESK);
      assertThat(app.next().at("/payload/event/inviter").asText()).isEqualTo(ANN);
      slack.uninstalls();
      assertThat(app.next().at("/payload/event/type").asText()).isEqualTo("tokens_revoked");
      assertThat(app.next().at("/payload/event/type").asText()).isEqualTo("app_uninstalled");
    }
  }

  @Test
  void theAppHearsItsOwnWordsInADirectConversation() {
    slack.rules().echoes(true);
    try (SlackApp app = new SlackApp(caller)) {
      caller.call("chat.postMessage", "channel", ANN, "text", "Hello").done();
      JsonNode event = app.next().path("payload").path("event");
      assertThat(event.path("bot_id").asText()).isNotEmpty();
      assertThat(event.path("user").asText()).isEqualTo(SlackServer.BOT);
    }
  }

  @Test
  void anEventThatIsNotAckedComesAgainAndIsGivenUpInTheEnd() {
    slack.rules().waitsForAcks(Duration.ofMillis(100));
    slack.rules().retries(Duration.ZERO, Duration.ofMillis(50));
    try (SlackApp app = new SlackApp(caller)) {
      slack.says(ANN, slack.direct(ANN), "help");
      JsonNode first = app.next();
      JsonNode second = app.next();
      JsonNode third = app.next();
      assertThat(first.path("retry_attempt").asInt()).isZero();
      assertThat(second.path("retry_attempt").asInt()).isEqualTo(1);
      assertThat(second.path("retry_reason").asText()).isEqualTo("timeout");
      assertThat(third.path("payload")).isEqualTo(first.path("payload"));
      assertThat(third.path("envelope_id")).isNotEqualTo(first.path("envelope_id"));
      Awaitility.await().until(() -> slack.deliveries().getLast().failed());
      assertThat(slack.unacked()).isEqualTo(1);
      assertThat(slack.resent()).isEqualTo(2);
      app.ack(third);
      Awaitility.await().until(() -> slack.counts().late() == 1);
    }
  }

  @Test
  void anAckOfASecondAttemptIsEnoughAndACommandIsNotSentAgain() {
    slack.rules().waitsForAcks(Duration.ofMillis(500)).retries(Duration.ZERO);
    try (SlackApp app = new SlackApp(caller)) {
      slack.says(ANN, slack.direct(ANN), "help");
      var _ = app.next();
      app.ack(app.next());
      slack.deliveries().getLast().await();
      SlackDelivery typed = slack.slash(ANN, DESK, "help");
      var _ = app.next();
      Awaitility.await().until(typed::failed);
      assertThat(typed.attempts()).isEqualTo(1);
      assertThat(app.heardNothing()).isTrue();
    }
  }

  @Test
  void withoutASocketACommandFailsAtOnceAndAnEventWaits() {
    slack.rules().retries(Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(1));
    assertThat(slack.slash(ANN, DESK, "help").failed()).isTrue();
    slack.says(ANN, slack.direct(ANN), "help");
    try (SlackApp app = new SlackApp(caller)) {
      app.ack(app.next());
      slack.deliveries().getLast().await();
    }
  }

  @Test
  void aFarewellNamesItsReasonAndTheOldSocketStillTakesAcks() {
    slack.rules().closesAfter(Duration.ofMillis(1500));
    try (SlackApp old = new SlackApp(caller)) {
      SlackDelivery typed = slack.slash(ANN, DESK, "help");
      JsonNode envelope = old.next();
      slack.disconnects("warning");
      assertThat(old.next().path("reason").asText()).isEqualTo("warning");
      slack.disconnects("refresh_requested");
      assertThat(old.next().path("reason").asText()).isEqualTo("refresh_requested");
      try (SlackApp fresh = new SlackApp(caller)) {
        old.ack(envelope);
        typed.await();
        slack.slash(ANN, DESK, "list");
        assertThat(fresh.next().path("type").asText()).isEqualTo("slash_commands");
        assertThat(old.end()).isEqualTo("closed 1000");
        assertThat(slack.socketsOpened()).isEqualTo(2);
      }
    }
  }

  @Test
  void twoSocketsShareWhatComes() {
    try (SlackApp one = new SlackApp(caller);
        SlackApp two = new SlackApp(caller)) {
      slack.slash(ANN, DESK, "1");
      slack.slash(ANN, DESK, "2");
      assertThat(one.next().at("/payload/text").asText()).isEqualTo("1");
      assertThat(two.next().at("/payload/text").asText()).isEqualTo("2");
    }
  }

  @Test
  void socketsCanBreakAndCanGoDeaf() {
    try (SlackApp app = new SlackApp(caller)) {
      app.ping();
      assertThat(app.end()).isEqualTo("pong");
      slack.goesSilent(true);
      slack.slash(ANN, DESK, "1");
      slack.goesSilent(false);
      slack.slash(ANN, DESK, "2");
      assertThat(app.next().at("/payload/text").asText()).isEqualTo("2");
      slack.dropsSockets();
      assertThat(app.end()).isEqualTo("broken");
      Awaitility.await().until(() -> slack.sockets() == 0);
    }
  }

  @Test
  void aFrameThatAcksNothingIsComplainedOf() {
    try (SlackApp app = new SlackApp(caller)) {
      app.ack(SlackCaller.JSON.createObjectNode().put("envelope_id", "none"));
      Awaitility.await().until(() -> !slack.counts().complaints().isEmpty());
    }
  }

  @Test
  void aShortcutComesWithItsMessage() {
    String ts = slack.says(ANN, DESK, "NATO meets");
    try (SlackApp app = new SlackApp(caller)) {
      slack.shortcut(ANN, DESK, ts, "why");
      JsonNode payload = app.next().path("payload");
      assertThat(payload.path("type").asText()).isEqualTo("message_action");
      assertThat(payload.at("/message/text").asText()).isEqualTo("NATO meets");
      slack.shortcut(ANN, "new");
      assertThat(app.next().at("/payload/callback_id").asText()).isEqualTo("new");
    }
  }
}
