package app.bellwire.fake;

import app.bellwire.fake.SlackDelivery.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Delivery by signed requests to an address of the app. Confined to the lock of its world, but for
/// the outcomes, which come on threads of their own.
final class SlackHooks implements AutoCloseable {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  /// What came of a request.
  ///
  /// @param taken whether it was answered with 200
  /// @param reason why not
  /// @param noRetry whether the app asked not to be sent it again
  record Outcome(boolean taken, JsonNode body, String reason, boolean noRetry) {}

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private volatile @Nullable URI target;

  boolean isOn() {
    return target != null;
  }

  /// @param to null for sockets again
  void to(@Nullable URI to) {
    target = to;
  }

  void post(
      SlackDispatch.Attempt attempt,
      Duration patience,
      BiConsumer<SlackDispatch.Attempt, Outcome> then) {
    Kind kind = attempt.delivery().kind();
    String type = kind == Kind.EVENT ? JSON : FORM;
    HttpRequest.Builder request = signed(body(kind, attempt.delivery().payload()), type);
    request.timeout(patience);
    if (attempt.number() > 1) {
      request.header("X-Slack-Retry-Num", String.valueOf(attempt.number() - 1));
      request.header("X-Slack-Retry-Reason", attempt.reason());
    }
    var _ =
        client
            .sendAsync(request.build(), BodyHandlers.ofString())
            .handle((answer, e) -> outcome(answer, e))
            .thenAccept(outcome -> then.accept(attempt, outcome));
  }

  /// Whether the address gives the challenge back that it is sent.
  boolean verify() {
    String challenge = UUID.randomUUID().toString();
    ObjectNode asked = JsonNodeFactory.instance.objectNode().put("token", "verification");
    asked.put("challenge", challenge).put("type", "url_verification");
    try {
      HttpRequest request = signed(asked.toString(), JSON).build();
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      return answer.statusCode() == 200 && answer.body().contains(challenge);
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private HttpRequest.Builder signed(String body, String type) {
    long timestamp = SlackWorld.now();
    return HttpRequest.newBuilder(Objects.requireNonNull(target))
        .timeout(Duration.ofSeconds(3))
        .header("Content-Type", type)
        .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
        .header("X-Slack-Request-Timestamp", String.valueOf(timestamp))
        .header("X-Slack-Signature", signature(SlackServer.SIGNING_SECRET, timestamp, body))
        .POST(BodyPublishers.ofString(body));
  }

  private static String body(Kind kind, ObjectNode payload) {
    return switch (kind) {
      case EVENT -> payload.toString();
      case INTERACTIVE -> "payload=" + encoded(payload.toString());
      case SLASH ->
          payload
              .propertyStream()
              .map(entry -> entry.getKey() + "=" + encoded(entry.getValue().asText()))
              .collect(Collectors.joining("&"));
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Outcome outcome(
      @Nullable HttpResponse<String> answer, @Nullable Throwable problem) {
    if (answer == null) {
      Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
      boolean slow = cause instanceof HttpTimeoutException;
      String reason = slow ? "http_timeout" : "connection_failed";
      return new Outcome(false, MissingNode.getInstance(), reason, false);
    }
    boolean noRetry = answer.headers().firstValue("x-slack-no-retry").isPresent();
    return new Outcome(answer.statusCode() == 200, said(answer.body()), "http_error", noRetry);
  }

  /// A command may be answered with a text that is no JSON.
  private static JsonNode said(String body) {
    if (body.isBlank()) {
      return MissingNode.getInstance();
    }
    JsonNode json = SlackRequest.parsed(body).orElse(MissingNode.getInstance());
    return json.isObject() ? json : JsonNodeFactory.instance.objectNode().put("text", body);
  }

  /// The header that a request carries.
  static String signature(String secret, long timestamp, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] base = ("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8);
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(base));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
