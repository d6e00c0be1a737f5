package app.bellwire.story;

import app.bellwire.text.Figures;
import app.bellwire.text.Token;
import app.bellwire.text.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Figures that grow while an event goes on: how many were killed, hurt, rescued, arrested. Another
/// one of them tells the same event later on. Pure.
final class Tolls {
  private static final int BESIDE = 3;

  private static final Set<String> WORDS =
      Set.of(
          "dead",
          "die",
          "dies",
          "died",
          "kill",
          "kills",
          "killed",
          "killing",
          "death",
          "deaths",
          "toll",
          "injured",
          "injures",
          "injuring",
          "hurt",
          "wounded",
          "missing",
          "victims",
          "casualties",
          "displaced",
          "homeless",
          "trapped",
          "rescued",
          "evacuated",
          "arrested",
          "detained",
          "infected",
          "cases");

  private Tolls() {}

  /// Whether a word, as [Tokens] folds it, speaks of a toll.
  static boolean isWord(String folded) {
    return WORDS.contains(folded);
  }

  /// The figures of a text that stand beside such a word, as [Figures] spells them.
  static Set<String> of(String text) {
    List<Token> words = Tokens.of(text);
    Set<String> tolls = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      if (isWord(words.get(i).folded())) {
        int from = words.get(Math.max(0, i - BESIDE)).start();
        int last = Math.min(words.size() - 1, i + BESIDE);
        tolls.addAll(Figures.of(text.substring(from, end(words.get(last)))));
      }
    }
    return tolls;
  }

  private static int end(Token word) {
    return word.start() + word.surface().length();
  }
}
