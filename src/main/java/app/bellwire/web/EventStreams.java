package app.bellwire.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.bellwire.chat.local.LocalChat;
import app.bellwire.chat.local.LocalEvent;
import app.bellwire.chat.local.LocalMessages;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/api/events?chat=NAME`: server-sent events, one virtual thread a stream. A stream begins with
/// `snapshot` and `desk` and goes on with `message`, `toast`, `desk` when it changed and `beat`. A
/// message is read again when it is sent, so the last one sent is never older than the store. A
/// reader that falls behind is cut off; its browser connects anew. Thread-safe.
final class EventStreams implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
  private static final int MAX_STREAMS = 64;
  private static final int MAX_BEHIND = 1_000;
  private static final Duration PACE = Duration.ofSeconds(2);
  private static final int BEATS_EVERY = 5;

  private final LocalChat chat;
  private final LocalMessages messages;
  private final ChatApi api;
  private final Supplier<ObjectNode> desk;
  private final Set<Stream> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  EventStreams(LocalChat chat, LocalMessages messages, ChatApi api, Supplier<ObjectNode> desk) {
    this.chat = chat;
    this.messages = messages;
    this.api = api;
    this.desk = desk;
  }

  /// Sends events until the reader leaves or the server closes.
  void serve(Context ctx) throws IOException {
    if (closed || open.size() >= MAX_STREAMS) {
      Answers.error(ctx, 503, "Too many pages are open.");
      return;
    }
    ctx.res().setContentType("text/event-stream; charset=utf-8");
    ctx.header("X-Accel-Buffering", "no");
    String name = Optional.ofNullable(ctx.queryParam("chat")).orElse("desk");
    serve(new Stream(name, ctx.res().getOutputStream()));
  }

  private void serve(Stream stream) {
    open.add(stream);
    try (var _ = chat.listen(stream::hear)) {
      stream.run();
    } catch (IOException left) {
      LOG.debug("A page left: {}", left.getMessage());
    } catch (RuntimeException failed) {
      LOG.warn("A page was cut off; it connects anew", failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(stream);
    }
  }

  @Override
  public void close() {
    closed = true;
    open.forEach(Stream::end);
  }

  /// One reader. Confined to its thread, but for [#hear] and [#end].
  private final class Stream {
    private final String name;
    private final OutputStream out;
    private final BlockingQueue<Item> waiting = new LinkedBlockingQueue<>(MAX_BEHIND);
    private @Nullable String lastDesk;
    private long nextLook = System.nanoTime();
    private int looks;
    private volatile boolean ended;

    Stream(String name, OutputStream out) {
      this.name = name;
      this.out = out;
    }

    void hear(LocalEvent event) {
      if (event.chat().equals(name) && !waiting.offer(new Heard(event))) {
        end();
      }
    }

    void end() {
      ended = true;
      waiting.offer(new End());
    }

    void run() throws IOException, InterruptedException {
      out.write("retry: 1000\n\n".getBytes(UTF_8));
      send("snapshot", api.snapshot(name));
      while (!ended && !closed) {
        long left = nextLook - System.nanoTime();
        if (left > 0) {
          step(waiting.poll(left, TimeUnit.NANOSECONDS));
        } else {
          look();
        }
      }
    }

    private void step(@Nullable Item item) throws IOException {
      if (item instanceof Heard(var event)) {
        send(event);
      }
    }

    private void look() throws IOException {
      nextLook = System.nanoTime() + PACE.toNanos();
      sendDesk();
      if (++looks % BEATS_EVERY == 0) {
        send("beat", JsonNodeFactory.instance.objectNode());
      }
    }

    private void send(LocalEvent event) throws IOException {
      switch (event) {
        case LocalEvent.Posted posted -> sendMessage(posted.message().id());
        case LocalEvent.Edited edited -> sendMessage(edited.message().id());
        case LocalEvent.Toast toast ->
            send(
                "toast",
                JsonNodeFactory.instance
                    .objectNode()
                    .put("id", toast.messageId())
                    .put("text", toast.text()));
      }
    }

    private void sendMessage(String id) throws IOException {
      var found = messages.find(id);
      if (found.isPresent()) {
        send("message", MessageJson.of(found.get()));
      }
    }

    private void sendDesk() throws IOException {
      ObjectNode now;
      try {
        now = desk.get();
      } catch (RuntimeException unknown) {
        LOG.warn("The desk cannot be shown", unknown);
        return;
      }
      String compared = now.deepCopy().without("now").toString();
      if (!compared.equals(lastDesk)) {
        lastDesk = compared;
        send("desk", now);
      }
    }

    private void send(String event, JsonNode data) throws IOException {
      out.write(("event: " + event + "\ndata: " + data + "\n\n").getBytes(UTF_8));
      out.flush();
    }
  }

  private sealed interface Item {}

  private record Heard(LocalEvent event) implements Item {}

  private record End() implements Item {}
}
