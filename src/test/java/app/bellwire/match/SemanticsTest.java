package app.bellwire.match;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.query.ParsedQuery;
import app.bellwire.query.Query;
import app.bellwire.query.QueryParser;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SemanticsTest {
  private static final NameVariants NAMES =
      NameVariants.of(
          List.of(
              List.of("Kyrel", "Kirel"),
              List.of("Antony Blake", "Anthony Blake"),
              List.of("Ida Halvorsen", "Ida Halvorson", "I. Halvorsen")));

  /// A query, whether it is true, and a text: headline and paragraphs with ` / ` between them.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // case and accents fold
        "arven | y | ARVEN talks",
        "Arven | y | in arven",
        "Zoe | y | Zoë spoke",
        "Łódź | y | in Lodz",
        "Київ | y | у КИЇВ",
        // possessives fold, on both sides
        "Tolm | y | Tolm’s answer",
        "Tolm’s | y | Tolm answered",
        "tolm | y | TOLM'S ANSWER",
        // English plurals fold for words typed in lower case
        "guarantee | y | Guarantees wanted",
        "guarantees | y | a guarantee",
        "crisis | y | two crises",
        "Williams | n | William spoke",
        "William | n | Williams spoke",
        "Williams | y | the williams report",
        "\"security guarantee\" | y | Security guarantees",
        "news | n | a new treaty",
        // words in capitals that are words in lower case
        "US | y | the US side",
        "US | y | the U.S. side",
        "US | y | the US’s side",
        "US | n | tell us more",
        "US | n | Us too",
        "US | n | CONTACT US NOW",
        "US | y | U.S. AND TOLM TALK",
        "U.S. | y | the US side",
        "U.S. | n | tell us more",
        "us | y | the US side",
        "WHO | n | those who left",
        "WHO | y | the WHO said",
        "IT | n | it rained",
        "AIDS | n | she aids him",
        "\"US troops\" | n | join us, troops",
        // other acronyms fold
        "NATO | y | Nato said",
        "nato | y | NATO said",
        "NATO | y | N.A.T.O. said",
        "UK | y | the U.K. said",
        // exact
        "=Turkey | y | in Turkey today",
        "=Turkey | n | eat turkey",
        "=Turkey | n | TURKEY WINS",
        "=Turkey | y | Turkey’s answer",
        "=US | n | the U.S. side",
        "=Zoë | n | Zoe spoke",
        // beginnings
        "lavr* | y | Lavrentis spoke",
        "guarant* | y | a GUARANTOR",
        "lavr* | n | slavr",
        "łód* | y | Lodz",
        // operators
        "storm harbour | y | Harbour shut by storm",
        "storm harbour | n | Harbour shut",
        "storm OR harbour | y | Harbour shut",
        "storm -harbour | n | Harbour shut by storm",
        "storm -harbour | y | Storm comes",
        "storm -harbour | n | Storm / Quiet. / The harbour too.",
        "storm NOT (rain OR wind) | n | storm and wind",
        "(storm OR rain) harbour | y | rain in the harbour",
        "storm -(harbour -ship) | y | storm harbour ship",
        // phrases
        "\"water treaty\" | y | the Water Treaty’s text",
        "\"water treaty\" | n | the treaty on water",
        "\"water treaty\" | n | water / treaty",
        "\"water treaty\" | n | x / water / treaty",
        "\"water treaty\" | n | x / first / water. / treaty",
        "\"water treaty\" | y | water, treaty",
        "\"water treaty\"~2 | y | water and peace treaty",
        "\"water treaty\"~1 | n | water and peace treaty",
        "\"water treaty\"~2 | n | treaty for water",
        "\"a b a c\" | y | a b a b a c",
        "face-to-face | y | a face to face talk",
        "face-to-face | n | face the face",
        "100,000 | y | some 100,000 troops",
        "水条約 | y | 新水条約が",
        // NEAR and BEFORE
        "storm NEAR/2 harbour | y | harbour under storm",
        "storm NEAR/1 harbour | n | harbour under storm",
        "storm NEAR/1 harbour | y | harbour storm",
        "storm BEFORE/2 harbour | n | harbour under storm",
        "storm BEFORE/2 harbour | y | storm in harbour",
        "storm NEAR/20 harbour | n | storm / harbour",
        "storm NEAR/20 harbour | y | x / y / storm / harbour",
        "\"water treaty\" NEAR/3 talks | y | talks on the water treaty",
        "talks NEAR/5 talks | n | talks end",
        "talks NEAR/5 talks | y | talks on talks",
        "\"a b\" NEAR/3 b | n | a b",
        "\"a b\"~4 NEAR/2 x | y | a b c b d x",
        "\"a b\"~1 NEAR/2 x | n | a b c b d x",
        "x NEAR/2 \"a b\"~4 | y | x c a b d b",
        // fields
        "title:storm | y | Storm / calm",
        "title:storm | n | Calm / storm",
        "lede:storm | y | Calm / storm / calm",
        "lede:storm | n | Storm / calm / storm",
        "body:storm | y | Calm / calm / storm",
        "body:storm | n | Storm / storm / calm",
        "title:(storm OR rain) -body:rain | n | Storm / calm / rain",
        "title:\"water treaty\" | n | Water / treaty",
        "agency:norda | y | Calm",
        "agency:\"norda press\" | y | Calm",
        "agency:nor | n | Calm",
        "source:norda | y | Calm",
        "source:norda-world | y | Calm",
        "place:arven | y | Calm",
        "place:\"port arven\" | y | Calm",
        "lang:EN | y | Calm",
        "lang:de | n | Calm",
        "author:vik | y | Calm",
        "author:\"vik omar\" | n | Calm",
        "norda | n | Calm",
        "lang:en storm | y | Storm",
        // names
        "Kyrel | y | talks in Kirel",
        "kirel | y | talks in Kyrel",
        "\"Kyrel talks\" | y | the Kirel talks",
        "Antony Blake | y | Anthony Blake spoke",
        "Antony Blake | y | Antony J. Blake spoke",
        "Antony Blake | n | Antony and Blake spoke",
        "antony blake talks | y | Talks with Anthony Blake",
        "\"Antony Blake\" | y | Anthony J. Blake spoke",
        "\"Antony Blake\" | n | Anthony Jo Blake spoke",
        "Antony J. Blake | y | Anthony Blake spoke",
        "Ida Halvorsen | y | I. Halvorsen spoke",
        "Blake Antony | y | Antony and Blake spoke",
        "=Antony Blake | y | Antony and Blake spoke",
        "Antony OR Blake | y | Blake spoke",
        "-Kyrel storm | n | storm in Kirel",
        "title:(Antony Blake) | n | x / Anthony Blake",
        "storm NEAR/3 Kyrel | y | storm over Kirel",
      })
  void aQueryIsTrueOrNot(String query, String expected, String text) {
    assertThat(SemanticsTest.found(query, text).isPresent()).isEqualTo(expected.equals("y"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "blake lavr* | `Lavrel TITLE -1, Blake LEDE 0` | Lavrel speaks / Blake’s answer to Lavrel",
        "\"water treaty\" OR storm | `“Water Treaty” BODY 1` | Calm / Quiet / A Water Treaty’s end",
        "storm OR rain | `rain LEDE 0, storm LEDE 0` | Calm / rain and storm and rain",
        "storm -rain | `storm LEDE 0` | Calm / storm",
        "agency:norda calm | `Calm TITLE -1, Norda AGENCY -1` | Calm",
        "Antony Blake | `Anthony J. Blake LEDE 0` | Calm / Anthony J. Blake’s talk",
        "x NEAR/2 \"a b\" | `x LEDE 0, “a b” LEDE 0` | Calm / a b and c, x, a b",
        "(a b) OR a | `a TITLE -1` | a",
        "US | `U.S. LEDE 0` | Tell us / The U.S. left",
      })
  void tellsWhatHitAndWhereInReadingOrder(String query, String hits, String text) {
    assertThat(SemanticsTest.found(query, text).orElseThrow())
        .extracting(
            hit ->
                (hit.phrase() ? "“" + hit.term() + "”" : hit.term())
                    + " "
                    + hit.field()
                    + " "
                    + hit.paragraph())
        .containsExactlyElementsOf(List.of(hits.split(", (?=\\S+ [A-Z]+|“|Anth)")));
  }

  @Test
  void hostileTextsAreReadInLinearTime() {
    String word = "a ".repeat(100_000);
    String blocks =
        ("b ".repeat(150) + "c ".repeat(3) + "a ".repeat(150) + "c ".repeat(3)).repeat(330);
    List<String> queries =
        List.of(
            "a",
            "\"a a a b\"~20",
            "\"a a\"~20 BEFORE/1 \"b b\"~20",
            "a NEAR/20 b",
            "a NEAR/20 a",
            "\"a a a\" NEAR/20 \"a b\"");
    for (String query : queries) {
      SemanticsTest.found(query, "Calm / " + word);
      SemanticsTest.found(query, "Calm / " + blocks);
    }
    assertThat(SemanticsTest.found("aaa*", "Calm / " + "a".repeat(1_000_000))).isPresent();
    assertThat(SemanticsTest.found("a", "Calm")).isEmpty();
  }

  /// The hits, found by the index; checks that the index agrees with looking directly.
  private static Optional<List<Hit>> found(String text, String article) {
    Query query = ((ParsedQuery.Valid) QueryParser.parse(text)).query();
    QueryIndex index = new QueryIndex(NAMES);
    index.put(7, query);
    MatchText matchText = MatchText.of(Articles.of(article));
    List<QueryIndex.Found> found = index.match(matchText);
    assertThat(found.isEmpty()).isNotEqualTo(index.compile(query).holds(matchText));
    return found.stream().map(QueryIndex.Found::hits).findFirst();
  }
}
