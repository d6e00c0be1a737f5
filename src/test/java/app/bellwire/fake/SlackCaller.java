package app.bellwire.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// Calls a [SlackServer] as any client may, so that what is wrong can be sent too. Thread-safe.
final class SlackCaller {
  static final ObjectMapper JSON = new ObjectMapper();

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// What was answered.
  record Answer(int status, String retryAfter, JsonNode json) {
    /// `ok` or the error.
    String outcome() {
      return json.path("ok").asBoolean() ? "ok" : json.path("error").asText(json.toString());
    }

    /// The reasons of a refusal, a line each.
    String reasons() {
      return String.join(
          "\n",
          json.path("response_metadata")
              .path("messages")
              .valueStream()
              .map(JsonNode::asText)
              .toList());
    }

    JsonNode done() {
      assertThat(outcome()).as("%s", json).isEqualTo("ok");
      return json;
    }
  }

  private final SlackServer slack;

  SlackCaller(SlackServer slack) {
    this.slack = slack;
  }

  /// With the token that fits and arguments in a form, names and values by turns.
  Answer call(String method, String... arguments) {
    boolean app = method.startsWith("apps.");
    return callAs(app ? SlackServer.APP_TOKEN : SlackServer.BOT_TOKEN, method, arguments);
  }

  Answer callAs(String token, String method, String... arguments) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < arguments.length; i += 2) {
      form.append(arguments[i]).append('=').append(encoded(arguments[i + 1])).append('&');
    }
    return send(
        HttpRequest.newBuilder(URI.create(slack.baseUrl() + method))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(form.toString())));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// Posts JSON to a response_url.
  Answer respond(String url, String body) {
    return send(HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofString(body)));
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      request.timeout(PATIENCE);
      HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
      String retryAfter = answer.headers().firstValue("Retry-After").orElse("");
      String body = answer.body();
      JsonNode json =
          body.startsWith("{") ? JSON.readTree(body) : JSON.getNodeFactory().textNode(body);
      return new Answer(answer.statusCode(), retryAfter, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// Single quotes become double ones.
  static String json(String text) {
    return text.replace('\'', '"');
  }

  static List<String> texts(List<SlackMessage> messages) {
    return messages.stream().map(SlackMessage::words).toList();
  }
}
