package app.bellwire.app;

import app.bellwire.chat.Chat;
import app.bellwire.chat.Limits;
import app.bellwire.chat.telegram.TelegramLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The command line: `bellwire COMMAND [options]`. Exit 0 when all went well, 1 when something
/// failed at run time, 2 for wrong arguments or configuration.
@Command(
    name = "bellwire",
    description = "News alerts for Telegram and Slack: once per story.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    subcommands = {
      RunCommand.class,
      OnceCommand.class,
      CheckCommand.class,
      ReadCommand.class,
      MatchCommand.class,
      ReplayCommand.class,
      ScoreCommand.class,
      StoriesCommand.class,
      BackupCommand.class,
      WarmCommand.class,
      HealthyCommand.class
    })
public final class Main implements Runnable {
  static final int FINE = 0;
  static final int FAILED = 1;
  static final int WRONG = 2;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      defaultValue = "config/bellwire.yml",
      description = "the configuration (default: ${DEFAULT-VALUE})")
  Path config = Path.of("config/bellwire.yml");

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      scope = ScopeType.INHERIT,
      description = "overrides one key, such as web.port=18080; can be repeated")
  List<String> set = new ArrayList<>();

  @Spec CommandSpec spec = CommandSpec.create();

  final List<Chat> networks;
  final Limits toTelegram;

  /// @param networks to talk on besides those that the configuration names
  /// @param toTelegram how fast Telegram is written to
  Main(List<Chat> networks, Limits toTelegram) {
    this.networks = networks;
    this.toTelegram = toTelegram;
  }

  Main(List<Chat> networks) {
    this(networks, TelegramLimits.OF_A_BOT);
  }

  Main() {
    this(List.of());
  }

  public static void main(String[] args) {
    System.exit(commandLine(new Main()).execute(args));
  }

  static CommandLine commandLine(Main main) {
    return new CommandLine(main)
        .setExecutionExceptionHandler(
            (problem, line, parsed) -> {
              line.getErr().println("bellwire: " + Failure.inWords(problem));
              return problem instanceof WrongConfig || problem instanceof WrongInput
                  ? WRONG
                  : FAILED;
            });
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do, for example: bellwire run");
  }
}
