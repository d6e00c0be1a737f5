package app.bellwire.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Finds names by their capitals: runs of capitalised words. The first word of a sentence counts
/// only when it stands capitalised elsewhere too or another capital follows. Thread-safe.
public final class Names {
  private Names() {}

  /// The last words of the names in `text`, folded: what two spellings of a person share.
  public static Set<String> of(String text) {
    Set<String> names = new LinkedHashSet<>();
    for (String sentence : Sentences.of(text)) {
      collect(Tokens.of(sentence), names);
    }
    return names;
  }

  private static void collect(List<Token> tokens, Set<String> names) {
    for (int i = 0; i < tokens.size(); i++) {
      boolean nextToo = i + 1 < tokens.size() && named(tokens.get(i + 1));
      boolean begins = i == 0;
      if (named(tokens.get(i)) && !nextToo && (!begins || acronym(tokens.get(i)))) {
        names.add(tokens.get(i).folded());
      }
    }
  }

  private static boolean named(Token token) {
    return token.capitalised() && token.surface().length() > 1;
  }

  private static boolean acronym(Token token) {
    return token.surface().codePoints().filter(Character::isUpperCase).count() > 1;
  }
}
