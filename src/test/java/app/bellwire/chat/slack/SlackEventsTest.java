package app.bellwire.chat.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.IncomingMessage;
import app.bellwire.fake.HandClock;
import app.bellwire.fake.SlackServer;
import app.bellwire.inbound.InboundAnswer;
import app.bellwire.inbound.InboundRequest;
import java.net.URLEncoder;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackEventsTest {
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final String COMMAND =
      "token=x&team_id=T1&channel_id=C1&user_id=U1&user_name=ann&command=%2Fbellwire"
          + "&text=sub+R%26amp%3BD&response_url=https%3A%2F%2Fhooks.example%2F1&trigger_id=13.37";
  private static final String ARCHIVED =
      "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event_id\":\"Ev1\",\"event_time\":1,"
          + "\"event\":{\"type\":\"channel_archive\",\"channel\":\"C1\"}}";
  private static final String PRESS =
      "{\"type\":\"block_actions\",\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U1\"},"
          + "\"trigger_id\":\"13.38\",\"channel\":{\"id\":\"C1\"},\"container\":{\"type\":"
          + "\"message\",\"message_ts\":\"1.000001\"},\"actions\":[{\"type\":\"button\","
          + "\"action_id\":\"bw.1\",\"value\":\"k\"}]}";

  private final HandClock clock = HandClock.at("2026-11-02T12:00:00Z");
  private final Ear ear = new Ear(clock);
  private final SlackEvents events = new SlackEvents(SECRET, ear.app, clock);

  @AfterEach
  void end() throws Exception {
    ear.close();
  }

  private InboundRequest signed(String body) {
    long now = clock.instant().getEpochSecond();
    return request(body, Long.toString(now), SlackServer.signature(SECRET, now, body));
  }

  private static InboundRequest request(String body, String timestamp, String signature) {
    return new InboundRequest(
        "POST",
        "/slack/events",
        Map.of("x-slack-request-timestamp", timestamp, "x-slack-signature", signature),
        body.getBytes(UTF_8));
  }

  private static String text(InboundAnswer answer) {
    return new String(answer.body(), UTF_8);
  }

  @Test
  void everythingComesToOnePath() {
    for (String body : new String[] {COMMAND, ARCHIVED, form(PRESS)}) {
      InboundAnswer answer = events.answer(signed(body));
      assertThat(answer.status()).as(body).isEqualTo(200);
      assertThat(text(answer)).isEmpty();
    }
    assertThat(ear.handedIn)
        .extracting(one -> one.updateId())
        .containsExactly("command:13.37", "event:Ev1", "press:13.38");
    assertThat(((IncomingMessage) ear.handedIn.getFirst()).text()).isEqualTo("/bellwire sub R&D");
  }

  private static String form(String payload) {
    return "payload=" + URLEncoder.encode(payload, UTF_8);
  }

  @Test
  void theAddressIsVerified() {
    InboundAnswer answer =
        events.answer(
            signed("{\"token\":\"x\",\"challenge\":\"3eZbrw1a\",\"type\":\"url_verification\"}"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith("text/plain");
    assertThat(text(answer)).isEqualTo("3eZbrw1a");
  }

  @Test
  void aFormIsAnsweredWithTheViewThatWaits() {
    String submission =
        "{\"type\":\"view_submission\",\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U1\"},"
            + "\"trigger_id\":\"13.39\",\"view\":{\"id\":\"V1\",\"type\":\"modal\","
            + "\"callback_id\":\"bw:k\",\"private_metadata\":\"slack:T1/C1\"}}";
    InboundAnswer answer = events.answer(signed(form(submission)));
    assertThat(answer.contentType()).startsWith("application/json");
    assertThat(text(answer)).contains("\"response_action\":\"update\"");
  }

  @Test
  void whatSlackDidNotSignIsRefusedWithoutAWord() {
    InboundAnswer forged = events.answer(request(COMMAND, "1", "v0=00"));
    InboundAnswer without =
        events.answer(
            new InboundRequest("POST", "/slack/events", Map.of(), COMMAND.getBytes(UTF_8)));
    InboundRequest good = signed(COMMAND);
    events.answer(good);
    InboundAnswer again = events.answer(good);
    for (InboundAnswer answer : new InboundAnswer[] {forged, without, again}) {
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.body()).isEmpty();
    }
    assertThat(events.refused()).isEqualTo(3);
    assertThat(ear.handedIn).hasSize(1);
  }

  @Test
  void onlyPostsAreTaken() {
    assertThat(events.answer(new InboundRequest("GET", "/slack/events", Map.of(), new byte[0])))
        .matches(answer -> answer.status() == 405);
  }

  @Test
  void whatCannotBeKeptIsToComeAgain() {
    ear.first(
        incoming -> {
          throw new IllegalStateException("the store is down");
        });
    assertThat(events.answer(signed(ARCHIVED)).status()).isEqualTo(503);
    ear.first(incoming -> true);
    clock.forward(java.time.Duration.ofSeconds(1));
    assertThat(events.answer(signed(ARCHIVED)).status()).isEqualTo(200);
    assertThat(ear.handedIn).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "ssl_check=1&token=x",
        "payload=%7B",
        "payload=%zz",
        "payload=null",
        "command",
        "text=hello",
        "{\"type\":\"unheard_of\"}",
        "payload=%7B%22type%22%3A%22unheard_of%22%7D",
      })
  void whatCannotBeReadIsAnsweredAndLeftOut(String body) {
    assertThat(events.answer(signed(body)).status()).isEqualTo(200);
    assertThat(ear.handedIn).isEmpty();
    assertThat(ear.app.unreadable()).isOne();
  }
}
