package app.bellwire.alert;

/// Why a match did or did not become an alert; the closed list that log lines, metrics, `/why` and
/// tests share.
public enum Reason {
  FIRST_REPORT,
  MORE_REPORTS,
  SOMETHING_NEW,
  CORRECTED,
  WITHDRAWN,
  NOTHING_NEW,
  ALREADY_TOLD,
  STORY_MUTED,
  SUBSCRIPTION_MUTED,
  CHAT_MUTED,
  QUIET_HOURS,
  PAUSED,
  DIGEST,
  BACKLOG,
  BEFORE_SUBSCRIPTION,
  DAILY_LIMIT,
  /// A follow-up too soon after the last one of its story.
  COOL_DOWN,
  /// A follow-up beyond the number a story has in a day.
  FOLDED,
  /// The subscription asks for reports of more origins than the event has so far.
  WAITING_FOR_SOURCES,
  SAMPLE_OUTSIDE_LOCAL;

  /// Whether somebody wanted it quiet.
  public boolean mute() {
    return this == STORY_MUTED || this == SUBSCRIPTION_MUTED || this == CHAT_MUTED;
  }
}
