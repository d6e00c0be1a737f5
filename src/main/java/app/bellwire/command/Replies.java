package app.bellwire.command;

import app.bellwire.alert.Headline;
import app.bellwire.article.Article;
import app.bellwire.chat.ChatCard;
import app.bellwire.chat.RichText;
import app.bellwire.subscription.Mute;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.Subscription;
import app.bellwire.text.Counted;
import app.bellwire.text.When;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Every word that answers a command, in English. What happened or will happen stands first, the
/// reason second, the way out third; no "I", no praise, no exclamation marks. Pure.
final class Replies {
  static final String SET_UP = "Set up";
  static final String ADD_TO_GROUP = "Add to a group";
  static final String SHARE = "Share";
  static final String CHECK_AGAIN = "Check again";
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
  private static final String UNKNOWN = "und";

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
  static final String ROLE_UNKNOWN =
      "The network does not say now who is an admin here. Nothing was changed; try again in a"
          + " minute.";
  static final String NO_RIGHTS_MUTE =
      "Only admins of this group can mute here. For yourself: write to Bellwire in a private"
          + " chat.";
  static final String UNCLOCKED =
      "No such time: hours run from 00 to 23, minutes from 00 to 59. For example: /mute until"
          + " 08:00";
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
  static final String WORDS_KEPT = "Nothing was changed; the words are still in the message above.";

  private static final List<String> SMALL =
      List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  /// Reports that one message lists.
  private static final int LISTED = 20;

  private static final int LABEL = 40;
  private static final int SHARED_LABEL = 20;

  private Replies() {}

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

  static String subEmpty(boolean many) {
    return "Which words should be watched? For example: water treaty"
        + (many ? "\nSend them as a reply to this, within 10 minutes." : "");
  }

  static RichText channelRights(String channel, String bot) {
    return RichText.build()
        .text("Bellwire may not post in ")
        .add(named(channel))
        .text(" yet.\n1. Open ")
        .add(named(channel))
        .text(", Administrators, Add administrator, ")
        .add(named(bot))
        .text(".\n2. Leave only “Post messages” on.\n3. Press Check again. The words are kept.")
        .done();
  }

  static RichText channelNotYou(String channel) {
    return RichText.build()
        .text("Only an administrator of ")
        .add(named(channel))
        .text(" can change what comes there, and Telegram does not name you as one.")
        .done();
  }

  static RichText forChannel(String name) {
    return RichText.build().text("For ").add(named(name)).text(".\n").done();
  }

  static RichText forChannel(ChatCard card) {
    String readers =
        card.readers() == 0 ? "" : ", " + Counted.of(card.readers(), "reader", "readers");
    return RichText.build().text("For ").add(named(card.name())).text(readers + ".\n").done();
  }

