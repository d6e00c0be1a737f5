package app.bellwire.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// What the reading of one file needs. Confined to one thread.
///
/// @param file as the admin named it, or as named from there
record Scope(Path file, Disk disk, Findings findings, Placeholders placeholders) {

  /// The same for a file that this one names.
  Scope in(Path other) {
    return new Scope(other, disk, findings, placeholders);
  }

  /// A path as this file means it; none when it is no path.
  Optional<Path> resolve(String path) {
    try {
      return Optional.of(file.resolveSibling(path).normalize());
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }

  Content content() {
    findings.opened(file);
    return disk.read(file);
  }

  /// The file beside this one that was probably meant, where this one is not there.
  Optional<String> nearest(Content.None none) {
    return none.equals(Content.ABSENT) ? Disk.nearest(file) : Optional.empty();
  }

  /// The text of `bytes`, which this file holds; none when they are no text.
  Optional<String> text(Content.Bytes bytes) {
    return switch (Content.decode(bytes.bytes())) {
      case Content.Decoded.Text text -> Optional.of(text.text());
      case Content.Decoded.Malformed malformed -> {
        findings.problem(
            new Place(file, malformed.line(), 0),
            "not UTF-8: the byte %02X; save the file as UTF-8".formatted(malformed.first()));
        yield Optional.empty();
      }
    };
  }
}
