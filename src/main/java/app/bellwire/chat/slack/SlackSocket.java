package app.bellwire.chat.slack;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.BiConsumer;
import javax.websocket.ClientEndpointConfig;
import javax.websocket.CloseReason;
import javax.websocket.DeploymentException;
import javax.websocket.Endpoint;
import javax.websocket.EndpointConfig;
import javax.websocket.MessageHandler;
import javax.websocket.PongMessage;
import javax.websocket.Session;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One websocket to Slack, from when it is open until it is closed; never opened again. Thread-safe
/// but for [#stillThere], which belongs to the thread that watches over it.
///
/// It is made with Tyrus itself and not with the SDK's client, which waits half a minute for a
/// server that takes a connection and says nothing, and cannot be told to wait less.
final class SlackSocket extends Endpoint {
  private static final Logger LOG = LoggerFactory.getLogger(SlackSocket.class);

  /// How long the server may take to open it.
  static final Duration HANDSHAKE = Duration.ofSeconds(4);

  private static final Duration BETWEEN_PINGS = Duration.ofSeconds(1);

  /// Pings without an answer after which nobody is there.
  private static final int DEAF = 4;

  private final BiConsumer<SlackSocket, String> messages;
  private final Runnable closed;
  private volatile @Nullable Session session;
  private volatile boolean heard = true;
  private volatile boolean leaving;
  private int unanswered;
  private long asked = System.nanoTime();

  private SlackSocket(BiConsumer<SlackSocket, String> messages, Runnable closed) {
    this.messages = messages;
    this.closed = closed;
  }

  /// @param messages takes each message on a thread of the socket's, and returns soon
  /// @param closed called when it was closed, by whomever
  /// @throws IOException when it could not be opened; the message is without secrets
  static SlackSocket open(URI at, BiConsumer<SlackSocket, String> messages, Runnable closed)
      throws IOException {
    SlackSocket socket = new SlackSocket(messages, closed);
    ClientManager manager = ClientManager.createClient();
    manager.getProperties().put(ClientProperties.HANDSHAKE_TIMEOUT, (int) HANDSHAKE.toMillis());
    try {
      // Must not be interrupted: Tyrus would leave its threads behind.
      socket.session =
          manager.connectToServer(socket, ClientEndpointConfig.Builder.create().build(), at);
    } catch (DeploymentException | IOException e) {
      throw new IOException(why(e).replace(at.toString(), String.valueOf(at.getHost())), e);
    }
    return socket;
  }

  private static String why(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  /// Tyrus finds out what a handler takes by its class, and cannot for a lambda.
  @Override
  public void onOpen(Session opened, EndpointConfig config) {
    session = opened;
    opened.addMessageHandler(String.class, (MessageHandler.Whole<String>) this::came);
    opened.addMessageHandler(PongMessage.class, (MessageHandler.Whole<PongMessage>) this::came);
  }

  private void came(String message) {
    heard = true;
    messages.accept(this, message);
  }

  private void came(PongMessage pong) {
    heard = true;
  }

  @Override
  public void onClose(Session ended, CloseReason reason) {
    closed.run();
  }

  @Override
  public void onError(Session broken, Throwable failure) {
    LOG.debug("The connection to Slack has a problem", failure);
  }

  boolean isOpen() {
    Session now = session;
    return now != null && now.isOpen();
  }

  /// Slack is about to close it; what comes by it until then is still to be acknowledged.
  void leave() {
    leaving = true;
  }

  boolean leaving() {
    return leaving;
  }

  /// Whether the other end has shown itself lately; asks it to do so again, if it was not just
  /// asked. To be called every few seconds.
  boolean stillThere() {
    Session now = session;
    if (now == null || !now.isOpen()) {
      return false;
    }
    if (System.nanoTime() - asked < BETWEEN_PINGS.toNanos()) {
      return true;
    }
    unanswered = heard ? 0 : unanswered + 1;
    return unanswered < DEAF && asked(now);
  }

  private boolean asked(Session now) {
    heard = false;
    asked = System.nanoTime();
    try {
      now.getBasicRemote().sendPing(ByteBuffer.allocate(0));
      return true;
    } catch (IOException | IllegalStateException e) {
      return false;
    }
  }

  /// @return false when it is closed; true does not mean that it has arrived
  boolean send(String message) {
    Session now = session;
    if (now == null || !now.isOpen()) {
      return false;
    }
    try {
      now.getAsyncRemote().sendText(message);
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  void close() {
    Session now = session;
    if (now != null && now.isOpen()) {
      try {
        now.close(new CloseReason(CloseReason.CloseCodes.NORMAL_CLOSURE, ""));
      } catch (IOException | IllegalStateException e) {
        LOG.debug("The connection to Slack was gone already", e);
      }
    }
  }
}
