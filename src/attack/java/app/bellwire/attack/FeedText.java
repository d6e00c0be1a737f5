package app.bellwire.attack;

/// Texts for feeds, and what is shown of them. Pure.
final class FeedText {
  private FeedText() {}

  /// Without what no XML may hold.
  static String xml(String text) {
    return text.codePoints()
        .filter(c -> c == '\t' || c == '\n' || c == '\r' || c >= ' ')
        .filter(c -> c < 0xD800 || c > 0xDFFF)
        .filter(c -> c != 0xFFFE && c != 0xFFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// Where it begins and where it ends.
  static String ends(String text) {
    int length = text.length();
    return length < 100
        ? text
        : text.substring(0, 40) + " [" + length + "] " + text.substring(length - 40);
  }
}
