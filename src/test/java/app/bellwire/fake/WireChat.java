package app.bellwire.fake;

import app.bellwire.chat.Address;
import app.bellwire.chat.Chat;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.Limits;
import app.bellwire.chat.Lookup;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.Role;
import app.bellwire.chat.SendResult;
import app.bellwire.chat.UserId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Talks to a [ChatServer] under the name of any network, the way an honest adapter does: it never
/// sends twice by itself and tells a request that was not written from an answer that was lost.
/// Thread-safe.
public final class WireChat implements Chat {
  private static final MediaType JSON_TYPE = MediaType.get("application/json");
  private static final Duration UNSAID = Duration.ofSeconds(1);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String network;
  private final URI server;
  private final Limits limits;
  private final OkHttpClient http;

  /// @param timeout for a whole call
  /// @param limits what it says of the network's limits
  public WireChat(String network, URI server, Duration timeout, Limits limits) {
    this.network = network;
    this.server = server;
    this.limits = limits;
    this.http =
        new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .connectTimeout(timeout)
            .readTimeout(timeout)
            .writeTimeout(timeout)
            .callTimeout(timeout)
            .eventListenerFactory(WireChat::listener)
            .build();
  }

  /// Whether a request was handed over whole. Before that the server has no message to take; from
  /// then on it may have one, even when the last write fails.
  private static final class Written extends EventListener {
    private volatile boolean whole;

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
      whole = true;
    }
  }

  private static EventListener listener(Call call) {
    Written written = call.request().tag(Written.class);
    return written == null ? EventListener.NONE : written;
  }

  @Override
  public String network() {
    return network;
  }

  @Override
  public Limits limits() {
    return limits;
  }

  @Override
  public boolean group(Address address) {
    return address.id().startsWith("-");
  }

  @Override
  public SendResult post(
      Address to, OutgoingMessage message, String deliveryId, @Nullable String replyTo) {
    return send("/post", body(to, message, deliveryId, replyTo));
  }

  @Override
  public SendResult edit(Address at, String messageId, OutgoingMessage message, String deliveryId) {
    return send("/edit", body(at, message, deliveryId, messageId));
  }

  private static String body(
      Address to, OutgoingMessage message, String deliveryId, @Nullable String messageId) {
    ObjectNode body = JSON.createObjectNode();
    body.put("chat", to.id()).put("topic", to.topic()).put("text", message.text().plain());
    return body.put("delivery", deliveryId).put("message", messageId).toString();
  }

  private SendResult send(String path, String body) {
    Written written = new Written();
    Request request =
        new Request.Builder()
            .url(server + path)
            .post(RequestBody.create(body, JSON_TYPE))
            .tag(Written.class, written)
            .build();
    try (Response response = http.newCall(request).execute()) {
      return result(response.code(), JSON.readTree(response.body().string()));
    } catch (IOException e) {
      return written.whole
          ? new SendResult.Uncertain("the answer was lost: " + e.getMessage())
          : new SendResult.Unavailable("not reached: " + e.getMessage());
    }
  }

  private static SendResult result(int status, JsonNode answer) {
    String error = answer.path("error").asText("status " + status);
    return switch (status) {
      case 200 -> accepted(answer);
      case 400 -> new SendResult.Refused(error);
      case 403 -> new SendResult.ChatGone(error);
      case 404 -> new SendResult.MessageGone(error);
      case 429 -> new SendResult.TooFast(retryAfter(answer));
      default -> new SendResult.Uncertain("an answer that says nothing: status " + status);
    };
  }

  private static SendResult accepted(JsonNode answer) {
    return answer.path("id").isTextual()
        ? new SendResult.Sent(answer.path("id").textValue())
        : new SendResult.Uncertain("an answer without the id of the message");
  }

  private static Duration retryAfter(JsonNode answer) {
    JsonNode seconds = answer.path("retry_after");
    return seconds.isNumber() ? Duration.ofSeconds(seconds.longValue()) : UNSAID;
  }

  @Override
  public Lookup find(Address at, String deliveryId, @Nullable String replyTo, Instant since) {
    Request request = new Request.Builder().url(server + "/find?delivery=" + deliveryId).build();
    try (Response response = http.newCall(request).execute()) {
      JsonNode answer = JSON.readTree(response.body().string());
      return switch (response.code()) {
        case 200 -> new Lookup.Found(answer.path("id").asText());
        case 404 -> new Lookup.Absent();
        default -> new Lookup.Unknown();
      };
    } catch (IOException e) {
      return new Lookup.Unknown();
    }
  }

  @Override
  public Role roleOf(UserId user, Address address) {
    return Role.MEMBER;
  }

  @Override
  public void toast(IncomingMessage press, String text) {}
}
