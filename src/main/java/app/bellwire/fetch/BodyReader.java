package app.bellwire.fetch;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.zip.Inflater;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.GzipSource;
import okio.InflaterSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/// Reads a body up to a limit, undoing its compression. Neither the compressed nor the decompressed
/// form is read further than one byte past the limit. Immutable, thread-safe.
final class BodyReader {
  static final String ENCODINGS = "gzip, deflate";

  private static final long STEP = 8192;
  private static final int MOST_LAYERS = 2;

  private final long limit;

  BodyReader(long limit) {
    this.limit = limit;
  }

  /// @throws TooLargeException past the limit
  /// @throws UnreadableException where the compression cannot be undone
  /// @throws IOException what the connection did
  byte[] read(Response answer) throws IOException {
    ResponseBody body = answer.body();
    if (body.contentLength() > limit) {
      throw new TooLargeException();
    }
    var wire = new Wire(body.source(), limit);
    try (Source plain = decoded(wire, layers(answer.headers("Content-Encoding")))) {
      return drain(plain);
    } catch (TooLargeException | UnreadableException e) {
      throw e;
    } catch (IOException e) {
      throw wire.broke ? e : new UnreadableException("the document’s compression is broken", e);
    }
  }

  private byte[] drain(Source plain) throws IOException {
    var read = new Buffer();
    while (plain.read(read, Math.min(STEP, limit + 1 - read.size())) != -1) {
      if (read.size() > limit) {
        throw new TooLargeException();
      }
    }
    return read.readByteArray();
  }

  private static List<String> layers(List<String> headers) throws UnreadableException {
    List<String> layers =
        headers.stream()
            .flatMap(header -> List.of(header.split(",", -1)).stream())
            .map(layer -> layer.strip().toLowerCase(Locale.ROOT))
            .filter(layer -> !layer.isEmpty() && !layer.equals("identity"))
            .toList();
    if (layers.size() > MOST_LAYERS) {
      throw new UnreadableException("the document is compressed too often", null);
    }
    return layers;
  }

  private static Source decoded(Source wire, List<String> layers) throws IOException {
    Source source = wire;
    for (String layer : layers.reversed()) {
      source =
          switch (layer) {
            case "gzip", "x-gzip" -> new GzipSource(source);
            case "deflate" -> inflated(Okio.buffer(source));
            default ->
                throw new UnreadableException(
                    "the document is compressed in a way that was not asked for", null);
          };
    }
    return source;
  }

  /// "deflate" should be a zlib stream; some servers send it without the zlib header.
  private static Source inflated(BufferedSource source) throws IOException {
    boolean zlib = source.request(2) && looksLikeZlib(source.getBuffer());
    return new InflaterSource(source, new Inflater(!zlib));
  }

  private static boolean looksLikeZlib(Buffer head) {
    int first = head.getByte(0) & 0xff;
    int second = head.getByte(1) & 0xff;
    return (first & 0x0f) == 8 && (first << 8 | second) % 31 == 0;
  }

  /// The bytes as they arrive: counted, and remembering whether a failure was the connection's.
  private static final class Wire extends ForwardingSource {
    private final long limit;
    private long count;
    private boolean broke;

    Wire(Source from, long limit) {
      super(from);
      this.limit = limit;
    }

    @Override
    public long read(Buffer sink, long most) throws IOException {
      long read = readOrNote(sink, most);
      count += Math.max(read, 0);
      if (count > limit) {
        throw new TooLargeException();
      }
      return read;
    }

    private long readOrNote(Buffer sink, long most) throws IOException {
      try {
        return super.read(sink, most);
      } catch (IOException e) {
        broke = true;
        throw e;
      }
    }
  }

  /// A document went past the limit.
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /// A document's compression cannot be undone. The message is for an admin.
  static final class UnreadableException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String detail;

    UnreadableException(String detail, @Nullable Throwable cause) {
      super(detail, cause);
      this.detail = detail;
    }

    String detail() {
      return detail;
    }
  }
}
