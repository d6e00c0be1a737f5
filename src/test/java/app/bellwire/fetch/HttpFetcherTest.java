package app.bellwire.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.fetch.FetchResult.Failed;
import app.bellwire.fetch.FetchResult.Fetched;
import app.bellwire.fetch.FetchResult.NotModified;
import app.bellwire.fetch.FetchResult.Reason;
import app.bellwire.fetch.FetchResult.Throttled;
import app.bellwire.source.Backlog;
import app.bellwire.source.Source;
import app.bellwire.source.SourceId;
import app.bellwire.source.Validators;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Dns;
import okio.Buffer;
import okio.DeflaterSink;
import okio.GzipSink;
import okio.Okio;
import okio.Sink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every row of what a server and a network can do, against a real one on loopback.
class HttpFetcherTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final FetchSettings SETTINGS =
      new FetchSettings(
          "Bellwire/test (+desk@example.org)",
          Duration.ofSeconds(20),
          64 * 1024,
          2,
          Duration.ofSeconds(1));
  private static final FetchSettings HASTY =
      new FetchSettings("Bellwire/test", Duration.ofMillis(400), 64 * 1024, 2, Duration.ZERO);

  private final MockWebServer server = new MockWebServer();
  private HttpFetcher fetcher = new HttpFetcher(SETTINGS, () -> NOW);

  @BeforeEach
  void startTheServer() throws IOException {
    server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
  }

  @AfterEach
  void stopBoth() {
    fetcher.close();
    server.close();
  }

  @Test
  void aDocumentComesWithBothValidatorsAndItsType() throws InterruptedException {
    server.enqueue(
        answer(200)
            .addHeader("Content-Type", "application/rss+xml; charset=windows-1252")
            .addHeader("ETag", "W/\"17-gzip\"")
            .addHeader("Last-Modified", "Mon, 04 May 2026 09:00:00 GMT")
            .body("<rss/>")
            .build());

    assertThat(look("/feed.xml"))
        .isInstanceOfSatisfying(
            Fetched.class,
            fetched -> {
              assertThat(text(fetched)).isEqualTo("<rss/>");
              assertThat(fetched.contentType())
                  .isEqualTo("application/rss+xml; charset=windows-1252");
              assertThat(fetched.validators())
                  .isEqualTo(new Validators("W/\"17-gzip\"", "Mon, 04 May 2026 09:00:00 GMT"));
              assertThat(fetched.location()).isEqualTo(address("/feed.xml"));
              assertThat(fetched.freshFor()).isEmpty();
            });
    RecordedRequest request = server.takeRequest();
    assertThat(request.getHeaders().get("User-Agent")).isEqualTo(SETTINGS.userAgent());
    assertThat(request.getHeaders().get("Accept")).contains("application/atom+xml");
    assertThat(request.getHeaders().get("If-None-Match")).isNull();
    assertThat(request.getHeaders().get("If-Modified-Since")).isNull();
  }

  @Test
  void aDocumentWithoutValidatorsForgetsTheOldOnes() {
    server.enqueue(answer(200).addHeader("ETag", "\"b\"").body("x").build());

    assertThat(look("/", new Validators("\"a\"", "Sun, 03 May 2026 09:00:00 GMT")))
        .extracting(result -> ((Fetched) result).validators())
        .isEqualTo(new Validators("\"b\"", null));
  }

  @Test
  void validatorsAreSentBackByteForByteAndStayWhenNothingChanged() throws InterruptedException {
    var odd = new Validators("W/unquoted \"é\"", "not a date, but ours");
    server.enqueue(answer(304).addHeader("Cache-Control", "max-age=90").build());

    assertThat(look("/", odd)).isEqualTo(new NotModified(odd, Optional.of(Duration.ofSeconds(90))));
    RecordedRequest request = server.takeRequest();
    assertThat(request.getHeaders().get("If-None-Match")).isEqualTo(odd.etag());
    assertThat(request.getHeaders().get("If-Modified-Since")).isEqualTo(odd.lastModified());
  }

  @Test
  void aModificationDateFarAheadIsNotKept() {
    server.enqueue(
        answer(200)
            .addHeader("ETag", "\"c\"")
            .addHeader("Last-Modified", "Tue, 01 Jan 2041 00:00:00 GMT")
            .body("x")
            .build());

    assertThat(((Fetched) look("/")).validators()).isEqualTo(new Validators("\"c\"", null));
  }

  @Test
  void validatorsThatCannotBeSentBackAreNotKept() {
    server.enqueue(answer(200).addHeader("ETag", "e".repeat(5000)).body("x").build());
    server.enqueue(
        answer(200)
            .addHeaderLenient("ETag", "\"a\rX: y\"")
            .addHeader("Last-Modified", "Mon, 04 May 2026 09:00:00 GMT")
            .body("x")
            .build());

    assertThat(((Fetched) look("/")).validators()).isEqualTo(Validators.NONE);
    assertThat(((Fetched) look("/")).validators())
        .isEqualTo(new Validators(null, "Mon, 04 May 2026 09:00:00 GMT"));
  }

  @Test
  void notModifiedWithoutHavingAskedIsNoAnswer() {
    server.enqueue(answer(304).build());

    assertThat(look("/")).isEqualTo(new Failed(Reason.BAD_STATUS, "the server answers 304"));
  }

  @Test
  void compressionIsUndone() throws IOException {
    String text = "Arven and Tolm resume talks. ".repeat(50);
    server.enqueue(compressed("gzip", gzip(text)).build());
    server.enqueue(compressed("deflate", zlib(text, false)).build());
    server.enqueue(compressed("deflate", zlib(text, true)).build());
    server.enqueue(compressed("identity", new Buffer().writeUtf8(text)).build());

    for (int i = 0; i < 4; i++) {
      assertThat(text((Fetched) look("/"))).isEqualTo(text);
    }
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    Buffer bomb = new Buffer();
    try (Sink gzip = new GzipSink(bomb)) {
      var zeros = new Buffer().write(new byte[1 << 20]);
      for (int i = 0; i < 32; i++) {
        gzip.write(zeros.clone(), zeros.size());
      }
    }
    server.enqueue(compressed("gzip", bomb).build());

    assertThat(look("/"))
        .isEqualTo(new Failed(Reason.TOO_LARGE, "the document is larger than 64 KiB"));
  }

  @Test
  void aDocumentMayBeExactlyAsLargeAsTheLimit() {
    server.enqueue(answer(200).body("x".repeat(64 * 1024)).build());
    server.enqueue(answer(200).body("x".repeat(64 * 1024 + 1)).build());
    server.enqueue(answer(200).chunkedBody("x".repeat(64 * 1024 + 1), 1000).build());

    assertThat(((Fetched) look("/")).body()).hasSize(64 * 1024);
    assertThat(reason(look("/"))).isEqualTo(Reason.TOO_LARGE);
    assertThat(reason(look("/"))).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void anEndlessHeaderOfACompressedBodyIsCutOff() {
    var endless = new Buffer().write(new byte[] {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 0});
    endless.writeUtf8("n".repeat(200_000));
    server.enqueue(
        answer(200).addHeader("Content-Encoding", "gzip").chunkedBody(endless, 4096).build());

    assertThat(reason(look("/"))).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void brokenOrUnknownCompressionIsUnreadable() throws IOException {
    Buffer whole = gzip("water treaty ".repeat(100));
    Buffer half = new Buffer();
    half.write(whole, whole.size() / 2);
    server.enqueue(compressed("gzip", half).build());
    server.enqueue(compressed("gzip", new Buffer().writeUtf8("<rss/> as it is")).build());
    server.enqueue(compressed("deflate", new Buffer().writeUtf8("<rss/> as it is")).build());
    server.enqueue(compressed("br", new Buffer().writeUtf8("?")).build());
    server.enqueue(compressed("gzip, gzip, gzip", new Buffer().writeUtf8("?")).build());

    for (int i = 0; i < 5; i++) {
      assertThat(reason(look("/"))).isEqualTo(Reason.UNREADABLE);
    }
  }

  @Test
  void aCutBodyIsABrokenConnection() throws IOException {
    server.enqueue(
        answer(200)
            .body("x".repeat(20_000))
            .onResponseBody(new SocketEffect.CloseSocket(true, true, true))
            .build());
    server.enqueue(
        answer(200)
            .addHeader("Content-Encoding", "gzip")
            .body(gzip("water ".repeat(2000)))
            .setHeader("Content-Length", "9000")
            .onResponseEnd(new SocketEffect.CloseSocket(true, true, true))
            .build());

    assertThat(look("/"))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(Reason.UNREACHABLE);
              assertThat(failed.detail()).startsWith("the connection to 127.0.0.1 broke");
            });
    assertThat(reason(look("/"))).isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void aSlowBodyEndsWithTheTime() {
    fetcher.close();
    fetcher = new HttpFetcher(HASTY, () -> NOW);
    server.enqueue(
        answer(200).body("x".repeat(1000)).throttleBody(1, 50, TimeUnit.MILLISECONDS).build());

    assertThat(look("/")).isEqualTo(new Failed(Reason.TIMEOUT, "no answer within 400 ms"));
  }

  @Test
  void redirectsShareOneTime() {
    fetcher.close();
    fetcher = new HttpFetcher(HASTY, () -> NOW);
    for (int i = 0; i < 5; i++) {
      server.enqueue(redirect("/" + i).headersDelay(150, TimeUnit.MILLISECONDS).build());
    }

    assertThat(reason(look("/"))).isEqualTo(Reason.TIMEOUT);
    assertThat(server.getRequestCount()).isLessThan(5);
  }

  @Test
  void aNameServerThatDoesNotAnswerEndsWithTheTime() {
    var forEver = new CountDownLatch(1);
    Dns silent =
        _ -> {
          try {
            forEver.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return List.of();
        };
    fetcher.close();
    fetcher = new HttpFetcher(HASTY, () -> NOW, silent, PublicAddresses::contains);

    assertThat(fetcher.fetch(source("http://wire.example.org/", false), Validators.NONE))
        .isEqualTo(new Failed(Reason.TIMEOUT, "no answer within 400 ms"));
  }

  @Test
  void upToFiveRedirectsAreFollowed() {
    for (int i = 1; i <= 5; i++) {
      server.enqueue(redirect("/" + i + "?n=" + i).build());
    }
    server.enqueue(answer(200).body("here").build());

    Fetched fetched = (Fetched) look("/0");
    assertThat(text(fetched)).isEqualTo("here");
    assertThat(fetched.location()).isEqualTo(address("/5?n=5"));
  }

  @Test
  void theSixthRedirectIsOneTooMany() {
    for (int i = 1; i <= 6; i++) {
      server.enqueue(redirect("/" + i).build());
    }

    assertThat(look("/0"))
        .isEqualTo(new Failed(Reason.TOO_MANY_REDIRECTS, "redirects more than 5 times"));
    assertThat(server.getRequestCount()).isEqualTo(6);
  }

  @Test
  void aCircleOfRedirectsIsLeft() {
    server.enqueue(redirect("/b").build());
    server.enqueue(redirect("/a").build());

    assertThat(look("/a"))
        .isEqualTo(new Failed(Reason.TOO_MANY_REDIRECTS, "redirects in a circle"));
  }

  @Test
  void aRedirectThatLeadsNowhereIsNoAnswer() {
    server.enqueue(answer(302).build());
    server.enqueue(redirect("ftp://example.org/feed").build());

    assertThat(reason(look("/"))).isEqualTo(Reason.BAD_STATUS);
    assertThat(reason(look("/"))).isEqualTo(Reason.BAD_STATUS);
  }

  @ParameterizedTest
  @CsvSource({
    "400, BAD_STATUS",
    "401, DENIED",
    "403, DENIED",
    "404, NOT_FOUND",
    "410, GONE",
    "418, BAD_STATUS",
    "451, DENIED",
    "204, BAD_STATUS",
    "206, BAD_STATUS",
    "500, SERVER_ERROR",
    "502, SERVER_ERROR",
    "503, SERVER_ERROR",
  })
  void aRefusalHasItsReason(int status, Reason reason) {
    server.enqueue(answer(status).build());

    assertThat(look("/feed?key=secret"))
        .isEqualTo(new Failed(reason, "the server answers " + status));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "429 | -                             | PT5M",
        "429 | 30                            | PT30S",
        "429 | 0                             | PT0S",
        "429 | soon                          | PT5M",
        "429 | 99999999999999999999          | PT24H",
        "503 | 120                           | PT2M",
        "503 | Mon, 04 May 2026 10:10:00 GMT | PT10M",
        "503 | Monday, 04-May-26 10:10:00 GMT| PT10M",
        "503 | Mon, 04 May 2026 09:00:00 GMT | PT0S",
        "503 | Mon, 04 May 2027 09:00:00 GMT | PT24H",
      })
  void aServerThatAsksForTimeGetsIt(int status, String retryAfter, Duration expected) {
    var answer = answer(status);
    if (retryAfter != null) {
      answer.addHeader("Retry-After", retryAfter);
    }
    server.enqueue(answer.build());

    assertThat(look("/")).isEqualTo(new Throttled(status, expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "max-age=120              | -     | PT2M",
        "public, max-age=600      | 120   | PT8M",
        "max-age=600              | 700   | -",
        "max-age=604800           | -     | PT6H",
        "max-age=0                | -     | -",
        "no-cache, max-age=600    | -     | -",
        "s-maxage=600             | -     | -",
      })
  void freshnessComesFromMaxAge(String cacheControl, String age, Duration expected) {
    var answer = answer(200).addHeader("Cache-Control", cacheControl).body("x");
    if (age != null) {
      answer.addHeader("Age", age);
    }
    server.enqueue(answer.build());

    assertThat(((Fetched) look("/")).freshFor()).isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void cookiesAreNotKept() throws InterruptedException {
    server.enqueue(answer(200).addHeader("Set-Cookie", "a=1").body("x").build());
    server.enqueue(answer(200).body("x").build());

    look("/");
    look("/");
    server.takeRequest();
    assertThat(server.takeRequest().getHeaders().get("Cookie")).isNull();
  }

  @Test
  void theUserInAnAddressIsSentThereAndToldToNobody() throws InterruptedException {
    server.enqueue(redirect(address("/b").toString()).build());
    server.enqueue(answer(200).body("x").build());

    var result =
        fetcher.fetch(
            source("http://ann:secret@127.0.0.1:" + server.getPort() + "/a", true),
            Validators.NONE);
    assertThat(((Fetched) result).location()).isEqualTo(address("/b"));
    assertThat(server.takeRequest().getHeaders().get("Authorization")).startsWith("Basic ");
    assertThat(server.takeRequest().getHeaders().get("Authorization")).isNull();
  }

  @Test
  void aRefusedConnectionIsUnreachable() {
    URI gone = address("/");
    server.close();

    assertThat(fetcher.fetch(source(gone.toString(), true), Validators.NONE))
        .isEqualTo(new Failed(Reason.UNREACHABLE, "127.0.0.1 takes no connection"));
  }

  @Test
  void anUnknownNameIsUnreachable() {
    assertThat(fetcher.fetch(source("http://nobody.invalid/a?key=secret", true), Validators.NONE))
        .isEqualTo(new Failed(Reason.UNREACHABLE, "the name nobody.invalid is not known"));
  }

  @Test
  void aServerThatHangsUpIsAskedOnce() {
    server.enqueue(answer(200).body("x").build());
    server.enqueue(
        answer(200).onResponseStart(new SocketEffect.CloseSocket(true, true, true)).build());
    server.enqueue(answer(200).body("x").build());

    assertThat(look("/")).isInstanceOf(Fetched.class);
    assertThat(look("/"))
        .isEqualTo(new Failed(Reason.UNREACHABLE, "the connection to 127.0.0.1 broke"));
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void somethingThatDoesNotSpeakHttpIsUnreadable() {
    server.enqueue(answer(200).status("SSH-2.0-OpenSSH_9.6").build());

    assertThat(look("/"))
        .isEqualTo(new Failed(Reason.UNREADABLE, "the answer of 127.0.0.1 is not valid HTTP"));
  }

  @Test
  void aPublicServerIsGivenTimeBetweenTwoRequestsRedirectsIncluded() {
    var spaced =
        new FetchSettings("Bellwire/test", Duration.ofSeconds(5), 1024, 2, Duration.ofMillis(150));
    fetcher.close();
    fetcher = new HttpFetcher(spaced, () -> NOW, Dns.SYSTEM, _ -> true);
    server.enqueue(redirect("/b").build());
    server.enqueue(answer(200).body("x").build());
    server.enqueue(answer(200).body("x").build());

    long began = System.nanoTime();
    fetcher.fetch(source(address("/a").toString(), false), Validators.NONE);
    fetcher.fetch(source(address("/c").toString(), false), Validators.NONE);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(295));
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void anotherSchemeIsNotAsked() {
    assertThat(fetcher.fetch(source("file:///etc/hostname", true), Validators.NONE))
        .isInstanceOf(Failed.class);
  }

  @Test
  void aClosedFetcherAnswersThatItGotNothing() {
    fetcher.close();

    assertThat(fetcher.fetch(source("http://wire.example.org/", true), Validators.NONE))
        .isInstanceOf(Failed.class);
  }

  @Test
  void aStoppedThreadGetsNoAnswerAndStaysInterrupted() {
    Thread.currentThread().interrupt();

    assertThat(reason(look("/"))).isEqualTo(Reason.UNREACHABLE);
    assertThat(Thread.interrupted()).isTrue();
  }

  private FetchResult look(String path) {
    return look(path, Validators.NONE);
  }

  private FetchResult look(String path, Validators validators) {
    return fetcher.fetch(source(address(path).toString(), true), validators);
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getPort() + path);
  }

  private static Source source(String url, boolean allowPrivate) {
    return new Source(
        new SourceId("wire"),
        URI.create(url),
        Optional.empty(),
        Backlog.DEFAULT,
        allowPrivate,
        Optional.empty(),
        ZoneOffset.UTC);
  }

  private static MockResponse.Builder answer(int status) {
    return new MockResponse.Builder().code(status);
  }

  private static MockResponse.Builder redirect(String location) {
    return answer(302).addHeader("Location", location);
  }

  private static MockResponse.Builder compressed(String encoding, Buffer body) {
    return answer(200).addHeader("Content-Encoding", encoding).body(body);
  }

  private static Buffer gzip(String text) throws IOException {
    var compressed = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(compressed))) {
      sink.writeUtf8(text);
    }
    return compressed;
  }

  private static Buffer zlib(String text, boolean bare) throws IOException {
    var compressed = new Buffer();
    var deflater = new Deflater(-1, bare);
    try (var sink = Okio.buffer(new DeflaterSink((Sink) compressed, deflater))) {
      sink.writeUtf8(text);
    }
    return compressed;
  }

  private static String text(Fetched fetched) {
    return new String(fetched.body(), StandardCharsets.UTF_8);
  }

  private static Reason reason(FetchResult result) {
    return ((Failed) result).reason();
  }
}
