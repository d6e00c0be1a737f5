package app.bellwire.query;

import java.util.Optional;

/// What became of a query text. Immutable.
public sealed interface ParsedQuery {

  /// @param text the query in its normal form, which parses to the same tree
  record Valid(Query query, String text) implements ParsedQuery {}

  /// @param text what was typed, unchanged
  /// @param offset where in `text` the trouble is, in UTF-16 units, 0 to `text.length()`
  /// @param message what is wrong, one or two sentences without the place
  /// @param nearest the nearest query that works, when there is one
  record Invalid(String text, int offset, String message, Optional<String> nearest)
      implements ParsedQuery {}
}
