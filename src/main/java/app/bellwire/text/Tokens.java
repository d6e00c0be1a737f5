package app.bellwire.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts text into words: runs of letters and digits, acronyms with their dots (`U.S.`) as one word,
/// an apostrophe inside a word kept, a possessive ending folded away. Thread-safe.
public final class Tokens {
  private static final Pattern WORD =
      Pattern.compile(
          "\\p{Lu}(?:\\.\\p{Lu})+\\b\\.?|[\\p{L}\\p{N}\\p{M}]+(?:['’ʼ][\\p{L}\\p{N}]+)*(?:[sS]['’](?!\\p{L}))?");

  private Tokens() {}

  public static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      tokens.add(new Token(word.group(), foldWord(word.group()), word.start()));
    }
    return tokens;
  }

  /// One word without case, accents, possessive ending and the dots of an acronym.
  static String foldWord(String surface) {
    String folded = Folding.fold(surface);
    if (folded.endsWith("'s") || folded.endsWith("s'")) {
      folded = folded.substring(0, folded.length() - (folded.endsWith("'s") ? 2 : 1));
    }
    return folded.indexOf('.') < 0 ? folded : folded.replace(".", "");
  }
}
