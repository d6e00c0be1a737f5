package app.bellwire.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileItemsTest {
  private static final Duration LIMIT = Duration.ofSeconds(6);
  private static final int MIB = 1024 * 1024;
  private static final int MUTATIONS = 5_000;
  private static final List<String> PIECES =
      List.of(
          "SUND",
          "Sund",
          ", ",
          "March 4",
          "4 March",
          "2026",
          " ",
          ". ",
          "/NORDA/",
          "(Norda)",
          " - ",
          " — ",
          "--",
          "/",
          "(",
          ")",
          "\n",
          "\n\n",
          "<p>",
          "</p>",
          "<br>",
          "&amp;",
          "Contact Us",
          "Published ",
          "date 2026-03-04",
          "By Ann Example",
          "CORRECTED-",
          "KILL: ",
          "(Corrects x",
          "Please do not use",
          "NATO",
          "talks went on",
          "\"",
          "”",
          "U.S.",
          "\u202E",
          "\u0301",
          "é",
          "Ж",
          "\uD83D",
          "\uDE00",
          "|",
          "Norda",
          "…",
          "Subscribe",
          "Kestrel Agency WORLD");

  static Stream<String> heavy() {
    return Stream.of(
        "SUND, ".repeat(MIB / 6),
        "<b>".repeat(MIB / 3),
        "<p><b><i>".repeat(MIB / 9),
        "(".repeat(MIB),
        "/a".repeat(MIB / 2),
        "e\u0301".repeat(MIB / 2),
        "\u0301".repeat(MIB),
        "By Ann ".repeat(MIB / 7),
        "word ".repeat(MIB / 5),
        "Word. ".repeat(MIB / 6),
        "line\n".repeat(MIB / 5),
        "\n".repeat(MIB),
        "please do not use ".repeat(MIB / 18),
        "&amp".repeat(MIB / 4),
        "A".repeat(MIB));
  }

  @ParameterizedTest
  @MethodSource("heavy")
  void heavyTextsAreCleanedInTime(String text) {
    assertTimeoutPreemptively(
        LIMIT, () -> assertThat(Wire.read(text.substring(0, 60_000), text)).isNotNull());
  }

  @Test
  void noMixtureOfPiecesThrows() {
    Random random = new Random(20_260_304);
    for (int i = 0; i < MUTATIONS; i++) {
      RawItem raw = Wire.raw(mixture(random, 8), mixture(random, 60));
      assertThatCode(() -> check(Wire.read(raw)))
          .as("mixture %d: %s", i, raw)
          .doesNotThrowAnyException();
    }
  }

  private static void check(Article article) {
    assertThat(article.copy().headline()).isNotBlank();
    assertThat(article.copy().paragraphs()).noneMatch(String::isBlank);
    assertThat(article.identity().guid()).isNotBlank();
  }

  private static String mixture(Random random, int most) {
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(most); i > 0; i--) {
      out.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return out.toString();
  }
}
