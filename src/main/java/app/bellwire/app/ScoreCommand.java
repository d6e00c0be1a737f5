package app.bellwire.app;

import app.bellwire.query.QueryParser;
import app.bellwire.store.Database;
import app.bellwire.store.Stores;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Measures what stories are made of against files in which people have said how it should be.
@Command(
    name = "score",
    description = "Measures stories and about: against files that say how it should be.",
    subcommands = {
      ScoreStoriesCommand.class,
      ScoreNoveltyCommand.class,
      ScoreRepostsCommand.class,
      ScoreAboutCommand.class
    })
final class ScoreCommand implements Runnable {
  @ParentCommand Main main = new Main();
  @Spec CommandSpec spec = CommandSpec.create();

  /// What people have said of pairs of reports in the configured store, against the rules.
  List<String> labels() throws IOException {
    String url = Configuration.load(main).settings().connections().store().url();
    try (Database database = Database.reading(url)) {
      Stores stores = new Stores(database, () -> 0, InstantSource.system(), QueryParser::parse);
      return new LabelScore(stores).lines();
    }
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to measure: bellwire score stories FILE.jsonl, for example");
  }
}
