package app.bellwire.alert;

import app.bellwire.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One sentence of an article, or several that a quotation holds together. Immutable.
///
/// @param paragraph counted from 0
/// @param place counted from 0 over the whole article
record Passage(String text, int paragraph, int place) {
  private static final int LONGEST_SUBHEAD = 8;
  private static final int LONGEST_TRIED = 1_000;

  private static final Pattern DANGLING =
      Pattern.compile(
          "^[\"“«'‘]?(?:He|She|It|They|His|Her|Its|Their|This|That|These|Those|But|However|And|So"
              + "|Also|Moreover|Besides|Instead|Nevertheless|Still|Thus|Therefore|Then|Later"
              + "|Meanwhile|In addition|At the same time|After that|For (?:his|her|its|their) part"
              + "|The (?:latter|former|same|two|pair|sides|parties|statement|document|move))\\b.*",
          Pattern.DOTALL);

  /// The passages of an article, in order. A quotation that its paragraph does not close is left
  /// out.
  static List<Passage> of(List<String> paragraphs) {
    List<Passage> passages = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      for (String text : closed(Sentences.of(paragraphs.get(i)))) {
        passages.add(new Passage(text, i, passages.size()));
      }
    }
    return passages;
  }

  /// What patterns are tried on: all of it, unless it is longer than any sentence people write.
  String beginning() {
    return text.length() > LONGEST_TRIED ? text.substring(0, LONGEST_TRIED) : text;
  }

  int words() {
    return text.strip().split("\\s+").length;
  }

  int sentences() {
    return Sentences.of(text.replaceAll("[\"“”„«»]", "")).size();
  }

  /// Whether it cannot be understood without the one before it.
  boolean dangles() {
    return DANGLING.matcher(beginning()).matches();
  }

  /// Whether it is a line that heads what follows and says nothing itself.
  boolean subhead() {
    char last = text.charAt(text.length() - 1);
    return words() <= LONGEST_SUBHEAD && (Character.isLetterOrDigit(last) || last == ':');
  }

  /// Sentences, those inside one quotation joined; one that its paragraph does not close is left
  /// out.
  private static List<String> closed(List<String> sentences) {
    List<String> closed = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String sentence : sentences) {
      open.append(open.isEmpty() ? "" : " ").append(sentence);
      if (!quoteOpen(open)) {
        closed.add(open.toString());
        open.setLength(0);
      }
    }
    return closed;
  }

  private static boolean quoteOpen(CharSequence text) {
    int straight = 0;
    int curly = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '"' -> straight++;
        case '“', '„', '«' -> curly++;
        case '”', '»' -> curly--;
        default -> {}
      }
    }
    return straight % 2 != 0 || curly > 0;
  }
}
