package app.bellwire.command;

import app.bellwire.alert.Headline;
import app.bellwire.chat.Address;
import app.bellwire.chat.RichText;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.Subscription;
import app.bellwire.text.Counted;
import app.bellwire.text.When;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The words of subscriptions: added, changed, listed and removed, in English. Pure.
final class SubscriptionWords {
  private SubscriptionWords() {}

  /// `Subscribed: `; where others read it, who has and what.
  static RichText lead(Ask ask) {
    return ask.overheard() ? by(ask) : RichText.of("Subscribed: ");
  }

  /// `Ann subscribed this topic: `.
  static RichText by(Ask ask) {
    return RichText.build()
        .news(ask.message().userName(), Replies.UNKNOWN)
        .text(" subscribed this " + place(ask.settings().address()) + ": ")
        .done();
  }

  /// What the people call it who share what is at `address`.
  private static String place(Address address) {
    return switch (address.network()) {
      case Address.TELEGRAM -> address.topic() == null ? "group" : "topic";
      case Address.SLACK -> "channel";
      default -> "chat";
    };
  }

  /// @param lead as [#lead]
  static RichText subscribed(RichText lead, Subscription subscription) {
    return RichText.build()
        .addAll(lead)
        .code(subscription.text())
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
          Replies.LOCK
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
    return Headline.shortened("Remove " + label, Replies.LABEL);
  }

  static RichText locked(Owner.InConfig config) {
    return RichText.build()
        .text(Replies.LOCK)
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
    return Headline.shortened("Change " + label, Replies.LABEL);
  }

  static String listTitle(int total, int from, int to) {
    String count = Counted.of(total, "subscription", "subscriptions");
    return total > to - from + 1 ? count + ", " + from + "–" + to : count;
  }

  static RichText listLine(Subscription s, int alerts, boolean first, Optional<String> muted) {
    RichText.Builder line = RichText.build();
    boolean config = s.owner() instanceof Owner.InConfig;
    line.text("\n" + (config ? Replies.LOCK : "")).code(s.label());
    line.text(config ? " · from config" : "");
    line.text(" · " + muted.orElse(s.plan().digest() ? "digest" : "at once"));
    return line.text(" · " + (first ? alertsIn30Days(alerts) : Counted.figure(alerts))).done();
  }

  static RichText listOne(
      Subscription s, int alerts, Optional<Instant> last, Optional<String> muted, When when) {
    RichText.Builder text = RichText.build();
    String delivery = s.plan().digest() ? "In digests" : "At once";
    if (s.owner() instanceof Owner.InConfig config) {
      text.text(Replies.LOCK).code(config.id()).text("\n").code(s.text());
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
    String lock = s.owner() instanceof Owner.InConfig ? Replies.LOCK : "";
    return Headline.shortened(lock + s.label(), Replies.LABEL);
  }

  static String alertsIn30Days(int alerts) {
    return Counted.of(alerts, "alert", "alerts") + " in 30 days";
  }

  private static String cameFrom(int alerts) {
    return alerts == 0
        ? "No alert came from it in 30 days."
        : alertsIn30Days(alerts) + " came from it.";
  }
}
