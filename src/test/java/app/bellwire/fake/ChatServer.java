package app.bellwire.fake;

import app.bellwire.chat.Limits;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A chat network as a real HTTP server on this machine. It takes messages, keeps a [ChatLedger] of
/// what it took, holds callers to its limits and fails as its [ChatFaults] say. Thread-safe.
///
/// `POST /post {chat, topic, text, delivery, message}` answers `{id}`, `POST /edit` the same, and
/// `GET /find?delivery=` answers `{id}`, 404, or 501 when it cannot tell.
public final class ChatServer implements AutoCloseable {
  private static final String JSON_TYPE = "application/json";
  private static final String PAGE = "<html><body><h1>502 Bad Gateway</h1></body></html>";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ServerSocket door;
  private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch shut = new CountDownLatch(1);
  private final ChatLedger ledger = new ChatLedger();
  private final ChatFaults faults;
  private final EnforcedLimits limits;
  private volatile boolean tells = true;

  /// @param seed of its faults
  public ChatServer(Limits limits, long seed) throws IOException {
    this.limits = new EnforcedLimits(limits);
    this.faults = new ChatFaults(seed);
    this.door = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
    hands.execute(this::welcome);
  }

  /// A network without limits.
  public ChatServer() throws IOException {
    this(Limits.NONE, 1);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), door.getLocalPort());
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
    return open.size();
  }

  private void welcome() {
    try {
      while (true) {
        Socket socket = door.accept();
        open.add(socket);
        hands.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      shut.countDown();
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      RawHttp http = new RawHttp(socket);
      Optional<RawHttp.Request> request = http.read();
      while (request.isPresent()) {
        answer(http, request.get());
        request = http.read();
      }
    } catch (IOException e) {
      // The client has left, which is its right.
    } finally {
      open.remove(socket);
    }
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
      case ChatFault.Lost lost -> spoil(http, lost.how(), "{}");
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
    spoil(http, lost.how(), accepted(entry));
  }

  private static void spoil(RawHttp http, ChatFault.How how, String answer) throws IOException {
    switch (how) {
      case RESET -> http.reset();
      case BAD_GATEWAY -> http.answer(502, "text/html", PAGE);
      case HANG -> http.hang();
      case CUT -> http.cut(200, JSON_TYPE, answer);
      case GARBAGE -> http.answer(200, JSON_TYPE, "\u0000\u0001 not an answer");
    }
  }

  private void answerLate(RawHttp http, ChatLedger.Entry entry, Duration wait) throws IOException {
    try {
      boolean unused = closed.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
    awaitShut();
    closed.countDown();
    for (Socket socket : open) {
      socket.close();
    }
    hands.shutdownNow();
  }

  /// Until nobody waits at the door any more, the system may let one more caller in.
  private void awaitShut() {
    try {
      if (!shut.await(5, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the door does not shut");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
