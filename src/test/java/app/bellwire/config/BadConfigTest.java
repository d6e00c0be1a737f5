package app.bellwire.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each file of `src/test/resources/config/bad` is named by its mistake; `NAME.expected.txt` has
/// what is said about it. `-Dgolden=write` writes those anew.
class BadConfigTest {
  private static final Path FOLDER = Path.of("src/test/resources/config/bad");

  static List<String> mistakes() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yml"))
          .map(name -> name.substring(0, name.length() - ".yml".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void every_problem_is_told_with_its_line(String mistake) throws IOException {
    Path expected = FOLDER.resolve(mistake + ".expected.txt");
    List<String> told =
        Configs.problems(FOLDER.resolve(mistake + ".yml")).stream()
            .map(line -> line.replace(FOLDER + "/", "").replace(FOLDER + "\\", ""))
            .toList();
    if ("write".equals(System.getProperty("golden"))) {
      Files.write(expected, told);
    }

    assertThat(told).isNotEmpty().isEqualTo(Files.readAllLines(expected));
  }
}
