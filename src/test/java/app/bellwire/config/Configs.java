package app.bellwire.config;

import app.bellwire.query.ParsedQuery;
import app.bellwire.query.Query;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Loads configurations in tests: at noon of 16 February 2022, with a toy query language in which
/// the only mistake is an open bracket.
final class Configs {
  static final Instant NOW = Instant.parse("2022-02-16T12:00:00Z");

  private Configs() {}

  static ConfigLoader loader(Map<String, String> environment) {
    return new ConfigLoader(environment::get, Configs::parse, () -> NOW);
  }

  static ConfigResult load(Path file, String... overrides) {
    return loader(Map.of()).load(file, List.of(overrides));
  }

  static Settings settings(Path file, String... overrides) {
    return switch (load(file, overrides)) {
      case ConfigResult.Loaded loaded -> loaded.settings();
      case ConfigResult.Refused refused -> throw new AssertionError(refused.problems().toString());
    };
  }

  static List<String> problems(Path file, String... overrides) {
    return switch (load(file, overrides)) {
      case ConfigResult.Loaded _ -> List.of();
      case ConfigResult.Refused refused -> lines(refused.problems());
    };
  }

  static List<String> lines(List<ConfigProblem> problems) {
    return problems.stream().map(ConfigProblem::toString).toList();
  }

  static ParsedQuery parse(String text) {
    int open = text.indexOf('(');
    return open >= 0 && text.indexOf(')') < 0
        ? new ParsedQuery.Invalid(
            text, open, "The bracket is not closed.", Optional.of(text.substring(0, open).strip()))
        : new ParsedQuery.Valid(new Query.Word(text, false, false), text);
  }
}
