package app.bellwire.notice;

import app.bellwire.chat.Action;
import app.bellwire.chat.NetworkCondition;
import app.bellwire.chat.RichText;
import app.bellwire.notice.Condition.ChangeRefused;
import app.bellwire.notice.Condition.ChangeWaits;
import app.bellwire.notice.Condition.ChatParked;
import app.bellwire.notice.Condition.MeaningUnread;
import app.bellwire.notice.Condition.NetworkTrouble;
import app.bellwire.notice.Condition.SourceFails;
import app.bellwire.notice.Condition.TopicLost;
import app.bellwire.text.Counted;
import app.bellwire.text.When;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The words of notices, and of the answers to presses under them; those about changes of the
/// configuration stand in [ChangeWords]. Pure.
public final class NoticeWords {
  public static final String ADMINS_ONLY = "Only the admins of this Bellwire can do that.";
  public static final String LOOKING =
      "Bellwire looks at it now. The notice changes when it is read.";
  public static final String HUSHED =
      "Not said again for 24 h. When it is over, the notice says so.";
  public static final String RESUMED =
      "What waits is sent again. If it is refused again, the notice stays.";
  public static final String TAKEN = "It is taken now.";
  public static final String KEPT = "The old file is kept. Put the subscriptions back into it.";
  public static final String OVER = "That is over already. Nothing was changed.";

  private NoticeWords() {}

  /// Asks before what waits for a chat is dropped.
  public static String dropAsk(int count, String chat) {
    return "Drop the "
        + Counted.of(count, "alert that waits", "alerts that wait")
        + " for "
        + chat
        + "? "
        + (count == 1 ? "It" : "They")
        + " will not be sent.";
  }

  public static String drop(int count) {
    return "Drop " + Counted.figure(count);
  }

  public static String dropped(int count) {
    return "Dropped: " + Counted.of(count, "alert", "alerts") + ".";
  }

  /// A button and what it does.
  record Choice(String label, Action action) {}

  /// @param since when the trouble began, as it was first known
  static RichText text(Condition condition, Instant since, When when) {
    return switch (condition) {
      case SourceFails source -> source(source, since, when);
      case ChangeRefused refused -> ChangeWords.refused(refused, when);
      case ChangeWaits waits -> ChangeWords.waits(waits, when);
      case ChatParked chat -> chat(chat, since, when);
      case TopicLost topic ->
          RichText.build()
              .bold(topic.topic() + " is closed or gone since " + when.brief(since) + ".")
              .text(" What belongs into that topic comes in the chat itself.")
              .text("\nTo fix: open the topic again; or subscribe in another one, and end with ")
              .text("/unsub what is watched in this one.")
              .done();
      case MeaningUnread meaning ->
          RichText.build()
              .bold("Nothing reads what reports mean since " + when.brief(since) + ".")
              .text(" " + asking(meaning.subscriptions()) + " with about:, and hear")
              .text((meaning.subscriptions() == 1 ? "s" : "") + " what the other words find.")
              .text("\nTo fix: about: needs " + sentence(meaning.needed()))
              .done();
      case NetworkTrouble trouble -> network(trouble, since, when);
    };
  }

  private static String asking(int subscriptions) {
    return Counted.of(subscriptions, "subscription asks", "subscriptions ask");
  }

  /// Rows of what an admin can press.
  static List<List<Choice>> choices(Condition condition) {
    return switch (condition) {
      case SourceFails source ->
          List.of(
              List.of(
                  new Choice("Look now", Action.of(NoticeVerbs.LOOK, source.source())),
                  new Choice(
                      "Quiet for 24 h",
                      Action.of(NoticeVerbs.HUSH, source.key().cause(), source.key().thing()))));
      case ChangeRefused refused -> ChangeWords.choices(refused);
      case ChangeWaits waits -> ChangeWords.choices(waits);
      case ChatParked chat -> List.of(choices(chat));
      case TopicLost topic -> List.of();
      case MeaningUnread meaning -> List.of();
      case NetworkTrouble trouble -> List.of();
    };
  }

  private static List<Choice> choices(ChatParked chat) {
    long key = chat.chat().value();
    Choice resume = new Choice("Resume", Action.of(NoticeVerbs.RESUME, key));
    return chat.waiting() == 0
        ? List.of(resume)
        : List.of(
            resume,
            new Choice(
                "Drop the " + Counted.figure(chat.waiting()),
                Action.of(NoticeVerbs.DROP_ASK, key)));
  }

  private static RichText source(SourceFails source, Instant since, When when) {
    return RichText.build()
        .bold(source.name() + " cannot be read since " + when.brief(since) + ".")
        .text(" " + Counted.of(source.looks().failed(), "look", "looks") + ", ")
        .text(source.looks().problem() + "." + others(source.others()))
        .text("\nBellwire keeps trying; next look " + when.brief(source.looks().next()))
        .text(". Has the address moved, change ")
        .code(source.source())
        .text(" in " + source.file() + ".")
        .done();
  }

  private static String others(SourceFails.Others others) {
    int fine = others.fine();
    if (others.failing() == 0) {
      return switch (fine) {
        case 0 -> "";
        case 1 -> " The other source is fine.";
        default -> " The other " + Counted.figure(fine) + " sources are fine.";
      };
    }
    String failing =
        Counted.of(others.failing(), "other source fails too", "other sources fail too");
    return " " + failing + (fine == 0 ? "." : ", " + Counted.of(fine, "is", "are") + " fine.");
  }

