package app.bellwire.command;

import app.bellwire.alert.AlertVerbs;
import java.util.Set;

/// What buttons do: the verbs of the actions kept behind their ids, with their arguments.
final class Verbs {
  /// words
  static final String LOOK = "look";

  /// words; then times or now, none for as the chat is set
  static final String SUBSCRIBE = "subscribe";

  /// subscription
  static final String UNDO_SUBSCRIBE = "undo-subscribe";

  /// subscription: asks first
  static final String REMOVE = "remove";

  /// subscription
  static final String REMOVE_NOW = "remove-now";

  /// subscription, words: makes room, then subscribes the words
  static final String REMOVE_FOR = "remove-for";

  /// words; then times, now or chat
  static final String RESTORE = "restore";

  /// subscription
  static final String EDIT = "edit";

  static final String STOP_EDIT = "stop-edit";

  /// subscription, words
  static final String CHANGE = "change";

  static final String CANCEL = "cancel";
  static final String CLOSE = "close";

  /// page
  static final String LIST = "list";

  /// subscription, page
  static final String SHOW = "show";

  static final String EXPORT = "export";
  static final String ASK_WORDS = "ask-words";

  /// chat, its name, verb and arguments: done in another chat, if the presser may change that
  static final String IN = "in";

  /// what a channel is known by, words or none, its name: looks again whether it can be set up
  static final String CHANNEL = "channel";

  static final String CHOOSE_CHANNEL = "choose-channel";

  /// looks at the words that stand in the field beside it
  static final String LOOK_TYPED = "look-typed";

  /// opens the form of a subscription
  static final String FORM = "form";

  static final String FORM_LOOK = "form-look";
  static final String FORM_DONE = "form-done";
  static final String SETTINGS_FORM = "settings-form";
  static final String SETTINGS_DONE = "settings-done";

  /// host
  static final String ADD_SOURCE = "add-source";

  static final String HELP = "help";
  static final String HELP_ALL = "help-all";
  static final String SAMPLE = "sample";
  static final String SOURCES = "sources";

  /// event
  static final String MUTE_STORY = "mute-story";

  /// event, whose running story is meant
  static final String MUTE_RUNNING = "mute-running";

  /// event
  static final String STORY_SO_FAR = "story-so-far";

  /// event: asks which report where several may be meant
  static final String PART = "part";

  /// event, article
  static final String PART_REPORT = "part-report";

  /// event: asks which other event
  static final String SAME = "same";

  /// event, other event
  static final String SAME_AS = "same-as";

  /// article, other article: takes back what was said of them
  static final String UNLABEL = "unlabel";

  /// event
  static final String UNMUTE_STORY = "unmute-story";

  /// event, reports known before
  static final String SHOW_MISSED = "show-missed";

  /// scope, target: asks how long
  static final String MUTE_PICK = "mute-pick";

  /// scope, target, minutes
  static final String MUTE_FOR = "mute-for";

  /// scope, target
  static final String UNMUTE = "unmute";

  /// picks a subscription to mute
  static final String MUTE_SUBSCRIPTIONS = "mute-subscriptions";

  /// digest: picks one of its stories to mute, in a message of its own
  static final String MUTE_PICK_STORY = AlertVerbs.MUTE_PICK_STORY;

  /// shows the digest panel in a message of its own
  static final String DIGEST_TIMES = AlertVerbs.DIGEST_TIMES;

  /// none for the chat's, else subscription
  static final String DIGEST_PANEL = "digest-panel";

  /// subscription or 0 for the chat; times, now or chat
  static final String DIGEST = "digest";

  /// shows the panel of quiet hours in a message of its own
  static final String QUIET_HOURS = AlertVerbs.QUIET_HOURS;

  static final String QUIET_PANEL = "quiet-panel";

  /// from-to, or off
  static final String QUIET = "quiet";

  /// zone; then verb and arguments of what waits for it
  static final String ZONE = "zone";

  /// page; then verb and arguments of what waits
  static final String ZONE_MORE = "zone-more";

  static final String ZONE_CANCEL = "zone-cancel";
  static final String PAUSE = "pause";
  static final String RESUME = "resume";

  /// asks first what goes
  static final String FORGET = "forget";

  static final String FORGET_NOW = "forget-now";

  /// the copy before
  static final String FORGET_COPY = "forget-copy";

  /// YAML
  static final String IMPORT = "import";

  /// subscriptions
  static final String UNDO_IMPORT = "undo-import";

  /// delivery
  static final String RESEND = "resend";

  /// delivery
  static final String DROP = "drop";

  static final String RESEND_ASK = "resend-ask";
  static final String RESEND_ALL = "resend-all";
  static final String DROP_ASK = "drop-ask";
  static final String DROP_ALL = "drop-all";

  /// Those that make a message of their own, which everybody in the chat gets: in a group they are
  /// for who may change what comes there.
  static final Set<String> SAY_MORE =
      Set.of(
          AlertVerbs.SHOW_REPORTS,
          SHOW_MISSED,
          STORY_SO_FAR,
          EXPORT,
          SOURCES,
          HELP,
          HELP_ALL,
          SAMPLE,
          ASK_WORDS,
          DIGEST_TIMES,
          QUIET_HOURS);

  static final Set<String> OF_LOST =
      Set.of(RESEND, DROP, RESEND_ASK, RESEND_ALL, DROP_ASK, DROP_ALL);

  /// alert
  static final String WHY = "why";

  /// alert
  static final String LESS = "less";

  private Verbs() {}
}
