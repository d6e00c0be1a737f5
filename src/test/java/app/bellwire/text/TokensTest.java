package app.bellwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | ``",
        "Arven and Tolm | arven and tolm",
        "Tolm’s Tolm's TOLM'S tolms | tolm tolm tolm tolms",
        "the ministers' talks | the ministers talks",
        "the U.S. side, U.S.-led, the U.S.’s | the us side us led the us",
        "U.N.E.S.C.O met | unesco met",
        "Antony J.Blake | antony j blake",
        "Ida J. Halvorsen | ida j halvorsen",
        "A. | a",
        "O’Brien d’Artagnan l'Iran dell'acqua | o'brien d artagnan l iran dell acqua",
        "don't it's rock'n'roll | don't it rock'n'roll",
        "‘on paper’ 'quoted' \"said\" | on paper quoted said",
        "Zoë Çelik Łódź Ærø Straße İzmir | zoe celik lodz aero strasse izmir",
        "e\u0301te\u0301 | ete",
        "ＦＵＬＬ width\u00a0space | full width space",
        "soft\u00adhyphen zero\u200dwidth | softhyphen zerowidth",
        "Київ йод ёлка Μάρκος | київ йод елка μαρκοσ",
        "שָׁלוֹם مُحَمَّد | שלום محمد",
        "水条約 | 水 条 約",
        "東京タワー 2022年 | 東 京 タ ワ ー 2022 年",
        "한국 정부 | 한국 정부",
        "100,000 troops at 3.30 | 100 000 troops at 3 30",
        "🚀 storm🌊surge 👨‍👩‍👧 | storm surge",
        "@norda #waterTreaty https://example.org/a_b | norda watertreaty https example org a b",
        "face-to-face well—known | face to face well known",
        "''' ’ . … -- ' | ``",
        "Ⅳ x² | iv x2",
      })
  void cutsAndFoldsWords(String text, String folded) {
    String words = Tokens.of(text).stream().map(Token::folded).collect(Collectors.joining(" "));
    assertThat(words).isEqualTo(folded);
  }

  @Test
  void aTokenKnowsWhereItStands() {
    String text = "«Zoë’s» U.S. 水条 🌊 e\u0301t";
    for (Token token : Tokens.of(text)) {
      assertThat(text.substring(token.start(), token.end())).isEqualTo(token.surface());
      assertThat(token.folded()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "US,true",
    "U.S.,true",
    "US’s,true",
    "Us,false",
    "A,false",
    "NATO,true",
    "G7,false",
    "COVID,true",
    "ОБСЕ,true",
    "McX,false",
    "DVDs,false"
  })
  void tellsWhetherAWordIsInCapitals(String word, boolean capitals) {
    assertThat(Tokens.of(word).getFirst().inCapitals()).isEqualTo(capitals);
  }

  @Test
  void readsHostileTextInLinearTime() {
    List<String> units =
        List.of("a", "a'", "A.", "'", "é", "\u0301", "水", "x ", "A", "\u00ad", "a’s ", "\ud83d");
    for (String unit : units) {
      String text = unit.repeat(1_000_000 / unit.length());
      assertThat(Tokens.of(text)).hasSizeLessThanOrEqualTo(1_000_000);
    }
  }
}
