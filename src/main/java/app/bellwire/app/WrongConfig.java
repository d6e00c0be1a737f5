package app.bellwire.app;

import app.bellwire.config.ConfigProblem;
import java.util.List;
import java.util.stream.Collectors;

/// The configuration cannot be used; the message names every problem on a line of its own.
final class WrongConfig extends RuntimeException {
  private static final long serialVersionUID = 1;

  WrongConfig(List<ConfigProblem> problems) {
    super(
        problems.stream()
            .map(ConfigProblem::toString)
            .collect(Collectors.joining("\n", "the configuration cannot be used:\n", "")));
  }
}
