package app.bellwire.config;

import java.nio.file.Path;

/// Where a value stands. Immutable.
///
/// @param file as the admin named it, or the path of an override
/// @param line from 1; 0 for an override or a whole file
/// @param column of the first character of its text, from 1; 0 where the characters of the text are
///   not those of the file (several lines, escapes, an override)
record Place(Path file, int line, int column) {
  static Place wholeFile(Path file) {
    return new Place(file, 0, 0);
  }

  static Place override(String key) {
    return new Place(ConfigProblem.override(key), 0, 0);
  }

  boolean inOverride() {
    return ConfigProblem.isOverride(file);
  }
}
