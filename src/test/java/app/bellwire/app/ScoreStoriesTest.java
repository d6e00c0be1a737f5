package app.bellwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ScoreStoriesTest {
  private static final String CALL =
      "Foreign ministers Mats Halvorsen of Arven and Nadia Idris of Tolm agreed by telephone to"
          + " resume talks on the Sorvane water treaty, the Arven Foreign Ministry said.";
  private static final String SAME_CALL =
      "Foreign ministers Mats Halvorsen of Arven and Nadia Idris of Tolm agreed in a telephone call"
          + " that talks on the water treaty for the Sorvane resume, officials in Tolmar said.";
  private static final String FAIR =
      "The autumn fair of Lunden opened with 4,100 geese, its warden Ole Brandt said.";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int score(String... arguments) {
    CommandLine line = Main.commandLine(new Main());
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] all = new String[arguments.length + 2];
    all[0] = "score";
    all[1] = "stories";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return line.execute(all);
  }

  private String file(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n").toString();
  }

  private static String article(String id, String story, String text) {
    return "{\"id\":\"%s\",\"story\":\"%s\",\"text\":\"%s\"}".formatted(id, story, text);
  }

  private static String dated(String id, String story, String published, String text) {
    return "{\"id\":\"%s\",\"story\":\"%s\",\"published\":\"%s\",\"text\":\"%s\"}"
        .formatted(id, story, published, text);
  }

  /// The lines without what the clock says.
  private List<String> figures() {
    return out.toString().lines().map(line -> line.replaceAll(" {3}\\S+, \\S+$", "")).toList();
  }

  @Test
  void printsOneLineAFile() throws IOException {
    String right =
        file(
            "right.jsonl",
            article("1", "call", CALL),
            article("2", "call", SAME_CALL),
            "",
            article("3", "fair", FAIR));
    String apart = file("apart.jsonl", article("1", "all", CALL), article("2", "all", FAIR));

    assertThat(score(right, apart)).isZero();

    assertThat(err.toString()).isEmpty();
    assertThat(figures())
        .containsExactly(
            "file                           B3-P   B3-R  B3-F1   pair-P pair-R pair-F   clusters"
                + " stories fragments   ms an article (median, p95)",
            "right.jsonl                   1.000  1.000  1.000    1.000  1.000  1.000          2"
                + "       2      1.00",
            "apart.jsonl                   1.000  0.500  0.667    0.000  0.000  0.000          2"
                + "       1      2.00");
  }

  @Test
  void articlesWithDatesArriveByThemAndStorylinesCanBeCompared() throws IOException {
    String month =
        file(
            "month.jsonl",
            dated("2", "call", "2031-03-20T10:00:00Z", SAME_CALL),
            dated("1", "call", "2031-03-04T10:00:00Z", CALL));

    assertThat(score(month)).isZero();
    assertThat(score(month, "--storylines")).isZero();

    assertThat(figures().stream().filter(line -> line.startsWith("month")))
        .satisfiesExactly(
            events -> assertThat(events).contains("1.000  0.500  0.667").endsWith("2.00"),
            storylines -> assertThat(storylines).contains("1.000  1.000").endsWith("1.00"));
  }

  private static String document(String id, String cluster, String language, String text) {
    return "{\"id\":\"%s\",\"cluster\":\"%s\",\"lang\":\"%s\",\"date\":\"2031-03-04 1%s:02:00\",\"title\":\"\",\"text\":\"%s\"}"
        .formatted(id, cluster, language, id, text);
  }

  @Test
  void readsTheCollectionOfMirandaAndOthersAndOneLanguageOfIt() throws IOException {
    String all =
        file(
            "dataset.test.json",
            "[",
            document("1", "c1", "eng", CALL) + ",",
            document("2", "c1", "eng", SAME_CALL) + ",",
            document("3", "c1", "spa", "La feria de Lunden abre con 4.100 gansos, dijo Brandt.")
                + ",",
            document("4", "c2", "eng", FAIR),
            "]");

    assertThat(score("--lang", "en", all)).isZero();
    assertThat(score("--lang", "fi", all)).isEqualTo(2);
    assertThat(score(file("w1", "[{\"id\":\"1\"}]"))).isEqualTo(2);
    assertThat(score(file("w2", "[" + document("1", "c1", "eng", CALL) + ", x]"))).isEqualTo(2);
    assertThat(score(file("w3", "[]"))).isEqualTo(2);

    assertThat(figures())
        .anySatisfy(
            line ->
                assertThat(line).startsWith("dataset.test.json             1.000  1.000  1.000"));
    assertThat(err.toString())
        .contains("dataset.test.json: holds no article in the language fi")
        .contains("w1, document 1: \"cluster\" is missing")
        .contains("w2, after document 1: not JSON: ")
        .contains("w3: holds no article\n");
  }

  @Test
  void saysWhereAFileIsWrong() throws IOException {
    assertThat(score(folder.resolve("none.jsonl").toString())).isEqualTo(1);
    assertThat(score(file("w1", article("1", "call", CALL), "", "[]"))).isEqualTo(2);
    assertThat(score(file("w2", "{\"id\":\"1\",\"text\":\"A text.\"}"))).isEqualTo(2);
    assertThat(score(file("w3", article("1", "", CALL)))).isEqualTo(2);
    assertThat(score(file("w4"))).isEqualTo(2);

    assertThat(err.toString())
        .isEqualTo(
            """
            bellwire: there is no file %1$s/none.jsonl
            bellwire: %1$s/w1:3: not a JSON object
            bellwire: %1$s/w2:1: "story" is missing
            bellwire: %1$s/w3:1: "story" is missing
            bellwire: %1$s/w4: holds no article
            """
                .formatted(folder));
    assertThat(out.toString().lines().filter(line -> !line.startsWith("file "))).isEmpty();
  }

  @Test
  void withoutAFileItSaysWhatIsMissing() {
    assertThat(score()).isEqualTo(2);
    assertThat(err.toString()).contains("FILE.jsonl");
  }
}