  private static RichText chat(ChatParked chat, Instant since, When when) {
    return RichText.build()
        .bold(chat.name() + " takes no alerts since " + when.brief(since) + ".")
        .text(" " + NetworkWords.name(chat.network()) + " answers" + said(chat.detail()))
        .text(" " + waiting(chat.waiting()) + ".")
        .text("\n" + ChatFixes.of(chat.detail()))
        .done();
  }

  private static String waiting(int count) {
    return count == 0 ? "Nothing waits" : Counted.of(count, "alert waits", "alerts wait");
  }

  /// ` not_in_channel.`, `: bot was blocked by the user.`
  private static String said(String detail) {
    return (detail.contains(" ") ? ": " : " ") + sentence(detail);
  }

  /// What helps, by what the network said.
  private static RichText network(NetworkTrouble trouble, Instant since, When when) {
    NetworkCondition condition = trouble.condition();
    String name = NetworkWords.name(condition.network());
    String at = when.brief(since);
    String detail = condition.detail();
    return switch (condition.kind()) {
      case TOKEN_REFUSED ->
          RichText.build()
              .bold(name + " refuses the token since " + at)
              .text((detail.isEmpty() ? "" : " (" + detail + ")") + ".")
              .text(nobody(name, trouble.waiting(), "it works"))
              .text("\n" + NetworkWords.fix(condition))
              .done();
      case SECOND_POLLER ->
          RichText.build()
              .bold("Another program reads this bot’s messages")
              .text(" (" + (detail.isEmpty() ? "" : detail + ", ") + "since " + at + "). ")
              .text("Commands in " + name + " may reach it and not Bellwire. ")
              .text("If it is a second Bellwire, readers may get alerts twice.")
              .text("\n" + NetworkWords.fix(condition))
              .done();
      case NOT_REACHED ->
          RichText.build()
              .bold(name + " is not reached since " + at)
              .text((detail.isEmpty() ? "" : " (" + detail + ")") + ".")
              .text(nobody(name, trouble.waiting(), "it is reached again"))
              .text("\n" + NetworkWords.fix(condition))
              .done();
    };
  }

  private static String nobody(String network, int waiting, String until) {
    String wait =
        waiting == 1 ? "1 waits and goes out" : Counted.figure(waiting) + " wait and go out";
    return " No chat on "
        + network
        + " gets alerts"
        + (waiting == 0 ? "." : "; " + wait + " when " + until + ".");
  }

  /// What its messages say when it is over.
  static RichText over(Notice notice, Ending ending, When when) {
    String at = when.brief(ending.at());
    String length = length(Duration.between(notice.since(), ending.at()));
    return switch (ending) {
      case Ending.ReadAgain again ->
          over(again.name() + " is read again since " + at)
              .text(", after " + length + ". Its list may no longer reach back to ")
              .text(when.brief(notice.since()) + ", so some reports may be missing.")
              .done();
      case Ending.SourceRemoved removed ->
          over(removed.name() + " stands no longer in the configuration.")
              .text(" It could not be read for " + length + ".")
              .done();
      case Ending.Taken taken ->
          over("Taken at " + at + ":")
              .text(" " + Counted.figure(taken.added()) + " added, ")
              .text(Counted.figure(taken.changed()) + " changed, ")
              .text(Counted.figure(taken.ended()) + " ended.")
              .done();
      case Ending.Waits waits ->
          over("Put right at " + at + " and waiting:")
              .text(" it would end most of the config subscriptions.")
              .done();
      case Ending.Replaced replaced ->
          over("The change of " + when.brief(notice.since()) + " was not taken:")
              .text(" the files were changed again at " + at + ".")
              .done();
      case Ending.TurnedDown down ->
          over("The change of " + when.brief(notice.since()) + " was not taken:")
              .text(" an admin kept the old file at " + at)
              .text(". It waits again at the next start as long as it stands there.")
              .done();
      case Ending.ChatBack back ->
          over(back.name() + " takes alerts again since " + at)
              .text(", after " + length + ".")
              .done();
      case Ending.ChatLeft left ->
          over("Nothing waits for " + left.name() + " any more.")
              .text(" It took no alerts for " + length + ".")
              .done();
      case Ending.TopicBack back ->
          over("Alerts go into " + back.topic() + " again since " + at)
              .text(", after " + length + ".")
              .done();
      case Ending.TopicLeft left ->
          over("Nothing is watched in " + left.topic() + " any more.").done();
      case Ending.MeaningSettled settled ->
          over(settled.read()
                  ? "What reports mean is read again since " + at
                  : "No subscription asks with about: any more")
              .text(settled.read() ? ", after " + length + "." : ".")
              .done();
      case Ending.NetworkWell well ->
          over(well(notice.key().cause(), NetworkWords.name(well.network())) + " since " + at)
              .text(", after " + length + ".")
              .done();
    };
  }

  private static RichText.Builder over(String first) {
    return RichText.build().bold(first);
  }

  private static String well(Cause cause, String network) {
    return switch (cause) {
      case TOKEN -> network + " takes the token again";
      case TWO -> "No other program reads this bot’s messages";
      case SOURCE, CONFIG, MASS, CHAT, TOPIC, NETWORK, MEANING -> network + " is reached again";
    };
  }

  /// `1 h 17 min`, `3 days 2 h`.
  private static String length(Duration span) {
    long minutes = Math.max(1, span.toMinutes());
    if (minutes < 60) {
      return minutes + " min";
    }
    long hours = minutes / 60;
    return hours < 48
        ? hours + " h" + rest(minutes % 60, " min")
        : Counted.figure(hours / 24) + " days" + rest(hours % 24, " h");
  }

  private static String rest(long count, String unit) {
    return count == 0 ? "" : " " + count + unit;
  }

  static String sentence(String words) {
    return words.isEmpty() || words.endsWith(".") ? words : words + ".";
  }
}
