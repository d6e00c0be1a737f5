package app.bellwire.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;

/// Cuts a text into the word pieces of an uncased BERT model. Thread-safe.
///
/// Source of the rules: Devlin et al., "BERT" (2019), as their `FullTokenizer` has them: control
/// characters go, Chinese characters and punctuation stand alone, accents and case fold, and each
/// word is cut, from its beginning, into the longest pieces that the vocabulary has.
final class WordPiece {
  private static final String BEGIN = "[CLS]";
  private static final String END = "[SEP]";
  private static final String UNKNOWN = "[UNK]";
  private static final String INSIDE = "##";

  /// A longer word is unknown as a whole.
  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> vocabulary;
  private final int longest;

  /// @param vocabulary the number of each piece; those inside a word begin with `##`
  WordPiece(Map<String, Integer> vocabulary) {
    for (String needed : List.of(BEGIN, END, UNKNOWN)) {
      if (!vocabulary.containsKey(needed)) {
        throw new IllegalArgumentException("the vocabulary has no " + needed);
      }
    }
    this.vocabulary = Map.copyOf(vocabulary);
    this.longest = vocabulary.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  /// @param json a `tokenizer.json` with a WordPiece model
  static WordPiece read(InputStream json) throws IOException {
    JsonNode words = new ObjectMapper().readTree(json).path("model").path("vocab");
    Map<String, Integer> vocabulary = HashMap.newHashMap(words.size());
    words.properties().forEach(entry -> vocabulary.put(entry.getKey(), entry.getValue().asInt()));
    return new WordPiece(vocabulary);
  }

  /// The numbers of the pieces of `text` between those of `[CLS]` and `[SEP]`.
  ///
  /// @param most how many, both marks among them; what is over is cut off
  long[] encode(String text, int most) {
    List<Integer> pieces = new ArrayList<>();
    pieces.add(number(BEGIN));
    StringBuilder word = new StringBuilder();
    PrimitiveIterator.OfInt characters = text.codePoints().iterator();
    while (characters.hasNext() && pieces.size() < most) {
      int c = characters.nextInt();
      if (isSpace(c)) {
        cut(word, pieces);
      } else if (standsAlone(c)) {
        cut(word, pieces);
        word.appendCodePoint(c);
        cut(word, pieces);
      } else if (!isControl(c)) {
        word.appendCodePoint(c);
      }
    }
    cut(word, pieces);
    List<Integer> kept = pieces.subList(0, Math.min(pieces.size(), most - 1));
    kept.addLast(number(END));
    return kept.stream().mapToLong(Integer::longValue).toArray();
  }

  /// Cuts the word into its pieces and begins anew.
  private void cut(StringBuilder word, List<Integer> pieces) {
    if (word.isEmpty()) {
      return;
    }
    String folded = folded(word.toString());
    word.setLength(0);
    if (folded.codePointCount(0, folded.length()) > LONGEST_WORD) {
      pieces.add(number(UNKNOWN));
      return;
    }
    List<Integer> own = new ArrayList<>();
    int from = 0;
    while (from < folded.length()) {
      int to = end(folded, from);
      if (to == from) {
        pieces.add(number(UNKNOWN));
        return;
      }
      own.add(number(piece(folded, from, to)));
      from = to;
    }
    pieces.addAll(own);
  }

  /// Where the longest piece ends that begins at `from`; `from` when there is none.
  private int end(String word, int from) {
    int to = Math.min(word.length(), from + longest);
    while (to > from && !vocabulary.containsKey(piece(word, from, to))) {
      to--;
    }
    return to;
  }

  private static String piece(String word, int from, int to) {
    return from == 0 ? word.substring(0, to) : INSIDE + word.substring(from, to);
  }

  private int number(String piece) {
    return vocabulary.getOrDefault(piece, 0);
  }

  private static String folded(String word) {
    StringBuilder out = new StringBuilder(word.length());
    Normalizer.normalize(word, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .map(Character::toLowerCase)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isControl(int c) {
    return c == 0xFFFD
        || switch (Character.getType(c)) {
          case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE ->
              true;
          default -> false;
        };
  }

  /// Punctuation, every sign of ASCII among it, and Chinese characters.
  private static boolean standsAlone(int c) {
    boolean sign = c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
    return sign || isPunctuation(c) || isChinese(c);
  }

  private static boolean isPunctuation(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /// The blocks of CJK ideographs; kana and Hangul are written like words.
  private static boolean isChinese(int c) {
    return c >= 0x4E00 && c <= 0x9FFF
        || c >= 0x3400 && c <= 0x4DBF
        || c >= 0x20000 && c <= 0x2A6DF
        || c >= 0x2A700 && c <= 0x2CEAF
        || c >= 0xF900 && c <= 0xFAFF
        || c >= 0x2F800 && c <= 0x2FA1F;
  }
}
