package app.bellwire.app;

import app.bellwire.poll.PollOutcome;
import app.bellwire.source.Source;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// One look at every source, decide, deliver what is due.
@Command(name = "once", description = "Looks once at every source, delivers what is due, exits.")
final class OnceCommand implements Callable<Integer> {
  @ParentCommand Main main = new Main();
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    try (Bellwire bellwire = new Bellwire(Configuration.wiring(main))) {
      Map<Source, PollOutcome> outcomes = bellwire.once();
      PrintWriter out = spec.commandLine().getOut();
      outcomes.forEach((source, outcome) -> out.println(source.id() + ": " + words(outcome)));
      boolean failed =
          outcomes.values().stream().anyMatch(outcome -> outcome instanceof PollOutcome.Failed);
      return failed ? Main.FAILED : Main.FINE;
    }
  }

  private static String words(PollOutcome outcome) {
    return switch (outcome) {
      case PollOutcome.Read read -> read.fresh() + " new";
      case PollOutcome.Unchanged unchanged -> "unchanged";
      case PollOutcome.Throttled busy -> "asks to be left alone until " + busy.until();
      case PollOutcome.Failed failed -> "failed: " + failed.detail();
    };
  }
}
