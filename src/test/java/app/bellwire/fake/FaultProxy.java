package app.bellwire.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Stands between a client and a TCP server and damages connections as it is told. Thread-safe.
public final class FaultProxy implements AutoCloseable {
  /// What becomes of one connection. Immutable.
  public sealed interface Fault {}

  /// Everything goes through.
  public record Pass() implements Fault {}

  /// The connection ends as soon as `after` bytes have gone in one direction; with 0 the server
  /// never hears of what would go there.
  ///
  /// @param reset by RST, not by FIN
  public record Cut(Direction direction, int after, boolean reset) implements Fault {}

  /// Half-open: it is accepted, what comes is swallowed, and nothing is ever answered.
  public record Swallow() implements Fault {}

  /// Both directions are this slow.
  public record Slow(int bytesPerSecond) implements Fault {}

  public enum Direction {
    REQUEST,
    ANSWER
  }

  private static final int CHUNKS_A_SECOND = 20;

  private final InetSocketAddress server;
  private final ServerSocket door;
  private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Deque<Fault> lined = new ArrayDeque<>();
  private Fault usual = new Pass();

  public FaultProxy(InetSocketAddress server) throws IOException {
    this.server = server;
    this.door = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
    hands.execute(this::welcome);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  /// The next new connection meets `fault`.
  public synchronized FaultProxy next(Fault fault) {
    lined.add(fault);
    return this;
  }

  /// New connections meet `fault` from now on.
  public synchronized FaultProxy always(Fault fault) {
    usual = fault;
    return this;
  }

  /// Ends every open connection by RST.
  public void resetAll() {
    open.forEach(socket -> end(socket, true));
  }

  private synchronized Fault draw() {
    return lined.isEmpty() ? usual : lined.pop();
  }

  private void welcome() {
    try {
      while (true) {
        Socket client = door.accept();
        open.add(client);
        hands.execute(() -> join(client, draw()));
      }
    } catch (IOException e) {
      closed.countDown();
    }
  }

  private void join(Socket client, Fault fault) {
    try {
      switch (fault) {
        case Swallow _ -> swallow(client);
        case Cut cut when cut.direction == Direction.REQUEST && cut.after == 0 ->
            end(client, cut.reset);
        default -> connect(client, fault);
      }
    } catch (IOException e) {
      end(client, true);
    }
  }

  private void swallow(Socket client) throws IOException {
    long unused = client.getInputStream().transferTo(OutputStream.nullOutputStream());
    end(client, false);
  }

  private void connect(Socket client, Fault fault) throws IOException {
    Socket far = new Socket(server.getAddress(), server.getPort());
    open.add(far);
    client.setTcpNoDelay(true);
    far.setTcpNoDelay(true);
    hands.execute(() -> pump(far, client, Direction.ANSWER, fault));
    pump(client, far, Direction.REQUEST, fault);
  }

  /// Carries bytes until one side ends, then ends both.
  private void pump(Socket from, Socket to, Direction direction, Fault fault) {
    boolean reset = false;
    try {
      reset = carry(from.getInputStream(), to.getOutputStream(), direction, fault);
    } catch (IOException e) {
      // The other direction has ended the connection.
    }
    end(from, reset);
    end(to, reset);
  }

  /// @return whether the end is a reset
  private boolean carry(InputStream in, OutputStream out, Direction direction, Fault fault)
      throws IOException {
    byte[] buffer = new byte[chunk(fault)];
    int left = fault instanceof Cut cut && cut.direction == direction ? cut.after : -1;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      boolean last = left >= 0 && read >= left;
      out.write(buffer, 0, last ? left : read);
      out.flush();
      if (last) {
        return fault instanceof Cut cut && cut.reset;
      }
      left = left < 0 ? left : left - read;
      dawdle(fault);
    }
    return false;
  }

  private static int chunk(Fault fault) {
    return fault instanceof Slow slow ? Math.max(1, slow.bytesPerSecond / CHUNKS_A_SECOND) : 8192;
  }

  private void dawdle(Fault fault) throws IOException {
    if (fault instanceof Slow slow) {
      try {
        long millis = 1000L * chunk(fault) / slow.bytesPerSecond;
        boolean unused = closed.await(millis, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }
  }

  private void end(Socket socket, boolean reset) {
    open.remove(socket);
    try {
      if (reset) {
        socket.setSoLinger(true, 0);
      }
      socket.close();
    } catch (IOException e) {
      // It has ended already.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    closed.countDown();
    open.forEach(socket -> end(socket, false));
    hands.shutdownNow();
  }
}
