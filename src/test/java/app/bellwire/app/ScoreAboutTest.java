package app.bellwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ScoreAboutTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void asksTheHeadlineOfEachArticleForTheOthersOfItsStory() throws IOException {
    assertThat(bellwire("score", "about", wire().toString())).isZero();
    assertThat(out.toString())
        .contains("asked: the title of each article")
        .contains("queries   4")
        .contains("MAP       1.000");
  }

  @Test
  void asksWhatAFileAsks() throws IOException {
    Path queries =
        file(
            "queries.tsv",
            "# story, words",
            "strike\tFerries stand still as crews walk out",
            "",
            "rates\tBorrowing becomes dearer in Arven");
    assertThat(bellwire("score", "about", wire().toString(), "--queries", queries.toString()))
        .isZero();
    assertThat(out.toString())
        .contains("asked: the queries of " + queries)
        .contains("queries   2")
        .contains("MAP       1.000");
  }

  @Test
  void saysWhereAQueryIsWrong() throws IOException {
    Path queries = file("queries.tsv", "strike\tFerries stand still", "rates only");
    assertThat(bellwire("score", "about", wire().toString(), "--queries", queries.toString()))
        .isEqualTo(2);
    assertThat(err.toString())
        .contains(queries + ":2: expected a story and the words to ask, with a tab between them");

    Path other = file("other.tsv", "flood\tThe river rises");
    assertThat(bellwire("score", "about", wire().toString(), "--queries", other.toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains(other + ":1: no article is of the story \"flood\"");
  }

  private Path wire() throws IOException {
    return file(
        "wire.jsonl",
        line("strike", "Ferry crews of Tolm walk out", "No ferry left the port of Tolm on Monday."),
        line("strike", "Strike stops all boats", "Sailors in Tolm refused to work on the ferries."),
        line("rates", "Central bank lifts its rate", "Arven's central bank made credit dearer."),
        line("rates", "Bank raises interest in Arven", "Loans will cost more, the bank said."));
  }

  private static String line(String story, String title, String text) {
    return "{\"id\":\"%s\",\"story\":\"%s\",\"title\":\"%s\",\"text\":\"%s\"}"
        .formatted(title, story, title, text);
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private int bellwire(String... arguments) {
    CommandLine line = Main.commandLine(new Main());
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
