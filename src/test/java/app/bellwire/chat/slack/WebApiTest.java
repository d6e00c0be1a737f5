package app.bellwire.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@Timeout(60)
class WebApiTest {
  private static final String TOKEN = "xoxb-1-secret";
  private static final String HTML = "<html>Bad Gateway</html>";

  private MockWebServer server;
  private WebApi api;

  @BeforeEach
  void begin() throws IOException {
    server = new MockWebServer();
    server.start();
    api = api(TOKEN);
  }

  private WebApi api(String token) {
    return new WebApi(server.url("/api/").uri(), token, Thread.ofVirtual().factory());
  }

  @AfterEach
  void end() {
    api.close();
    server.close();
  }

  /// @param answers that one call gets
  record Row(MockResponse answers, Reply<String> means) {}

  static final List<Row> ROWS =
      List.of(
          new Row(json(200, "{\"ok\":true,\"ts\":\"17.000001\"}"), new Reply.Done<>("17.000001")),
          new Row(json(200, "{\"ok\":false,\"error\":\"is_archived\"}"), denied("is_archived")),
          new Row(
              json(200, "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"chat:write\"}"),
              new Reply.Denied<>("missing_scope", "chat:write", null)),
          new Row(
              slow(json(200, "{\"ok\":false,\"error\":\"rate_limited\"}"), "3"),
              wait("rate_limited", 3)),
          new Row(
              slow(json(429, "{\"ok\":false,\"error\":\"ratelimited\"}"), "30"),
              wait("ratelimited", 30)),
          new Row(slow(json(429, ""), "7"), wait("ratelimited", 7)),
          new Row(slow(json(429, HTML), "soon"), denied("ratelimited")),
          new Row(json(429, ""), denied("ratelimited")),
          new Row(
              json(503, "{\"ok\":false,\"error\":\"service_unavailable\"}"),
              denied("service_unavailable")),
          new Row(
              json(500, "{\"ok\":false,\"error\":\"fatal_error\"}"),
              new Reply.Lost<>("status 500 fatal_error")),
          new Row(json(500, HTML), new Reply.Lost<>("status 500")),
          new Row(json(503, ""), new Reply.Lost<>("status 503")),
          new Row(json(404, HTML), foreign(404)),
          new Row(json(302, ""), foreign(302)),
          new Row(json(400, "{\"ok\":false,\"error\":\"no_text\"}"), denied("no_text")),
          new Row(json(200, HTML), unread()),
          new Row(json(200, "{\"ok\":true,\"ts\":"), unread()),
          new Row(json(200, "[]"), unread()),
          new Row(json(200, ""), unread()),
          new Row(json(200, "{}"), new Reply.Lost<>("an answer that says nothing")),
          new Row(json(200, "{\"ok\":false}"), new Reply.Lost<>("an answer that says nothing")));

  @ParameterizedTest
  @FieldSource("ROWS")
  void anAnswerHasItsMeaning(Row row) {
    server.enqueue(row.answers());
    assertThat(post()).isEqualTo(row.means());
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  /// OkHttp by itself obeys such an answer and sends again.
  @Test
  void aServerThatWantsACallAgainAtOnceGetsItOnce() {
    server.enqueue(slow(json(503, ""), "0"));
    server.enqueue(json(200, "{\"ok\":true,\"ts\":\"17.000001\"}"));
    assertThat(post()).isEqualTo(new Reply.Lost<>("status 503"));
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aCallWhoseAnswerIsLostMayHaveBeenDone() {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    assertThat(post()).isInstanceOf(Reply.Lost.class);
  }

  @Test
  void aServerThatIsNotThereHasDoneNothing() {
    server.close();
    assertThat(post()).isInstanceOf(Reply.Unreached.class);
  }

  @Test
  void aQuestionIsNotWaitedForLong() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    long begun = System.nanoTime();
    assertThat(api.ask(slack -> slack.authTest(test -> test))).isInstanceOf(Reply.Lost.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(9));
  }

  @Test
  void theTokenIsInTheHeaderAlone() throws Exception {
    server.enqueue(json(200, "{\"ok\":true}"));
    post();
    var request = server.takeRequest();
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + TOKEN);
    assertThat(request.getTarget() + request.getBody().utf8()).doesNotContain(TOKEN);
  }

  @Test
  void aTokenThatNoHeaderCanCarryIsRefused() {
    api.close();
    api = api("xoxb-1\nsecret");
    assertThat(post()).isEqualTo(denied("invalid_auth"));
    assertThat(server.getRequestCount()).isZero();
  }

  /// A leak would be one thread for each at least; threads that others began a moment ago may still
  /// appear.
  @Test
  void noneOfItsThreadsStays() {
    int many = 30;
    long before = threadsOfTheSdk();
    for (int i = 0; i < many; i++) {
      api("token-" + i).close();
    }
    assertThat(threadsOfTheSdk() - before).isLessThan(many);
  }

  /// The SDK has some of its own from the first use on.
  private static long threadsOfTheSdk() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("slack-api"))
        .count();
  }

  private Reply<String> post() {
    return api.call(slack -> slack.chatPostMessage(post -> post.channel("C1").text("Ferry")))
        .map(ChatPostMessageResponse::getTs);
  }

  private static MockResponse json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  private static MockResponse slow(MockResponse answer, String retryAfter) {
    return answer.newBuilder().addHeader("Retry-After", retryAfter).build();
  }

  private static Reply<String> denied(String error) {
    return new Reply.Denied<>(error, null, null);
  }

  private static Reply<String> wait(String error, int seconds) {
    return new Reply.Denied<>(error, null, Duration.ofSeconds(seconds));
  }

  private static Reply<String> foreign(int status) {
    return new Reply.Unreached<>("status " + status + ", which is not an answer of Slack");
  }

  private static Reply<String> unread() {
    return new Reply.Lost<>("an answer that cannot be read");
  }
}
