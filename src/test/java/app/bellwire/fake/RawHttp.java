package app.bellwire.fake;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The server's end of one HTTP/1.1 connection, with the ways to answer badly that a library does
/// not offer. Confined to one thread.
final class RawHttp {
  /// @param headers by name in lower case; the last one of a name
  record Request(String method, String target, Map<String, String> headers, String body) {
    /// Empty when it is not there.
    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  private static final String PAGE = "<html><body><h1>502 Bad Gateway</h1></body></html>";

  private final Socket socket;
  private final InputStream in;

  RawHttp(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    socket.setTcpNoDelay(true);
  }

  /// The next request; none when the connection has ended.
  Optional<Request> read() throws IOException {
    if (socket.isClosed() || ended()) {
      return Optional.empty();
    }
    String first = line();
    Map<String, String> headers = headers();
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String[] words = first.split(" ");
    return Optional.of(new Request(words[0], words[1], headers, body(length)));
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String header = line(); !header.isEmpty(); header = line()) {
      int colon = header.indexOf(':');
      String name = header.substring(0, colon).toLowerCase(Locale.ROOT);
      headers.put(name, header.substring(colon + 1).strip());
    }
    return headers;
  }

  private String body(int length) throws IOException {
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("a request that was cut");
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  private boolean ended() throws IOException {
    in.mark(1);
    int next = in.read();
    in.reset();
    return next < 0;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        throw new EOFException("a request that was cut");
      }
      line.write(read);
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }

  /// @param headers whole lines, such as `Retry-After: 7`
  void answer(int status, String type, String body, String... headers) throws IOException {
    write(bytes(status, type, body, headers));
  }

  /// Loses the answer that would have been given.
  void lose(ChatFault.How how, String answer) throws IOException {
    switch (how) {
      case RESET -> reset();
      case BAD_GATEWAY -> answer(502, "text/html", PAGE);
      case HANG -> hang();
      case CUT -> cut(200, "application/json", answer);
      case GARBAGE -> answer(200, "application/json", "\u0000\u0001 not an answer");
    }
  }

  /// Whether the client has ended the connection, as far as one can know without writing.
  boolean gone() {
    try {
      socket.setSoTimeout(1);
      boolean ended = endedByNow();
      socket.setSoTimeout(0);
      return ended;
    } catch (IOException e) {
      return true;
    }
  }

  private boolean endedByNow() throws IOException {
    try {
      return ended();
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  /// Half of the body, then the end.
  void cut(int status, String type, String body) throws IOException {
    byte[] whole = bytes(status, type, body);
    write(Arrays.copyOf(whole, whole.length - (body.length() + 1) / 2));
    socket.close();
  }

  /// RST instead of an answer.
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /// Says nothing until the client has gone.
  void hang() throws IOException {
    long unused = in.transferTo(java.io.OutputStream.nullOutputStream());
    socket.close();
  }

  private void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  private static byte[] bytes(int status, String type, String body, String... headers) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 %d Said\r\nContent-Type: %s\r\nContent-Length: %d\r\n"
            .formatted(status, type, content.length);
    String more = Stream.of(headers).map(line -> line + "\r\n").collect(Collectors.joining());
    return (head + more + "\r\n" + body).getBytes(StandardCharsets.UTF_8);
  }
}
