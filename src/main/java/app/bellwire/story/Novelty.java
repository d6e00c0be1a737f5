package app.bellwire.story;

/// What an article is to its event.
public enum Novelty {
  /// The first report of a new event.
  FIRST,
  /// The same article once more: nothing to tell.
  REPEAT,
  /// The first report of another agency: "also: ...".
  CORROBORATION,
  /// A further report of an agency, with something new in most cases: see
  /// [StoryUpdate#addsNothing].
  UPDATE,
  /// Puts an earlier report right.
  CORRECTION,
  /// Takes an earlier report back.
  WITHDRAWAL
}
