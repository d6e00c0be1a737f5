package app.bellwire.parse;

import app.bellwire.article.RawItem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A feed as it was read. Immutable.
///
/// @param kind `rss`, `rdf`, `atom`, `json` or `page`
/// @param title plain text; empty when there is none
/// @param link the site it belongs to, absolute, or null
/// @param items in the order of the document, at most [Parsers#MAX_ITEMS]
/// @param ttl how long the feed says it stays the same
/// @param note what an admin should know, such as "cut off after 12 items: read as far as it goes"
public record ParsedFeed(
    String kind,
    String title,
    @Nullable String link,
    List<RawItem> items,
    Optional<Duration> ttl,
    Optional<String> note) {
  public ParsedFeed {
    items = List.copyOf(items);
  }
}
