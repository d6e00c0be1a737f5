package app.bellwire.fetch;

import app.bellwire.fetch.BodyReader.TooLargeException;
import app.bellwire.fetch.BodyReader.UnreadableException;
import app.bellwire.fetch.FetchResult.Failed;
import app.bellwire.fetch.FetchResult.Reason;
import app.bellwire.fetch.GuardedSockets.ForbiddenAddressException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// Turns what a network throws into one of our reasons, with words for an admin. The words name the
/// host and never the path or query, which may hold a key.
final class NetworkErrors {
  private final FetchSettings settings;

  NetworkErrors(FetchSettings settings) {
    this.settings = settings;
  }

  Failed failed(IOException error, String host) {
    Optional<ForbiddenAddressException> forbidden = find(error, ForbiddenAddressException.class);
    if (forbidden.isPresent()) {
      return forbidden(forbidden.get().address());
    }
    if (find(error, SocketTimeoutException.class).isPresent()) {
      return timeout();
    }
    return byType(error, host);
  }

  Failed timeout() {
    return new Failed(Reason.TIMEOUT, "no answer within " + words(settings.timeout()));
  }

  Failed stopped() {
    return new Failed(Reason.UNREACHABLE, "the look was stopped before it was answered");
  }

  private Failed byType(IOException error, String host) {
    return switch (error) {
      case TooLargeException _ ->
          new Failed(Reason.TOO_LARGE, "the document is larger than " + size(settings.maxBody()));
      case UnreadableException unreadable -> new Failed(Reason.UNREADABLE, unreadable.detail());
      case InterruptedIOException _ ->
          Thread.currentThread().isInterrupted() ? stopped() : timeout();
      case UnknownHostException _ -> unreachable("the name " + host + " is not known");
      case SSLException tls -> unreachable(tls(tls, host));
      case ConnectException _ -> unreachable(host + " takes no connection");
      case NoRouteToHostException _ -> unreachable("there is no way to " + host);
      case ProtocolException protocol -> protocol(protocol, host);
      default -> unreachable("the connection to " + host + " broke");
    };
  }

  private static Failed protocol(ProtocolException error, String host) {
    return String.valueOf(error.getMessage()).startsWith("unexpected end of stream")
        ? unreachable("the connection to " + host + " broke before the document’s end")
        : new Failed(Reason.UNREADABLE, "the answer of " + host + " is not valid HTTP");
  }

  private static String tls(SSLException error, String host) {
    boolean certificate =
        error instanceof SSLPeerUnverifiedException
            || find(error, CertificateException.class).isPresent();
    return certificate
        ? "the certificate of " + host + " is not trusted"
        : "no secure connection to " + host + " can be made";
  }

  private static Failed forbidden(String address) {
    return new Failed(
        Reason.FORBIDDEN_ADDRESS,
        address + " is not a public address; allow_private: true allows it for this source");
  }

  private static Failed unreachable(String detail) {
    return new Failed(Reason.UNREACHABLE, detail);
  }

  /// The first error of a kind among the causes and what they suppressed: of several addresses that
  /// were tried, only the first one's error is thrown.
  private static <E extends Throwable> Optional<E> find(Throwable error, Class<E> kind) {
    return Stream.iterate(error, e -> e != null, Throwable::getCause)
        .limit(8)
        .flatMap(e -> Stream.concat(Stream.of(e), Stream.of(e.getSuppressed())))
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }

  private static String words(Duration timeout) {
    return timeout.toMillis() % 1000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
  }

  private static String size(long bytes) {
    if (bytes % (1 << 20) == 0) {
      return (bytes >> 20) + " MiB";
    }
    return bytes % (1 << 10) == 0
        ? (bytes >> 10) + " KiB"
        : String.format(Locale.ROOT, "%d bytes", bytes);
  }
}
