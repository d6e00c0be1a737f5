package app.bellwire.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.fetch.FetchResult.Failed;
import app.bellwire.fetch.FetchResult.Fetched;
import app.bellwire.fetch.FetchResult.Reason;
import app.bellwire.source.Backlog;
import app.bellwire.source.Source;
import app.bellwire.source.SourceId;
import app.bellwire.source.Validators;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No spelling, redirect or name leads to an address that is not public.
class AddressGuardTest {
  private static final FetchSettings SETTINGS =
      new FetchSettings("Bellwire/test", Duration.ofSeconds(10), 1024, 2, Duration.ZERO);

  private final MockWebServer server = new MockWebServer();

  /// Public-looking names that lead to loopback.
  private final Dns rebound =
      host ->
          host.endsWith(".example.org")
              ? List.of(InetAddress.ofLiteral("127.0.0.1"))
              : Dns.SYSTEM.lookup(host);

  private final HttpFetcher fetcher =
      new HttpFetcher(SETTINGS, () -> Instant.EPOCH, rebound, PublicAddresses::contains);

  @BeforeEach
  void startTheServer() throws IOException {
    server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
    for (int i = 0; i < 3; i++) {
      server.enqueue(new MockResponse.Builder().body("private").build());
    }
  }

  @AfterEach
  void stopBoth() {
    fetcher.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0",
        "0.0.0.0",
        "127.0.1.3",
        "0x7f.0.0.1",
        "0x7f000001",
        "0177.0.0.1",
        "localhost",
        "LOCALHOST.",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[0:0:0:0:0:ffff:127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "①②⑦.⓪.⓪.①",
        "127。0。0。1",
        "wire.example.org"
      })
  void aSpellingOfLoopbackDoesNotReachIt(String host) {
    FetchResult direct = fetch("http://" + host + ":" + server.getPort() + "/", false);

    assertThat(direct).isInstanceOf(Failed.class);
    assertThat(((Failed) direct).reason()).isIn(Reason.FORBIDDEN_ADDRESS, Reason.UNREACHABLE);
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0",
        "localhost",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[0:0:0:0:0:ffff:127.0.0.1]",
        "①②⑦.⓪.⓪.①",
        "127。0。0。1",
        "wire.example.org"
      })
  void withoutTheGuardTheSpellingWouldReachIt(String host) {
    try (var careless = new HttpFetcher(SETTINGS, () -> Instant.EPOCH, rebound, _ -> true)) {
      var source = source("http://" + host + ":" + server.getPort() + "/", false);
      assertThat(careless.fetch(source, Validators.NONE)).isInstanceOf(Fetched.class);
    }
  }

  @Test
  void theWordsSayWhatToDo() {
    assertThat(fetch("http://wire.example.org:" + server.getPort() + "/?key=secret", false))
        .isEqualTo(
            new Failed(
                Reason.FORBIDDEN_ADDRESS,
                "127.0.0.1 is not a public address; allow_private: true allows it for this"
                    + " source"));
  }

  @Test
  void aSourceThatIsAllowedToGetsThereAndLendsItsConnectionToNobody() {
    String url = "http://wire.example.org:" + server.getPort() + "/";

    assertThat(fetch(url, true)).isInstanceOf(Fetched.class);
    assertThat(fetch(url, false))
        .extracting(result -> ((Failed) result).reason())
        .isEqualTo(Reason.FORBIDDEN_ADDRESS);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "inside.example.org", "localhost", "2130706433"})
  void aRedirectFromAPublicHostDoesNotReachAPrivateOne(String inside) throws IOException {
    InetAddress outside = InetAddress.ofLiteral("127.0.0.2");
    Dns names = host -> host.equals("www.example.org") ? List.of(outside) : rebound.lookup(host);
    try (var front = new MockWebServer();
        var outsideOnly = new HttpFetcher(SETTINGS, () -> Instant.EPOCH, names, outside::equals)) {
      front.start(outside, 0);
      front.enqueue(
          new MockResponse.Builder()
              .code(302)
              .addHeader("Location", "http://" + inside + ":" + server.getPort() + "/")
              .build());
      var source = source("http://www.example.org:" + front.getPort() + "/", false);

      assertThat(outsideOnly.fetch(source, Validators.NONE))
          .extracting(result -> ((Failed) result).reason())
          .isEqualTo(Reason.FORBIDDEN_ADDRESS);
      assertThat(front.getRequestCount()).isEqualTo(1);
    }
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void theNextAddressOfANameIsTriedWhenOneIsDead() {
    Dns two = _ -> List.of(InetAddress.ofLiteral("127.0.0.3"), InetAddress.ofLiteral("127.0.0.1"));
    try (var patient = new HttpFetcher(SETTINGS, () -> Instant.EPOCH, two, _ -> false)) {
      var source = source("http://wire.example.org:" + server.getPort() + "/", true);
      assertThat(patient.fetch(source, Validators.NONE)).isInstanceOf(Fetched.class);
    }
  }

  @Test
  void anotherAddressOfTheNameIsTriedAndItsGuardHoldsToo() {
    Dns two = _ -> List.of(InetAddress.ofLiteral("10.0.0.1"), InetAddress.ofLiteral("127.0.0.1"));
    try (var cautious =
        new HttpFetcher(SETTINGS, () -> Instant.EPOCH, two, PublicAddresses::contains)) {
      var source = source("http://wire.example.org:" + server.getPort() + "/", false);
      assertThat(cautious.fetch(source, Validators.NONE))
          .extracting(result -> ((Failed) result).reason())
          .isEqualTo(Reason.FORBIDDEN_ADDRESS);
    }
    assertThat(server.getRequestCount()).isZero();
  }

  private FetchResult fetch(String url, boolean allowPrivate) {
    return fetcher.fetch(source(url, allowPrivate), Validators.NONE);
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
}
