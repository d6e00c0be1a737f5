package app.bellwire.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns bytes into text: byte order mark, then the pattern of zeros, then the HTTP charset, then
/// the XML declaration, then strict UTF-8, then windows-1252. A charset that does not fit the bytes
/// is passed over. Thread-safe.
final class Charsets {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final Pattern HTTP =
      Pattern.compile("charset\\s*=\\s*[\"']?([^\\s\"';,]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']\\s*([^\"'>]+?)\\s*[\"']");
  private static final int PROLOG = 1024;

  /// Names that mean a larger set than they say.
  private static final Map<String, String> MEANT =
      Map.of(
          "iso-8859-1", "windows-1252",
          "latin1", "windows-1252",
          "us-ascii", "windows-1252",
          "ascii", "windows-1252",
          "iso-8859-9", "windows-1254",
          "gb2312", "GB18030",
          "gbk", "GB18030",
          "shift_jis", "windows-31j",
          "x-sjis", "windows-31j",
          "ks_c_5601-1987", "x-windows-949");

  private record Mark(Charset charset, int... bytes) {
    boolean opens(byte[] body) {
      if (body.length < bytes.length) {
        return false;
      }
      for (int i = 0; i < bytes.length; i++) {
        if ((body[i] & 0xFF) != bytes[i]) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Mark> BYTE_ORDER_MARKS =
      List.of(
          new Mark(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
          new Mark(UTF_32LE, 0xFF, 0xFE, 0, 0),
          new Mark(UTF_32BE, 0, 0, 0xFE, 0xFF),
          new Mark(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
          new Mark(StandardCharsets.UTF_16BE, 0xFE, 0xFF));

  private static final List<Mark> ZERO_PATTERNS =
      List.of(
          new Mark(UTF_32BE, 0, 0, 0, '<'),
          new Mark(UTF_32LE, '<', 0, 0, 0),
          new Mark(StandardCharsets.UTF_16BE, 0, '<', 0),
          new Mark(StandardCharsets.UTF_16LE, '<', 0));

  private static final List<Mark> BINARY =
      List.of(
          new Mark(StandardCharsets.US_ASCII, 0x1F, 0x8B),
          new Mark(StandardCharsets.US_ASCII, 'P', 'K', 3, 4),
          new Mark(StandardCharsets.US_ASCII, '%', 'P', 'D', 'F'),
          new Mark(StandardCharsets.US_ASCII, 0x89, 'P', 'N', 'G'),
          new Mark(StandardCharsets.US_ASCII, 'G', 'I', 'F', '8'),
          new Mark(StandardCharsets.US_ASCII, 0xFF, 0xD8, 0xFF));

  private Charsets() {}

  /// The text without byte order mark and without control characters but tab and line ends.
  static String decode(byte[] body, String contentType) {
    for (Mark mark : BYTE_ORDER_MARKS) {
      if (mark.opens(body)) {
        int skip = mark.bytes.length;
        return printable(new String(body, skip, body.length - skip, mark.charset));
      }
    }
    for (Mark pattern : ZERO_PATTERNS) {
      if (pattern.opens(body)) {
        return printable(new String(body, pattern.charset));
      }
    }
    return printable(byLadder(body, contentType));
  }

  static boolean looksBinary(byte[] body) {
    return BINARY.stream().anyMatch(mark -> mark.opens(body));
  }

  private static String byLadder(byte[] body, String contentType) {
    Charset http = named(find(HTTP, contentType));
    Charset declared = named(find(DECLARED, prolog(body)));
    String utf8 = strict(body, StandardCharsets.UTF_8);
    if (utf8 != null && WINDOWS.equals(http) && StandardCharsets.UTF_8.equals(declared)) {
      return utf8;
    }
    for (Charset charset : new @Nullable Charset[] {http, declared}) {
      String text = charset == null ? null : strict(body, charset);
      if (text != null) {
        return text;
      }
    }
    return utf8 != null ? utf8 : nearest(body);
  }

  /// UTF-8 with a few wrong bytes stays UTF-8; anything else is the West's old default.
  private static String nearest(byte[] body) {
    String utf8 = new String(body, StandardCharsets.UTF_8);
    long wrong = utf8.chars().filter(c -> c == '\uFFFD').count();
    long right = utf8.chars().filter(c -> c > 127).count() - wrong;
    return right > wrong ? utf8 : new String(body, WINDOWS);
  }

  private static @Nullable String strict(byte[] body, Charset charset) {
    if (WINDOWS.equals(charset)) {
      return new String(body, charset);
    }
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(body))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /// The charset of that name; none for an unknown one and for those with zero bytes, which the
  /// zero patterns would have found.
  private static @Nullable Charset named(Optional<String> name) {
    String known = name.map(n -> n.toLowerCase(Locale.ROOT)).orElse("");
    try {
      return known.isEmpty() || known.startsWith("utf-16") || known.startsWith("utf-32")
          ? null
          : decoding(Charset.forName(MEANT.getOrDefault(known, known)));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable Charset decoding(Charset charset) {
    return charset.canEncode() ? charset : null;
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String prolog(byte[] body) {
    return new String(body, 0, Math.min(PROLOG, body.length), StandardCharsets.ISO_8859_1);
  }

  private static String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c != 0x7F && c != '\uFEFF' && c != '\uFFFE' || c == '\n' || c == '\t') {
        out.append(c);
      } else if (c == '\r') {
        out.append(i + 1 < text.length() && text.charAt(i + 1) == '\n' ? "" : "\n");
      }
    }
    return out.toString();
  }
}
