package app.bellwire.query;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.query.ParsedQuery.Invalid;
import app.bellwire.query.ParsedQuery.Valid;
import app.bellwire.query.Query.About;
import app.bellwire.query.Query.Not;
import app.bellwire.query.Query.Strictness;
import app.bellwire.query.Query.Word;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AboutTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "about:\"grain exports\"               | grain exports | USUAL",
        "about:“grain exports”                 | grain exports | USUAL",
        "ABOUT:\"grain exports\"               | grain exports | USUAL",
        "about: \"grain exports\"              | grain exports | USUAL",
        "about:grain                           | grain         | USUAL",
        "about:\"grain\"                       | grain         | USUAL",
        "about:\"Grain, exports!\"             | Grain exports | USUAL",
        "about:\"grain exports\"~loose         | grain exports | LOOSE",
        "about:\"grain exports\"~Strict        | grain exports | STRICT",
        "(about:\"grain exports\"~strict)      | grain exports | STRICT",
      })
  void asksForAMeaning(String text, String words, Strictness strictness) {
    assertThat(valid(text).query()).isEqualTo(new About(words, strictness));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "about:grain                            | about:\"grain\"",
        "about:“grain exports”                  | about:\"grain exports\"",
        "about:\"grain exports\"~loose          | about:\"grain exports\"~loose",
        "about:\"grain exports\" port -sport    | about:\"grain exports\" AND port -sport",
        "port -about:\"football results\"       | port -about:\"football results\"",
        "port NOT about:\"a b\"~strict          | port -about:\"a b\"~strict",
        "about:\"a b\" OR about:\"c d\" e       | about:\"a b\" OR (about:\"c d\" AND e)",
        "about:\"a b\" about:\"a b\"            | about:\"a b\"",
        "about:\"a b\" sources:2               | about:\"a b\" sources:2",
      })
  void isWrittenSoThatItReadsTheSame(String typed, String normal) {
    assertThat(valid(typed).text()).isEqualTo(normal);
    assertThat(valid(normal).query()).isEqualTo(valid(typed).query());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "about:                  | 6  | A word is missing after about:. | ``",
        "about:\"\"              | 6  | There is no word between the quotation marks, and a word is"
            + " missing after about:. | ``",
        "about:(grain OR corn)   | 6  | After about: stand words between quotation marks. |"
            + " about:\"grain corn\"",
        "about:grain*            | 6  | After about: stand words between quotation marks. |"
            + " about:\"grain\"",
        "about:\"a b\"~5         | 11 | After about:\"…\" a ~ can be followed by loose or strict,"
            + " nothing else. | about:\"a b\"",
        "about:\"a b\"~          | 11 | After about:\"…\" a ~ can be followed by loose or strict,"
            + " nothing else. | about:\"a b\"",
        "title:about:\"a b\"     | 6  | A field cannot stand inside another field. | title:\"a b\"",
        "about:title:\"a b\"     | 6  | After about: stand words between quotation marks, and a"
            + " field cannot stand inside another field. | about:\"a b\"",
        "about:-grain            | 6  | A - stands before the field, not after it, and a query"
            + " needs a word that reports must have, not only words they must not have. |"
            + " ``",
        "-about:\"a b\"          | 0  | A query needs a word that reports must have, not only words"
            + " they must not have. | ``",
        "about:\"a b\" NEAR/3 c  | 12 | NEAR/3 joins two words or phrases, nothing else. |"
            + " about:\"a b\" AND c",
        "abuot:\"a b\"           | 0  | “abuot” is not a field. Did you mean “about”? |"
            + " about:\"a b\"",
        "topic:\"a b\"           | 0  | “topic” is not a field. Did you mean “about”? |"
            + " about:\"a b\"",
      })
  void faultsAreNamedWithTheirPlace(String text, int offset, String message, String nearest) {
    assertThat(QueryParser.parse(text))
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid -> {
              assertThat(invalid.message()).isEqualTo(message);
              assertThat(invalid.offset()).isEqualTo(offset);
              assertThat(invalid.nearest().orElse("")).isEqualTo(nearest);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "about:\"grain exports\" | Reports about “grain exports”, whatever their words.",
        "about:\"grain exports\"~strict | Reports about “grain exports”, whatever their words"
            + " (strictly).",
        "port about:\"grain exports\" | Reports that have both port and the meaning of “grain"
            + " exports”.",
        "port -about:\"football results\"~loose | Reports that have the word: port, and not the"
            + " meaning of “football results” (loosely).",
      })
  void isSaidInWords(String text, String sentence) {
    assertThat(QueryWords.sentence(valid(text).query())).isEqualTo(sentence);
  }

  @Test
  void itsWordsAreNotLookedForAsSuch() {
    Query query = valid("port about:\"grain exports\"").query();

    assertThat(QueryWords.terms(query)).containsExactly("port");
    assertThat(Narrowing.narrower(query)).isEmpty();
    assertThat(Narrowing.wider(query).orElseThrow().text())
        .isEqualTo("port OR about:\"grain exports\"");
    assertThat(Parts.words(new About("grain exports", Strictness.USUAL)))
        .isEqualTo("about “grain exports”");
  }

  @Test
  void oneSeesWhetherAQueryAsksForMeaning() {
    Query about = new About("x", Strictness.USUAL);
    Query word = new Word("x", false, false);

    assertThat(List.of(about, new Not(about), valid("a OR (b about:c)").query()))
        .allMatch(Query::asksMeaning);
    assertThat(List.of(word, new Not(word), valid("a OR title:about").query()))
        .noneMatch(Query::asksMeaning);
  }

  private static Valid valid(String text) {
    ParsedQuery parsed = QueryParser.parse(text);
    assertThat(parsed).as(text).isInstanceOf(Valid.class);
    return (Valid) parsed;
  }
}
