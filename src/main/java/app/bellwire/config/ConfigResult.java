package app.bellwire.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What became of reading the configuration. Immutable.
public sealed interface ConfigResult {

  /// It can be used.
  ///
  /// @param files every file it was read from, with a digest of its content
  record Loaded(Settings settings, Map<Path, String> files) implements ConfigResult {
    public Loaded {
      files = Map.copyOf(files);
    }
  }

  /// It cannot be used.
  ///
  /// @param problems all of them, by file and line; never empty
  record Refused(List<ConfigProblem> problems) implements ConfigResult {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
