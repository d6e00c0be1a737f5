package app.bellwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.article.ArticleNormalizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonArticlesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The dam holds.\\n\\nThe mayor spoke.|The dam holds./The mayor spoke.",
        "The dam\\n"
            + "holds firm.\\n"
            + "    The mayor\\n"
            + "spoke of it.|The dam holds firm./The mayor spoke of it.",
        "Shr 4 cts\\n    Net 7 mln\\n\\n    Note: a year|Shr 4 cts/Net 7 mln/Note: a year",
        "Pay: 3 < 4 & 5\\n   said he|Pay: 3 < 4 & 5/said he",
      })
  void paragraphsAreSetApartByAnEmptyLineOrIndented(String text, String paragraphs)
      throws IOException {
    Path file =
        Files.writeString(folder.resolve("a.jsonl"), "{\"id\":\"a\",\"text\":\"" + text + "\"}\n");

    assertThat(
            JsonArticles.read(file)
                .getFirst()
                .article(new ArticleNormalizer(() -> 1), Instant.EPOCH)
                .copy()
                .paragraphs())
        .isEqualTo(List.of(paragraphs.split("/")));
  }
}
