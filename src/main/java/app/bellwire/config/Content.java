package app.bellwire.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a file held at one moment. Immutable.
///
/// @param digest of the content; equal for equal contents, and for equal reasons to have none
sealed interface Content {
  /// No configuration file is larger, in bytes.
  int LIMIT = 3 << 20;

  None ABSENT = new None("there is no such file");

  String digest();

  record Bytes(byte[] bytes, String digest) implements Content {}

  /// @param why such as "there is no such file"
  record None(String why) implements Content {
    @Override
    public String digest() {
      return why;
    }
  }

  static Content of(Path file) {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        return new None("is not a file");
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(LIMIT + 1);
        return bytes.length > LIMIT
            ? new None("is larger than 3 MiB")
            : new Bytes(bytes, sha(bytes));
      }
    } catch (NoSuchFileException absent) {
      return ABSENT;
    } catch (AccessDeniedException denied) {
      return new None("cannot be read: this user lacks the right to");
    } catch (IOException unreadable) {
      return new None("cannot be read: " + unreadable.getClass().getSimpleName());
    }
  }

  private static String sha(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Text, or where it stops being any.
  sealed interface Decoded {
    record Text(String text) implements Decoded {}

    /// @param line of the first byte that is no UTF-8
    record Malformed(int line, byte first) implements Decoded {}
  }

  /// The text of `bytes`, without a byte order mark.
  static Decoded decode(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      return new Decoded.Malformed(lineAt(bytes, in.position()), bytes[in.position()]);
    }
    String text = out.flip().toString();
    return new Decoded.Text(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private static int lineAt(byte[] bytes, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return line;
  }
}
