package app.bellwire.config;

import java.nio.file.Path;
import java.util.Optional;

/// Something in the configuration that an admin should know, and where. Immutable; holds no secret.
///
/// @param path the file as the admin named it, or `--set KEY` for an override
/// @param line from 1; 0 where no line can be named
/// @param what what is wrong, without place and hint
/// @param hint what was probably meant, bare
public record ConfigProblem(Path path, int line, String what, Optional<String> hint) {

  private static final String OVERRIDE = "--set ";

  /// The path that stands for an override of `key`.
  static Path override(String key) {
    return Path.of(OVERRIDE + key.replace('\0', '?'));
  }

  static boolean isOverride(Path path) {
    return path.toString().startsWith(OVERRIDE);
  }

  /// `config/subscriptions.yml:12: 'qury' is not a known key (did you mean 'query'?)`.
  @Override
  public String toString() {
    String quote = isOverride(path) ? "" : "'";
    return path
        + (line > 0 ? ":" + line : "")
        + ": "
        + what
        + hint.map(meant -> " (did you mean " + quote + meant + quote + "?)").orElse("");
  }
}
