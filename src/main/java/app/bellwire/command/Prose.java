package app.bellwire.command;

import app.bellwire.text.StopWords;
import app.bellwire.text.Token;
import app.bellwire.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds the words to watch for in a question. Pure.
final class Prose {
  private static final int MOST = 3;
  private static final Set<String> ABOUT_NOW =
      Set.of(
          "tell",
          "told",
          "yesterday",
          "today",
          "tomorrow",
          "happened",
          "happens",
          "news",
          "latest",
          "know",
          "want",
          "please",
          "anything",
          "something");

  private Prose() {}

  /// Names first, then other words that say what it is about; at most three, in their order.
  static String words(String text) {
    List<Token> telling =
        Tokens.of(text).stream()
            .filter(t -> !StopWords.contains(t.folded()) && !ABOUT_NOW.contains(t.folded()))
            .filter(t -> t.folded().length() > 2)
            .toList();
    List<Token> chosen = new ArrayList<>();
    telling.stream().filter(Token::capitalised).limit(MOST).forEach(chosen::add);
    telling.stream().filter(t -> !t.capitalised()).limit(MOST - chosen.size()).forEach(chosen::add);
    return String.join(
        " ", telling.stream().filter(chosen::contains).map(Prose::plain).distinct().toList());
  }

  private static String plain(Token token) {
    return token.surface().replaceFirst("['’]s?$", "");
  }
}
