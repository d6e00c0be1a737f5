package app.bellwire.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A story of many events: rounds of one negotiation, each with a result of its own. Every report
/// repeats the results of the rounds before; two agencies report each round. Confined to the test.
final class RunningStory {
  private static final List<String> PLACES =
      List.of("Halm", "Merrin", "Belm", "Tolmar", "Sund", "Ostby", "Kirrun", "Lunden");

  private final List<String> results = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  /// The next round, as a feed each of two agencies has it.
  void goesOn(Wire wire) {
    int round = results.size() + 1;
    String title = "Zinnober talks of Arven and Tolm end %s round".formatted(ordinal(round));
    String lead =
        ("Negotiators of Arven and Tolm ended their %s round of zinnober talks on the Sorvane river"
                + " in Merrin, the Forum for Shared Waters said.")
            .formatted(ordinal(round));
    results.add(
        "Gauge %d near %s is to be read by both sides."
            .formatted(1000 + 37 * round, PLACES.get(round % PLACES.size())));
    wire.publishes("f0", title, text(lead, round));
    wire.publishes("f1", title + ", forum says", text(lead, round));
    told.add(title);
    told.add(results.getLast());
  }

  /// The round's result, and what the two rounds before it brought.
  private String text(String lead, int round) {
    StringBuilder text = new StringBuilder("<p>" + lead + " " + results.getLast() + "</p>");
    results
        .subList(Math.max(0, round - 3), round - 1)
        .forEach(old -> text.append("<p>" + old + "</p>"));
    return text.toString();
  }

  private static String ordinal(int number) {
    boolean teen = number % 100 / 10 == 1;
    return number
        + switch (teen ? 0 : number % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }

  /// The headlines and results that a chat is to be told, each once.
  List<String> told() {
    return told;
  }

  /// How often each of them stands in the chat.
  Map<String, Integer> counts(Program program) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    for (JsonNode message : program.messages("desk")) {
      String text = message.path("text").asText();
      for (String what : told) {
        for (int at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + 1)) {
          counts.merge(what, 1, Integer::sum);
        }
      }
    }
    return counts;
  }
}
