package app.bellwire.attack;

import app.bellwire.fake.SlackServer;
import app.bellwire.fake.SlackTranscript.Entry;
import app.bellwire.fake.SlackTranscript.Kind;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Sends a [SlackRig] that listens over HTTP what Slack did not sign. Confined to the test.
final class SlackSignatures {
  private static final String MARK = "zanzibar";
  private static final long MINUTES = 5 * 60;

  /// A request with the headers by which Slack vouches for it.
  private record Signed(long timestamp, String signature, byte[] body) {
    static Signed by(String secret, long timestamp, String body) {
      String signature = SlackServer.signature(secret, timestamp, body);
      return new Signed(timestamp, signature, body.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// @param sent requests that were not good
  /// @param taken how many were answered in another way than with 401, by kind and status
  /// @param answered what was said to any of them
  /// @param logged lines of the log with something of them
  record Result(int sent, Map<String, Integer> taken, long answered, long logged) {}

  private final SlackRig rig;
  private final Random random = new Random(31);
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Integer> taken = new TreeMap<>();
  private final int each;
  private String channel = "";
  private int sent;
  private int number;

  /// @param each how many of each kind
  SlackSignatures(SlackRig rig, int each) {
    this.rig = rig;
    this.each = each;
  }

  void start() throws IOException {
    channel = rig.channels(1, 1).getFirst();
    rig.overHttp();
    rig.program().environment("BELLWIRE_LOG", "DEBUG");
    rig.program().jvm("-Dlogback.configurationFile=" + Program.LOGS_AS_SHIPPED);
    rig.start();
  }

  /// What Slack itself sends is taken and answered.
  void good() {
    if (!rig.server().verifiesAddress()) {
      throw new AssertionError("it does not prove that the address is its own");
    }
    rig.server().slash(SlackRig.ANN, channel, "sub " + Rig.word(1)).await();
    Entry look = rig.server().transcript().await(Kind.EPHEMERAL, Rig.word(1));
    rig.server().presses(SlackRig.ANN, channel, look.message().ts(), "Subscribe").await();
    rig.told(channel, "subscribed this channel: " + Rig.word(1));
  }

  Result bad() throws IOException, InterruptedException {
    int before = rig.server().transcript().size();
    for (int i = 0; i < each; i++) {
      refused("forged", Signed.by("s3cres" + i, now(), command()));
      refused("stale", Signed.by(SlackServer.SIGNING_SECRET, outOfTime(), command()));
      refused("flipped", flipped(i));
      refused(
          "unsigned",
          new Signed(now(), i % 2 == 0 ? "" : "v0=", command().getBytes(StandardCharsets.UTF_8)));
    }
    replay();
    long said = rig.server().transcript().size() - before;
    long logged = rig.program().log().lines().filter(line -> line.contains(MARK)).count();
    return new Result(sent, taken, said, logged);
  }

  /// Sends a good one again and again. It is of no kind that anybody answers.
  private void replay() throws IOException, InterruptedException {
    String event = "{\"type\":\"url_verification\",\"challenge\":\"%s\"}".formatted(MARK);
    Signed good = Signed.by(SlackServer.SIGNING_SECRET, now(), event);
    if (status(good, "application/json") != 200) {
      throw new AssertionError("a good one was not taken");
    }
    for (int i = 0; i < each; i++) {
      refused("replayed", good);
    }
  }

  /// A command that would be answered, and no other is like it.
  private String command() {
    String text = URLEncoder.encode("sub " + MARK + number++, StandardCharsets.UTF_8);
    return ("token=verification&team_id=%s&channel_id=%s&channel_name=channel-0&user_id=%s"
            + "&user_name=ann&command=%%2Fbellwire&text=%s&trigger_id=%d.%s")
        .formatted(SlackServer.TEAM, channel, SlackRig.ANN, text, number, MARK);
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  /// More than five minutes ago, or as far ahead.
  private long outOfTime() {
    long away = MINUTES + 10 + random.nextLong(100_000);
    return random.nextBoolean() ? now() - away : now() + away;
  }

  /// One bit of a good request is another: of its body, its signature or its time.
  private Signed flipped(int i) {
    Signed good = Signed.by(SlackServer.SIGNING_SECRET, now(), command());
    return switch (i % 3) {
      case 0 -> new Signed(good.timestamp, good.signature, flipped(good.body));
      case 1 -> new Signed(good.timestamp, flipped(good.signature), good.body);
      default -> new Signed(good.timestamp ^ (1 << random.nextInt(5)), good.signature, good.body);
    };
  }

  private byte[] flipped(byte[] bytes) {
    byte[] other = bytes.clone();
    other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
    return other;
  }

  /// Stays a text that a header can carry.
  private String flipped(String signature) {
    int at = "v0=".length() + random.nextInt(signature.length() - "v0=".length());
    char other = signature.charAt(at) == '0' ? '1' : '0';
    return signature.substring(0, at) + other + signature.substring(at + 1);
  }

  private void refused(String kind, Signed request) throws IOException, InterruptedException {
    sent++;
    int status = status(request, "application/x-www-form-urlencoded");
    if (status != 401) {
      taken.merge(kind + " " + status, 1, Integer::sum);
    }
  }

  private int status(Signed request, String type) throws IOException, InterruptedException {
    HttpRequest.Builder http =
        HttpRequest.newBuilder(rig.events())
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", type)
            .header("X-Slack-Request-Timestamp", String.valueOf(request.timestamp))
            .header("X-Slack-Signature", request.signature)
            .POST(HttpRequest.BodyPublishers.ofByteArray(request.body));
    return this.http.send(http.build(), BodyHandlers.discarding()).statusCode();
  }
}
