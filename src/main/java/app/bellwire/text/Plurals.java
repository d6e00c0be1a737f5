package app.bellwire.text;

import java.util.Map;
import java.util.Set;

/// Makes the singular and the plural of an English word equal. Thread-safe.
///
/// Extends the S-stemmer of Harman, "How effective is suffixing?" (1991), by the endings in which
/// it parts a word from its own plural and by a short list of irregular words.
public final class Plurals {
  private static final int SHORTEST = 4;

  /// Words that end like plurals and are not, or whose plural means something else.
  private static final Set<String> KEPT =
      Set.of("news", "series", "species", "always", "goods", "arms", "does", "goes", "perhaps");

  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("crises", "crisis"),
          Map.entry("analyses", "analysis"),
          Map.entry("hypotheses", "hypothesis"),
          Map.entry("theses", "thesis"),
          Map.entry("emphases", "emphasis"),
          Map.entry("diagnoses", "diagnosis"),
          Map.entry("criteria", "criterion"),
          Map.entry("phenomena", "phenomenon"),
          Map.entry("children", "child"),
          Map.entry("wives", "wife"),
          Map.entry("knives", "knife"),
          Map.entry("lives", "life"),
          Map.entry("halves", "half"),
          Map.entry("thieves", "thief"),
          Map.entry("wolves", "wolf"),
          Map.entry("leaves", "leaf"),
          Map.entry("shelves", "shelf"),
          Map.entry("buses", "bus"),
          Map.entry("gases", "gas"),
          Map.entry("viruses", "virus"),
          Map.entry("campuses", "campus"),
          Map.entry("statuses", "status"),
          Map.entry("censuses", "census"),
          Map.entry("feet", "foot"),
          Map.entry("teeth", "tooth"),
          Map.entry("mice", "mouse"),
          Map.entry("men", "man"));

  private Plurals() {}

  /// A key that `folded`, a word as [Tokens] folds it, shares with its plural or singular. It need
  /// not be a word.
  public static String key(String folded) {
    String irregular = IRREGULAR.get(folded);
    if (irregular != null) {
      return irregular;
    }
    if (folded.length() < SHORTEST || KEPT.contains(folded)) {
      return folded;
    }
    return folded.endsWith("men")
        ? folded.substring(0, folded.length() - 2) + "an"
        : ending(singular(folded));
  }

  private static String singular(String word) {
    boolean plural =
        word.endsWith("s")
            && !word.endsWith("ss")
            && !word.endsWith("us")
            && !word.endsWith("is")
            && Character.isLetter(word.charAt(word.length() - 2));
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  /// Endings that differ once the `s` is gone: `party` and `partie`, `speech` and `speeche`.
  private static String ending(String word) {
    int last = word.length() - 1;
    if (word.endsWith("ie") && word.length() >= SHORTEST) {
      return word.substring(0, last - 1) + "y";
    }
    boolean silent =
        word.endsWith("che")
            || word.endsWith("she")
            || word.endsWith("xe")
            || word.endsWith("sse")
            || word.endsWith("zze")
            || word.endsWith("oe");
    return silent && word.length() >= SHORTEST ? word.substring(0, last) : word;
  }
}
