package app.bellwire.command;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Headline;
import app.bellwire.chat.RichText;
import app.bellwire.text.Counted;
import app.bellwire.text.When;
import java.util.Optional;

/// Every word that answers a command, in English. What happened or will happen stands first, the
/// reason second, the way out third; no "I", no praise, no exclamation marks. Pure.
final class Replies {
  static final String SET_UP = "Set up";
  static final String ADD_TO_GROUP = "Add to a group";
  static final String SHARE = "Share";
  static final String CHECK_AGAIN = "Check again";
  static final String FOR_A_CHANNEL = "For a channel";
  static final String CHOOSE_CHANNEL = "Choose a channel";
  static final String SETTINGS = "Settings of this chat";
  static final String SUBSCRIPTIONS = "Subscriptions";
  static final String DIGEST_TIMES = "Digest times";
  static final String QUIET_HOURS = "Quiet hours";
  static final String TIME_ZONE = "Time zone";
  static final String PAUSE = "Pause";
  static final String AT_ONCE_ALWAYS = "Alerts come at once, day and night.";
  static final String SUBSCRIBE = "Subscribe";
  static final String SUBSCRIBE_AS_TYPED = "Subscribe as typed";
  static final String NARROWER = "Narrower";
  static final String WIDER = "Wider";
  static final String CANCEL = "Cancel";
  static final String BACK = "Back";
  static final String NEXT = "Next";
  static final String ADD = "Add";
  static final String EXPORT = "Export";
  static final String CLOSE = "Close";
  static final String UNDO = "Undo";
  static final String REMOVE = "Remove";
  static final String KEEP = "Keep";
  static final String CHANGE_WORDS = "Change words";
  static final String CHANGE_IT = "Change it";
  static final String MUTE = "Mute";
  static final String UNMUTE = "Unmute";
  static final String SHOW_ALL = "Show all";
  static final String HELP = "Help";
  static final String ALL_COMMANDS = "All commands";
  static final String SOURCES = "Sources";
  static final String USE_THAT = "Use that";
  static final String SAMPLE_ALERT = "Show a sample alert";
  static final String A_SUBSCRIPTION = "A subscription";
  static final String ALL_OF_THIS_CHAT = "All of this chat";
  static final String TWO_HOURS = "2 hours";
  static final String UNTIL_MORNING = "Until 08:00";
  static final String TWO_DAYS = "2 days";
  static final String SEVEN_DAYS = "7 days";
  static final String HEADLINE_OR_LEAD = "Headline or lead";
  static final String ONLY_MUTE = "Only mute this story";

  /// The language of what people call themselves.
  static final String UNKNOWN = "und";

  static final String LOCK = "🔒 ";

