package app.bellwire.article;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One raw entry of a feed, as the parser found it: nothing cleaned, nothing guessed. Immutable.
///
/// @param id the feed's own id (guid), or null
/// @param title plain text; empty when there is none
/// @param link absolute, or null
/// @param summary an HTML fragment, empty when there is none
/// @param content an HTML fragment, the whole text where the feed has it; empty when it does not
/// @param language a BCP 47 tag, or null
public record RawItem(
    @Nullable String id,
    String title,
    @Nullable String link,
    @Nullable Instant published,
    @Nullable Instant updated,
    List<String> authors,
    String summary,
    String content,
    @Nullable String language) {
  public RawItem {
    authors = List.copyOf(authors);
  }
}
