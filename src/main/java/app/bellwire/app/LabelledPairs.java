package app.bellwire.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Pairs of alike articles with what a reader made of them, one a line: the ids of the earlier and
/// the later article, the label and its ground, between tabs. Lines that begin with `#` are
/// comments. Pure but for the reading.
final class LabelledPairs {
  /// What the later article is to somebody who has read the earlier one.
  enum Label {
    /// The same item: at most spelling, wording or codes differ.
    REPOST,
    /// The same item with less text.
    ABRIDGED,
    /// The same event with more text or put right.
    UPDATE,
    /// Other news in the same words.
    TEMPLATE
  }

  record Pair(String earlier, String later, Label label, String place) {}

  private LabelledPairs() {}

  /// @throws WrongInput when a line is no such pair, with file and line
  static List<Pair> read(Path file) throws IOException {
    return InputLines.entries(file).stream()
        .map(entry -> pair(entry.text(), entry.place()))
        .toList();
  }

  private static Pair pair(String line, String place) {
    String[] parts = line.split("\t");
    if (parts.length < 3) {
      throw new WrongInput(place + ": expected earlier id, later id and label between tabs");
    }
    return new Pair(parts[0].strip(), parts[1].strip(), label(parts[2].strip(), place), place);
  }

  private static Label label(String text, String place) {
    return Arrays.stream(Label.values())
        .filter(label -> word(label).equals(text))
        .findFirst()
        .orElseThrow(
            () -> new WrongInput(place + ": \"" + text + "\" is no label; one of " + all()));
  }

  static String word(Label label) {
    return label.name().toLowerCase(Locale.ROOT);
  }

  private static String all() {
    return Arrays.stream(Label.values()).map(LabelledPairs::word).collect(Collectors.joining(", "));
  }
}
