package app.bellwire.text;

import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/// Makes spellings of one word equal: case, accents and typographic apostrophes. Thread-safe.
public final class Folding {
  private Folding() {}

  /// `text` in lower case, without accents, with straight apostrophes.
  public static String fold(String text) {
    char[] in = text.toCharArray();
    char[] out = new char[in.length * 4];
    int length = ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length);
    return new String(out, 0, length).toLowerCase(Locale.ROOT);
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
}
