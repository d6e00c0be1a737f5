package app.bellwire.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
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
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to measure: bellwire score stories FILE.jsonl, for example");
  }
}
