package app.bellwire.article;

import java.util.List;
import java.util.Optional;

/// The words of an article. Immutable.
///
/// @param headline never empty: where the source gives none, the first sentence stands as headline
/// @param ownHeadline whether the source gave the headline
/// @param paragraphs plain text without dateline, agency marks and page chrome, in order
/// @param language a BCP 47 primary tag such as `en`; `und` when unknown
/// @param note what the agency says about the report itself, such as "Corrects the name in
///   paragraph 1"
public record Copy(
    String headline,
    boolean ownHeadline,
    List<String> paragraphs,
    String language,
    Optional<String> note) {
  public Copy {
    paragraphs = List.copyOf(paragraphs);
  }

  /// Words without a note.
  public Copy(String headline, boolean ownHeadline, List<String> paragraphs, String language) {
    this(headline, ownHeadline, paragraphs, language, Optional.empty());
  }

  /// The first paragraph, or empty text.
  public String lead() {
    return paragraphs.isEmpty() ? "" : paragraphs.getFirst();
  }

  /// All paragraphs, an empty line between them.
  public String body() {
    return String.join("\n\n", paragraphs);
  }
}
