package app.bellwire.fake;

import app.bellwire.chat.Limits;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A chat network as a real HTTP server on this machine. It takes messages, keeps a [ChatLedger] of
/// what it took, holds callers to its limits and fails as its [ChatFaults] say. Thread-safe.
///
/// `POST /post {chat, topic, text, delivery, message}` answers `{id}`, `POST /edit` the same, and
/// `GET /find?delivery=` answers `{id}`, 404, or 501 when it cannot tell.
public final class ChatServer implements AutoCloseable {
  private static final String JSON_TYPE = "application/json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RawServer door;
  private final ChatLedger ledger = new ChatLedger();
  private final ChatFaults faults;
  private final EnforcedLimits limits;
  private volatile boolean tells = true;

  /// @param seed of its faults
  public ChatServer(Limits limits, long seed) throws IOException {
    this.limits = new EnforcedLimits(limits);
    this.faults = new ChatFaults(seed);
    this.door = new RawServer(this::answer);
  }

  /// A network without limits.
  public ChatServer() throws IOException {
    this(Limits.NONE, 1);
  }

  public URI url() {
    return door.url();
  }

  public InetSocketAddress address() {
    return door.address();
  }

  public ChatLedger ledger() {
    return ledger;
  }

  public ChatFaults faults() {
    return faults;
  }

  /// From now on it does not know what it was sent.
  public ChatServer cannotTell() {
    tells = false;
    return this;
  }

  /// Open connections; none means that every request which reached it has been dealt with.
  public int connections() {
    return door.connections();
  }

  private void answer(RawHttp http, RawHttp.Request request) throws IOException {
    String target = request.target();
    if (target.startsWith("/find?delivery=")) {
      find(http, target.substring(target.indexOf('=') + 1));
    } else if (target.equals("/post") || target.equals("/edit")) {
      take(http, call(request));
    } else {
      error(http, 404, "no such call");
    }
  }

  private static ChatLedger.Call call(RawHttp.Request request) throws IOException {
    JsonNode body = JSON.readTree(request.body());
    return new ChatLedger.Call(
        request.target().equals("/edit"),
        body.path("chat").asText(),
        textOrNull(body, "topic"),
        body.path("text").asText(),
        body.path("delivery").asText(),
        textOrNull(body, "message"));
  }

  private static @Nullable String textOrNull(JsonNode body, String key) {
    return body.hasNonNull(key) ? body.get(key).asText() : null;
  }

  private void find(RawHttp http, String delivery) throws IOException {
    Optional<ChatLedger.Entry> found = ledger.of(delivery);
    if (!tells) {
      error(http, 501, "this network has no history");
    } else if (found.isPresent()) {
      http.answer(200, JSON_TYPE, accepted(found.get()));
    } else {
      error(http, 404, "nothing was taken under this id");
    }
  }

  private void take(RawHttp http, ChatLedger.Call call) throws IOException {
    Optional<ChatFault> fault = faults.draw();
    if (fault.isEmpty()) {
      accept(call, http, entry -> http.answer(200, JSON_TYPE, accepted(entry)));
      return;
    }
    switch (fault.get()) {
      case ChatFault.Lost lost when lost.accepted() -> accept(call, http, e -> lose(http, e, lost));
      case ChatFault.Lost lost -> http.lose(lost.how(), "{}");
      case ChatFault.Slow slow ->
          accept(call, http, entry -> answerLate(http, entry, slow.delay()));
      case ChatFault.TooFast busy -> tooFast(http, busy.retryAfter());
      case ChatFault.Gone _ -> error(http, 403, "the bot was removed from the chat");
      case ChatFault.Refused _ -> error(http, 400, "this message is wrong");
    }
  }

  private interface Answering {
    void to(ChatLedger.Entry entry) throws IOException;
  }

  private void accept(ChatLedger.Call call, RawHttp http, Answering answering) throws IOException {
    if (call.edit() && !ledger.holds(call.chat(), String.valueOf(call.message()))) {
      error(http, 404, "no such message");
      return;
    }
    Duration wait = limits.take(call.chat(), call.chat().startsWith("-"), System.nanoTime());
    if (wait.isPositive()) {
      ledger.violated();
      tooFast(http, wait);
      return;
    }
    answering.to(ledger.accept(call));
  }

  private void lose(RawHttp http, ChatLedger.Entry entry, ChatFault.Lost lost) throws IOException {
    ledger.answerLost(entry.call());
    http.lose(lost.how(), accepted(entry));
  }

  private void answerLate(RawHttp http, ChatLedger.Entry entry, Duration wait) throws IOException {
    door.linger(wait);
    http.answer(200, JSON_TYPE, accepted(entry));
  }

  /// Whole seconds, as networks say it.
  private static void tooFast(RawHttp http, Duration wait) throws IOException {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    ObjectNode body = JSON.createObjectNode().put("error", "too many requests");
    http.answer(429, JSON_TYPE, body.put("retry_after", seconds).toString());
  }

  private static void error(RawHttp http, int status, String what) throws IOException {
    http.answer(status, JSON_TYPE, JSON.createObjectNode().put("error", what).toString());
  }

  private static String accepted(ChatLedger.Entry entry) {
    return JSON.createObjectNode().put("id", entry.messageId()).toString();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
