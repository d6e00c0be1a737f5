package app.bellwire.app;

import app.bellwire.story.Event;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
  @ParentCommand ScoreCommand score = new ScoreCommand();
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--orders",
      paramLabel = "N",
      defaultValue = "3",
      description = "orders of arrival where the file has no dates (default: ${DEFAULT-VALUE})")
  int orders;

  @Option(
      names = "--lang",
      paramLabel = "CODE",
      description = "only articles that the file says are in this language, such as en")
  @Nullable String language;

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

  private List<LabelledArticles.Line> read(Path file) throws IOException {
    List<LabelledArticles.Line> lines =
        LabelledArticles.read(file).stream()
            .filter(line -> language == null || language.equals(line.article().item().language()))
            .toList();
    if (lines.isEmpty()) {
      throw new WrongInput(file + ": holds no article in the language " + language);
    }
    return lines;
  }

  private String line(Path file) throws IOException {
    List<LabelledArticles.Line> lines = read(file);
    boolean dated = lines.stream().allMatch(line -> line.article().published().isPresent());
    List<TrialPlacing.Placed> all = new ArrayList<>();
    List<Clustering> runs = new ArrayList<>();
    for (int order = 0; order < (dated ? 1 : orders); order++) {
      List<LabelledArticles.Line> arriving = new ArrayList<>(lines);
      if (dated) {
        arriving.sort(LabelledArticles.BY_TIME);
      } else {
        Collections.shuffle(arriving, new Random(order));
      }
      List<TrialPlacing.Placed> placed =
          TrialPlacing.of(
              TrialPlacing.arriving(
                  arriving.stream().map(LabelledArticles.Line::article).toList()));
      runs.add(clustered(arriving, placed));
      all.addAll(placed);
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
        TrialPlacing.millis(all, .5),
        TrialPlacing.millis(all, .95));
  }

  private Clustering clustered(
      List<LabelledArticles.Line> lines, List<TrialPlacing.Placed> placed) {
    List<Clustering.Item> items = new ArrayList<>();
    for (int i = 0; i < placed.size(); i++) {
      Event event = placed.get(i).update().event();
      long cluster = storylines ? event.storyline() : event.id();
      items.add(new Clustering.Item(Long.toString(cluster), lines.get(i).story()));
    }
    return Clustering.of(items);
  }
}
