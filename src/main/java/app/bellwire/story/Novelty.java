package app.bellwire.story;

/// What an article is to its event.
public enum Novelty {
  /// The first report of a new event.
  FIRST,
  /// The same article once more: nothing to tell.
  REPEAT,
  /// Another report that says nothing new: "also: ...".
  CORROBORATION,
  /// A report with something new.
  UPDATE,
  /// Puts an earlier report right.
  CORRECTION,
  /// Takes an earlier report back.
  WITHDRAWAL
}
