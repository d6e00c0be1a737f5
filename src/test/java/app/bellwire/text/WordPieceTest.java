package app.bellwire.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPieceTest {
  private static final List<String> WORDS =
      List.of(
          "[CLS]", "[SEP]", "[UNK]", "storm", "##s", "##y", "un", "##aff", "##able", "kiev", "s",
          "st", "##orm", "elysee", "，", "中", "国", "'", "-", ".", "$", "1", "##2", "i", "ß",
          "strasse", "of", "ha", "##lt", "à");

  private final WordPiece pieces = new WordPiece(numbered(WORDS));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "storm                | storm",
        "STORMS               | storm ##s",
        "unaffable            | un ##aff ##able",
        "storm's              | storm ' s",
        "storm-s.             | storm - s .",
        "Élysée               | elysee",
        "E\u0301lyse\u0301e   | elysee",
        "İ                    | i",
        "中国                 | 中 国",
        "storm中storm         | storm 中 storm",
        "storm，s             | storm ， s",
        "$12                  | $ 1 ##2",
        "storm\u00a0s         | storm s",
        "storm\u3000s         | storm s",
        "sto\u00adrm          | storm",
        "sto\u0000rm          | storm",
        "sto\ufffdrm          | storm",
        "sto\u200brm          | storm",
        "ß                    | ß",
        "calm                 | [UNK]",
        "stormx               | [UNK]",
        "storm calm s         | storm [UNK] s",
        "😀                   | [UNK]",
        "``                   | ``",
        "`  `                 | ``",
      })
  void textsAreCutIntoPieces(String text, String expected) {
    String all = expected.isEmpty() ? "[CLS] [SEP]" : "[CLS] " + expected + " [SEP]";

    assertThat(words(pieces.encode(text, 256))).isEqualTo(all);
  }

  @Test
  void lineEndsAndTabsAreSpaces() {
    assertThat(words(pieces.encode("storm\ns\tof\r\nkiev", 256)))
        .isEqualTo("[CLS] storm s of kiev [SEP]");
  }

  @Test
  void whatIsOverIsCutOff() {
    assertThat(words(pieces.encode("storms of kiev", 4))).isEqualTo("[CLS] storm ##s [SEP]");
    assertThat(pieces.encode("storms ".repeat(100_000), 256)).hasSize(256);
  }

  @Test
  void aWordOfMoreThanAHundredLettersIsUnknown() {
    assertThat(words(pieces.encode("s" + "s".repeat(99), 256))).startsWith("[CLS] s ##s ##s");
    assertThat(words(pieces.encode("s".repeat(101) + " s", 256))).isEqualTo("[CLS] [UNK] s [SEP]");
  }

  @Test
  void aVocabularyWithoutTheMarksIsRefused() {
    assertThatThrownBy(() -> new WordPiece(Map.of("[CLS]", 0, "[UNK]", 1)))
        .hasMessageContaining("[SEP]");
  }

  private static Map<String, Integer> numbered(List<String> words) {
    Map<String, Integer> numbers = new HashMap<>();
    words.forEach(word -> numbers.put(word, numbers.size()));
    return numbers;
  }

  private static String words(long[] numbers) {
    return Arrays.stream(numbers)
        .mapToObj(number -> WORDS.get((int) number))
        .collect(Collectors.joining(" "));
  }
}
