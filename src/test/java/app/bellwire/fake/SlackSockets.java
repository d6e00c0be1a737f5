package app.bellwire.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.PingFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;

/// The sockets of Socket Mode: each opens with a ticket of its own; what is sent goes to one of
/// them. Its methods are confined to the lock of its world.
final class SlackSockets implements AutoCloseable {
  private static final Duration TICKET_LIFE = Duration.ofSeconds(30);
  private static final int MOST = 10;

  private final SlackWorld world;
  private final ScheduledExecutorService clock;
  private final Door door = new Door();
  private final CountDownLatch started = new CountDownLatch(1);
  private final Map<String, Long> tickets = new HashMap<>();
  private final Set<WebSocket> open = new LinkedHashSet<>();
  private final List<WebSocket> ready = new ArrayList<>();
  private Consumer<JsonNode> frames = _ -> {};
  private int turn;
  private int opened;
  private int pongs;
  Duration pingsEvery = Duration.ofSeconds(10);
  Duration grace = Duration.ofMillis(300);
  boolean refusing;
  volatile boolean silent;

  SlackSockets(SlackWorld world, ScheduledExecutorService clock) throws IOException {
    this.world = world;
    this.clock = clock;
    door.setReuseAddr(true);
    door.setTcpNoDelay(true);
    door.setConnectionLostTimeout(0);
    door.setDaemon(true);
    door.start();
    awaitStart();
  }

  private void awaitStart() throws IOException {
    try {
      if (!started.await(10, TimeUnit.SECONDS)) {
        throw new IOException("the door does not open");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// @param frames takes what the app says
  void listen(Consumer<JsonNode> frames) {
    this.frames = frames;
  }

  /// An address for one socket.
  String invite() {
    if (refusing) {
      throw SlackRefusal.of("internal_error");
    }
    String ticket = UUID.randomUUID().toString();
    tickets.put(ticket, System.nanoTime());
    String app = "&app_id=" + SlackWorld.APP;
    return "ws://127.0.0.1:" + door.getPort() + "/link/?ticket=" + ticket + app;
  }

  int count() {
    return open.size();
  }

  /// How many were ever opened.
  int opened() {
    return opened;
  }

  int pongs() {
    return pongs;
  }

  /// Sends to one of them, whether it arrives or not; says whether there was one.
  boolean send(ObjectNode envelope) {
    if (ready.isEmpty()) {
      return false;
    }
    WebSocket socket = ready.get(turn++ % ready.size());
    if (!silent) {
      socket.send(envelope.toString());
    }
    return true;
  }

  /// Says why, and all but for a warning closes soon after.
  void disconnect(String reason) {
    ObjectNode farewell = JsonNodeFactory.instance.objectNode().put("type", "disconnect");
    farewell.put("reason", reason).putObject("debug_info").put("host", "applink-1");
    for (WebSocket socket : List.copyOf(ready)) {
      socket.send(farewell.toString());
      if (!reason.equals("warning")) {
        ready.remove(socket);
        after(grace, () -> socket.close(CloseFrame.NORMAL));
      }
    }
  }

  /// Cuts all connections without a word.
  void drop() {
    ready.clear();
    for (WebSocket socket : List.copyOf(open)) {
      reset(socket);
    }
  }

  private static void reset(WebSocket socket) {
    try {
      if (((WebSocketImpl) socket).getSelectionKey().channel() instanceof SocketChannel channel) {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      }
    } catch (IOException e) {
      // It is gone already.
    }
    socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, "dropped");
  }

  private void after(Duration wait, Runnable deed) {
    try {
      var _ = clock.schedule(deed, wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // The server is closed.
    }
  }

  private boolean takes(String target) {
    int at = target.indexOf("ticket=");
    String ticket = at < 0 ? "" : target.substring(at + "ticket=".length()).replaceAll("&.*", "");
    Long given = tickets.remove(ticket);
    return given != null && System.nanoTime() - given < TICKET_LIFE.toNanos() && open.size() < MOST;
  }

  private void welcome(WebSocket socket) {
    open.add(socket);
    ready.add(socket);
    opened++;
    ObjectNode hello = JsonNodeFactory.instance.objectNode().put("type", "hello");
    hello.put("num_connections", open.size());
    hello.putObject("connection_info").put("app_id", SlackWorld.APP);
    ObjectNode info = hello.putObject("debug_info").put("host", "applink-1");
    info.put("build_number", 1).put("approximate_connection_time", 18_060);
    socket.send(hello.toString());
    after(pingsEvery, () -> ping(socket));
  }

  private void ping(WebSocket socket) {
    if (socket.isOpen() && !silent) {
      PingFrame ping = new PingFrame();
      ping.setPayload(ByteBuffer.wrap("Ping from applink-1".getBytes(StandardCharsets.UTF_8)));
      socket.sendFrame(ping);
    }
    if (socket.isOpen()) {
      after(pingsEvery, () -> ping(socket));
    }
  }

  @Override
  public void close() {
    try {
      door.stop(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Door extends WebSocketServer {
    private Door() {
      super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
        WebSocket socket, Draft draft, ClientHandshake request) throws InvalidDataException {
      synchronized (world) {
        if (!takes(request.getResourceDescriptor())) {
          throw new InvalidDataException(CloseFrame.POLICY_VALIDATION, "no such ticket");
        }
      }
      return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake request) {
      synchronized (world) {
        welcome(socket);
      }
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
      synchronized (world) {
        open.remove(socket);
        ready.remove(socket);
      }
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
      if (!silent) {
        synchronized (world) {
          frames.accept(SlackRequest.parsed(text).orElse(MissingNode.getInstance()));
        }
      }
    }

    @Override
    public void onWebsocketPing(WebSocket socket, Framedata frame) {
      if (!silent) {
        super.onWebsocketPing(socket, frame);
      }
    }

    @Override
    public void onWebsocketPong(WebSocket socket, Framedata frame) {
      synchronized (world) {
        pongs++;
      }
    }

    @Override
    public void onError(WebSocket socket, Exception e) {
      // What a broken connection means is said by onClose.
    }

    @Override
    public void onStart() {
      started.countDown();
    }
  }
}
