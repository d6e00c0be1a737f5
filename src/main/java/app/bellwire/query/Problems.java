package app.bellwire.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is wrong with a query text, in the order it was found. Confined to one parse.
final class Problems {
  private record Problem(int offset, String clause) {}

  private final List<Problem> found = new ArrayList<>();
  private boolean closed;

  /// @param clause begins as it would inside a sentence and has no full stop
  void add(int offset, String clause) {
    if (!closed) {
      found.add(new Problem(offset, clause));
    }
  }

  /// Leaves out what is found from here on: it would follow from what is known.
  void close() {
    closed = closed || !found.isEmpty();
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  int offset() {
    return found.getFirst().offset();
  }

  /// The first two as one sentence; one that asks a question stands alone.
  String message() {
    String first = capital(found.getFirst().clause());
    if (first.endsWith("?")) {
      return first;
    }
    Optional<String> second =
        found.stream()
            .skip(1)
            .map(Problem::clause)
            .filter(clause -> !clause.endsWith("?") && !clause.equals(found.getFirst().clause()))
            .findFirst();
    return first + second.map(clause -> ", and " + clause).orElse("") + ".";
  }

  private static String capital(String clause) {
    int letter = clause.offsetByCodePoints(0, 1);
    return clause.substring(0, letter).toUpperCase(Locale.ROOT) + clause.substring(letter);
  }
}
