package app.bellwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ScoreRepostsTest {
  private static final String TEXT =
      "Arven and Tolm will resume their talks on the water treaty on March 9, the minister told"
          + " reporters after a meeting of the cabinet.\\n"
          + "    Delegations meet in the border town of Lunden, where the\\n"
          + "treaty of 1962 was signed.";

  private static final String MORE =
      "\\n    Fishermen on the lower river welcomed the news, their guild said in the evening.";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int score(String... arguments) {
    CommandLine line = Main.commandLine(new Main());
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] all = new String[arguments.length + 2];
    all[0] = "score";
    all[1] = "reposts";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return line.execute(all);
  }

  private String wire() throws IOException {
    return file(
        "wire.jsonl",
        article("a", "2031-03-04T10:00:00Z", "Talks on the treaty", TEXT),
        article("c", "2031-03-04T16:00:00Z", "Talks on the pact", TEXT + MORE),
        article("b", "2031-03-04T12:00:00Z", "Talks on the treaty", TEXT),
        article("d", "2031-03-28T16:00:00Z", "Talks on the treaty", TEXT));
  }

  private static String article(String id, String published, String title, String text) {
    return "{\"id\":\"%s\",\"published\":\"%s\",\"title\":\"%s\",\"text\":\"%s\"}"
        .formatted(id, published, title, text);
  }

  private String file(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n").toString();
  }

  @Test
  void countsTheWireAgainstItsHeadlinesAndThePairsAgainstTheirLabels() throws IOException {
    String pairs =
        file(
            "pairs.tsv",
            "# earlier, later",
            "a\tb\trepost\tidentical",
            "a\tc\tupdate",
            "a\td\ttemplate");

    assertThat(score(wire(), "--labels", pairs, "--list")).isZero();

    List<String> lines = out.toString().lines().toList();
    assertThat(
            lines.stream().filter(line -> !line.contains(" ms")).collect(Collectors.joining("\n")))
        .isEqualTo(
"""
told again: a then d: other event (new; the nearest is 24 days older: Talks on the treaty) | Talks on the treaty | Talks on the treaty
told again: b then d: other event (new; the nearest is 24 days older: Talks on the treaty) | Talks on the treaty | Talks on the treaty
same headline, J >= .9: 1 of 3 (0.333)
  without 2 marked as corrections or over three days apart: 1 of 1 (1.000)
3 labelled pairs
            silent  same event  other event
repost           1           0            0
abridged         0           0            0
update           0           1            0
template         0           0            1
templates silenced: 0; put into the event of the other: 0
updates silenced: 0 of 1 (0.000)
reposts: 1 of 1 (1.000); abridged ones: 0 of 0\
""");
  }

  @Test
  void saysWhereAFileIsWrong() throws IOException {
    String wire = wire();
    assertThat(score(folder.resolve("none.jsonl").toString())).isEqualTo(1);
    assertThat(score(wire, "--labels", file("p1", "a\tb\trepsot"))).isEqualTo(2);
    assertThat(score(wire, "--labels", file("p2", "", "a b repost"))).isEqualTo(2);
    assertThat(score(wire, "--labels", file("p3", "a\tx\trepost"))).isEqualTo(2);
    assertThat(score(file("w", "{\"id\":\"a\",\"text\":\"A text.\"}", "[]"))).isEqualTo(2);

    assertThat(err.toString())
        .isEqualTo(
            """
            bellwire: there is no file %1$s/none.jsonl
            bellwire: %1$s/p1:1: "repsot" is no label; one of repost, abridged, update, template
            bellwire: %1$s/p2:2: expected earlier id, later id and label between tabs
            bellwire: %1$s/p3:1: the wire has no article x
            bellwire: %1$s/w:2: not a JSON object
            """
                .formatted(folder));
  }

  @Test
  void withoutAMeasureItNamesThem() {
    assertThat(Main.commandLine(new Main()).setErr(new PrintWriter(err, true)).execute("score"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("Say what to measure: ").contains("reposts");
  }

  @Test
  void thePairsThatWereLabelledByHandAreTwoHundred() throws IOException {
    List<LabelledPairs.Pair> pairs =
        LabelledPairs.read(Path.of("src/test/resources/story/near-duplicates.tsv"));

    assertThat(pairs).hasSize(200).doesNotHaveDuplicates();
    assertThat(pairs).extracting(LabelledPairs.Pair::label).contains(LabelledPairs.Label.values());
  }
}
