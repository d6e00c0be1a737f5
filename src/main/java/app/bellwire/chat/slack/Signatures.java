package app.bellwire.chat.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Tells what Slack signed from what it did not, and takes each signature once. Thread-safe.
///
///     signature := "v0=" hex( HMAC-SHA256( secret, "v0:" timestamp ":" body ) )
///
/// A request that Slack sends again has a time and a signature of its own.
final class Signatures {
  /// How far from now a request may have been signed, both ways.
  static final Duration WINDOW = Duration.ofMinutes(5);

  /// Signatures kept at most. What is dropped early could come twice, and would meet the inbox,
  /// which knows it.
  static final int MANY = 20_000;

  private static final String ALGORITHM = "HmacSHA256";
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

  /// What is the matter with a signature. Says nothing about what it should be.
  enum Verdict {
    GOOD,
    MISSING,
    OUT_OF_TIME,
    FORGED,
    REPEATED
  }

  private final SecretKeySpec key;
  private final InstantSource clock;
  private final Map<String, Instant> seen = new LinkedHashMap<>();

  /// @throws IllegalArgumentException for an empty secret
  Signatures(String secret, InstantSource clock) {
    this.key = new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
    this.clock = clock;
  }

  Verdict check(@Nullable String timestamp, @Nullable String signature, byte[] body) {
    if (timestamp == null || signature == null || !SECONDS.matcher(timestamp).matches()) {
      return Verdict.MISSING;
    }
    Instant now = clock.instant();
    if (far(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)) {
      return Verdict.OUT_OF_TIME;
    }
    String signed = sign(timestamp, body);
    if (!MessageDigest.isEqual(signed.getBytes(UTF_8), signature.getBytes(UTF_8))) {
      return Verdict.FORGED;
    }
    return first(signed, now) ? Verdict.GOOD : Verdict.REPEATED;
  }

  private static boolean far(Instant signed, Instant now) {
    return Duration.between(signed, now).abs().compareTo(WINDOW) > 0;
  }

  private String sign(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(("v0:" + timestamp + ":").getBytes(UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }

  /// A signature from the far end of the window is good for two of them.
  private synchronized boolean first(String signature, Instant now) {
    Instant over = now.minus(WINDOW.multipliedBy(2));
    Iterator<Instant> oldest = seen.values().iterator();
    while (oldest.hasNext() && (oldest.next().isBefore(over) || seen.size() >= MANY)) {
      oldest.remove();
    }
    return seen.putIfAbsent(signature, now) == null;
  }
}
