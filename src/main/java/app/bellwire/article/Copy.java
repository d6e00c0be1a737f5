package app.bellwire.article;

import java.util.List;

/// The words of an article. Immutable.
///
/// @param headline never empty: where the source gives none, the first sentence stands as headline
/// @param ownHeadline whether the source gave the headline
/// @param paragraphs plain text without dateline, agency marks and page chrome, in order
/// @param language a BCP 47 primary tag such as `en`; `und` when unknown
public record Copy(String headline, boolean ownHeadline, List<String> paragraphs, String language) {
  public Copy {
    paragraphs = List.copyOf(paragraphs);
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
