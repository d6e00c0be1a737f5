package app.bellwire.alert;

/// What the buttons do that alerts and digests share with commands: verbs of their actions.
public final class AlertVerbs {
  /// digest: picks one of its stories to mute
  public static final String MUTE_PICK_STORY = "mute-pick-story";

  public static final String DIGEST_TIMES = "digest-times";
  public static final String QUIET_HOURS = "quiet-hours";

  /// articles, that were kept from the chat by a mute
  public static final String SHOW_REPORTS = "show-reports";

  private AlertVerbs() {}
}
