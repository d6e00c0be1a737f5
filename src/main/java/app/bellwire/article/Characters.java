package app.bellwire.article;

import java.text.Normalizer;

/// Drops characters that are not part of what a text says: controls, direction marks, zero-width
/// junk, floods of combining marks. Thread-safe.
final class Characters {
  private static final int MOST_MARKS = 4;
  private static final int FIRST_JOINING = 0x600;

  private Characters() {}

  /// Composed (NFC) text; of all controls only line ends stay.
  static String clean(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    StringBuilder out = new StringBuilder(composed.length());
    int marks = 0;
    for (int i = 0; i < composed.length(); ) {
      int c = composed.codePointAt(i);
      int next = i + Character.charCount(c);
      marks = isMark(c) ? marks + 1 : 0;
      if (marks <= MOST_MARKS && (!isJoiner(c) || joins(composed, i, next))) {
        append(out, c);
      }
      i = next;
    }
    return out.toString();
  }

  /// One line: all white space is one space.
  static String line(String text) {
    return fold(clean(text));
  }

  static String fold(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean space = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean white = Character.isWhitespace(c) || Character.isSpaceChar(c);
      if (!white) {
        out.append(c);
      } else if (!space) {
        out.append(' ');
      }
      space = white;
    }
    return out.toString().strip();
  }

  private static void append(StringBuilder out, int c) {
    if (c == '\n' || c == 0x2028 || c == 0x2029 || c == 0x85) {
      out.append('\n');
    } else if (c == '\t' || Character.isSpaceChar(c)) {
      out.append(' ');
    } else if (isText(c)) {
      out.appendCodePoint(c);
    }
  }

  private static boolean isText(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
      case Character.FORMAT -> isJoiner(c);
      default -> true;
    };
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isJoiner(int c) {
    return c == 0x200C || c == 0x200D;
  }

  /// Joiners mean something between letters of joining scripts and between emoji only.
  private static boolean joins(String text, int at, int next) {
    return at > 0
        && next < text.length()
        && text.codePointBefore(at) >= FIRST_JOINING
        && text.codePointAt(next) >= FIRST_JOINING
        && !isJoiner(text.codePointBefore(at));
  }
}
