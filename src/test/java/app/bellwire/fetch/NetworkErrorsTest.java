package app.bellwire.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.fetch.BodyReader.TooLargeException;
import app.bellwire.fetch.FetchResult.Failed;
import app.bellwire.fetch.FetchResult.Reason;
import app.bellwire.fetch.GuardedSockets.ForbiddenAddressException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkErrorsTest {
  private final NetworkErrors errors = new NetworkErrors(FetchSettings.defaults("Bellwire/test"));

  @ParameterizedTest
  @MethodSource("rows")
  void anErrorBecomesAReasonInPlainWords(IOException error, Reason reason, String detail) {
    assertThat(errors.failed(error, "example.org")).isEqualTo(new Failed(reason, detail));
  }

  private static Stream<Arguments> rows() {
    return Stream.of(
        row(new InterruptedIOException("timeout"), Reason.TIMEOUT, "no answer within 20 s"),
        row(new SocketTimeoutException("Read timed out"), Reason.TIMEOUT, "no answer within 20 s"),
        row(
            caused(new SSLException("read"), new SocketTimeoutException("Read timed out")),
            Reason.TIMEOUT,
            "no answer within 20 s"),
        row(
            new UnknownHostException("example.org: Name or service not known"),
            Reason.UNREACHABLE,
            "the name example.org is not known"),
        row(new ConnectException("refused"), Reason.UNREACHABLE, "example.org takes no connection"),
        row(
            new NoRouteToHostException("no route"),
            Reason.UNREACHABLE,
            "there is no way to example.org"),
        row(
            new SocketException("Connection reset"),
            Reason.UNREACHABLE,
            "the connection to example.org broke"),
        row(
            new ProtocolException("unexpected end of stream"),
            Reason.UNREACHABLE,
            "the connection to example.org broke before the document’s end"),
        row(
            new ProtocolException("Expected chunk size"),
            Reason.UNREADABLE,
            "the answer of example.org is not valid HTTP"),
        row(
            new SSLPeerUnverifiedException("Hostname example.org not verified"),
            Reason.UNREACHABLE,
            "the certificate of example.org is not trusted"),
        row(
            caused(new SSLHandshakeException("PKIX"), new CertificateExpiredException("expired")),
            Reason.UNREACHABLE,
            "the certificate of example.org is not trusted"),
        row(
            new SSLHandshakeException("protocol_version"),
            Reason.UNREACHABLE,
            "no secure connection to example.org can be made"),
        row(new TooLargeException(), Reason.TOO_LARGE, "the document is larger than 5 MiB"),
        row(
            suppressing(new ConnectException("refused"), new ForbiddenAddressException("10.0.0.1")),
            Reason.FORBIDDEN_ADDRESS,
            "10.0.0.1 is not a public address; allow_private: true allows it for this source"));
  }

  @Test
  void aStopIsNotATimeout() {
    Thread.currentThread().interrupt();
    Failed failed = errors.failed(new InterruptedIOException("interrupted"), "example.org");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failed.reason()).isEqualTo(Reason.UNREACHABLE);
  }

  private static Arguments row(IOException error, Reason reason, String detail) {
    return Arguments.of(error, reason, detail);
  }

  private static IOException caused(IOException error, Throwable cause) {
    error.initCause(cause);
    return error;
  }

  private static IOException suppressing(IOException error, Throwable suppressed) {
    error.addSuppressed(suppressed);
    return error;
  }
}
