package app.bellwire.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// The lines of a file that an argument names; one that ends in `.gz` is unpacked.
final class InputLines {
  /// A line, and where it stands: `FILE:line`.
  record Entry(String text, String place) {}

  private InputLines() {}

  /// The lines that say something: those that are not blank and do not begin with `#`.
  ///
  /// @throws WrongInput when it is no text file
  static List<Entry> entries(Path file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    int number = 0;
    for (String line : of(file)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        entries.add(new Entry(line, file + ":" + number));
      }
    }
    return entries;
  }

  /// @throws WrongInput when it is no text file
  static List<String> of(Path file) throws IOException {
    try {
      return file.toString().endsWith(".gz") ? unpacked(file) : Files.readAllLines(file(file));
    } catch (ZipException e) {
      throw new WrongInput(file + ": not packed by gzip; unpack it or name it without .gz");
    } catch (MalformedInputException e) {
      throw new WrongInput(file + ": not UTF-8; save the file as UTF-8");
    }
  }

  private static List<String> unpacked(Path file) throws IOException {
    try (InputStream in = open(file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))) {
      return lines.lines().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// The bytes of the file, unpacked.
  static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file(file));
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
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
