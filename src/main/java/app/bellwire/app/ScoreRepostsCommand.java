package app.bellwire.app;

import static app.bellwire.text.Counted.figure;

import app.bellwire.app.LabelledPairs.Label;
import app.bellwire.app.LabelledPairs.Pair;
import app.bellwire.app.RepostScore.Fate;
import app.bellwire.app.RepostScore.Found;
import app.bellwire.app.TrialPlacing.Placed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Measures which articles of a wire are taken for repeated, against the headlines of the wire
/// itself and against pairs that a person has labelled.
@Command(
    name = "reposts",
    description = "Measures which reports of a wire are taken for repeated ones.")
final class ScoreRepostsCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "WIRE.jsonl[.gz]", description = "articles, one JSON object a line")
  Path wire = Path.of("");

  @Option(
      names = "--labels",
      paramLabel = "PAIRS.tsv",
      description = "pairs of ids, the earlier first, with their label, between tabs")
  @Nullable Path labels;

  @Option(
      names = "--list",
      description = "prints every repost that is told again and every pair that is wrong")
  boolean list;

  private final Map<Long, String> ids = new HashMap<>();

  @Override
  public Integer call() throws IOException {
    List<Pair> pairs = labels == null ? List.of() : LabelledPairs.read(labels);
    Map<String, Placed> placed = placed();
    PrintWriter out = spec.commandLine().getOut();
    RepostScore score = new RepostScore(found -> print(found, out));
    placed.values().forEach(score::add);
    print(score, List.copyOf(placed.values()), out);
    if (!pairs.isEmpty()) {
      print(RepostScore.confusion(pairs, placed, found -> print(found, out)), out);
    }
    out.flush();
    return Main.FINE;
  }

  /// By their ids in the file, in the order of their times.
  private Map<String, Placed> placed() throws IOException {
    List<JsonArticles.Line> lines = new ArrayList<>(JsonArticles.read(wire));
    lines.sort(Comparator.comparing(line -> line.published().orElse(Instant.EPOCH)));
    List<Placed> all = TrialPlacing.of(TrialPlacing.arriving(lines));
    Map<String, Placed> placed = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      placed.put(lines.get(i).id(), all.get(i));
      ids.put(all.get(i).article().id(), lines.get(i).id());
    }
    return placed;
  }

  private void print(Found found, PrintWriter out) {
    if (list) {
      out.printf(
          "%s: %s then %s: %s (%s) | %s | %s%n",
          found.what(),
          ids.get(found.earlier().article().id()),
          ids.get(found.later().article().id()),
          word(found.fate()),
          found.later().update().reason(),
          found.earlier().article().copy().headline(),
          found.later().article().copy().headline());
    }
  }

  private static void print(RepostScore score, List<Placed> placed, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%s reports, %s repeat an earlier one and are not told; median %.2f ms, p95 %.2f ms%n",
        figure(placed.size()),
        figure(score.repeats),
        TrialPlacing.millis(placed, .5),
        TrialPlacing.millis(placed, .95));
    out.printf("same headline, J >= .9: %s%n", caught(score.caught, score.sameItems));
    out.printf(
        "  without %d marked as corrections or over three days apart: %s%n",
        score.onPurpose, caught(score.caught, score.sameItems - score.onPurpose));
  }

  private static void print(Map<Label, Map<Fate, Integer>> counts, PrintWriter out) {
    out.printf(
        "%d labelled pairs%n%-10s%8s%12s%13s%n",
        Stream.of(Label.values()).mapToInt(label -> all(counts, label)).sum(),
        "",
        word(Fate.SILENT),
        word(Fate.SAME_EVENT),
        word(Fate.OTHER_EVENT));
    for (Label label : Label.values()) {
      out.printf(
          "%-10s%8d%12d%13d%n",
          LabelledPairs.word(label),
          of(counts, label, Fate.SILENT),
          of(counts, label, Fate.SAME_EVENT),
          of(counts, label, Fate.OTHER_EVENT));
    }
    out.printf(
        "templates silenced: %d; put into the event of the other: %d%n",
        of(counts, Label.TEMPLATE, Fate.SILENT), of(counts, Label.TEMPLATE, Fate.SAME_EVENT));
    out.printf(
        "updates silenced: %s%n",
        caught(of(counts, Label.UPDATE, Fate.SILENT), all(counts, Label.UPDATE)));
    out.printf(
        "reposts: %s; abridged ones: %s%n",
        caught(of(counts, Label.REPOST, Fate.SILENT), all(counts, Label.REPOST)),
        caught(of(counts, Label.ABRIDGED, Fate.SILENT), all(counts, Label.ABRIDGED)));
  }

  private static int of(Map<Label, Map<Fate, Integer>> counts, Label label, Fate fate) {
    return counts.getOrDefault(label, Map.of()).getOrDefault(fate, 0);
  }

  private static int all(Map<Label, Map<Fate, Integer>> counts, Label label) {
    return counts.getOrDefault(label, Map.of()).values().stream().mapToInt(n -> n).sum();
  }

  private static String caught(int part, int whole) {
    String share = whole == 0 ? "" : String.format(Locale.ROOT, " (%.3f)", (double) part / whole);
    return figure(part) + " of " + figure(whole) + share;
  }

  private static String word(Fate fate) {
    return fate.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
