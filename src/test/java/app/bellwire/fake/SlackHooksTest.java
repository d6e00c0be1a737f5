package app.bellwire.fake;

import static app.bellwire.fake.SlackCaller.json;
import static app.bellwire.fake.SlackCaller.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlackHooksTest {
  private static final String ANN = "U00000ANN";
  private static final String DESK = "C0000DESK";
  private static final String ECHO = "echo";

  private record Reply(int status, String body, String header) {
    static Reply of(int status, String body) {
      return new Reply(status, body, "X-Powered-By: tests");
    }
  }

  private final BlockingQueue<RawHttp.Request> requests = new LinkedBlockingQueue<>();
  private volatile Reply reply = Reply.of(200, "");
  private SlackServer slack;
  private RawServer app;

  @BeforeEach
  void begin() throws IOException {
    slack = new SlackServer();
    slack.user(ANN, "ann").channel(DESK, "desk", ANN, SlackServer.BOT);
    app =
        new RawServer(
            (http, request) -> {
              requests.add(request);
              Reply said = reply;
              String body = said.body.equals(ECHO) ? request.body() : said.body;
              http.answer(said.status, "application/json", body, said.header);
            });
    slack.deliversTo(URI.create(app.url() + "/slack/events"));
  }

  @AfterEach
  void end() throws IOException {
    slack.close();
    app.close();
  }

  private RawHttp.Request next() throws InterruptedException {
    RawHttp.Request request = requests.poll(10, TimeUnit.SECONDS);
    if (request == null) {
      throw new AssertionError("nothing came");
    }
    return request;
  }

  @Test
  void anEventIsSignedJson() throws Exception {
    slack.says(ANN, slack.direct(ANN), "help");
    RawHttp.Request request = next();
    long timestamp = Long.parseLong(request.header("x-slack-request-timestamp"));
    assertThat(timestamp).isCloseTo(Instant.now().getEpochSecond(), within(5L));
    assertThat(request.header("x-slack-signature"))
        .isEqualTo(SlackServer.signature(SlackServer.SIGNING_SECRET, timestamp, request.body()))
        .startsWith("v0=");
    assertThat(request.header("content-type")).isEqualTo("application/json");
    assertThat(request.target()).isEqualTo("/slack/events");
    slack.deliveries().getLast().await();
  }

  @Test
  void theSignatureIsTheOneOfSlacksOwnExample() {
    String body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
            + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
            + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    assertThat(SlackServer.signature("8f742231b10e8888abcd99yyyzzz85a5", 1531420618, body))
        .isEqualTo("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
  }

  @Test
  void aCommandIsAFormAndMayBeAnsweredAtOnce() throws Exception {
    reply = Reply.of(200, json("{'text':'Seen'}"));
    SlackDelivery typed = slack.slash(ANN, DESK, "sub A & B");
    RawHttp.Request request = next();
    assertThat(request.header("content-type")).isEqualTo("application/x-www-form-urlencoded");
    assertThat(request.body()).contains("&command=%2Fbellwire&text=sub+A+%26amp%3B+B&");
    typed.await();
    assertThat(texts(slack.ephemerals(DESK, ANN))).containsExactly("Seen");
  }

  @Test
  void aShortcutIsJsonInAForm() throws Exception {
    slack.shortcut(ANN, "new");
    String body = URLDecoder.decode(next().body(), StandardCharsets.UTF_8);
    assertThat(body).startsWith("payload={");
    JsonNode payload = SlackCaller.JSON.readTree(body.substring("payload=".length()));
    assertThat(payload.path("type").asText()).isEqualTo("shortcut");
  }

  @Test
  void anEventThatFailsComesAgainWithTheReasonUnlessTheAppDeclines() throws Exception {
    slack.rules().retries(Duration.ZERO, Duration.ofMillis(50));
    reply = Reply.of(500, "");
    slack.says(ANN, slack.direct(ANN), "help");
    assertThat(next().header("x-slack-retry-num")).isEmpty();
    RawHttp.Request second = next();
    assertThat(second.header("x-slack-retry-num")).isEqualTo("1");
    assertThat(second.header("x-slack-retry-reason")).isEqualTo("http_error");
    reply = Reply.of(200, "");
    Awaitility.await().until(() -> slack.deliveries().getLast().acked().isPresent());

    requests.clear();
    reply = new Reply(503, "", "X-Slack-No-Retry: 1");
    slack.says(ANN, slack.direct(ANN), "help");
    Awaitility.await().until(() -> slack.deliveries().getLast().failed());
    assertThat(requests).hasSize(1);
    assertThat(slack.unacked()).isEqualTo(1);
  }

  @Test
  void anAddressThatDoesNotAnswerHasFailed() throws Exception {
    app.close();
    assertThat(slack.slash(ANN, DESK, "help"))
        .satisfies(typed -> Awaitility.await().until(typed::failed));
    assertThat(slack.verifiesAddress()).isFalse();
  }

  @Test
  void anAddressIsVerifiedByItsAnswerToAChallenge() throws Exception {
    assertThat(slack.verifiesAddress()).isFalse();
    assertThat(next().body()).contains("\"type\":\"url_verification\"");
    reply = Reply.of(200, ECHO);
    assertThat(slack.verifiesAddress()).isTrue();
  }
}
