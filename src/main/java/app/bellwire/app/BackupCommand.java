package app.bellwire.app;

import app.bellwire.store.Database;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Copies the store while Bellwire runs.
@Command(name = "backup", description = "Makes a consistent copy of a running SQLite store.")
final class BackupCommand implements Callable<Integer> {
  @ParentCommand Main main = new Main();
  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "the copy; must not exist yet")
  Path copy = Path.of("");

  @Override
  public Integer call() {
    String url = Configuration.load(main).settings().connections().store().url();
    Database.backup(url, copy);
    spec.commandLine().getOut().println("The store was copied to " + copy);
    return Main.FINE;
  }
}