  /// A public name, which leads to where it belongs.
  private static RichText.Node named(String name) {
    return name.startsWith("@")
        ? new RichText.Link(name, URI.create("https://t.me/" + name.substring(1)))
        : new RichText.Text(name);
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

  // preview

  static String count(int stories, long lastWeek, Duration span) {
    long days = Math.max(1, Math.round(span.toHours() / 24.0));
    String found = Counted.of(stories, "story", "stories") + " in " + days(days);
    String week = days > 7 ? ", " + Counted.figure(lastWeek) + " of them in the last 7. " : ". ";
    return stories == 0 ? found + "." : found + week + rate(stories, days);
  }

  /// `About one in ten days.` or `About 3 a day.`
  static String rate(int stories, long days) {
    if (stories >= days) {
      return "About " + Counted.figure(Math.round((double) stories / days)) + " a day.";
    }
    return "About one in " + days(Math.round((double) days / stories), true) + ".";
  }

  static String cold(int stories, int reports, Duration span, String since, String wanted) {
    if (reports == 0) {
      return "No report has been read so far. How often they come can be told tomorrow.";
    }
    if (stories == 0) {
      return "Bellwire has been reading for "
          + When.length(span)
          + ": "
          + Counted.of(reports, "report", "reports")
          + ", none with "
          + wanted
          + ". How often they come can be told tomorrow.";
    }
    return Counted.of(stories, "story", "stories")
        + " among "
        + Counted.of(reports, "report", "reports")
        + " since "
        + since
        + ".";
  }

  static String zero(Duration span, String wanted) {
    return "No report in " + days(Math.max(1, span.toDays())) + " has " + wanted + ".";
  }

  static String termCounts(List<String> terms, List<Integer> counts) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < terms.size(); i++) {
      String count = counts.get(i) == 0 ? "none" : Counted.of(counts.get(i), "story", "stories");
      out.append(i == 0 ? "" : " ").append(terms.get(i)).append(": ").append(count).append('.');
    }
    return out.toString();
  }

  static String nearSpelling(String word, int stories) {
    return " A near spelling, " + word + ": " + Counted.of(stories, "story", "stories") + ".";
  }

  static String broad(int stories, long days, long aDay) {
    return Counted.of(stories, "story", "stories")
        + " in "
        + days(days)
        + ", about "
        + Counted.figure(aDay)
        + " a day: too many to send one by one.";
  }

  static String neighbours(Optional<Integer> narrower, Optional<Integer> wider, Duration span) {
    long days = Math.max(1, Math.round(span.toHours() / 24.0));
    String narrow =
        narrower
            .map(n -> "Narrower, in the headline or first paragraph: " + n + " in " + days(days))
            .orElse("");
    String wide = wider.map(n -> "Wider, any of the words: " + n).orElse("");
    String between = narrow.isEmpty() || wide.isEmpty() ? "" : ". ";
    return narrow.isEmpty() && wide.isEmpty() ? "" : narrow + between + wide + ".";
  }

  static String use(String query) {
    return Headline.shortened("Use: " + query, LABEL);
  }

  static String useWith(String word, int stories) {
    return Headline.shortened("Use " + word, 28) + ": " + Counted.of(stories, "story", "stories");
  }

  static String inHeadlines(long aDay) {
    return "In headlines: " + Counted.figure(aDay) + " a day";
  }

  static String sendEach(long aDay) {
    return "Send each: " + Counted.figure(aDay) + " a day";
  }

  /// The place of an error: at most 30 columns of the text, and a `^` under it.
  static String pointer(String text, int offset) {
    int from = Math.max(0, Math.min(offset - 20, text.length() - 28));
    int to = Math.min(text.length(), from + 28);
    String cut = text.substring(from, to).replace('\n', ' ');
    String line = (from > 0 ? "…" : "") + cut + (to < text.length() ? "…" : "");
    return line + "\n" + " ".repeat(offset - from + (from > 0 ? 1 : 0)) + "^";
  }

  static RichText nearest(String query) {
    return RichText.build().text("Nearest that works: ").code(query).done();
  }

  // subscriptions

  static RichText subscribed(Subscription subscription, boolean many, String by) {
    RichText.Builder text = RichText.build();
    if (many) {
      text.news(by, UNKNOWN).text(" subscribed this chat: ");
    } else {
      text.text("Subscribed: ");
    }
    return text.code(subscription.text())
        .text(". Alerts come at once, day and night. What was reported before now is not sent.")
        .done();
  }

  static RichText changed(String now, String before) {
    return RichText.build()
        .text("Changed: ")
        .code(now)
        .text(", before: ")
        .code(before)
        .text(".")
        .done();
  }

  static RichText duplicate(Subscription there, String typed, int alerts, When when) {
    if (there.owner() instanceof Owner.InConfig config) {
      return RichText.of(
          LOCK
              + "The admin has set that for this chat: "
              + config.id()
              + ", in "
              + config.file()
              + ". Nothing was changed.");
    }
    RichText.Builder text = RichText.build();
    if (typed.equals(there.text())) {
      text.text("This chat has that already: ").code(there.text());
    } else {
      text.code(typed).text(" reads the same as ").code(there.text());
      text.text(", which this chat has already");
    }
    return text.text(", since " + when.day(there.since()) + ", " + alertsIn30Days(alerts))
        .text(". Nothing was changed.")
        .done();
  }

  static RichText limit(int limit, String words, List<String> quiet) {
    RichText.Builder text = RichText.build();
    text.text("This chat has " + limit + " of " + limit + " subscriptions. ");
    text.text("Remove one, then press Subscribe; ").code(words).text(" is kept for a week.");
    String comma = "\nNo alert in 30 days: ";
    for (String label : quiet) {
      text.text(comma).code(label);
      comma = ", ";
    }
    return text.text(quiet.isEmpty() ? "" : ".").done();
  }

  static String removeNamed(String label) {
    return Headline.shortened("Remove " + label, LABEL);
  }

  static RichText locked(Owner.InConfig config) {
    return RichText.build()
        .text(LOCK)
        .code(config.id())
        .text(" is set in " + config.file() + " and is changed there.")
        .done();
  }

  static RichText removeAsk(Subscription subscription, int alerts) {
    return RichText.build()
        .text("Remove ")
        .code(subscription.label())
        .text("? " + cameFrom(alerts))
        .done();
  }

  static RichText removed(String label) {
    return RichText.build().text("Removed: ").code(label).text(".").done();
  }

  static RichText restored(String label) {
    return RichText.build().text("Watched again: ").code(label).text(".").done();
  }

  static RichText pick(String verb) {
    return RichText.of("Which subscription should " + verb + "?");
  }

  static RichText newWords(Subscription subscription) {
    return RichText.build()
        .text("Send the new words for ")
        .code(subscription.text())
        .text(". Within 10 minutes; it stays as it is until you press Change.")
        .done();
  }

  static String changeButton(String label) {
    return Headline.shortened("Change " + label, LABEL);
  }

  static String listTitle(int total, int from, int to) {
    String count = Counted.of(total, "subscription", "subscriptions");
    return total > to - from + 1 ? count + ", " + from + "–" + to : count;
  }

  static RichText listLine(Subscription s, int alerts, boolean first, Optional<String> muted) {
    RichText.Builder line = RichText.build();
    boolean config = s.owner() instanceof Owner.InConfig;
    line.text("\n" + (config ? LOCK : "")).code(s.label());
    line.text(config ? " · from config" : "");
    line.text(" · " + muted.orElse(s.plan().digest() ? "digest" : "at once"));
    return line.text(" · " + (first ? alertsIn30Days(alerts) : Counted.figure(alerts))).done();
  }

  static RichText listOne(
      Subscription s, int alerts, Optional<Instant> last, Optional<String> muted, When when) {
    RichText.Builder text = RichText.build();
    String delivery = s.plan().digest() ? "In digests" : "At once";
    if (s.owner() instanceof Owner.InConfig config) {
      text.text(LOCK).code(config.id()).text("\n").code(s.text());
      text.text("\n" + delivery + ", set in " + config.file() + " and changed there. ");
    } else {
      text.code(s.text()).text("\n" + delivery + ", added" + addedBy(s, when) + ". ");
    }
    text.text(alertsIn30Days(alerts));
    text.text(last.map(at -> ", last on " + when.day(at)).orElse("")).text(".");
    s.until().ifPresent(end -> text.text("\nEnds " + when.full(end) + "."));
    muted.ifPresent(words -> text.text("\nNow " + words + "."));
    return text.done();
  }

  static String addedBy(Subscription s, When when) {
    String by = s.owner() instanceof Owner.InChat chat ? " by " + chat.name() : "";
    return by + " on " + when.day(s.since());
  }

  static String label(Subscription s) {
    String lock = s.owner() instanceof Owner.InConfig ? LOCK : "";
    return Headline.shortened(lock + s.label(), LABEL);
  }

  static String alertsIn30Days(int alerts) {
    return Counted.of(alerts, "alert", "alerts") + " in 30 days";
  }

  private static String cameFrom(int alerts) {
    return alerts == 0
        ? "No alert came from it in 30 days."
        : alertsIn30Days(alerts) + " came from it.";
  }

  // mutes

  static String mutedStory(String span, boolean many, boolean running) {
    return "Muted for "
        + span
        + (running ? ": this running story" : ": this story")
        + (many ? ", for everyone here" : "")
        + ". Corrections still come.";
  }

  static RichText muted(Optional<String> label, String end) {
    RichText.Builder text = RichText.build().text("Muted " + end + ": ");
    label.ifPresentOrElse(text::code, () -> text.text("all of this chat"));
    return text.text(". Corrections still come.").done();
  }

  static RichText mutedStoryTyped(Article lead, String end) {
    return RichText.build()
        .text("Muted " + end + ": “")
        .news(Headline.shown(lead.copy()), lead.copy().language())
        .text("”. Corrections still come.")
        .done();
  }

  static String unmuted(int missed) {
    return missed == 0
        ? "Unmuted. Nothing came meanwhile."
        : "Unmuted. " + Counted.of(missed, "report", "reports") + " came meanwhile.";
  }

  static String show(int reports) {
    return "Show the " + Counted.figure(reports);
  }

  static String end(Instant until, When when) {
    return end(until, false, when);
  }

  /// @param clock whether a time of day was asked for: it is said back, with its zone
  static String end(Instant until, boolean clock, When when) {
    return when.own() || clock
        ? "until " + when.brief(until)
        : "for " + When.length(Duration.between(when.now(), until));
  }

  static RichText muteUnknown(String words) {
    return RichText.build()
        .text("Nothing is watched here under ")
        .code(Headline.shortened(words, 60))
        .text(". " + MUTE_WHAT)
        .done();
  }

  static String unmutedOnly() {
    return "Unmuted. What comes from now on is told again.";
  }

  static RichText unmuteWhich() {
    return RichText.of("What should be heard again?");
  }

  static String muteLine(Mute mute, String name, When when) {
    return Headline.shortened(name, LABEL - 18) + ", " + end(mute.until(), when);
  }

  static String story(Article lead) {
    return story(Headline.shown(lead.copy()));
  }

  static String story(String headline) {
    return Headline.shortened(headline, LABEL);
  }

  static RichText missed(List<Article> reports, When when) {
    RichText.Builder text =
        RichText.build().text(Counted.of(reports.size(), "report", "reports") + " came meanwhile:");
    reports.stream().limit(LISTED).forEach(one -> text.line().addAll(hit(one, when)));
    int more = reports.size() - LISTED;
    return text.text(more > 0 ? "\nand " + Counted.figure(more) + " more." : "").done();
  }

  // less

  static RichText less(
      String query, int paragraph, int paragraphs, int stories, List<String> cuts) {
    RichText.Builder text = RichText.build();
    text.text("Less like this: what should change in ").code(query).text("?");
    if (paragraph > 1) {
      text.text(" The words are only in paragraph " + paragraph + " of " + paragraphs + " here.");
    }
    text.text("\nOf " + Counted.of(stories, "story", "stories") + " in 30 days these would have");
    text.text(" removed: " + String.join("; ", cuts) + ".");
    return text.text("\nA word that is left out also removes later stories that have it.").done();
  }

  static RichText lessNothing(String query) {
    return RichText.build()
        .text("No simple change of ")
        .code(query)
        .text(" leaves this out and keeps the rest. Mute the story, or change the words.")
        .done();
  }

  static String cutHeadline(long removed) {
    return Counted.figure(removed) + " by the words in the headline or lead only";
  }

  static String cutWord(String word, long removed) {
    return Counted.figure(removed) + " without “" + word + "”";
  }

  static String without(String word) {
    return Headline.shortened("Without “" + word, SHARED_LABEL - 1) + "”";
  }

  // why

  static String leftOut(int paragraphs) {
    return "Left out: " + Counted.of(paragraphs, "paragraph", "paragraphs") + ".";
  }

  static RichText hit(Article article, When when) {
    RichText.Builder line = RichText.build();
    line.text(article.dateline().date().map(when::day).orElseGet(() -> when.day(article.at())));
    line.text(" · ").addAll(headline(article));
    return line.text(" (" + article.agency() + ")").done();
  }

  static RichText headline(Article article) {
    String shown = Headline.shown(article.copy());
    Optional<URI> link = article.identity().link();
    RichText.Node node =
        link.<RichText.Node>map(target -> new RichText.Link(shown, target))
            .orElseGet(() -> new RichText.News(shown, article.copy().language()));
    return RichText.build().add(node).done();
  }

  static String days(long days) {
    return Counted.of(days, "day", "days");
  }

  private static String days(long days, boolean spelled) {
    return spelled && days > 1 && days < SMALL.size()
        ? SMALL.get((int) days) + " days"
        : days(days);
  }

  static String where(int paragraph) {
    return switch (paragraph) {
      case -1 -> "in the headline";
      case 0 -> "in the first paragraph";
      default -> "in paragraph " + (paragraph + 1);
    };
  }

  static RichText sample() {
    return RichText.build()
        .bold("Arven and Tolm agree to resume water treaty talks")
        .text(
            "\nNorda · sample, invented\n\nThe talks on the water treaty go on next week, the"
                + " foreign ministry of Arven said. Foreign minister Halvorsen named no place.\n\n"
                + "For ")
        .code("\"water treaty\"")
        .text(" · found “water treaty”\n\n")
        .text(
            "Under a real one stand Read, Why, Mute story and Less like this. What other agencies"
                + " add comes as a quiet reply; a correction or withdrawal always comes.")
        .done();
  }
}
