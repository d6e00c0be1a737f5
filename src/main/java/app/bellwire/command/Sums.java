package app.bellwire.command;

import app.bellwire.deliver.MessageSum;
import app.bellwire.ledger.ItemSum;
import app.bellwire.ledger.Outcome;
import app.bellwire.text.Counted;
import java.util.List;
import java.util.stream.Collectors;

/// The words of the daily sums. The figures of a line add up, whatever they are. Pure.
final class Sums {
  private Sums() {}

  /// What became of everything that was read.
  static String items(ItemSum sum) {
    String others = parts(sum.otherParts());
    return Counted.of(sum.read(), "report", "reports")
        + " read, "
        + Counted.figure(sum.matched())
        + " matched"
        + after(": ", parts(sum.matchedParts()))
        + "."
        + (others.isEmpty() ? "" : " The others: " + others + ".");
  }

  /// What became of it in one chat.
  static String today(ItemSum all, ItemSum here) {
    return "Since midnight: "
        + Counted.of(all.read(), "report", "reports")
        + " read, "
        + Counted.figure(here.matched())
        + " matched here"
        + after(": ", parts(here.matchedParts()))
        + ".";
  }

  static String messages(MessageSum sum) {
    return Counted.of(sum.all(), "message", "messages")
        + ": "
        + sum.parts().stream()
            .filter(part -> shown(sum, part))
            .map(part -> Counted.figure(part.count()) + " " + word(part.kind()))
            .collect(Collectors.joining(", "))
        + ".";
  }

  /// What is usual is said also when there was none of it.
  private static boolean shown(MessageSum sum, MessageSum.Part part) {
    return switch (part.kind()) {
      case SENT, WAITING, FAILED -> true;
      case UNCERTAIN -> part.count() > 0 || sum.sentAgain() == 0;
      case SENT_AGAIN, TAKEN_BACK -> part.count() > 0;
    };
  }

  private static String word(MessageSum.Kind kind) {
    return switch (kind) {
      case SENT -> "sent";
      case WAITING -> "waiting";
      case UNCERTAIN -> "uncertain";
      case SENT_AGAIN -> "uncertain and sent again";
      case FAILED -> "failed";
      case TAKEN_BACK -> "taken back";
    };
  }

  private static String parts(List<ItemSum.Part> parts) {
    return parts.stream()
        .filter(part -> part.count() > 0)
        .map(part -> Counted.figure(part.count()) + " " + word(part.outcome()))
        .collect(Collectors.joining(", "));
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case TOLD -> "told";
      case JOINED -> "joined to a told story";
      case HELD -> "held";
      case MUTED -> "muted";
      case FILTERED -> "left out";
      case UNMATCHED -> "watched for by nobody";
      case REPEATED -> "read before";
      case FAILED -> "failed";
    };
  }

  private static String after(String sign, String words) {
    return words.isEmpty() ? "" : sign + words;
  }
}
