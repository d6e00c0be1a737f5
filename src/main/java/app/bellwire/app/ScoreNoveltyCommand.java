package app.bellwire.app;

import app.bellwire.app.NoveltyScore.Judged;
import app.bellwire.story.Told;
import app.bellwire.text.Counted;
import app.bellwire.text.Tokens;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Asks of dated updates with backgrounds that people wrote whether a reader of all earlier updates
/// was told each sentence: those of the update are new, those of the background old. The sentences
/// of a timeline's first update are left out, for nothing was told before them.
@Command(
    name = "novelty",
    description = {
      "Measures how well sentences that were told are known, on timelines with backgrounds.",
      "DIR/EVENT/annotator*.tsv: columns Date, Update, Background."
    })
final class ScoreNoveltyCommand implements Callable<Integer> {
  private static final double MOST_LOST = .02;
  private static final String ROW = "%-28s %7s %7s %6s %9s %9s %9s %9s%n";

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(names = "--by-timeline", description = "a line for each timeline too")
  boolean byTimeline;

  @Parameters(paramLabel = "DIR")
  Path folder = Path.of("");

  @Override
  public Integer call() throws IOException {
    List<Judged> all = new ArrayList<>();
    for (BackgroundTimeline timeline : BackgroundTimeline.in(folder)) {
      judge(timeline, all);
    }
    print(all);
    return Main.FINE;
  }

  private static void judge(BackgroundTimeline timeline, List<Judged> all) {
    Told told = Told.of(List.of());
    for (BackgroundTimeline.Step step : timeline.steps()) {
      if (!told.isEmpty()) {
        step.update().forEach(s -> all.add(judged(timeline, false, told.read(s))));
        step.background().forEach(s -> all.add(judged(timeline, true, told.read(s))));
      }
      step.update().stream().filter(s -> !Tokens.of(s).isEmpty()).forEach(told::add);
    }
  }

  private static Judged judged(BackgroundTimeline timeline, boolean old, Told.Reading reading) {
    return new Judged(timeline.event(), timeline.annotator(), old, reading.score(), reading.told());
  }

  private void print(List<Judged> all) {
    PrintWriter out = spec.commandLine().getOut();
    List<String> events = List.copyOf(new TreeSet<>(all.stream().map(Judged::event).toList()));
    out.printf(Locale.ROOT, ROW, "", "new", "old", "AUC", "caught", "frozen:", "lost", "precision");
    out.printf(Locale.ROOT, ROW, "", "", "", "", "at 2 %", "caught", "", "");
    row(out, "all", all, judged -> true);
    for (String annotator : new TreeSet<>(all.stream().map(Judged::annotator).toList())) {
      row(out, annotator, all, judged -> judged.annotator().equals(annotator));
    }
    row(out, "1st, 3rd, 5th ... timeline", all, j -> events.indexOf(j.event()) % 2 == 0);
    row(out, "2nd, 4th, 6th ... timeline", all, j -> events.indexOf(j.event()) % 2 == 1);
    if (byTimeline) {
      events.forEach(event -> row(out, event, all, judged -> judged.event().equals(event)));
    }
    double threshold = NoveltyScore.of(all).thresholdFor(MOST_LOST);
    out.printf(
        Locale.ROOT,
        "%s; at most 2 %% of the new lost from a score of %.3f; frozen at %.3f%n",
        Counted.of(events.size(), "timeline", "timelines"),
        threshold,
        Told.FROZEN_SCORE);
    out.flush();
  }

  private static void row(PrintWriter out, String name, List<Judged> all, Predicate<Judged> which) {
    List<Judged> those = all.stream().filter(which).toList();
    NoveltyScore score = NoveltyScore.of(those);
    out.printf(
        Locale.ROOT,
        ROW,
        name,
        Counted.figure(score.fresh()),
        Counted.figure(score.old()),
        share(score.auc()),
        share(score.caughtAt(score.thresholdFor(MOST_LOST))),
        share(score.caught()),
        share(score.lost()),
        share(score.precision()));
  }

  private static String share(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
