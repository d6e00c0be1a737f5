package app.bellwire.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Texts a test compares with `src/test/resources/FOLDER/KEY.expected.txt`; `-Dgolden=write`
/// rewrites them.
public final class Golden {
  private static final Path ROOT = Path.of("src/test/resources");

  private Golden() {}

  public static void check(String folder, String key, String actual) {
    Path file = ROOT.resolve(folder).resolve(key + ".expected.txt");
    String text = actual.endsWith("\n") ? actual : actual + "\n";
    try {
      if ("write".equals(System.getProperty("golden"))) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
      }
      assertThat(file).as("golden text " + key).exists();
      assertThat(text).as(key).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
