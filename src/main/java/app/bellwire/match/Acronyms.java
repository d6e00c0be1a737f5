package app.bellwire.match;

import java.util.Set;

/// Acronyms that are common words in lower case, in one language or another: only these have to be
/// written in capitals to be found.
final class Acronyms {
  private static final Set<String> LIKE_WORDS =
      Set.of(
          // English
          "us",
          "who",
          "it",
          "is",
          "aids",
          "ice",
          "start",
          "salt",
          "swift",
          "care",
          "cop",
          "pen",
          // French, Spanish, Italian, Portuguese
          "un",
          "la",
          "est");

  private Acronyms() {}

  /// @param folded without dots
  static boolean likeWord(String folded) {
    return LIKE_WORDS.contains(folded);
  }
}
