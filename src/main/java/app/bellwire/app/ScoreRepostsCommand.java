package app.bellwire.app;

import static app.bellwire.text.Counted.figure;

import app.bellwire.app.LabelledPairs.Label;
import app.bellwire.app.LabelledPairs.Pair;
import app.bellwire.app.RepostScore.Found;
import app.bellwire.article.Article;
import app.bellwire.article.ArticleNormalizer;
import app.bellwire.story.Resemblance.Sort;
import app.bellwire.work.Ids;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
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

  @Option(names = "--list", description = "prints every repost found and every pair that is wrong")
  boolean list;

  private final Map<Long, String> ids = new HashMap<>();

  @Override
  public Integer call() throws IOException {
    List<Pair> pairs = labels == null ? List.of() : LabelledPairs.read(labels);
    Map<String, Article> articles = articles();
    PrintWriter out = spec.commandLine().getOut();
    RepostScore score = new RepostScore(found -> print(found, out));
    articles.values().forEach(score::add);
    print(score, articles.size(), out);
    if (!pairs.isEmpty()) {
      print(RepostScore.confusion(pairs, articles, found -> print(found, out)), out);
    }
    out.flush();
    return Main.FINE;
  }

  /// By their ids in the file, in the order of their times.
  private Map<String, Article> articles() throws IOException {
    ArticleNormalizer normalizer = new ArticleNormalizer(new Ids(InstantSource.system())::next);
    List<JsonArticles.Line> lines = new ArrayList<>(JsonArticles.read(wire));
    lines.sort(Comparator.comparing(line -> line.published().orElse(Instant.EPOCH)));
    Map<String, Article> articles = new LinkedHashMap<>();
    for (JsonArticles.Line line : lines) {
      Article article = line.article(normalizer, line.published().orElse(Instant.EPOCH));
      articles.put(line.id(), article);
      ids.put(article.id(), line.id());
    }
    return articles;
  }

  private void print(Found found, PrintWriter out) {
    if (list) {
      out.printf(
          Locale.ROOT,
          "%s: %s then %s is %s (%s), J %.2f, contained %.2f | %s | %s%n",
          found.what(),
          ids.get(found.earlier().id()),
          ids.get(found.later().id()),
          word(found.resemblance().sort()),
          found.resemblance().reason(),
          found.resemblance().jaccard(),
          found.resemblance().contained(),
          found.earlier().copy().headline(),
          found.later().copy().headline());
    }
  }

  private static void print(RepostScore score, int articles, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%s reports, %s repeat an earlier one; %.2f comparisons a report, median %.2f ms, p95"
            + " %.2f ms%n",
        figure(articles),
        figure(score.repeats),
        (double) score.compared / Math.max(1, articles),
        milliseconds(score.times, .5),
        milliseconds(score.times, .95));
    out.printf(
        "same headline, J >= .9: %s; not found by sketch: %d%n",
        caught(score.caught, score.sameItems), score.unseen);
    out.printf(
        "  without %d marked as corrections or over three days apart: %s%n",
        score.onPurpose, caught(score.caught, score.sameItems - score.onPurpose));
  }

  private static double milliseconds(List<Long> times, double share) {
    List<Long> sorted = times.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get((int) (share * (sorted.size() - 1))) / 1e6;
  }

  private static void print(Map<Label, Map<Sort, Integer>> counts, PrintWriter out) {
    out.printf(
        "%d labelled pairs%n%-10s%8s%11s%10s%11s%n",
        Stream.of(Label.values()).mapToInt(label -> all(counts, label)).sum(),
        "",
        "repost",
        "same text",
        "template",
        "unrelated");
    for (Label label : Label.values()) {
      out.printf(
          "%-10s%8d%11d%10d%11d%n",
          LabelledPairs.word(label),
          of(counts, label, Sort.REPOST),
          of(counts, label, Sort.SAME_TEXT),
          of(counts, label, Sort.TEMPLATE),
          of(counts, label, Sort.UNRELATED));
    }
    out.printf(
        "templates suppressed: %d; joined to another event: %d%n",
        of(counts, Label.TEMPLATE, Sort.REPOST), of(counts, Label.TEMPLATE, Sort.SAME_TEXT));
    out.printf(
        "updates suppressed: %s%n",
        caught(of(counts, Label.UPDATE, Sort.REPOST), all(counts, Label.UPDATE)));
    out.printf(
        "reposts: %s; abridged ones: %s%n",
        caught(of(counts, Label.REPOST, Sort.REPOST), all(counts, Label.REPOST)),
        caught(of(counts, Label.ABRIDGED, Sort.REPOST), all(counts, Label.ABRIDGED)));
  }

  private static int of(Map<Label, Map<Sort, Integer>> counts, Label label, Sort sort) {
    return counts.getOrDefault(label, Map.of()).getOrDefault(sort, 0);
  }

  private static int all(Map<Label, Map<Sort, Integer>> counts, Label label) {
    return counts.getOrDefault(label, Map.of()).values().stream().mapToInt(n -> n).sum();
  }

  private static String caught(int part, int whole) {
    String share = whole == 0 ? "" : String.format(Locale.ROOT, " (%.3f)", (double) part / whole);
    return figure(part) + " of " + figure(whole) + share;
  }

  private static String word(Sort sort) {
    return sort.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
