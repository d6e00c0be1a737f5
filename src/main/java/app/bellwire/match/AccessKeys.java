package app.bellwire.match;

import app.bellwire.match.Pattern.Sequence;
import app.bellwire.text.StopWords;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Chooses the words under which a program is filed: every text for which it holds has at least one
/// of their keys, and few other texts have.
final class AccessKeys {
  private AccessKeys() {}

  /// The keys, see [MatchText#keys]; empty for a program that can hold for no text.
  static Set<String> of(Program program) {
    return required(program).orElseThrow(() -> new IllegalArgumentException("needs nothing"));
  }

  /// Empty for a program that holds for texts without any word in particular.
  private static Optional<Set<String>> required(Program program) {
    return switch (program) {
      case Program.Term term -> Optional.of(keys(term.pattern()));
      case Program.Near near -> Optional.of(rarer(keys(near.left()), keys(near.right())));
      case Program.About _ -> Optional.of(Set.of(MatchText.ANY_MEANING));
      case Program.All all ->
          all.parts().stream()
              .flatMap(part -> required(part).stream())
              .min(Comparator.comparingInt(AccessKeys::frequency));
      case Program.Any any -> union(any.parts());
      case Program.None _ -> Optional.empty();
    };
  }

  private static Optional<Set<String>> union(List<Program> parts) {
    Set<String> keys = new HashSet<>();
    for (Program part : parts) {
      Optional<Set<String>> required = required(part);
      if (required.isEmpty()) {
        return Optional.empty();
      }
      keys.addAll(required.get());
    }
    return Optional.of(keys);
  }

  private static Set<String> keys(Pattern pattern) {
    Set<String> keys = new HashSet<>();
    pattern.spellings().stream().map(AccessKeys::rarest).forEach(keys::add);
    return keys;
  }

  private static String rarest(Sequence sequence) {
    return sequence.words().stream()
        .map(WordTest::accessKey)
        .min(Comparator.comparingInt(AccessKeys::frequency))
        .orElseThrow();
  }

  private static Set<String> rarer(Set<String> one, Set<String> other) {
    return frequency(one) <= frequency(other) ? one : other;
  }

  private static int frequency(Set<String> keys) {
    return keys.stream().mapToInt(AccessKeys::frequency).sum();
  }

  /// A guess that needs no counting: long words are rare, beginnings and small words are not.
  private static int frequency(String key) {
    if (key.equals(MatchText.ANY_MEANING)) {
      return 10_000;
    }
    String word = key.substring(1);
    if (StopWords.contains(word)) {
      return 1_000;
    }
    return key.charAt(0) == '*' ? 100 : Math.max(1, 40 - 3 * word.length());
  }
}
