package app.bellwire.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The files of one reading, each read once, with the digests of all that were asked for. Confined
/// to one thread.
final class Disk {
  private final Map<Path, Content> read = new LinkedHashMap<>();

  Content read(Path file) {
    return read.computeIfAbsent(file, Content::of);
  }

  /// Of every file asked for, also of those that are not there.
  Map<Path, String> digests() {
    Map<Path, String> digests = new LinkedHashMap<>();
    read.forEach((file, content) -> digests.put(file, content.digest()));
    return digests;
  }

  /// The file beside `missing` whose name is a slip away.
  static Optional<String> nearest(Path missing) {
    Path folder = missing.toAbsolutePath().getParent();
    if (folder == null || missing.getFileName() == null) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(file -> String.valueOf(file.getFileName())).toList();
      return Keys.nearest(missing.getFileName().toString(), names);
    } catch (IOException noFolder) {
      return Optional.empty();
    }
  }
}
