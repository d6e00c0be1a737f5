package app.bellwire.app;

import app.bellwire.article.Article;
import app.bellwire.article.ArticleNormalizer;
import app.bellwire.match.AboutThreshold;
import app.bellwire.match.Meanings;
import app.bellwire.query.Query.Strictness;
import app.bellwire.text.Embedder;
import app.bellwire.text.Embedding;
import app.bellwire.text.Language;
import app.bellwire.text.Sentences;
import app.bellwire.work.Ids;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Asks `about:` the headline of each article and looks whether the other articles of its story
/// come, and no others: articles of a file as [LabelledArticles] reads it. The article that gave
/// the query is left out. Or asks what a file of [LabelledQueries] asks.
@Command(
    name = "about",
    description = "Measures about:\"…\": each headline against the articles of other ids.")
final class ScoreAboutCommand implements Callable<Integer> {
  /// Where an article has no title, its first sentence stands in, cut to so many words.
  private static final int WORDS = 25;

  /// What is shorter is most often a place or a note and no sentence.
  private static final int FEWEST = 6;

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE.jsonl")
  Path file = Path.of("");

  @Option(
      names = "--queries",
      paramLabel = "FILE.tsv",
      description = "Asked instead of headlines, one a line: the story, a tab, the words.")
  @Nullable Path queries;

  /// What is asked, and the story that is to come.
  ///
  /// @param without the article that gave the query
  private record Asked(String story, String query, Optional<Read> without) {}

  /// @param query empty where nothing can be asked
  private record Read(String story, String query, Optional<Embedding> meaning) {}

  @Override
  public Integer call() throws IOException {
    List<LabelledArticles.Line> lines = LabelledArticles.read(file);
    List<Asked> own = own(lines);
    try (MeaningModel model = new MeaningModel(Optional.of(MeaningModel.load()), "")) {
      score(lines, own, model);
    }
    return Main.FINE;
  }

  /// What the file of queries asks; none where headlines are asked.
  private List<Asked> own(List<LabelledArticles.Line> lines) throws IOException {
    if (queries == null) {
      return List.of();
    }
    Set<String> stories =
        lines.stream().map(LabelledArticles.Line::story).collect(Collectors.toSet());
    return LabelledQueries.read(queries, stories).stream()
        .map(query -> new Asked(query.story(), query.words(), Optional.empty()))
        .toList();
  }

  private void score(List<LabelledArticles.Line> lines, List<Asked> own, MeaningModel model) {
    Embedder embedder = model.embedder().orElseThrow();
    Meanings meanings = model.unkept();
    ArticleNormalizer normalizer =
        new ArticleNormalizer(new Ids(InstantSource.system())::next, Language::detect);
    List<Read> all = new ArrayList<>();
    List<Duration> times = new ArrayList<>();
    int titled = 0;
    for (LabelledArticles.Line labelled : lines) {
      JsonArticles.Line line = labelled.article();
      Article article = line.article(normalizer, line.published().orElseGet(Instant::now));
      long begun = System.nanoTime();
      Optional<Embedding> meaning = meanings.read(article);
      times.add(Duration.ofNanos(System.nanoTime() - begun));
      titled += article.copy().ownHeadline() ? 1 : 0;
      all.add(new Read(labelled.story(), query(article), meaning));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(described(all, titled, embedder.model()));
    List<Asked> asked = queries == null ? headlines(all) : own;
    print(RetrievalScore.of(rankings(asked, all, embedder)), out);
    out.println(cost(times));
    out.flush();
  }

  private static String query(Article article) {
    if (article.copy().ownHeadline()) {
      return article.copy().headline();
    }
    List<String[]> sentences =
        Sentences.of(article.copy().body()).stream().map(s -> s.strip().split("\\s+")).toList();
    return sentences.stream()
        .filter(words -> words.length >= FEWEST)
        .findFirst()
        .or(() -> sentences.stream().findFirst())
        .map(words -> String.join(" ", Arrays.copyOf(words, Math.min(WORDS, words.length))))
        .orElse("");
  }

  private static List<Asked> headlines(List<Read> all) {
    return all.stream()
        .filter(read -> !read.query().isBlank())
        .map(read -> new Asked(read.story(), read.query(), Optional.of(read)))
        .toList();
  }

  /// One for each query that has something to find.
  private static List<RetrievalScore.Ranking> rankings(
      List<Asked> asked, List<Read> all, Embedder embedder) {
    return asked.stream()
        .map(one -> hits(one, all, embedder.embed(one.query())))
        .filter(hits -> hits.stream().anyMatch(RetrievalScore.Scored::relevant))
        .map(RetrievalScore.Ranking::new)
        .toList();
  }

  private static List<RetrievalScore.Scored> hits(Asked asked, List<Read> all, Embedding query) {
    return all.stream()
        .filter(read -> asked.without().filter(own -> own == read).isEmpty())
        .map(
            read ->
                new RetrievalScore.Scored(
                    read.meaning().map(query::cosine).orElse(-1.0),
                    read.story().equals(asked.story())))
        .toList();
  }

  private String described(List<Read> all, int titled, String model) {
    long unread = all.stream().filter(read -> read.meaning().isEmpty()).count();
    return "%s: %d articles, %d stories, model %s%n%s%s"
        .formatted(
            file,
            all.size(),
            all.stream().map(Read::story).distinct().count(),
            model,
            asked(all.size(), titled),
            unread == 0 ? "" : ", " + unread + " not read, in another language");
  }

  private String asked(int articles, int titled) {
    if (queries != null) {
      return "asked: the queries of " + queries;
    }
    return titled == articles
        ? "asked: the title of each article"
        : "asked: the title of %d articles, the first sentence (%d to %d words) of %d without"
            .formatted(titled, FEWEST, WORDS, articles - titled);
  }

  private static void print(RetrievalScore score, PrintWriter out) {
    out.printf(Locale.ROOT, "queries   %d%n", score.queries());
    out.printf(Locale.ROOT, "MAP       %.3f%n", score.meanAveragePrecision());
    out.println(line("best F1", score.best()));
    for (Strictness strictness : List.of(Strictness.LOOSE, Strictness.USUAL, Strictness.STRICT)) {
      out.println(
          line(
              strictness.name().toLowerCase(Locale.ROOT), score.at(AboutThreshold.of(strictness))));
    }
  }

  private static String line(String name, RetrievalScore.Cut cut) {
    return String.format(
        Locale.ROOT,
        "%-9s F1 %.3f, precision %.3f, recall %.3f, at cosine %.2f",
        name,
        cut.f1(),
        cut.precision(),
        cut.recall(),
        cut.threshold());
  }

  private static String cost(List<Duration> times) {
    List<Duration> sorted = times.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "an article: p50 %.1f ms, p95 %.1f ms; memory of the process: %s",
        millis(sorted, 0.50),
        millis(sorted, 0.95),
        ProcessMemory.now());
  }

  private static double millis(List<Duration> sorted, double share) {
    int at = Math.min(sorted.size() - 1, (int) (sorted.size() * share));
    return at < 0 ? 0 : sorted.get(at).toNanos() / 1e6;
  }
}
