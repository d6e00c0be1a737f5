package app.bellwire.app;

import app.bellwire.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A store in a folder of its own that is deleted with it, for commands that keep nothing.
record TemporaryStore(Path folder, Database database) implements AutoCloseable {
  static TemporaryStore open() throws IOException {
    Path folder = Files.createTempDirectory("bellwire-");
    return new TemporaryStore(folder, Database.open("jdbc:sqlite:" + folder.resolve("store.db")));
  }

  @Override
  public void close() {
    database.close();
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
