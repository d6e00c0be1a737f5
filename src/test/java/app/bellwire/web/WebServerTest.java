package app.bellwire.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.bellwire.chat.Address;
import app.bellwire.chat.Button;
import app.bellwire.chat.Incoming;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.RichText;
import app.bellwire.chat.local.LocalChat;
import app.bellwire.chat.local.MemoryLocalMessages;
import app.bellwire.inbound.Endpoint;
import app.bellwire.inbound.InboundAnswer;
import app.bellwire.inbound.InboundRequest;
import app.bellwire.work.Ids;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class WebServerTest {
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final Address DESK = Address.local("desk");
  private static final String MESSAGES = "/api/chats/desk/messages";

  private final InstantSource clock = InstantSource.fixed(NOON);
  private final MemoryLocalMessages messages = new MemoryLocalMessages();
  private final List<Incoming> inbox = new ArrayList<>();
  private final LocalChat chat = new LocalChat(messages, this::keep, new Ids(clock)::next, clock);
  private final OkHttpClient client =
      new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(10)).build();
  private Health health = Health.well();
  private boolean full;
  private WebServer server = server(Optional.empty());

  @BeforeEach
  void listen() {
    server.start();
  }

  @AfterEach
  void close() {
    server.close();
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
  }

  @Test
  void thePageIsServedWithItsProtection() throws IOException {
    try (Response page = get("/")) {
      assertThat(page.code()).isEqualTo(200);
      assertThat(page.header("Content-Type"))
          .isEqualToIgnoringWhitespace("text/html;charset=utf-8");
      assertThat(page.header("Content-Security-Policy"))
          .isEqualTo(
              "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                  + " img-src 'self' data:; base-uri 'none'; form-action 'self';"
                  + " frame-ancestors 'none'");
      assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(page.body().string()).contains("<h1>Bellwire</h1>");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "page.css,text/css",
    "page.js,text/javascript",
    "chat.js,text/javascript",
    "card.js,text/javascript",
    "desk.js,text/javascript",
    "dom.js,text/javascript",
    "stories.js,text/javascript",
    "stories.css,text/css",
    "icon.svg,image/svg+xml"
  })
  void whatThePageLoadsIsServedAndRevalidated(String name, String type) throws IOException {
    try (Response asset = get("/assets/" + name)) {
      assertThat(asset.code()).isEqualTo(200);
      assertThat(asset.header("Content-Type")).startsWith(type);
      String tag = asset.header("ETag", "");
      try (Response again =
          call(request("/assets/" + name).header("If-None-Match", String.valueOf(tag)))) {
        assertThat(again.code()).isEqualTo(304);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/stories", "/stories/1001"})
  void thePagesOfRunningStoriesAreServedWithTheirProtection(String path) throws IOException {
    try (Response page = get(path)) {
      assertThat(page.code()).isEqualTo(200);
      assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
      assertThat(page.body().string()).contains("<h2 id=\"title\">Running stories</h2>");
    }
  }

  @Test
  void runningStoriesAreListedByWhatTheySayLast() throws IOException {
    JsonNode all = json(get("/api/stories"));
    assertThat(all).hasSize(2);
    assertThat(all.get(0).get("id").asText()).isEqualTo("1001");
    assertThat(all.get(0).get("headline").asText()).isEqualTo("Arven and Tolm sign the treaty");
    assertThat(all.get(0).get("stories").asInt()).isEqualTo(3);
    assertThat(all.get(0).get("reports").asInt()).isEqualTo(6);
  }

  @Test
  void aTimelineMarksWhatWasCorrectedAndWithdrawn() throws IOException {
    JsonNode stories = json(get("/api/stories/1001")).get("stories");
    assertThat(stories.findValuesAsText("corrected")).containsExactly("false", "true", "false");
    assertThat(stories.findValuesAsText("withdrawn")).containsExactly("false", "false", "true");
    assertThat(stories.findValuesAsText("mark"))
        .containsExactly("REPORT", "REPORT", "REPORT", "CORRECTION", "WITHDRAWN", "WITHDRAWAL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/stories/7", "/api/stories/x", "/api/stories/99999999999999999999"})
  void aStoryThatIsNotKeptIsSaid(String path) throws IOException {
    try (Response answer = get(path)) {
      assertThat(answer.code()).isEqualTo(404);
      assertThat(answer.body().string()).isEqualTo("{\"error\":\"That story is no longer kept.\"}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/stories/x",
        "/assets/nothing.js",
        "/assets/..%2fWebServer.class",
        "/assets/WebServer.class"
      })
  void anythingElseIsNotThere(String path) throws IOException {
    try (Response answer = get(path)) {
      assertThat(answer.code()).isIn(400, 404);
      assertThat(answer.header("X-Powered-By")).isNull();
    }
  }

  @Test
  void aWrongMethodIsSaid() throws IOException {
    try (Response answer = call(request("/metrics").delete())) {
      assertThat(answer.code()).isEqualTo(405);
      assertThat(answer.body().string())
          .isEqualTo("{\"error\":\"This path takes another method.\"}");
    }
  }

  @Test
  void whatAnEndpointDoesNotFindItSaysItself() throws IOException {
    try (Response answer = get("/hook")) {
      assertThat(answer.code()).isEqualTo(404);
      assertThat(answer.body().string()).startsWith("GET /hook");
    }
  }

  @Test
  void scriptsNeverSetMarkup() throws IOException {
    for (String name : List.of("page.js", "chat.js", "card.js", "desk.js", "dom.js")) {
      try (Response script = get("/assets/" + name)) {
        assertThat(script.body().string())
            .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write")
            .doesNotContain("eval(", "new Function");
      }
    }
  }

  @Test
  void healthSaysWhatIsWrong() throws IOException {
    assertThat(json(get("/healthz"))).isEqualTo(tree("{'status':'ok','reasons':[]}"));

    health = new Health(List.of("Telegram refuses the token since 14:02."));
    try (Response answer = get("/healthz")) {
      assertThat(answer.code()).isEqualTo(503);
      assertThat(new ObjectMapper().readTree(answer.body().string()).at("/reasons/0").asText())
          .isEqualTo("Telegram refuses the token since 14:02.");
    }
  }

  @Test
  void aRequestThatFailsInTroubleIsToldTheTrouble() throws IOException {
    full = true;
    try (Response answer = post("{\"text\":\"/list\"}")) {
      assertThat(answer.code()).isEqualTo(500);
    }

    health = new Health(List.of("The disk is full."));
    try (Response answer = post("{\"text\":\"/list\"}")) {
      assertThat(answer.code()).isEqualTo(503);
      assertThat(answer.body().string()).isEqualTo("{\"error\":\"The disk is full.\"}");
    }
  }

  @Test
  void metricsAreText() throws IOException {
    try (Response answer = get("/metrics")) {
      assertThat(answer.header("Content-Type")).startsWith("text/plain; version=0.0.4");
      assertThat(answer.body().string()).isEqualTo("bellwire_up 1\n");
    }
  }

  @Test
  void theDeskIsShownInWords() throws IOException {
    JsonNode desk = json(get("/api/desk"));

    assertThat(desk.at("/verdict/clauses/0/words").asText())
        .isEqualTo("All 3 sources were read in the last minute");
    assertThat(desk.at("/sum/read").asInt()).isEqualTo(412);
    assertThat(desk.at("/sum/matched/total").asInt()).isEqualTo(41);
    assertThat(desk.at("/sum/others/total").asInt()).isEqualTo(371);
    assertThat(desk.at("/sum/slowest").asText()).isEqualTo("3 min 10 s");
    assertThat(desk.at("/program/started").asText()).isEqualTo("2026-10-31T12:00:00Z");
    assertThat(desk.at("/sources/0/words").asText()).isEqualTo("unchanged");
    assertThat(desk.at("/halfHours")).hasSize(48);
  }

  @Test
  void anUnknownChatHoldsNothing() throws IOException {
    assertThat(json(get("/api/chats/nobody/messages"))).isEmpty();
  }

  @Test
  void messagesAreListedOldestFirstInTheirContractForm() throws IOException {
    RichText text =
        RichText.build()
            .add(new RichText.Bold(RichText.build().news("Talks resume", "en").done()))
            .line()
            .link("Norda", URI.create("https://example.org/1"))
            .add(new RichText.Time(NOON, "12:00 UTC"))
            .add(new RichText.Fold("Background", RichText.of("Older")))
            .add(new RichText.Struck(RichText.of("gone")))
            .add(new RichText.Block("a\n^"))
            .code("talks")
            .done();
    OutgoingMessage alert =
        OutgoingMessage.of(text)
            .with(
                List.of(
                    new Button.Open("Read", URI.create("https://example.org/1")),
                    new Button.Press("Why", "b1")),
                List.of(new Button.ChooseChannel("Of another network", "Cancel")),
                List.of(new Button.ChoiceOver()));
    chat.post(DESK, alert, "d-1", null);
    String root = messages.of("desk").getFirst().id();
    chat.say("desk", "/why", root);

    JsonNode all = json(get(MESSAGES));
    assertThat(all).hasSize(2);
    assertThat(all.get(0))
        .isEqualTo(
            tree(
                """
                {'id':'%s','at':'2026-11-02T12:00:00Z','from':'bot',
                 'text':'Talks resume\\nNorda12:00 UTCBackground\\nOldergonea\\n^talks',
                 'rich':[{'t':'bold','nodes':[{'t':'news','text':'Talks resume','lang':'en'}]},
                  {'t':'text','text':'\\n'},
                  {'t':'link','label':'Norda','href':'https://example.org/1'},
                  {'t':'time','at':'2026-11-02T12:00:00Z','fallback':'12:00 UTC'},
                  {'t':'fold','title':'Background','nodes':[{'t':'text','text':'Older'}]},
                  {'t':'struck','nodes':[{'t':'text','text':'gone'}]},
                  {'t':'block','text':'a\\n^'},
                  {'t':'code','text':'talks'}],
                 'buttons':[{'label':'Read','url':'https://example.org/1','row':0},
                  {'id':'b1','label':'Why','row':0}],
                 'thread':null,'edited':false,'silent':false}
                """
                    .formatted(root)));
    assertThat(all.get(1).get("from").asText()).isEqualTo("user");
    assertThat(all.get(1).get("thread").asText()).isEqualTo(root);
  }

  @Test
  void aPostedTextReachesTheInbox() throws IOException {
    try (Response answer = post("{\"text\":\"/sub ferry\",\"reply_to\":\"17\"}")) {
      assertThat(answer.code()).isEqualTo(202);
      String id = new ObjectMapper().readTree(answer.body().string()).get("id").asText();
      assertThat(messages.find(id)).isPresent();
    }
    assertThat(inbox)
        .singleElement()
        .extracting("text", "replyTo", "pressed")
        .containsExactly("/sub ferry", "17", null);
  }

  @Test
  void aPressReachesTheInbox() throws IOException {
    try (Response answer = post("{\"button\":\"b1\"}")) {
      assertThat(answer.code()).isEqualTo(202);
      assertThat(answer.body().string()).isEqualTo("{\"id\":null}");
    }
    assertThat(inbox).singleElement().extracting("pressed").isEqualTo("b1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "\"text\"",
        "{}",
        "{\"text\":\"\"}",
        "{\"text\":\"  \\n\"}",
        "{\"text\":7}",
        "{\"text\":null}",
        "{\"button\":null}",
        "{\"button\":{}}",
        "{\"text\":\"a\",\"button\":\"b\"}",
        "{\"text\":\"a\",\"reply_to\":5}",
        "{\"text\":\"a\"} trailing",
        "{\"words\":\"a\"}"
      })
  void whatIsNotUnderstoodIsAnsweredInPlainWords(String body) throws IOException {
    try (Response answer = post(body)) {
      assertThat(answer.code()).isEqualTo(400);
      assertThat(new ObjectMapper().readTree(answer.body().string()).get("error").asText())
          .endsWith(".");
    }
    assertThat(inbox).isEmpty();
  }

  @Test
  void aLargeBodyIsRefused() throws IOException {
    try (Response answer = post("{\"text\":\"" + "a".repeat(70_000) + "\"}")) {
      assertThat(answer.code()).isEqualTo(413);
    }
    try (Response answer = post("{\"text\":\"" + "a".repeat(5_000) + "\"}")) {
      assertThat(answer.code()).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonx"})
  void onlyJsonIsTaken(String type) throws IOException {
    try (Response answer =
        call(
            request(MESSAGES)
                .post(
                    RequestBody.create("{\"text\":\"a\"}".getBytes(UTF_8), MediaType.get(type))))) {
      assertThat(answer.code()).isEqualTo(415);
    }
    assertThat(inbox).isEmpty();
  }

  @Test
  void theGateStandsBeforeEveryPath() throws IOException {
    for (String path :
        List.of("/", "/api/desk", MESSAGES, "/metrics", "/assets/page.js", "/hook")) {
      try (Response rebound = call(request(path).header("Host", "evil.example"));
          Response foreign = call(request(path).header("Origin", "http://evil.example"))) {
        assertThat(rebound.code()).as(path).isEqualTo(421);
        assertThat(foreign.code()).as(path).isEqualTo(403);
      }
    }
    assertThat(inbox).isEmpty();
  }

  @Test
  void aRefusedPostIsNotCarriedOut() throws IOException {
    try (Response answer =
        call(
            request(MESSAGES)
                .header("Sec-Fetch-Site", "cross-site")
                .post(RequestBody.create("{\"text\":\"a\"}", MediaType.get("application/json"))))) {
      assertThat(answer.code()).isEqualTo(403);
    }
    assertThat(inbox).isEmpty();
    assertThat(messages.of("desk")).isEmpty();
  }

  @Test
  void thePasswordIsAskedForEverywhereButAtHealth() throws IOException {
    server.close();
    server = server(Optional.of("wind"));
    server.start();

    try (Response locked = get("/");
        Response well = get("/healthz");
        Response open = call(request("/").header("Authorization", basic("me:wind")))) {
      assertThat(locked.code()).isEqualTo(401);
      assertThat(locked.header("WWW-Authenticate")).startsWith("Basic realm=\"Bellwire\"");
      assertThat(well.code()).isEqualTo(200);
      assertThat(open.code()).isEqualTo(200);
    }
  }

  @Test
  void anEndpointIsHandedTheRequestAsItCame() throws IOException {
    try (Response answer =
        call(
            request("/hook")
                .header("X-Signature", "v0=1")
                .post(RequestBody.create("a=b".getBytes(UTF_8))))) {
      assertThat(answer.code()).isEqualTo(201);
      assertThat(answer.header("Content-Type")).startsWith("text/plain");
      assertThat(answer.body().string()).isEqualTo("POST /hook v0=1 a=b");
    }
  }

  @Test
  void eventsBeginWithWhatIsThereAndGoOnWithWhatHappens() throws IOException {
    chat.post(DESK, OutgoingMessage.of("first"), "d-1", null);
    String first = messages.of("desk").getFirst().id();
    try (Response stream = get("/api/events?chat=desk")) {
      BufferedSource events = stream.body().source();
      assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
      assertThat(next(events, "snapshot").at("/messages/0/text").asText()).isEqualTo("first");
      assertThat(next(events, "desk").at("/program/version").asText()).isEqualTo("1.0.0");

      chat.edit(DESK, first, OutgoingMessage.of("changed"), "d-2");
      assertThat(next(events, "message").at("/text").asText()).isEqualTo("changed");
      chat.post(Address.local("night"), OutgoingMessage.of("elsewhere"), "d-3", null);
      chat.toast("desk", first, "Muted.");
      assertThat(next(events, "toast")).isEqualTo(tree("{'id':'" + first + "','text':'Muted.'}"));
    }
  }

  @Test
  void aSnapshotHoldsTheNewestMessagesAndTheRootsOfTheirThreads() throws IOException {
    chat.post(DESK, OutgoingMessage.of("root"), "d-0", null);
    String root = messages.of("desk").getFirst().id();
    for (int i = 1; i <= 300; i++) {
      chat.post(DESK, OutgoingMessage.of("m" + i), "d-" + i, null);
    }
    chat.post(DESK, OutgoingMessage.of("reply"), "d-r", root);

    try (Response stream = get("/api/events?chat=desk")) {
      JsonNode snapshot = next(stream.body().source(), "snapshot");
      assertThat(snapshot.at("/earlier").asBoolean()).isTrue();
      assertThat(snapshot.at("/messages")).hasSize(201);
      assertThat(snapshot.at("/messages/0/text").asText()).isEqualTo("root");
      String oldest = snapshot.at("/messages/1/id").asText();
      JsonNode before = json(get(MESSAGES + "?before=" + oldest));
      assertThat(before).hasSize(102);
    }
  }

  @Test
  void openStreamsDoNotHoldUpTheStop() throws IOException {
    try (Response one = get("/api/events?chat=desk");
        Response two = get("/api/events?chat=desk")) {
      BufferedSource events = one.body().source();
      next(events, "desk");
      next(two.body().source(), "desk");
      long begun = System.nanoTime();
      server.close();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
      endOf(events);
    }
  }

  /// A busy machine may cut a stream that it would have ended.
  private static void endOf(BufferedSource events) throws IOException {
    try {
      while (!events.exhausted()) {
        events.readUtf8Line();
      }
    } catch (EOFException cut) {
      // It has ended.
    }
  }

  @Test
  void aPortInUseIsOneClearSentence() {
    WebSettings taken = new WebSettings("127.0.0.1", server.port(), List.of(), Optional.empty());
    try (WebServer second = server(taken)) {
      assertThatThrownBy(second::start)
          .isInstanceOf(WebProblem.class)
          .hasMessageStartingWith("Port " + server.port() + " on 127.0.0.1 is in use; set web.port")
          .hasMessageContaining("--set web.port=");
    }
  }

  @Test
  void anAddressThatIsNotOursIsSaidAsTheSystemSaysIt() {
    WebSettings foreign = new WebSettings("192.0.2.1", 0, List.of(), Optional.empty());
    try (WebServer second = server(foreign)) {
      assertThatThrownBy(second::start)
          .isInstanceOf(WebProblem.class)
          .hasMessageStartingWith("Cannot listen on 192.0.2.1 port 0")
          .hasMessageNotContaining("in use");
    }
  }

  @Test
  void theUsualPortsSentenceIsTheOneInTheHandbook() {
    WebSettings usual = new WebSettings("127.0.0.1", 8080, List.of(), Optional.empty());

    assertThat(WebProblem.portInUse(usual, new IOException()))
        .hasMessage(
            "Port 8080 on 127.0.0.1 is in use; set web.port in config/bellwire.yml"
                + " or pass --set web.port=18080");
  }

  private boolean keep(Incoming message) {
    if (full) {
      throw new IllegalStateException("full");
    }
    return inbox.add(message);
  }

  private WebServer server(Optional<String> password) {
    return server(new WebSettings("127.0.0.1", 0, List.of(), password));
  }

  private WebServer server(WebSettings settings) {
    return new WebServer(
        settings,
        chat,
        messages,
        () -> Desks.well(NOON),
        new TalksTimelines(NOON),
        () -> health,
        () -> "bellwire_up 1\n",
        List.of(new Echo()));
  }

  private record Echo() implements Endpoint {
    @Override
    public String path() {
      return "/hook";
    }

    @Override
    public InboundAnswer answer(InboundRequest request) {
      String words =
          String.join(
              " ",
              request.method(),
              request.path(),
              String.valueOf(request.headers().get("x-signature")),
              new String(request.body(), UTF_8));
      int status = request.method().equals("POST") ? 201 : 404;
      return new InboundAnswer(status, "text/plain", words.getBytes(UTF_8));
    }
  }

  private Request.Builder request(String path) {
    return new Request.Builder().url("http://127.0.0.1:" + server.port() + path);
  }

  private Response get(String path) throws IOException {
    return call(request(path));
  }

  private Response post(String body) throws IOException {
    return call(
        request(MESSAGES)
            .post(RequestBody.create(body.getBytes(UTF_8), MediaType.get("application/json"))));
  }

  private Response call(Request.Builder request) throws IOException {
    return client.newCall(request.build()).execute();
  }

  private static JsonNode json(Response response) throws IOException {
    try (response) {
      assertThat(response.code()).isEqualTo(200);
      return new ObjectMapper().readTree(response.body().string());
    }
  }

  private static JsonNode tree(String json) throws IOException {
    return new ObjectMapper().readTree(json.replace('\'', '"'));
  }

  private static JsonNode next(BufferedSource events, String kind) throws IOException {
    while (!events.readUtf8LineStrict().equals("event: " + kind)) {}
    return new ObjectMapper().readTree(events.readUtf8LineStrict().substring("data: ".length()));
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }
}
