package app.bellwire.app;

import app.bellwire.config.ConfigProblem;
import app.bellwire.config.ConfigResult;
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
            "%s is fine: %d sources, %d subscriptions%n",
            main.config,
            loaded.settings().reading().sources().size(),
            loaded.settings().subscriptions().size());
        yield Main.FINE;
      }
      case ConfigResult.Refused refused -> {
        refused.problems().stream().map(ConfigProblem::toString).forEach(out::println);
        yield Main.WRONG;
      }
    };
  }
}
