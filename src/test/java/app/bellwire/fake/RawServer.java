package app.bellwire.fake;

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

/// The door of a server on this machine that may answer as badly as [RawHttp] can: one thread a
/// connection, requests of a connection one after the other. Thread-safe.
final class RawServer implements AutoCloseable {
  /// Answers one request, or spoils its connection.
  interface Answering {
    void answer(RawHttp http, RawHttp.Request request) throws IOException;
  }

  private final ServerSocket door;
  private final Answering answering;
  private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch shut = new CountDownLatch(1);

  RawServer(Answering answering) throws IOException {
    this.answering = answering;
    this.door = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
    hands.execute(this::welcome);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), door.getLocalPort());
  }

  int connections() {
    return open.size();
  }

  /// Waits as long as this, or until the server is closed.
  void linger(Duration wait) {
    try {
      var _ = closed.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
        answering.answer(http, request.get());
        request = http.read();
      }
    } catch (IOException e) {
      // The client has left, which is its right.
    } finally {
      open.remove(socket);
    }
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