  static final String OLD_BUTTON =
      "This button is older than 7 days. /list shows the subscription.";
  static final String CANCELLED = "Nothing was changed.";
  static final String CLOSED = "Closed. /list shows it again.";
  static final String TRY_EMPTY =
      "Which words should be looked for? For example: /try water treaty";
  static final String LIST_EMPTY = "Nothing is watched here. Type words to begin.";
  static final String TEXT_OTHER = "Only text is read here. Send the words you want to hear about.";
  static final String TEXT_QUESTION =
      "Bellwire finds reports, it does not answer questions. To hear about a subject, send its"
          + " words.";
  static final String MUTE_WHAT = "What should be quiet?";
  static final String MUTE_HOW_LONG = "For how long?";
  static final String A_STORY = "A story";
  static final String A_RUNNING_STORY = "A running story";
  static final String NOTHING_MUTED = "Nothing is muted here.";
  static final String NO_ALERT = "No alert has come here so far. /list shows what is watched.";
  static final String NOT_FOUND =
      "That subscription is not here any more. /list shows those that are.";
  static final String STORY_GONE = "That story is no longer kept.";
  static final String NO_MORE_REPORTS = "Nothing more of that story is kept.";
  static final String FAILED =
      "That could not be done: the program met an error, which stands in its log. Nothing was"
          + " changed.";
  static final String NO_RIGHTS_HERE =
      "Only admins of this group can change what comes here. For yourself: write to Bellwire in a"
          + " private chat.";
  static final String NO_RIGHTS_CHANNEL =
      "Only admins of the workspace and whoever made this channel can change what comes here. For"
          + " yourself: write to Bellwire in a direct message.";
  static final String MAY_NOT_POST =
      "Bellwire may not post in that channel yet. To fix: /invite @Bellwire there. What comes"
          + " before that is kept and told then.";
  static final String ROLE_UNKNOWN =
      "The network does not say now who is an admin here. Nothing was changed; try again in a"
          + " minute.";
  static final String NO_RIGHTS_MUTE =
      "Only admins of this group can mute here. For yourself: write to Bellwire in a private"
          + " chat.";
  static final String UNCLOCKED =
      "No such time: hours run from 00 to 23, minutes from 00 to 59. For example: /mute until"
          + " 08:00";
  static final String STORY_SO_FAR = "Story so far";
  static final String NOT_THE_SAME = "Not the same story";
  static final String SAME_AS = "Same as …";
  static final String PART_WHICH = "Which report tells another story?";
  static final String SAME_WHICH = "Which story is it?";
  static final String SAME_NONE =
      "No other story of the last two days has words of this one. Nothing was changed.";
  static final String LABEL_MEASURES =
      "That is kept and used to measure how stories are told apart. Where later reports go, an"
          + " admin of this Bellwire changes.";
  static final String LABEL_TAKEN_BACK = "Taken back. Reports are placed by what they say again.";
  static final String ON_A_PAGE = "All of it on one page";
  static final String WHY_TITLE = "Why this came";
  static final String WHY_SUBSCRIPTION = "Subscription: ";
  static final String WHY_STORY = "Story: ";
  static final String WHY_WAY = "Way: ";
  static final String WHY_REST = "Send /why for all of it.";
  static final String SINCE_REMOVED = ", no longer here";
  static final String PICK_CHANGE = "get other words";
  static final String PICK_END = "end";
  static final String TROUBLE = "Trouble";
  static final String SINCE_MIDNIGHT = "Since midnight";
  static final String RUNNING_SINCE = "Running since";
  static final String EXPORT_EMPTY = "Nothing to export: nothing is watched here.";

  /// Characters of a button in a row of its own.
  static final int LABEL = 40;

  /// Characters of a button that shares its row.
  static final int SHARED_LABEL = 20;

  private Replies() {}

  static String waited(Alert.Waited waited, When when) {
    return "Sources: "
        + waited.origins()
        + " reports of different origin"
        + waited.since().map(at -> ", waited since " + when.brief(at)).orElse("");
  }

  // start, help

  static RichText startFirst(int sources) {
    return RichText.of(
        "Bellwire reads "
            + Counted.of(sources, "news source", "news sources")
            + " and tells you once per story: what happened, who reports it and why you get it.");
  }

  /// @param suggestions whether buttons with words stand below
  static String startWords(boolean suggestions) {
    String text = "\n\nType the words you want to hear about.";
    return suggestions ? text + " Two that had reports today:" : text;
  }

  static String startUnread(Optional<String> firstLook) {
    return firstLook
        .map(
            at ->
                "\n\nNo source has been read yet; the first look is at "
                    + at
                    + ". Type words now, counts follow.")
        .orElse("\n\nNo source has been read yet. Type words now, counts follow.");
  }

  static String startNoSources() {
    return "\n\nNo source is set. Add one under sources: in config/bellwire.yml; no restart is"
        + " needed.";
  }

  static RichText startNoAdmin(String user) {
    return RichText.build()
        .text("\n\nThis Bellwire has no admin yet. If it is yours, add ")
        .code(user)
        .text(" to ")
        .code("admins")
        .text(" in config/bellwire.yml. No restart is needed.")
        .done();
  }

  static RichText startAgain(int sources, int subscriptions, Optional<String> lastAlert) {
    return RichText.of(
        Counted.of(sources, "source", "sources")
            + ", "
            + Counted.of(subscriptions, "subscription", "subscriptions")
            + " here, "
            + lastAlert.map(at -> "last alert " + at).orElse("no alert so far")
            + ".\nType words to add one. /list shows them.");
  }

