package app.bellwire.parse;

/// What came of reading a document. Immutable.
public sealed interface ParseResult {

  /// A feed, as far as it could be read.
  record Parsed(ParsedFeed feed) implements ParseResult {}

  /// No feed.
  ///
  /// @param detail a plain sentence part for an admin, such as "the document is empty"
  record Unreadable(Why why, String detail) implements ParseResult {}

  /// Why a document is no feed; the closed list that messages are decided by.
  enum Why {
    EMPTY,
    /// A web page; the detail names the feeds it points to.
    WEB_PAGE,
    /// A picture, an archive or the like.
    NOT_TEXT,
    /// XML or JSON of another kind.
    NOT_A_FEED
  }
}
