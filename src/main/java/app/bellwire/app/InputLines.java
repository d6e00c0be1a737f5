package app.bellwire.app;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The lines of a file that an argument names.
final class InputLines {
  private InputLines() {}

  /// @throws WrongInput when it is no text file
  static List<String> of(Path file) throws IOException {
    try {
      return Files.readAllLines(file(file));
    } catch (MalformedInputException e) {
      throw new WrongInput(file + ": not UTF-8; save the file as UTF-8");
    }
  }

  /// `file`, which is no folder.
  ///
  /// @throws WrongInput when it is one
  static Path file(Path file) {
    if (Files.isDirectory(file)) {
      throw new WrongInput(file.toAbsolutePath() + " is a folder; name a file");
    }
    return file;
  }
}
