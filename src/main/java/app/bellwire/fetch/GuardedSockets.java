package app.bellwire.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Predicate;
import javax.net.SocketFactory;

/// Sockets that connect to allowed addresses only. The check stands where the address is dialled:
/// whatever way led there (a spelling of an address, a redirect, a name that resolves differently
/// the second time), this is the address that counts. Thread-safe.
final class GuardedSockets extends SocketFactory {
  private final Predicate<InetAddress> allowed;

  GuardedSockets(Predicate<InetAddress> allowed) {
    this.allowed = allowed;
  }

  @Override
  public Socket createSocket() {
    return new GuardedSocket(allowed);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("bound sockets are not used");
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("bound sockets are not used");
  }

  private Socket connected(SocketAddress target) throws IOException {
    var socket = new GuardedSocket(allowed);
    socket.connect(target);
    return socket;
  }

  private static final class GuardedSocket extends Socket {
    private final Predicate<InetAddress> allowed;

    GuardedSocket(Predicate<InetAddress> allowed) {
      this.allowed = allowed;
    }

    @Override
    public void connect(SocketAddress target) throws IOException {
      connect(target, 0);
    }

    @Override
    public void connect(SocketAddress target, int timeoutMillis) throws IOException {
      check(target);
      super.connect(target, timeoutMillis);
    }

    private void check(SocketAddress target) throws ForbiddenAddressException {
      if (!(target instanceof InetSocketAddress dialled) || dialled.isUnresolved()) {
        throw new ForbiddenAddressException(target.toString());
      }
      if (!allowed.test(dialled.getAddress())) {
        throw new ForbiddenAddressException(dialled.getAddress().getHostAddress());
      }
    }
  }

  /// An address that is not allowed was about to be dialled.
  static final class ForbiddenAddressException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String address;

    ForbiddenAddressException(String address) {
      super(address + " is not allowed");
      this.address = address;
    }

    String address() {
      return address;
    }
  }
}
