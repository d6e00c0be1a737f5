package app.bellwire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.bellwire.app.NoveltyScore.Judged;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ScoreNoveltyTest {
  private static final String HEAD = "Date\tUpdate\tBackground\n";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void readsFieldsThatAreQuoted() {
    assertThat(QuotedTable.of("a\t\"b \"\"c\"\"\td\ne\"\tf\n\ng\t\n", "t"))
        .containsExactly(
            new QuotedTable.Row(1, List.of("a", "b \"c\"\td\ne", "f")),
            new QuotedTable.Row(4, List.of("g", "")));
  }

  @Test
  void theAreaIsTheChanceThatOldStandsAboveNew() {
    NoveltyScore score =
        NoveltyScore.of(
            List.of(judged(true, .9), judged(true, .5), judged(false, .5), judged(false, .1)));
    assertThat(score.auc()).isCloseTo(3.5 / 4, within(1e-9));
    assertThat(score.thresholdFor(0)).isEqualTo(.9);
    assertThat(score.thresholdFor(.5)).isEqualTo(.5);
    assertThat(score.caughtAt(.9)).isEqualTo(.5);
    assertThat(NoveltyScore.of(List.of(judged(false, 1), judged(true, 0))).thresholdFor(0))
        .isInfinite();
  }

  private static Judged judged(boolean old, double score) {
    return new Judged("flood", "annotator1", old, score, score > .4);
  }

  @Test
  void judgesUpdatesAndBackgroundsAgainstAllEarlierUpdates() throws IOException {
    timeline(
        "flood",
        HEAD
            + "[2031-01-01]\tThe river Sorvane left its bed in Lunden.\t\n"
            + "[2031-01-02]\t\"The mill of Orm was closed.\\nNobody was hurt.\"\t"
            + "The river Sorvane left its bed in Lunden.\n"
            + "[2031-01-03]\t<UPDATE-0>\t\n");
    assertThat(bellwire("score", "novelty", "--by-timeline", folder.toString())).isZero();
    assertThat(out.toString().lines())
        .anyMatch(line -> line.matches("all +2 +1 +1\\.000 +1\\.000 +1\\.000 +0\\.000 +1\\.000"))
        .anyMatch(line -> line.startsWith("annotator1 "))
        .anyMatch(line -> line.startsWith("flood "))
        .anyMatch(line -> line.startsWith("1 timeline;"));
  }

  @Test
  void saysWhereAFileIsWrong() throws IOException {
    Path file = timeline("flood", HEAD + "[2031-01-01]\tone\n");
    assertThat(bellwire("score", "novelty", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains(file + ":2: 2 fields, not 3");

    timeline("flood", "Day\tUpdate\n");
    assertThat(bellwire("score", "novelty", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains(file + ":1: the columns are not Date, Update, Background");

    timeline("flood", HEAD + "[2031-01-01]\tone\t\n[2031-01-02]\t\"open\tand never closed\n");
    assertThat(bellwire("score", "novelty", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains(file + ":3: a quoted field that begins here does not end");
  }

  @Test
  void saysWhatItNeeds() throws IOException {
    assertThat(bellwire("score")).isEqualTo(2);
    assertThat(err.toString()).contains("bellwire score ");

    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(bellwire("score", "novelty", empty.toString())).isEqualTo(2);
    assertThat(err.toString()).contains(empty + " holds no EVENT/annotator*.tsv");

    Path none = folder.resolve("none");
    assertThat(bellwire("score", "novelty", none.toString())).isEqualTo(2);
    assertThat(err.toString()).contains(none + " is not a folder");
  }

  private Path timeline(String event, String text) throws IOException {
    Path there = Files.createDirectories(folder.resolve(event));
    return Files.writeString(there.resolve("annotator1.tsv"), text);
  }

  private int bellwire(String... arguments) {
    CommandLine line = Main.commandLine(new Main());
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
