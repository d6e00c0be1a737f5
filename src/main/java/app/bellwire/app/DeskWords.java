package app.bellwire.app;

import app.bellwire.chat.NetworkCondition;
import app.bellwire.deliver.MessageSum;
import app.bellwire.ledger.ItemSum;
import app.bellwire.ledger.Outcome;
import app.bellwire.notice.NetworkWords;
import app.bellwire.text.Counted;
import app.bellwire.text.When;
import app.bellwire.web.DeskView;
import java.time.Duration;
import java.util.List;

/// The words of the desk's sum and of what does not get out. Pure.
final class DeskWords {
  private DeskWords() {}

  static List<DeskView.Part> parts(List<ItemSum.Part> parts) {
    return parts.stream().map(part -> part(word(part.outcome()), part.count())).toList();
  }

  static List<DeskView.Part> messages(MessageSum sum) {
    return sum.parts().stream()
        .filter(part -> usual(part.kind()) || part.count() > 0)
        .map(part -> part(word(part.kind()), part.count()))
        .toList();
  }

  private static DeskView.Part part(String word, long count) {
    return DeskView.Part.of(word, Math.toIntExact(count));
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case TOLD -> "Told";
      case JOINED -> "Joined";
      case HELD -> "Held";
      case MUTED -> "Muted";
      case FILTERED -> "Left out";
      case UNMATCHED -> "Not watched for";
      case REPEATED -> "Read before";
      case FAILED -> "Failed";
    };
  }

  private static String word(MessageSum.Kind kind) {
    return switch (kind) {
      case SENT -> "Sent";
      case WAITING -> "Waiting";
      case UNCERTAIN -> "Uncertain";
      case SENT_AGAIN -> "Sent again";
      case FAILED -> "Failed";
      case TAKEN_BACK -> "Taken back";
    };
  }

  static String off(String network) {
    return network + " is not switched on";
  }

  static String switchOn(String network) {
    return "Set its token under "
        + network
        + " in the configuration and start again, or end what"
        + " is watched there.";
  }

  /// `telegram:501: 3 messages wait, telegram is not switched on.`
  static String waits(String chat, int count, String reason) {
    return chat
        + ": "
        + Counted.of(count, "message waits", "messages wait")
        + (reason.isEmpty() ? "." : ", " + reason + ".");
  }

  /// `Telegram refuses the token: 401 Unauthorized.`
  static String network(NetworkCondition condition) {
    String name = NetworkWords.name(condition.network());
    String words =
        switch (condition.kind()) {
          case TOKEN_REFUSED -> name + " refuses the token";
          case SECOND_POLLER -> "Another program reads this bot’s messages on " + name;
          case NOT_REACHED -> name + " is not reached";
        };
    return words + ": " + condition.detail() + ".";
  }

  static String effect(NetworkCondition condition) {
    return switch (condition.kind()) {
      case TOKEN_REFUSED, NOT_REACHED ->
          "No chat there gets alerts; they wait and go out when it works.";
      case SECOND_POLLER -> "Commands there may reach the other program and not Bellwire.";
    };
  }

  static String silence(String network, Duration silent) {
    return "Nobody has listened to "
        + NetworkWords.name(network)
        + " for "
        + When.length(silent)
        + ".";
  }

  static String lost(int count) {
    return Counted.of(count, "message waits", "messages wait")
        + " for your word: "
        + (count == 1 ? "its answer was lost." : "their answers were lost.");
  }

  private static boolean usual(MessageSum.Kind kind) {
    return switch (kind) {
      case SENT, WAITING, UNCERTAIN, FAILED -> true;
      case SENT_AGAIN, TAKEN_BACK -> false;
    };
  }
}
