package app.bellwire.app;

import app.bellwire.config.ConfigProblem;
import app.bellwire.config.ConfigResult;
import app.bellwire.text.Counted;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Checks the configuration without starting anything.
@Command(name = "check", description = "Checks the configuration and lists every problem.")
final class CheckCommand implements Callable<Integer> {
  @ParentCommand Main main = new Main();
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    return switch (Configuration.loader().load(main.config, main.set)) {
      case ConfigResult.Loaded loaded -> {
        loaded.settings().notes().forEach(out::println);
        out.printf(
            "%s is fine: %s, %s%n",
            main.config,
            Counted.of(loaded.settings().reading().sources().size(), "source", "sources"),
            Counted.of(loaded.settings().subscriptions().size(), "subscription", "subscriptions"));
        yield Main.FINE;
      }
      case ConfigResult.Refused refused -> {
        refused.problems().stream().map(ConfigProblem::toString).forEach(out::println);
        yield Main.WRONG;
      }
    };
  }
}
