package app.bellwire.chat.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.bellwire.chat.slack.Signatures.Verdict;
import app.bellwire.fake.HandClock;
import app.bellwire.fake.SlackServer;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignaturesTest {
  private static final int MANY = 1_000;
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  private final HandClock clock = HandClock.at("2018-10-05T01:52:11Z");
  private final Signatures signatures = new Signatures(SECRET, clock);
  private final Random chance = new Random(7);

  private record Signed(String timestamp, String signature, byte[] body) {}

  private Signed signed(String secret, Duration from) {
    String body = "payload=" + Long.toHexString(chance.nextLong()) + "Ω";
    long seconds = clock.instant().plus(from).getEpochSecond();
    String signature = SlackServer.signature(secret, seconds, body);
    return new Signed(Long.toString(seconds), signature, body.getBytes(UTF_8));
  }

  private Verdict check(Signed signed) {
    return signatures.check(signed.timestamp, signed.signature, signed.body);
  }

  /// The example of the documentation (docs.slack.dev, verifying requests from Slack).
  @Test
  void slacksOwnExampleIsGood() {
    clock.set("2018-08-23T15:52:11Z");
    String body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
            + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
            + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    String signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    clock.set(java.time.Instant.ofEpochSecond(1_531_420_618).toString());
    assertThat(signatures.check("1531420618", signature, body.getBytes(UTF_8)))
        .isEqualTo(Verdict.GOOD);
  }

  @Test
  void whatSlackSignedIsTakenOnce() {
    for (int i = 0; i < MANY; i++) {
      Signed good = signed(SECRET, Duration.ofSeconds(chance.nextInt(-300, 301)));
      assertThat(check(good)).isEqualTo(Verdict.GOOD);
      assertThat(check(good)).as("replayed").isEqualTo(Verdict.REPEATED);
    }
  }

  @Test
  void whatIsForgedIsRefused() {
    for (int i = 0; i < MANY; i++) {
      Signed forged = signed("secret" + i, Duration.ZERO);
      assertThat(check(forged)).isEqualTo(Verdict.FORGED);
    }
  }

  @Test
  void whatIsOutOfTimeIsRefused() {
    for (int i = 0; i < MANY; i++) {
      Duration off = Duration.ofSeconds(chance.nextInt(301, 1_000_000));
      Signed stale = signed(SECRET, chance.nextBoolean() ? off : off.negated());
      assertThat(check(stale)).isEqualTo(Verdict.OUT_OF_TIME);
    }
  }

  @Test
  void oneBitThatIsOtherIsRefused() {
    for (int i = 0; i < MANY; i++) {
      Signed good = signed(SECRET, Duration.ZERO);
      assertThat(check(flipped(good))).isNotEqualTo(Verdict.GOOD);
      assertThat(check(good)).as("the refused one did not use it up").isEqualTo(Verdict.GOOD);
    }
  }

  private Signed flipped(Signed good) {
    return switch (chance.nextInt(3)) {
      case 0 -> new Signed(flipped(good.timestamp), good.signature, good.body);
      case 1 -> new Signed(good.timestamp, flipped(good.signature), good.body);
      default -> new Signed(good.timestamp, good.signature, flipped(good.body));
    };
  }

  private String flipped(String text) {
    return new String(flipped(text.getBytes(UTF_8)), UTF_8);
  }

  private byte[] flipped(byte[] bytes) {
    byte[] other = bytes.clone();
    other[chance.nextInt(other.length)] ^= (byte) (1 << chance.nextInt(7));
    return other;
  }

  @Test
  void theSameInCapitalsIsNoOtherSignature() {
    Signed good = signed(SECRET, Duration.ZERO);
    assertThat(check(good)).isEqualTo(Verdict.GOOD);
    String capitals = "v0=" + good.signature.substring(3).toUpperCase(java.util.Locale.ROOT);
    assertThat(signatures.check(good.timestamp, capitals, good.body)).isEqualTo(Verdict.FORGED);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, v0=00",
        "1538704331, -",
        "'', v0=00",
        "-1, v0=00",
        "+1538704331, v0=00",
        "' 1538704331', v0=00",
        "1538704331.0, v0=00",
        "99999999999999999999, v0=00",
        "١٥٣٨٧٠٤٣٣١, v0=00"
      })
  void withoutATimeOrASignatureNothingIsTaken(String timestamp, String signature) {
    assertThat(signatures.check(timestamp, signature, new byte[0])).isEqualTo(Verdict.MISSING);
  }

  @Test
  void aSignatureIsRememberedForAsLongAsItIsGood() {
    Signed early = signed(SECRET, Signatures.WINDOW);
    assertThat(check(early)).isEqualTo(Verdict.GOOD);
    clock.forward(Signatures.WINDOW);
    assertThat(check(signed(SECRET, Duration.ZERO))).isEqualTo(Verdict.GOOD);
    assertThat(check(early)).isEqualTo(Verdict.REPEATED);
    clock.forward(Signatures.WINDOW);
    assertThat(check(signed(SECRET, Duration.ZERO))).isEqualTo(Verdict.GOOD);
    assertThat(check(early)).isEqualTo(Verdict.REPEATED);
    clock.forward(Duration.ofSeconds(1));
    assertThat(check(early)).isEqualTo(Verdict.OUT_OF_TIME);
  }

  @Test
  void nothingIsSignedWithNoSecret() {
    assertThatThrownBy(() -> new Signatures("", clock))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
