package app.bellwire.match;

import app.bellwire.text.Token;
import app.bellwire.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Names that are spelled in several ways, such as Kyiv and Kiev. Immutable.
public final class NameVariants {
  public static final NameVariants NONE = of(List.of());

  /// One spelling and all spellings of the same name, each as folded words.
  private record Spelling(List<String> words, List<List<String>> all) {}

  /// A name found in words of a query.
  ///
  /// @param length how many of the words spell it
  /// @param spellings all its spellings, each as folded words
  record Run(int length, List<List<String>> spellings) {}

  private final Map<String, List<Spelling>> byFirstWord = new HashMap<>();

  private NameVariants() {}

  /// @param names one list a name, of its spellings
  public static NameVariants of(List<List<String>> names) {
    NameVariants table = new NameVariants();
    names.forEach(table::add);
    return table;
  }

  private void add(List<String> name) {
    List<List<String>> all =
        name.stream().map(NameVariants::fold).filter(words -> !words.isEmpty()).distinct().toList();
    for (List<String> words : all) {
      byFirstWord
          .computeIfAbsent(words.getFirst(), _ -> new ArrayList<>())
          .add(new Spelling(words, all));
    }
  }

  /// The longest listed name that the first of `words` spell, an initial between them allowed.
  Optional<Run> at(List<String> words) {
    List<String> first = words.isEmpty() ? List.of() : fold(words.getFirst());
    if (first.isEmpty()) {
      return Optional.empty();
    }
    return byFirstWord.getOrDefault(first.getFirst(), List.of()).stream()
        .map(spelling -> new Run(length(spelling.words(), words), spelling.all()))
        .filter(run -> run.length() > 0)
        .max(Comparator.comparingInt(Run::length));
  }

  /// How many of `words` it takes to spell `spelling`; 0 when they do not.
  private static int length(List<String> spelling, List<String> words) {
    int spelled = 0;
    for (int i = 0; i < words.size(); i++) {
      List<String> parts = fold(words.get(i));
      List<String> rest = spelling.subList(spelled, spelling.size());
      if (!parts.isEmpty()
          && rest.size() >= parts.size()
          && rest.subList(0, parts.size()).equals(parts)) {
        spelled += parts.size();
      } else if (spelled == 0 || !isInitial(words.get(i))) {
        return 0;
      }
      if (spelled == spelling.size()) {
        return i + 1;
      }
    }
    return 0;
  }

  private static boolean isInitial(String word) {
    return word.length() == 1 && Character.isUpperCase(word.charAt(0));
  }

  private static List<String> fold(String text) {
    return Tokens.of(text).stream().map(Token::folded).toList();
  }
}
