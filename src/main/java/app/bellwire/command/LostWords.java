package app.bellwire.command;

import app.bellwire.alert.Headline;
import app.bellwire.chat.RichText;
import app.bellwire.deliver.Delivery;
import app.bellwire.text.Counted;
import app.bellwire.text.When;
import java.util.Objects;

/// The words about messages whose answer was lost; as [Replies]. Pure.
final class LostWords {
  static final String ALL_AGAIN = "Send all again";
  static final String DROP_ALL = "Drop all";
  static final String SENT_AGAIN = "It is sent again.";
  static final String DROPPED = "Dropped: it is not sent again.";
  static final String NO_LONGER = "That message waits no longer. Nothing was changed.";
  static final String NONE = "No message waits for a word: no answer was lost.";
  static final String IN_PRIVATE =
      "Messages of other chats are settled in a private chat with Bellwire.";
  static final String ADMINS_ONLY =
      "Only the admins of this Bellwire can send or drop messages whose answer was lost. /status"
          + " says how things stand.";

  private static final int LONGEST = 60;

  private LostWords() {}

  static String again(int number) {
    return number + ": Send again";
  }

  static String drop(int number) {
    return number + ": Drop";
  }

  static String againAll(int count) {
    return "Send " + Counted.figure(count) + " again";
  }

  static String dropAll(int count) {
    return "Drop " + Counted.figure(count);
  }

  static String title(int count) {
    return Counted.of(count, "message waits", "messages wait") + " for a word";
  }

  static String reason(int count) {
    return count == 1
        ? "\nThe network’s answer was lost: it may have come already."
        : "\nThe network’s answers were lost: each may have come already.";
  }

  /// What, where, when, and what the network said last.
  static RichText line(int number, Delivery delivery, String chat, When when) {
    String first = delivery.message().text().plain().strip().split("\\R", 2)[0];
    String detail = Objects.requireNonNullElse(delivery.detail(), "");
    return RichText.build()
        .text("\n" + number + ". " + when.brief(delivery.queued()) + " · " + chat + " · ")
        .news(Headline.shortened(first, LONGEST), "und")
        .text(detail.isEmpty() ? "" : " · " + Headline.shortened(detail, LONGEST))
        .done();
  }

  static String more(int count) {
    return "\nand " + Counted.figure(count) + " more.";
  }

  /// A line of the trouble that admins are shown.
  static String trouble(int count) {
    return Counted.of(count, "message waits", "messages wait")
        + " for your word, "
        + (count == 1 ? "its answer was" : "their answers were")
        + " lost: /resend or /drop.";
  }

  static String expired(long count) {
    return Counted.of(count, "message", "messages")
        + " of the last 2 days expired before "
        + (count == 1 ? "it" : "they")
        + " could be sent.";
  }

  static String off(String network) {
    return network + " is not switched on";
  }

  static RichText resendAsk(int count) {
    return RichText.of(
        "Send "
            + Counted.of(count, "message", "messages")
            + " again? What had arrived comes twice.");
  }

  static RichText dropAsk(int count) {
    return RichText.of(
        "Drop "
            + Counted.of(count, "message", "messages")
            + "? "
            + (count == 1 ? "It" : "They")
            + " will not be sent; what had not arrived is lost.");
  }

  static RichText resentAll(int count) {
    return RichText.of(Counted.of(count, "message is", "messages are") + " sent again.");
  }

  static RichText droppedAll(int count) {
    return RichText.of("Dropped: " + Counted.of(count, "message", "messages") + ".");
  }
}
