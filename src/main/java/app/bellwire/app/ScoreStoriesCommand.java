package app.bellwire.app;

import app.bellwire.article.Article;
import app.bellwire.article.ArticleNormalizer;
import app.bellwire.query.QueryParser;
import app.bellwire.store.Database;
import app.bellwire.store.Stores;
import app.bellwire.story.LexicalStoryTracker;
import app.bellwire.story.StoryTracker;
import app.bellwire.text.Language;
import app.bellwire.work.Ids;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Places the articles of files in events, as a running program would, and compares the events with
/// the stories that the files name.
@Command(
    name = "stories",
    description = "Compares events with the stories that a file names: BCubed and pairs.")
final class ScoreStoriesCommand implements Callable<Integer> {
  private static final Duration UNDATED = Duration.ofMinutes(1);

  @ParentCommand ScoreCommand score = new ScoreCommand();
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--orders",
      paramLabel = "N",
      defaultValue = "3",
      description = "orders of arrival where the file has no dates (default: ${DEFAULT-VALUE})")
  int orders;

  @Option(names = "--storylines", description = "compares storylines instead of events")
  boolean storylines;

  @Option(
      names = "--labels",
      description = "compares with what people have said of pairs of reports in the store")
  boolean labels;

  @Parameters(
      paramLabel = "FILE.jsonl",
      arity = "0..*",
      description = "one article a line: {\"id\",\"story\",\"title\",\"published\",\"text\"}")
  List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (labels) {
      score.labels().forEach(out::println);
      return Main.FINE;
    }
    if (files.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Name a file, or --labels");
    }
    out.printf(
        Locale.ROOT,
        "%-28s %6s %6s %6s   %6s %6s %6s   %8s %7s %9s   %s%n",
        "file",
        "B3-P",
        "B3-R",
        "B3-F1",
        "pair-P",
        "pair-R",
        "pair-F",
        "clusters",
        "stories",
        "fragments",
        "ms an article (median, p95)");
    for (Path file : files) {
      out.println(line(file));
      out.flush();
    }
    return Main.FINE;
  }

  private String line(Path file) throws IOException {
    List<LabelledArticles.Line> lines = LabelledArticles.read(file);
    boolean dated = lines.stream().allMatch(line -> line.article().published().isPresent());
    List<Long> micros = new ArrayList<>();
    List<Clustering> runs = new ArrayList<>();
    for (int order = 0; order < (dated ? 1 : orders); order++) {
      List<LabelledArticles.Line> arriving = new ArrayList<>(lines);
      if (dated) {
        arriving.sort(LabelledArticles.BY_TIME);
      } else {
        Collections.shuffle(arriving, new Random(order));
      }
      runs.add(placed(arriving, micros));
    }
    Clustering mean = Clustering.mean(runs);
    return String.format(
        Locale.ROOT,
        "%-28s %6.3f %6.3f %6.3f   %6.3f %6.3f %6.3f   %8d %7d %9.2f   %.2f, %.2f",
        file.getFileName(),
        mean.precision(),
        mean.recall(),
        mean.f1(),
        mean.pairPrecision(),
        mean.pairRecall(),
        mean.pairF1(),
        mean.clusters(),
        mean.stories(),
        mean.fragments(),
        millis(micros, .5),
        millis(micros, .95));
  }

  private Clustering placed(List<LabelledArticles.Line> lines, List<Long> micros)
      throws IOException {
    List<Clustering.Item> items = new ArrayList<>();
    try (TemporaryStore store = TemporaryStore.open()) {
      store.database().inTransaction(() -> place(lines, store.database(), items, micros));
    }
    return Clustering.of(items);
  }

  private void place(
      List<LabelledArticles.Line> lines,
      Database database,
      List<Clustering.Item> items,
      List<Long> micros) {
    ReplayClock clock =
        new ReplayClock(lines.stream().map(LabelledArticles.Line::article).toList());
    Ids ids = new Ids(clock);
    Stores stores = new Stores(database, ids::next, clock, QueryParser::parse);
    ArticleNormalizer normalizer = new ArticleNormalizer(ids::next, Language::detect);
    StoryTracker tracker = new LexicalStoryTracker(stores.stories(), stores.articles(), ids::next);
    for (LabelledArticles.Line line : lines) {
      clock.moveTo(line.article().published().orElseGet(() -> clock.instant().plus(UNDATED)));
      Article article = line.article().article(normalizer, clock.instant());
      stores.articles().save(article);
      long start = System.nanoTime();
      var event = tracker.place(article, tracker.analyse(article)).event();
      micros.add((System.nanoTime() - start) / 1000);
      long cluster = storylines ? event.storyline() : event.id();
      items.add(new Clustering.Item(Long.toString(cluster), line.story()));
    }
  }

  private static double millis(List<Long> micros, double part) {
    List<Long> sorted = micros.stream().sorted().toList();
    return sorted.get((int) Math.ceil(part * sorted.size()) - 1) / 1000.0;
  }
}
