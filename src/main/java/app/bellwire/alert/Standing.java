package app.bellwire.alert;

/// What a sentence is to a chat that reads its article.
enum Standing {
  /// What happened now.
  CURRENT,
  /// What happened since the chat last heard of the storyline and it was not told.
  MEANWHILE,
  /// What follows background at the end of a report, and so is background most likely.
  TAIL,
  /// What was before.
  BACKGROUND
}
