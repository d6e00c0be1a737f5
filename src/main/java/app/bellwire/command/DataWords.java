package app.bellwire.command;

import app.bellwire.chat.RichText;
import app.bellwire.command.PersonalData.Stored;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.Subscription;
import app.bellwire.text.Counted;
import app.bellwire.text.When;
import java.util.ArrayList;
import java.util.List;

/// The words about what is stored and how it ends; as [Replies]. Pure.
final class DataWords {
  static final String COPY_FIRST = "Send me a copy first";
  static final String DELETE_ALL = "Delete all";
  static final String DELETE = "Delete";

  private static final int NAMED = 10;
  private static final String NOT_KEPT =
      "\nWhat you type is not kept once it is answered; what buttons stand for is kept for 7 days."
          + "\n/export gives the subscriptions as a file, /forgetme deletes.";

  private DataWords() {}

  /// Who asks, as the network and the chat know them, how many subscriptions they added, and of how
  /// many pairs of reports they said whether they are one story.
  record Person(String id, String name, boolean admin, int owned, int elsewhere, int labels) {}

  // mydata

  static RichText chat(
      ChatSettings chat,
      Stored stored,
      List<Subscription> subscriptions,
      List<String> mutes,
      boolean many,
      When when) {
    RichText.Builder text = RichText.build();
    text.bold(many ? "Stored about this group" : "Stored about this chat").line();
    text.text(counts(stored).isEmpty() ? "Nothing so far." : sentence(counts(stored)));
    watched(text, subscriptions);
    text.text(mutes.isEmpty() ? "" : "\nMuted: " + String.join("; ", mutes) + ".");
    text.text("\nTime zone: " + chat.zone().map(HoursWords::city).orElse("not set") + ". ");
    String state = HoursWords.state(chat, when);
    return text.text(state.isEmpty() ? "No digest, no quiet hours, no pause." : state).done();
  }

  private static String said(int labels) {
    return "You said of "
        + Counted.of(labels, "pair of reports", "pairs of reports")
        + " whether they are one story.";
  }

  static RichText person(Person person, boolean many) {
    RichText.Builder text = RichText.build();
    text.line().bold("Stored about you").text("\nYour id is ").code(person.id());
    text.text(", your name here " + person.name() + (person.admin() ? ", an admin" : "") + ". ");
    text.text("You added " + Counted.of(person.owned(), "subscription", "subscriptions") + " here");
    text.text(
        person.elsewhere() == 0 || many
            ? "."
            : ", " + Counted.figure(person.elsewhere()) + " in other chats.");
    text.text(person.labels() == 0 ? "" : " " + said(person.labels()));
    return text.text(NOT_KEPT).done();
  }

  private static void watched(RichText.Builder text, List<Subscription> subscriptions) {
    String comma = "\nWatched: ";
    for (Subscription s : subscriptions.stream().limit(NAMED).toList()) {
      text.text(comma + (s.owner() instanceof Owner.InConfig ? Replies.LOCK : "")).code(s.label());
      comma = ", ";
    }
    int more = subscriptions.size() - NAMED;
    text.text(more > 0 ? " and " + Counted.figure(more) + " more" : "");
    text.text(subscriptions.isEmpty() ? "" : ".");
  }

  // forgetme

  /// What goes of a chat, in parts.
  static List<String> parts(Stored stored, DeliveryPlan own, boolean paused) {
    List<String> parts = new ArrayList<>(live(stored));
    own.quiet().ifPresent(q -> parts.add("quiet hours"));
    own.zone().ifPresent(z -> parts.add("time zone"));
    if (own.digest()) {
      parts.add("digest times");
    }
    if (paused) {
      parts.add("the pause");
    }
    parts.addAll(log(stored));
    return parts;
  }

  private static List<String> counts(Stored stored) {
    List<String> parts = new ArrayList<>(live(stored));
    parts.addAll(log(stored));
    return parts;
  }

  private static List<String> log(Stored stored) {
    List<String> parts = new ArrayList<>();
    count(parts, stored.alerts(), "the log of ", "alert", "alerts");
    return parts;
  }

  private static List<String> live(Stored stored) {
    List<String> parts = new ArrayList<>();
    count(parts, stored.subscriptions(), "", "subscription", "subscriptions");
    count(parts, stored.mutes(), "", "mute", "mutes");
    count(parts, stored.held(), "", "held alert", "held alerts");
    count(parts, stored.waiting(), "", "waiting message", "waiting messages");
    return parts;
  }

  private static void count(List<String> parts, int n, String before, String one, String many) {
    if (n > 0) {
      parts.add(before + Counted.of(n, one, many));
    }
  }

  private static String sentence(List<String> parts) {
    String all = String.join(", ", parts) + ".";
    return Character.toUpperCase(all.charAt(0)) + all.substring(1);
  }

  /// @param local whether the messages are kept here too
  static RichText forgetAsk(
      List<String> parts, int elsewhere, List<Owner.InConfig> stays, boolean local) {
    List<String> all = new ArrayList<>(parts);
    if (elsewhere > 0) {
      String owned = Counted.of(elsewhere, "subscription", "subscriptions");
      all.add("your name at " + owned + " in other chats, which stay there");
    }
    RichText.Builder text = RichText.build();
    text.text("This deletes for this chat: " + String.join(", ", all) + ".");
    text.text(
        local
            ? " The messages above stay as long as keep: outbox in the configuration says."
            : " The messages above stay; only you can delete them.");
    for (Owner.InConfig config : stays) {
      text.text("\nStays: " + Replies.LOCK).code(config.id());
      text.text(", which the admin sends here from " + config.file() + ".");
    }
    return text.done();
  }

  static RichText forgetAskInGroup(String name, int owned) {
    return RichText.of(
        "This deletes you as a person here: the name "
            + name
            + " at mutes and pauses, and as owner of "
            + Counted.of(owned, "subscription", "subscriptions")
            + ". What you added stays with the group.\nOther chats are not touched; /forgetme in"
            + " a private chat with Bellwire deletes that chat, and your name everywhere.");
  }

  static RichText forgotten(List<Owner.InConfig> stays) {
    return nothing("Deleted. Nothing about this chat is kept", stays);
  }

  static RichText nothingStored(List<Owner.InConfig> stays) {
    return nothing("Nothing about this chat is kept", stays);
  }

  private static RichText nothing(String words, List<Owner.InConfig> stays) {
    RichText.Builder text = RichText.build().text(words);
    String comma = ", except that config sends it ";
    for (Owner.InConfig config : stays) {
      text.text(comma).code(config.id());
      comma = ", ";
    }
    return text.text(".").done();
  }

  static RichText forgottenInGroup() {
    return RichText.of("Deleted. Nothing here names you any more; what you added stays.");
  }
}
