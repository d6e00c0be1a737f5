package app.bellwire.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes reports for ever: new events of all kinds of `newsroom.txt`, the same event by a second
/// agency, updates and corrections. Report number m follows from the seed and m alone. Immutable.
final class Newsroom {
  static final List<String> AGENCIES = List.of("Norda", "Kestrel", "Oriel");

  /// Twelve reports of five events, a letter an event: 1 first report, 2 another agency's, 3
  /// update, 4 correction of the first.
  private static final List<String> ROUNDS =
      List.of(
          "A1 B1 A2 C1 B2 D1 A3 C2 E1 D4 E2 C3",
          "A1 B1 C1 A2 B2 D1 C4 A3 E1 D2 B3 E2",
          "A1 B1 B2 C1 A2 D1 E1 C2 D2 B3 E4 C3");

  private static final int ROUND = 12;
  private static final int EVENTS = 5;
  private static final List<String> FIXED = List.of("kind", "part", "slip", "title");
  private static final Pattern RANGE = Pattern.compile("(\\d+)-(\\d+)");
  private static final Pattern BAR = Pattern.compile(" \\| ");

  /// One kind of news: its three reports and what differs from event to event.
  private record Kind(Map<String, Block> parts, Map<String, String> variables) {
    Block part(String name) {
      return Optional.ofNullable(parts.get(name))
          .orElseThrow(() -> new IllegalStateException("no part " + name));
    }
  }

  /// What a report is to write: event number `event`, and as which part of it.
  record Assignment(long event, char part) {}

  private final List<Kind> kinds;
  private final Backgrounds backgrounds;
  private final NameBook names;

  private Newsroom(List<Kind> kinds, Backgrounds backgrounds, NameBook names) {
    this.kinds = kinds;
    this.backgrounds = backgrounds;
    this.names = names;
  }

  static Newsroom load(Backgrounds backgrounds) {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    for (Block block : Block.read("newsroom.txt")) {
      Kind kind =
          kinds.computeIfAbsent(
              block.get("kind"), name -> new Kind(new HashMap<>(), new LinkedHashMap<>()));
      kind.parts().put(block.head().getOrDefault("part", "first"), block);
      kind.variables().putAll(block.head());
    }
    kinds.values().forEach(kind -> kind.variables().keySet().removeAll(FIXED));
    return new Newsroom(List.copyOf(kinds.values()), backgrounds, NameBook.load());
  }

  /// What report `number` (0 and up) of the wire with `seed` is about.
  static Assignment assignment(long seed, int number) {
    int round = number / ROUND;
    String plan = ROUNDS.get(new Dice(seed).below(ROUNDS.size(), "round", round));
    int at = number % ROUND * 3;
    long event = (long) round * EVENTS + plan.charAt(at) - 'A';
    return new Assignment(event, plan.charAt(at + 1));
  }

  /// Report `number` of the wire with `seed`.
  Draft draft(long seed, int number) {
    Assignment assignment = assignment(seed, number);
    Dice dice = new Dice(seed);
    Kind kind = kind(dice, assignment.event());
    Map<String, String> words = words(dice, kind, assignment.event());
    boolean slipped = assignment.part() == '1' && correctedLater(seed, number, assignment.event());
    String right = words.getOrDefault("n", "");
    String wrong = wrong(right);
    if (slipped) {
      words.put("n", wrong);
    }
    Draft draft = write(dice, kind, assignment, words);
    return assignment.part() == '4' ? corrected(draft, kind, right, wrong) : draft;
  }

  /// The kinds come up in a new order in every cycle, each once.
  private Kind kind(Dice dice, long event) {
    List<Kind> order = new ArrayList<>(kinds);
    Collections.shuffle(order, new Random(dice.of("kinds", event / kinds.size()).seed()));
    return order.get((int) (event % kinds.size()));
  }

  private Map<String, String> words(Dice dice, Kind kind, long event) {
    int first = dice.below(1 << 20, "names", 0);
    Map<String, String> words = new HashMap<>();
    words.put("last", names.surname(first + event));
    words.put("person", names.given(dice.below(1 << 20, "given", event)) + " " + words.get("last"));
    words.put("town", names.town(first + 2 * event));
    words.put("far", names.town(first + 2 * event + 1));
    Dice own = dice.of("event", event);
    int turn = (int) (event / kinds.size()) + first;
    kind.variables().forEach((name, choice) -> words.put(name, choose(own, turn, name, choice)));
    return words;
  }

  /// A number of a range, or the element of a list whose `turn` it is.
  private static String choose(Dice dice, int turn, String name, String choice) {
    Matcher range = RANGE.matcher(choice);
    if (!range.matches()) {
      String[] list = BAR.split(choice, -1);
      return list[Math.floorMod(turn, list.length)];
    }
    int low = Integer.parseInt(range.group(1));
    int high = Integer.parseInt(range.group(2));
    return grouped(low + dice.below(high - low + 1, name, 0));
  }

  private static boolean correctedLater(long seed, int number, long event) {
    int end = number / ROUND * ROUND + ROUND;
    for (int later = number + 1; later < end; later++) {
      if (assignment(seed, later).equals(new Assignment(event, '4'))) {
        return true;
      }
    }
    return false;
  }

  private Draft write(Dice dice, Kind kind, Assignment what, Map<String, String> words) {
    String part =
        switch (what.part()) {
          case '2' -> "second";
          case '3' -> "update";
          default -> "first";
        };
    Block block = kind.part(part);
    int turn = dice.below(AGENCIES.size(), "agency", what.event()) + (what.part() == '2' ? 1 : 0);
    String agency = AGENCIES.get(turn % AGENCIES.size());
    return new Draft(
        agency,
        words.getOrDefault("town", "").toUpperCase(Locale.ROOT),
        fill(block.get("title"), words),
        "",
        "",
        chrome(dice.of("chrome" + what.part(), what.event()), agency),
        backgrounds.expand(block.paragraphs()).stream().map(p -> fill(p, words)).toList());
  }

  private static Draft corrected(Draft draft, Kind kind, String right, String wrong) {
    String mark = draft.agency().equals("Norda") ? "CORRECTED-" : "Correction: ";
    String slip = kind.part("first").get("slip");
    return new Draft(
        draft.agency(),
        draft.place(),
        mark + draft.title(),
        draft.dateline(),
        "(Corrects %s in paragraph 1: %s, not %s.)".formatted(slip, right, wrong),
        draft.chrome(),
        draft.paragraphs());
  }

  /// Now and then the page comes along with the text.
  private static Draft.Chrome chrome(Dice dice, String agency) {
    List<String> before =
        switch (dice.below(9, "before", 0)) {
          case 0 -> List.of("Contact Us", "Subscribe");
          case 1 -> List.of(agency + " Agency WORLD", "Published {date},{year}");
          default -> List.of();
        };
    return new Draft.Chrome(
        before, dice.below(7, "after", 0) == 0 ? List.of("Share this article") : List.of());
  }

  private static String fill(String text, Map<String, String> words) {
    String filled = text;
    for (Map.Entry<String, String> word : words.entrySet()) {
      filled = filled.replace("{" + word.getKey() + "}", word.getValue());
    }
    return filled.substring(0, 1).toUpperCase(Locale.ROOT) + filled.substring(1);
  }

  /// What a hasty hand makes of `right`: about a tenth more.
  private static String wrong(String right) {
    int number = Integer.parseInt(right.replace(",", ""));
    return grouped(number + Math.max(2, number / 10));
  }

  private static String grouped(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
