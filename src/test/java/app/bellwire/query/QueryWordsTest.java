package app.bellwire.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Ukraine | Reports that have the word: Ukraine.",
        "Lavrov Blinken | Reports that have both words: Lavrov, Blinken.",
        "lavrov or blinken | Reports that have all three words: lavrov, or, blinken.",
        "Lavrov OR Blinken | Reports that have either word: Lavrov, Blinken.",
        "a OR b OR c | Reports that have any of the three words: a, b, c.",
        "a b c d e f g h i j k | Reports that have all 11 words: a, b, c, d, e, f, g, h, i, j, k.",
        "\"water treaty\" | Reports that have the words “water treaty” together.",
        "\"water treaty\"~1 | Reports that have the words “water treaty” in this order with at most"
            + " 1 word between them.",
        "lavr* | Reports that have a word that begins with “lavr”.",
        "=Turkey | Reports that have “Turkey” spelled just so.",
        "a NEAR/5 b | Reports that have a near b (at most 5 words away).",
        "a BEFORE/1 \"b c\" | Reports that have a before the words “b c” together (at most 1 word"
            + " away).",
        "NATO -sport | Reports that have the word: NATO, and not sport.",
        "a b -c -\"d e\" | Reports that have both words: a, b, and not c, and not the words “d e”"
            + " together.",
        "title:storm | Reports that have storm in the headline.",
        "title:(Lavrov Blinken) OR lede:(Lavrov Blinken) | Reports that have both words in the"
            + " headline or the first paragraph: Lavrov, Blinken.",
        "title:\"a b\" OR lede:\"a b\" | Reports that have the words “a b” together in the headline"
            + " or the first paragraph.",
        "agency:Norda storm | Reports that have both Norda as agency and storm.",
        "\"security guarantees\" AND (Lavrov OR Blinken) | Reports that have both the words"
            + " “security guarantees” together; and either Lavrov or Blinken.",
        "\"a b\" AND (c OR d) -e | Reports that have both the words “a b” together; and either c or"
            + " d, and not e.",
        "(a b) OR c | Reports that have either both a and b; or c.",
        "a (b OR c OR \"d e\") f | Reports that have all of a; any of b, c or the words “d e”"
            + " together; and f.",
        "Lavrov Blinken sources:2 | Reports that have both words: Lavrov, Blinken; told once there"
            + " are 2 reports of different origin.",
        "a -(b OR c) | Reports that have the word: a, and not either b or c.",
      })
  void readsAQueryBackInWords(String text, String words) {
    assertThat(QueryWords.sentence(QueryParserTest.valid(text).query())).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Lavrov \"water treaty\" -sport | Lavrov, water treaty",
        "title:(a OR b) agency:Norda lavr* | a, b, lavr*",
        "a NEAR/2 \"b c\" a | a, b c",
      })
  void listsThePositiveTerms(String text, String terms) {
    assertThat(QueryWords.terms(QueryParserTest.valid(text).query()))
        .isEqualTo(List.of(terms.split(", ")));
  }

  @Test
  void everyQueryCanBeReadBack() {
    Random random = new Random(5);
    for (int i = 0; i < 5_000; i++) {
      assertThat(QueryWords.sentence(RandomQueries.sound(random)))
          .startsWith("Reports that have ")
          .endsWith(".")
          .doesNotContain("  ");
    }
  }
}
