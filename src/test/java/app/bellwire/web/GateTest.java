package app.bellwire.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.web.Gate.Caller;
import app.bellwire.web.Gate.Refusal;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
  private static final String HERE = "127.0.0.1:8080";
  private final Gate open = gate(Optional.empty());
  private final Gate locked = gate(Optional.of("pass:word ü"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.0.0.1:8080",
        "localhost:8080",
        "LOCALHOST",
        "127.8.9.10:1",
        "[::1]:8080",
        "desk.example.org",
        "Desk.Example.org:443",
        "10.1.2.3:8080"
      })
  void ourOwnNamesAreAnswered(String host) {
    assertThat(open.refuses(get("/api/desk", host))).isEmpty();
  }

  @Test
  void whereASignatureStandsForItNoPasswordIsAsked() {
    assertThat(locked.refuses(get("/signed", HERE))).isEmpty();
    assertThat(locked.refuses(get("/signed/more", HERE))).isPresent();
    assertThat(locked.refuses(get("/signed", "evil.example"))).as("a foreign name").isPresent();
  }

  @Test
  void theAddressThatIsBoundIsOurs() {
    Gate bound = new Gate(new WebSettings("fd00::7", 8080, List.of(), Optional.empty()), Set.of());

    assertThat(bound.refuses(get("/", "[fd00::7]:8080"))).isEmpty();
    assertThat(bound.refuses(get("/", "[fd00::8]:8080"))).isPresent();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "evil.example",
        "evil.example:8080",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "0.0.0.0:8080",
        "sub.desk.example.org",
        "evil.example:127.0.0.1",
        "127.0.0.1@evil.example"
      })
  void foreignNamesAreMisdirected(@Nullable String host) {
    assertThat(open.refuses(get("/api/desk", host))).map(Refusal::status).contains(421);
    assertThat(open.refuses(get("/healthz", host))).map(Refusal::status).contains(421);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "http://127.0.0.1:9999",
        "http://localhost:8080",
        "null",
        "",
        "http://127.0.0.1:8080.evil.example"
      })
  void foreignOriginsAreRefused(String origin) {
    Caller caller = new Caller("POST", "/api/chats/desk/messages", HERE, origin, null, null, null);

    assertThat(open.refuses(caller)).map(Refusal::status).contains(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8080", "https://127.0.0.1:8080"})
  void ourOwnOriginIsAnswered(String origin) {
    Caller caller =
        new Caller("POST", "/api/chats/desk/messages", HERE, origin, "same-origin", "cors", null);

    assertThat(open.refuses(caller)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/api/desk,cross-site,no-cors,403",
    "GET,/api/desk,same-site,cors,403",
    "GET,/metrics,cross-site,navigate,403",
    "POST,/,cross-site,navigate,403",
    "GET,/,cross-site,no-cors,403",
    "GET,/,cross-site,navigate,0",
    "GET,/,none,navigate,0",
    "GET,/stories,cross-site,navigate,0",
    "GET,/stories/1001,cross-site,navigate,0",
    "GET,/stories/1001,cross-site,no-cors,403",
    "GET,/api/stories,cross-site,navigate,403",
    "GET,/api/desk,same-origin,cors,0",
    "GET,/api/desk,none,navigate,0",
    "GET,/healthz,cross-site,no-cors,0",
  })
  void otherSitesMayOnlyLinkToThePage(
      String method, String path, String site, String mode, int status) {
    Caller caller = new Caller(method, path, HERE, null, site, mode, null);

    assertThat(open.refuses(caller).map(Refusal::status).orElse(0)).isEqualTo(status);
  }

  @Test
  void thePasswordOpensWhateverTheUserName() {
    assertThat(locked.refuses(with(basic("ann:pass:word ü")))).isEmpty();
    assertThat(locked.refuses(with(basic(":pass:word ü")))).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "Basic", "Basic !!!", "Bearer cGFzcw==", "Basic YTpi"})
  void anythingElseDoesNot(@Nullable String header) {
    assertThat(locked.refuses(with(header))).map(Refusal::status).contains(401);
  }

  @Test
  void healthNeedsNoPassword() {
    assertThat(locked.refuses(get("/healthz", HERE))).isEmpty();
    assertThat(locked.refuses(get("/metrics", HERE))).isPresent();
    assertThat(locked.refuses(get("/", HERE))).isPresent();
  }

  @Test
  void thePasswordIsNotInThePrintedSettings() {
    assertThat(new WebSettings("h", 1, List.of(), Optional.of("secret")).toString())
        .doesNotContain("secret");
  }

  private static Gate gate(Optional<String> password) {
    return new Gate(
        new WebSettings("10.1.2.3", 8080, List.of("desk.example.org"), password),
        Set.of("/signed"));
  }

  private static Caller get(String path, @Nullable String host) {
    return new Caller("GET", path, host, null, null, null, null);
  }

  private static Caller with(@Nullable String authorization) {
    return new Caller("GET", "/api/desk", HERE, null, null, null, authorization);
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }
}
