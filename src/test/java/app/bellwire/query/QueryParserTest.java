package app.bellwire.query;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.query.ParsedQuery.Invalid;
import app.bellwire.query.ParsedQuery.Valid;
import app.bellwire.query.Query.And;
import app.bellwire.query.Query.Field;
import app.bellwire.query.Query.In;
import app.bellwire.query.Query.Near;
import app.bellwire.query.Query.Not;
import app.bellwire.query.Query.Or;
import app.bellwire.query.Query.Phrase;
import app.bellwire.query.Query.Sources;
import app.bellwire.query.Query.Word;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

  @ParameterizedTest
  @MethodSource("trees")
  void readsATextAsATree(String text, Query tree) {
    assertThat(valid(text).query()).isEqualTo(tree);
  }

  static Stream<Arguments> trees() {
    Query a = word("alpha");
    Query b = word("beta");
    Query c = word("gamma");
    Phrase phrase = new Phrase(List.of("alpha", "beta"), 0);
    return Stream.of(
        Arguments.of("alpha", a),
        Arguments.of("alpha beta", and(a, b)),
        Arguments.of("alpha AND beta", and(a, b)),
        Arguments.of("alpha & beta", and(a, b)),
        Arguments.of("alpha\u00a0beta\u3000gamma", and(a, b, c)),
        Arguments.of("alpha (beta AND gamma)", and(a, b, c)),
        Arguments.of("alpha alpha", a),
        Arguments.of("alpha OR beta OR gamma", or(a, b, c)),
        Arguments.of("alpha OR (beta OR gamma)", or(a, b, c)),
        Arguments.of("alpha beta OR gamma", or(and(a, b), c)),
        Arguments.of("alpha (beta OR gamma)", and(a, or(b, c))),
        Arguments.of("((alpha))", a),
        Arguments.of("（alpha OR beta） gamma", and(or(a, b), c)),
        Arguments.of("alpha and beta", and(a, word("and"), b)),
        Arguments.of("alpha or beta", and(a, word("or"), b)),
        Arguments.of("alpha not beta", and(a, word("not"), b)),
        Arguments.of("alpha -beta", and(a, new Not(b))),
        Arguments.of("alpha –beta", and(a, new Not(b))),
        Arguments.of("alpha —beta", and(a, new Not(b))),
        Arguments.of("alpha −beta", and(a, new Not(b))),
        Arguments.of("alpha NOT beta", and(a, new Not(b))),
        Arguments.of("alpha AND NOT beta", and(a, new Not(b))),
        Arguments.of("-alpha beta", and(new Not(a), b)),
        Arguments.of("alpha --beta", and(a, b)),
        Arguments.of("alpha NOT NOT beta", and(a, b)),
        Arguments.of("alpha -(beta OR gamma)", and(a, new Not(or(b, c)))),
        Arguments.of("alpha -\"alpha beta\"", and(a, new Not(phrase))),
        Arguments.of("alpha -(beta -gamma)", and(a, new Not(and(b, new Not(c))))),
        Arguments.of("\"alpha beta\"", phrase),
        Arguments.of("“alpha beta”", phrase),
        Arguments.of("„alpha beta“", phrase),
        Arguments.of("«alpha beta»", phrase),
        Arguments.of("« alpha  beta »", phrase),
        Arguments.of("‹alpha beta›", phrase),
        Arguments.of("\"alpha, beta.\"", phrase),
        Arguments.of("\"alpha - beta\"", phrase),
        Arguments.of("\"alpha\"", a),
        Arguments.of("\"OR\"", word("OR")),
        Arguments.of("\"alpha beta\"~5", new Phrase(List.of("alpha", "beta"), 5)),
        Arguments.of("\"alpha beta\"gamma", and(phrase, c)),
        Arguments.of("alph*", new Word("alph", true, false)),
        Arguments.of("=Alpha", new Word("Alpha", false, true)),
        Arguments.of("-=Alpha beta", and(new Not(new Word("Alpha", false, true)), b)),
        Arguments.of("alpha NEAR/5 beta", new Near(a, b, 5, false)),
        Arguments.of("alpha BEFORE/3 beta", new Near(a, b, 3, true)),
        Arguments.of("gamma alpha NEAR/5 beta", and(c, new Near(a, b, 5, false))),
        Arguments.of("\"alpha beta\" NEAR/5 gam*", new Near(phrase, prefix("gam"), 5, false)),
        Arguments.of("title:alpha", new In(Field.TITLE, a)),
        Arguments.of("Title: alpha", new In(Field.TITLE, a)),
        Arguments.of("title:alpha beta", and(new In(Field.TITLE, a), b)),
        Arguments.of("title:(alpha beta)", new In(Field.TITLE, and(a, b))),
        Arguments.of("lede:\"alpha beta\"", new In(Field.LEDE, phrase)),
        Arguments.of("alpha -title:beta", and(a, new Not(new In(Field.TITLE, b)))),
        Arguments.of("title:alpha NEAR/5 beta", new In(Field.TITLE, new Near(a, b, 5, false))),
        Arguments.of("lang:en alpha", and(new In(Field.LANG, word("en")), a)),
        Arguments.of("Lavrov, Blinken.", and(word("Lavrov"), word("Blinken"))),
        Arguments.of("Lavrov,Blinken", and(word("Lavrov"), word("Blinken"))),
        Arguments.of("100,000 troops", and(word("100,000"), word("troops"))),
        Arguments.of("U.S. troops", and(word("U.S."), word("troops"))),
        Arguments.of("#alpha @beta +gamma", and(a, b, c)),
        Arguments.of("'alpha' ‘beta’", and(a, b)),
        Arguments.of("face-to-face", word("face-to-face")),
        Arguments.of("Russia’s", word("Russia’s")),
        Arguments.of("AT&T", word("AT&T")),
        Arguments.of("10:30", word("10:30")),
        Arguments.of("Norda: alpha", and(word("Norda"), a)),
        Arguments.of("alpha?", a),
        Arguments.of("alpha sources:2", and(a, new Sources(2))),
        Arguments.of("Sources:3 alpha", and(a, new Sources(3))),
        Arguments.of("(alpha sources:2) beta sources:4", and(a, b, new Sources(4))),
        Arguments.of("договір", word("договір")),
        Arguments.of("水条約", word("水条約")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Lavrov AND Blinken | Lavrov Blinken",
        "“security guarantees” AND (Lavrov OR Blinken) –newspaper"
            + " | \"security guarantees\" AND (Lavrov OR Blinken) -newspaper",
        "\"security guarantees\" Lavrov | \"security guarantees\" AND Lavrov",
        "a b OR c d | (a b) OR (c d)",
        "title:(Lavrov Blinken) OR lede:(Lavrov Blinken)"
            + " | title:(Lavrov Blinken) OR lede:(Lavrov Blinken)",
        "title:x NEAR/5 y | title:(x NEAR/5 y)",
        "sources:2 Lavrov \"a b\" -c | Lavrov AND \"a b\" -c sources:2",
        "\"OR\" | \"OR\"",
        "\"near/5\" | \"near/5\"",
        "\"title:x\" | \"title:x\"",
        "« a b »~3 | \"a b\"~3",
      })
  void writesTheNormalForm(String text, String normal) {
    assertThat(valid(text).text()).isEqualTo(normal);
  }

  @Test
  void tellsTheTwoFaultsOfAHalfTypedQueryInOneSentence() {
    String text = "\"security guarantees\" AND (Lavrov OR";
    assertThat(QueryParser.parse(text))
        .isEqualTo(
            new Invalid(
                text,
                text.length(),
                "A word is missing after OR, and the bracket before Lavrov is not closed.",
                java.util.Optional.of("\"security guarantees\" AND Lavrov")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | 0 | There is no word to look for. | ``",
        "`  ` | 2 | There is no word to look for. | ``",
        "a OR | 4 | A word is missing after OR. | a",
        "OR a | 0 | A word is missing before OR. | a",
        "a OR OR b | 5 | A word is missing after OR. | a OR b",
        "a AND OR b | 6 | A word is missing after AND. | a OR b",
        "AND a | 0 | A word is missing before AND. | a",
        "a AND | 5 | A word is missing after AND. | a",
        "a NOT | 5 | A word is missing after NOT. | a",
        "(a b | 0 | The bracket before a is not closed. | a b",
        "(\"a b\" c | 0 | The bracket before “a b” is not closed. | `\"a b\" AND c`",
        "a) b | 1 | A bracket is closed that was not opened. | a b",
        "a () b | 2 | There is no word between the brackets. | a b",
        "\"a b | 0 | The quotation mark before a is not closed. | `\"a b\"`",
        "a \"\" | 2 | There is no word between the quotation marks. | a",
        "a - b | 2 | A dash stands alone; a - before a word leaves that word out. | a b",
        "-sport | 0 | A query needs a word that reports must have, not only words they must"
            + " not have. | ``",
        "a OR -b | 0 | A word that reports must not have cannot be one side of OR. | a -b",
        "c (a OR -b) | 0 | A query needs a word that reports must have, not only words they must"
            + " not have. | c a -b",
        "titel:a | 0 | “titel” is not a field. Did you mean “title”? | title:a",
        "headline:\"a b\" | 0 | “headline” is not a field. Did you mean “title”? | `title:\"a b\"`",
        "foo:a | 0 | “foo” is not a field; there are title, lede, body, source, agency, place,"
            + " lang, author, about. | a",
        "https://example.org/a b | 0 | A link is not a word to look for. | b",
        "title:-a | 6 | A - stands before the field, not after it, and a query needs a word that"
            + " reports must have, not only words they must not have. | ``",
        "title:(lede:a) | 7 | A field cannot stand inside another field. | title:a",
        "title: | 6 | A word is missing after title:. | ``",
        "ab* | 2 | A * needs at least three letters before it. | ab",
        "la*ov | 0 | A * can stand only at the end of a word, and there are no other patterns."
            + " | la",
        "l?vrov | 0 | A * can stand only at the end of a word, and there are no other patterns."
            + " | vrov",
        "lav[rv]ov | 0 | A * can stand only at the end of a word, and there are no other"
            + " patterns. | lav",
        "\"lavr* a\" | 5 | A * has no meaning between quotation marks. | `\"lavr a\"`",
        "a NEAR b | 2 | NEAR/ needs a number from 1 to 20. | a NEAR/5 b",
        "a NEAR/99 b | 2 | NEAR/ needs a number from 1 to 20. | a NEAR/20 b",
        "a near/5 b | 2 | Near/5 is written in capitals. | a NEAR/5 b",
        "a NEAR/5 | 8 | A word or a phrase is missing after NEAR/5. | a",
        "NEAR/5 a | 0 | NEAR/5 joins two words or phrases, nothing else. | a",
        "a NEAR/2 b NEAR/3 c | 11 | NEAR/3 joins two words or phrases, nothing else."
            + " | a NEAR/2 b AND c",
        "\"a b\"~99 | 5 | ~ needs a number from 1 to 20. | `\"a b\"~20`",
        "lavrov~2 | 6 | `A ~ stands only after a phrase, as in \"a b\"~5.` | lavrov",
        "=\"a b\" | 0 | An = stands before one word only. | `\"a b\"`",
        "`a || b` | 2 | `| is not known here; OR is written as a word.` | a OR b",
        "a !b | 2 | ! is not known here; a - before a word leaves it out. | a -b",
        "a 🚀 | 2 | 🚀 has no letter and no digit. | a",
        "a sources:1 | 10 | `A number of sources goes from 2 to 9, as in sources:2.` | a sources:2",
        "a sources:12 | 10 | `A number of sources goes from 2 to 9, as in sources:2.` | a"
            + " sources:9",
        "a sources:2+ | 10 | `A number of sources goes from 2 to 9, as in sources:2.` | a"
            + " sources:9",
        "sources:2 | 0 | A query needs a word that reports must have, not only words they must"
            + " not have. | ``",
        "-a sources:2 | 0 | A query needs a word that reports must have, not only words they must"
            + " not have. | ``",
        "a OR b sources:2 | 7 | `The number of sources stands beside the words, at the end.` | (a"
            + " OR b) sources:2",
        "a -sources:2 | 3 | `The number of sources stands beside the words, at the end.` | a"
            + " sources:2",
        "a title:(b sources:3) | 11 | `The number of sources stands beside the words, at the end.`"
            + " | a AND title:b sources:3",
        "a sources:tass | 2 | “sources” is not a field. Did you mean “source”? | a AND source:tass",
      })
  void tellsWhatIsWrongWhereAndTheNearestThatWorks(
      String text, int offset, String message, String nearest) {
    assertThat(QueryParser.parse(text))
        .isEqualTo(
            new Invalid(
                text,
                offset,
                message,
                nearest.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(nearest)));
  }

  @Test
  void refusesMoreThan512CharactersAndOffersWhatFits() {
    String longest = "alphabet ".repeat(56) + "alphabet";
    assertThat(longest).hasSize(512);
    valid(longest);
    Invalid tooLong = invalid("alphabet ".repeat(56) + "alphabets");
    assertThat(tooLong.message()).isEqualTo("A query can have 512 characters, not more.");
    assertThat(tooLong.offset()).isEqualTo(512);
    assertThat(tooLong.nearest()).contains("alphabet");
  }

  @Test
  void refusesMoreThan64TermsAndOffersTheFirst64() {
    valid(words(64));
    Invalid invalid = invalid(words(65));
    assertThat(invalid.message()).isEqualTo("A query can have 64 words and phrases, not more.");
    assertThat(invalid.nearest()).contains(words(64));
    assertThat(invalid("(" + words(70) + ")").message()).doesNotContain("bracket");
  }

  @Test
  void refusesMoreThan16LevelsAndOffersTheSameWithFewerBrackets() {
    valid("(".repeat(16) + "a" + ")".repeat(16));
    Invalid invalid = invalid("(".repeat(17) + "a" + ")".repeat(17));
    assertThat(invalid.message()).contains("16 deep");
    assertThat(invalid.nearest()).contains("a");
    assertThat(invalid("-".repeat(400) + "a").nearest()).contains("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(((((((((", ")))))", "\"\"\"\"\"", "~~~~", "\u0000", "\ud83d", "=", "-=-"})
  void survivesRubbish(String text) {
    assertThat(QueryParser.parse(text)).isInstanceOf(Invalid.class);
    assertThat(QueryParser.parse(text.repeat(100_000))).isInstanceOf(Invalid.class);
  }

  private static String words(int count) {
    StringBuilder out = new StringBuilder("w1");
    for (int i = 2; i <= count; i++) {
      out.append(" w").append(i);
    }
    return out.toString();
  }

  static Valid valid(String text) {
    ParsedQuery parsed = QueryParser.parse(text);
    assertThat(parsed).as(text).isInstanceOf(Valid.class);
    return (Valid) parsed;
  }

  private static Invalid invalid(String text) {
    ParsedQuery parsed = QueryParser.parse(text);
    assertThat(parsed).as(text).isInstanceOf(Invalid.class);
    return (Invalid) parsed;
  }

  private static Query word(String text) {
    return new Word(text, false, false);
  }

  private static Query prefix(String text) {
    return new Word(text, true, false);
  }

  private static Query and(Query... all) {
    return new And(List.of(all));
  }

  private static Query or(Query... any) {
    return new Or(List.of(any));
  }
}
