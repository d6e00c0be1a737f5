package app.bellwire.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextToolsTest {

  @ParameterizedTest
  @CsvSource({
    "guarantee,guarantees",
    "attack,attacks",
    "party,parties",
    "crisis,crises",
    "speech,speeches",
    "movie,movies",
    "class,classes",
    "woman,women",
    "child,children",
    "tax,taxes",
    "hero,heroes",
    "bus,buses",
    "virus,viruses",
    "wish,wishes",
    "country,countries",
    "house,houses",
    "tie,ties",
    "spokesman,spokesmen",
    "analysis,analyses",
    "price,prices",
    "cache,caches",
    "toe,toes"
  })
  void singularAndPluralShareAKey(String singular, String plural) {
    assertThat(Plurals.key(singular)).isEqualTo(Plurals.key(plural));
  }

  @ParameterizedTest
  @CsvSource({
    "new,news",
    "good,goods",
    "arm,arms",
    "u,us",
    "thi,this",
    "gla,glass",
    "pari,paris",
    "bu,bus",
    "ca,cas",
    "1990,1990s",
    "minute,minister",
    "pres,press",
    "plan,plane"
  })
  void wordsThatOnlyLookAlikeDoNot(String one, String other) {
    assertThat(Plurals.key(one)).isNotEqualTo(Plurals.key(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Foreign Minister Ida Halvorsen met Omar Idris. | halvorsen, idris",
        "Ida J. Halvorsen spoke in Arven on Tuesday. | halvorsen, arven",
        "Idris left. Vik stayed with Idris. | idris",
        "Ned Holm, Ida Vik and NORDA met. | holm, vik, norda",
        "The U.S. and UN sent aid in March. | us, un",
        "WATER TREATY TALKS RESUME AFTER STORM | ''",
        "Water Treaty Talks Resume After Storm. The Arven talks. | arven",
      })
  void findsNames(String text, String names) {
    assertThat(String.join(", ", Names.of(text))).isEqualTo(names.replace("'", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Police arrest mayor of Merrin. Police held mayor Karl Osten. | police, arrest, mayor, of,"
            + " police, held",
        "Arven recalls envoy. It was Arven's answer to Norda on Tuesday. | recalls, envoy, it, was,"
            + " answer, to, on",
        "WATER TREATY TALKS RESUME AFTER STORM | water, treaty, talks, resume, after, storm",
      })
  void leavesNamesAndOfficesOut(String text, String words) {
    assertThat(Names.without(text).stream().map(Token::folded)).containsExactly(words.split(", +"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The two ministers said that the treaty was signed in Arven | en",
        "Die Minister haben den Vertrag nach langen Gesprächen in Arven unterzeichnet | de",
        "Les deux ministres ont signé le traité dans la nuit à Arven | fr",
        "Los ministros firmaron el tratado en la noche y no por la mañana | es",
        "I ministri hanno firmato il trattato nella notte dopo una lunga riunione | it",
        "Os ministros assinaram o tratado na noite e não foi uma surpresa | pt",
        "De ministers hebben het verdrag in de nacht ondertekend na een lang overleg | nl",
        "Ministrowie podpisali traktat w nocy i nie było to dla nich łatwe | pl",
        "Ministrarna har undertecknat fördraget och det är inte över | sv",
        "Ministrene har underskrevet aftalen efter en lang nat og det blev ikke let | da",
        "Ministerit ovat allekirjoittaneet sopimuksen mutta se ei ole vielä voimassa | fi",
        "Bakanlar anlaşmayı gece imzaladı ve bu çok uzun bir görüşme oldu | tr",
        "Міністри підписали угоду про воду в Арвені | uk",
        "Министры подписали соглашение о воде, переговоры были долгими | ru",
        "Οι υπουργοί υπέγραψαν τη συνθήκη | el",
        "השרים חתמו על האמנה | he",
        "وقع الوزيران على المعاهدة | ar",
        "部长们签署了条约 | zh",
        "大臣たちは条約に署名した | ja",
        "장관들은 조약에 서명했다 | ko",
        "Arven Tolm Norda | und",
        "12:30 🌊 | und",
        "'' | und",
      })
  void tellsTheLanguage(String text, String language) {
    assertThat(Language.detect(text.replace("''", ""))).isEqualTo(language);
  }

  @Test
  void foldsTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(Folding.fold("TITLE İzmir ılık")).isEqualTo("title izmir ilik");
      assertThat(Folding.key("  “Talks”,  resume! ")).isEqualTo("talks resume");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aPassageContainsItselfAndNothingOfAnother() {
    var whole = Shingles.of("The treaty was signed in Arven. The storm went on.");
    assertThat(Shingles.containment(Shingles.of("the TREATY was signed"), whole)).isEqualTo(1);
    assertThat(Shingles.containment(Shingles.of("nobody came at all"), whole)).isZero();
    assertThat(Shingles.containment(Shingles.of(""), whole)).isZero();
    assertThat(Shingles.of("one two")).hasSize(1);
  }

  @Test
  void alikePassagesHaveACosineNearOne() {
    TermVector one = TermVector.of("treaty signed in Arven");
    assertThat(one.cosine(TermVector.of("In Arven, a treaty (signed)"))).isCloseTo(1, within(1e-9));
    assertThat(one.cosine(TermVector.of("storm"))).isZero();
    assertThat(one.cosine(TermVector.of("the of and"))).isZero();
  }

  @Test
  void everyToolReadsAMegabyteOfOneWord() {
    String word = "a".repeat(1_000_000);
    String words = "Arven ".repeat(170_000);
    for (String text : new String[] {word, words}) {
      assertThat(Names.of(text)).hasSizeLessThan(2);
      assertThat(Shingles.of(text)).hasSize(1);
      assertThat(TermVector.of(text).weights()).hasSize(1);
      assertThat(Language.detect(text)).isEqualTo("und");
      assertThat(Plurals.key(Folding.fold(text))).isNotEmpty();
    }
  }
}
