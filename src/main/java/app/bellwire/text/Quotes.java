package app.bellwire.text;

/// Finds the quotations of a paragraph by their marks.
final class Quotes {
  private Quotes() {}

  /// For each character the index after the mark that closes the quotation it opens; 0 for a
  /// character that opens none, -1 for a mark that opens one which is not closed.
  static int[] ends(String text) {
    int[] ends = new int[text.length()];
    int open = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (open >= 0 && closes(text, i, text.charAt(open))) {
        ends[open] = i + 1;
        open = -1;
      } else if (opens(text, i, c)) {
        if (open >= 0) {
          ends[open] = -1;
        }
        open = i;
      }
    }
    if (open >= 0) {
      ends[open] = -1;
    }
    return ends;
  }

  private static boolean opens(String text, int at, char c) {
    return switch (c) {
      case '“', '„', '«', '「' -> true;
      case '"' -> at == 0 || !isWordEnd(text.charAt(at - 1));
      default -> false;
    };
  }

  private static boolean closes(String text, int at, char opener) {
    char c = text.charAt(at);
    return switch (opener) {
      case '“' -> c == '”';
      case '„' -> c == '“' || c == '”';
      case '«' -> c == '»';
      case '「' -> c == '」';
      default -> c == '"' && (isWordEnd(text.charAt(at - 1)) || at + 1 == text.length());
    };
  }

  /// Whether a straight quote after `c` closes: it stands at a word or its punctuation.
  private static boolean isWordEnd(char c) {
    return !Character.isWhitespace(c) && "([{—–-".indexOf(c) < 0 && !Character.isSpaceChar(c);
  }
}
