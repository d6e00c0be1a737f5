package app.bellwire.article;

import java.net.URI;
import java.util.Optional;

/// What tells whether two items of a source are the same article. Immutable.
///
/// @param guid the feed's id, or the link key, or the title key: never empty
/// @param link where a reader finds it
/// @param linkKey the link without scheme, `www.`, fragment and tracking parameters; empty when
///   there is no link
/// @param titleKey the title's words folded and joined by one space; empty when there is no title
/// @param contentKey a digest of title and text: another one under the same guid is a revision
public record Identity(
    String guid, Optional<URI> link, String linkKey, String titleKey, String contentKey) {}
