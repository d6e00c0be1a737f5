package app.bellwire.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/// Makes spellings of one word equal: case, accents, ligatures, full width and typographic
/// apostrophes. Letters that differ by more than an accent, such as и and й, stay apart.
/// Thread-safe.
public final class Folding {
  private Folding() {}

  /// `text` in lower case, without accents and invisible characters, with straight apostrophes.
  public static String fold(String text) {
    return isAscii(text) ? text.toLowerCase(Locale.ROOT) : foldUnicode(text);
  }

  /// The words of `text`, folded and joined by one space: equal for titles that differ in dress
  /// only.
  public static String key(String text) {
    StringBuilder out = new StringBuilder();
    for (Token token : Tokens.of(text)) {
      out.append(out.isEmpty() ? "" : " ").append(token.folded());
    }
    return out.toString();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  private static String foldUnicode(String text) {
    String plain = withoutAccents(Normalizer.normalize(text, Normalizer.Form.NFKD));
    char[] in = Normalizer.normalize(plain, Normalizer.Form.NFC).toCharArray();
    char[] out = new char[in.length * 4];
    int length = ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length);
    return new String(out, 0, length).toLowerCase(Locale.ROOT).replace('ς', 'σ');
  }

  private static String withoutAccents(String decomposed) {
    StringBuilder out = new StringBuilder(decomposed.length());
    int base = ' ';
    for (int c : decomposed.codePoints().toArray()) {
      if (Character.getType(c) == Character.NON_SPACING_MARK) {
        if (!isAccent(base)) {
          out.appendCodePoint(c);
        }
      } else if (c == 'ʼ' || c == '‘' || c == '\u2032') {
        out.append('\'');
      } else if (!isInvisible(c)) {
        out.appendCodePoint(c);
        base = c;
      }
    }
    return out.toString();
  }

  /// Whether a mark on `base` is an accent and not a letter of its own.
  private static boolean isAccent(int base) {
    return switch (UnicodeScript.of(base)) {
      case LATIN, GREEK, ARABIC, HEBREW, COMMON -> true;
      case CYRILLIC -> base == 'е' || base == 'Е';
      default -> false;
    };
  }

  /// Soft hyphens, joiners, direction marks and the Arabic stretch.
  static boolean isInvisible(int c) {
    return Character.getType(c) == Character.FORMAT || c == '\u0640';
  }
}
