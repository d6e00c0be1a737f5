package app.bellwire.notice;

import java.util.Set;

/// What the buttons under notices do, with their arguments; only admins of the install may.
public final class NoticeVerbs {
  /// source
  public static final String LOOK = "notice-look";

  /// cause, thing: not said again for a day
  public static final String HUSH = "notice-hush";

  /// chat
  public static final String RESUME = "notice-resume";

  /// chat: asks first
  public static final String DROP_ASK = "notice-drop-ask";

  /// chat
  public static final String DROP = "notice-drop";

  /// when the change was made, in epoch milliseconds
  public static final String TAKE_CHANGE = "notice-take-change";

  /// when the change was made, in epoch milliseconds
  public static final String KEEP_OLD = "notice-keep-old";

  /// when the change was made, in epoch milliseconds
  public static final String SHOW_PROBLEMS = "notice-show-problems";

  /// when the change was made, in epoch milliseconds
  public static final String SHOW_ENDS = "notice-show-ends";

  public static final Set<String> ALL =
      Set.of(LOOK, HUSH, RESUME, DROP_ASK, DROP, TAKE_CHANGE, KEEP_OLD, SHOW_PROBLEMS, SHOW_ENDS);

  private NoticeVerbs() {}
}
