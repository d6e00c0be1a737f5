package app.bellwire.text;

import java.util.Set;

/// English days of the week and months: words that say when and not what. Thread-safe.
final class Calendar {
  private static final Set<String> WORDS =
      Set.of(
          ("monday tuesday wednesday thursday friday saturday sunday january february march april"
                  + " may june july august september october november december")
              .split(" "));

  private Calendar() {}

  /// Whether `folded`, a word as [Tokens] folds it, is one of them.
  static boolean contains(String folded) {
    return WORDS.contains(folded);
  }
}
