package app.bellwire.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Finds names by their capitals: runs of capitalised words. The first word of a sentence counts
/// only when it stands capitalised elsewhere too or another capital follows; in a line where
/// everything is capitalised, capitals prove nothing. Days and months are no names. Thread-safe.
public final class Names {
  private final Set<String> names = new LinkedHashSet<>();
  private final List<String> doubtful = new ArrayList<>();

  private Names() {}

  /// The last words of the names in `text`, folded: what two spellings of a person share.
  public static Set<String> of(String text) {
    Names found = new Names();
    Set<String> inner = new LinkedHashSet<>();
    for (String sentence : Sentences.of(text)) {
      found.collect(sentence, Tokens.of(sentence), inner);
    }
    found.doubtful.stream().filter(inner::contains).forEach(found.names::add);
    return found.names;
  }

  /// The words of `text` that are neither part of a name nor stand before one, as offices do.
  public static List<Token> without(String text) {
    Set<String> parts = new HashSet<>(of(text));
    List<Token> words = new ArrayList<>();
    for (String sentence : Sentences.of(text)) {
      List<Token> tokens = Tokens.of(sentence);
      boolean proves = !shouts(tokens);
      for (int i = 0; i < tokens.size(); i++) {
        Token token = tokens.get(i);
        boolean before = i + 1 < tokens.size() && named(tokens.get(i + 1));
        if (!proves || !before || StopWords.contains(token.folded())) {
          words.add(token);
        }
        if (proves && i > 0 && token.capitalised()) {
          parts.add(token.folded());
        }
      }
    }
    words.removeIf(word -> parts.contains(word.folded()));
    return words;
  }

  /// @param inner gets every capitalised word inside a sentence
  private void collect(String sentence, List<Token> tokens, Set<String> inner) {
    boolean proves = !shouts(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (!named(token) || followedByName(sentence, tokens, i)) {
        continue;
      }
      boolean run = i > 0 && joined(sentence, tokens.get(i - 1), token) && named(tokens.get(i - 1));
      if (proves && (i > 0 || token.inCapitals())) {
        names.add(token.folded());
        inner.add(token.folded());
      } else if (!run || !proves) {
        doubtful.add(token.folded());
      }
    }
  }

  private static boolean followedByName(String sentence, List<Token> tokens, int i) {
    int next = i + 1;
    if (next + 1 < tokens.size() && initial(tokens.get(next))) {
      next++;
    }
    return next < tokens.size()
        && named(tokens.get(next))
        && joined(sentence, tokens.get(i), tokens.get(next));
  }

  /// Whether only spaces, dots, hyphens or an initial stand between the two.
  private static boolean joined(String sentence, Token left, Token right) {
    for (int i = left.end(); i < right.start(); i++) {
      char c = sentence.charAt(i);
      if (!Character.isWhitespace(c) && c != '.' && c != '-' && !Character.isUpperCase(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean named(Token token) {
    return token.capitalised()
        && token.surface().length() > 1
        && !Calendar.contains(token.folded())
        && (token.inCapitals() || !StopWords.contains(token.folded()));
  }

  private static boolean initial(Token token) {
    return token.capitalised() && token.surface().length() == 1;
  }

  /// Whether nearly every word that says something is capitalised, as in headlines.
  private static boolean shouts(List<Token> tokens) {
    List<Token> telling = tokens.stream().filter(t -> !StopWords.contains(t.folded())).toList();
    long capital = telling.stream().filter(Token::capitalised).count();
    return telling.size() > 3 && capital >= telling.size() - telling.size() / 8;
  }
}