  /// To whoever invited Bellwire to a channel.
  static RichText mayPost() {
    return RichText.of(
        "Bellwire can post in this channel now. /sub and the words starts it; nothing is posted"
            + " before the first story.");
  }

  static RichText added(String by) {
    RichText.Builder words = RichText.build().text("Bellwire was added");
    if (!by.isEmpty()) {
      words.text(" by ").news(by, UNKNOWN);
    }
    return words
        .text(". It posts news alerts here and reads only what is addressed to it.\nAdmins begin")
        .text(" with /sub and the words, in the topic where the alerts should go.")
        .done();
  }

  static RichText subEmpty(boolean many, boolean channel) {
    String how = channel ? "\nSend them within 10 minutes." : "";
    return RichText.of(
        "Which words should be watched? For example: water treaty"
            + (many ? "\nSend them as a reply to this, within 10 minutes." : how));
  }

  static RichText startClosed(String user) {
    return RichText.build()
        .text("This Bellwire is for invited people. Your id is ")
        .code(user)
        .text("; its admin can let you in with it.")
        .done();
  }

  static RichText help() {
    return RichText.build()
        .text("Type words to hear about them.\n")
        .code("Arven Tolm")
        .text(" both · ")
        .code("Arven OR Tolm")
        .text(" either · ")
        .code("\"water treaty\"")
        .text(" exactly so · ")
        .code("-sport")
        .text(
            " without\n\n/list what is watched here · /try look without subscribing\n"
                + "/mute · /quiet 22:00-07:00 · /digest 08:00,18:00 · /pause\n"
                + "/why as a reply to an alert · /whynot with a link · /status")
        .done();
  }

  static RichText helpAll() {
    return RichText.build()
        .bold("All commands")
        .text(
            "\n/sub words: what would have come, then Subscribe"
                + "\n/try words: the same look without subscribing"
                + "\n/list: what is watched here"
                + "\n/settings: all that can be set here, in one place"
                + "\n/edit: other words for a subscription"
                + "\n/unsub: remove a subscription"
                + "\n/mute story, subscription or chat, 2h or until 08:00"
                + "\n/unmute: end a mute"
                + "\n/digest 08:00,18:00: alerts together; with words before it, for one"
                + " subscription; off"
                + "\n/quiet 22:00-07:00: hours without alerts; off"
                + "\n/zone Berlin: the time zone of this chat"
                + "\n/pause and /resume: keep alerts, and tell them"
                + "\n/why: why an alert came; as a reply, or for the last one"
                + "\n/whynot link: what became of a report here, and why it did not come"
                + "\n/sources: what is read, and how it stands"
                + "\n/status: how Bellwire and this chat stand"
                + "\n/export: the subscriptions as YAML, as in config; /import takes them"
                + "\n/mydata: what is stored; /forgetme deletes it"
                + "\n/resend and /drop, for admins: messages whose answer was lost"
                + "\n\nWords: ")
        .code("a b")
        .text(" both · ")
        .code("a OR b")
        .text(" either · ")
        .code("-a")
        .text(" without · ")
        .code("\"a b\"")
        .text(" exactly so · ")
        .code("\"a b\"~5")
        .text(" near · ")
        .code("lavr*")
        .text(" beginning so · ")
        .code("=Word")
        .text(" spelled so · ")
        .code("title: lede: agency: place:")
        .text(" only there · ")
        .code("sources:2")
        .text(" once two origins have it · ")
        .code("( )")
        .text(" brackets")
        .done();
  }

  static RichText unknown(String typed, Optional<String> meant) {
    return RichText.of(
        typed
            + " is not a command. "
            + meant.map(verb -> "Did you mean " + verb + "?").orElse("/help shows what is."));
  }

  static String subWith(String words) {
    return Headline.shortened("/sub " + words, SHARED_LABEL);
  }

  static String tooLong(int length) {
    return "That is "
        + Counted.figure(length)
        + " characters long; at most "
        + Counted.figure(CommandParser.LONGEST)
        + " are read, and 512 of words to watch for. Nothing was changed.";
  }
}
