package app.bellwire.query;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.query.ParsedQuery.Valid;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTest {
  private static Query query(String text) {
    return ((Valid) QueryParser.parse(text)).query();
  }

  private static String shown(List<Query> parts) {
    return parts.stream()
        .map(part -> (Parts.unwanted(part) ? "not " : "") + Parts.words(part))
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Lavrov | Lavrov",
        "\"security guarantees\" AND (Lavrov OR Blinken) | “security guarantees”; Lavrov or"
            + " Blinken",
        "Lavrov OR Blinken OR Rau | Lavrov, Blinken or Rau",
        "NATO -sport | NATO; not sport",
        "NATO -sport sources:2 | NATO; not sport",
        "(a1 b1 OR c1 d1) sources:2 | a1; b1 / c1; d1",
        "lavr* agency:TASS | lavr*; TASS as agency",
        "title:(Lavrov Blinken) | Lavrov and Blinken in the headline",
        "Lavrov NEAR/5 Blinken Rau | Lavrov near Blinken; Rau",
        "a1 b1 OR c1 d1 | a1; b1 / c1; d1",
      })
  void aQueryIsTakenApartInPlainWords(String text, String parts) {
    String all =
        Parts.of(query(text)).stream().map(PartsTest::shown).collect(Collectors.joining(" / "));
    assertThat(all).isEqualTo(parts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"security guarantees\" AND (Lavrov OR Blinken) | 1 | Sherman | \"security guarantees\""
            + " AND (Lavrov OR Blinken OR Sherman)",
        "Lavrov Blinken | 1 | Sherman | Lavrov AND (Blinken OR Sherman)",
        "Lavrov | 0 | Sherman | Lavrov OR Sherman",
        "NATO -sport | 0 | EU | (NATO OR EU) -sport",
        "NATO sources:2 | 0 | EU | (NATO OR EU) sources:2",
        "NATO -sport | 1 | EU | none",
        "Lavrov Blinken | 1 | \" | none",
      })
  void aPartGetsOneMoreAlternative(String text, int part, String word, String changed) {
    Query query = query(text);
    String made =
        Parts.either(query, Parts.of(query).getFirst().get(part), word)
            .map(Valid::text)
            .orElse("none");
    assertThat(made).isEqualTo(changed);
  }
}
