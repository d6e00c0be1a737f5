package app.bellwire.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A bare app at the other end of a socket of a [SlackServer], which answers nothing by itself.
/// Thread-safe.
final class SlackApp implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
  private final WebSocket socket;

  /// Connects, and reads the greeting.
  SlackApp(SlackCaller caller) {
    this(caller.call("apps.connections.open").done().path("url").asText());
  }

  SlackApp(String url) {
    socket = client.newWebSocketBuilder().buildAsync(URI.create(url), new Ear()).join();
    var _ = next();
  }

  JsonNode next() {
    return taken(frames);
  }

  /// How the connection ended.
  String end() {
    return taken(ends);
  }

  private static <T> T taken(BlockingQueue<T> queue) {
    try {
      T taken = queue.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (taken == null) {
        throw new AssertionError("nothing came");
      }
      return taken;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  boolean heardNothing() {
    return frames.isEmpty();
  }

  void ack(JsonNode envelope) {
    send(envelope, "");
  }

  /// @param payload in JSON
  void ack(JsonNode envelope, String payload) {
    send(envelope, ",\"payload\":" + payload);
  }

  private void send(JsonNode envelope, String more) {
    String id = envelope.path("envelope_id").asText();
    var _ = socket.sendText("{\"envelope_id\":\"" + id + "\"" + more + "}", true).join();
  }

  void ping() {
    var _ = socket.sendPing(ByteBuffer.wrap(new byte[] {1})).join();
  }

  @Override
  public void close() {
    socket.abort();
    client.shutdownNow();
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        frames.add(read(text.toString()));
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
      ends.add("pong");
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      ends.add("closed " + code);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable problem) {
      ends.add("broken");
    }
  }

  private static JsonNode read(String text) {
    try {
      return SlackCaller.JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
