package app.bellwire.sample;

import java.time.Instant;
import java.util.List;

/// One item of the wire, ready to be served. Immutable.
///
/// @param published when it first appeared
/// @param updated when its present text appeared; as `published` for all but revised items
record WireItem(
    String guid,
    String link,
    String agency,
    String title,
    Instant published,
    Instant updated,
    Body body) {

  /// The text as sent, page chrome and dateline included.
  ///
  /// @param summary the lead alone, without dateline
  record Body(String summary, List<String> paragraphs) {
    Body {
      paragraphs = List.copyOf(paragraphs);
    }
  }
}
