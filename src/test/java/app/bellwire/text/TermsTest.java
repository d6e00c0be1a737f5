package app.bellwire.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TermsTest {
  private final TermWeights weights = TermWeights.background();

  @Test
  void singularPluralAndCaseAreOneTermAndStopWordsAreNone() {
    Terms terms = Terms.of("The treaties and the Treaty", 100);
    assertThat(terms.size()).isEqualTo(1);
    assertThat(terms.count(0)).isEqualTo(2);
    assertThat(terms.weight(0)).isCloseTo(1 + Math.log(2), within(1e-9));
  }

  @Test
  void onlyTheFirstWordsCount() {
    assertThat(Terms.of("dam water river canal", 2).size()).isEqualTo(2);
  }

  @Test
  void theCosineIsOneForItselfZeroForStrangersAndAlikeBothWays() {
    Terms dam = Terms.of("The dam of Norda holds the river back.", 100);
    Terms river = Terms.of("The river broke the dam.", 100);
    Terms ballet = Terms.of("A ballet opened its season.", 100);
    assertThat(cosine(dam, dam)).isCloseTo(1, within(1e-9));
    assertThat(cosine(dam, ballet)).isZero();
    assertThat(cosine(dam, river)).isCloseTo(cosine(river, dam), within(1e-12));
    assertThat(cosine(Terms.of("", 100), dam)).isZero();
  }

  @Test
  void aWordThatManyDocumentsHaveWeighsLess() {
    assertThat(weights.idf(Terms.id("company"))).isLessThan(weights.idf(Terms.id("treasury")));
    assertThat(weights.idf(Terms.id("treasury"))).isLessThan(weights.idf(Terms.id("vellmark")));
  }

  @Test
  void whatManyWriteThisWeekWeighsLessThisWeekAndAsBeforeOnceItIsGone() {
    double before = weights.idf(Terms.id("vellmark"));
    Terms news = Terms.of("Vellmark strikes again", 100);
    for (int i = 0; i < 50; i++) {
      weights.add(news);
    }
    assertThat(weights.idf(Terms.id("vellmark"))).isLessThan(before - 1);
    for (int i = 0; i < 50; i++) {
      weights.remove(news);
    }
    assertThat(weights.idf(Terms.id("vellmark"))).isEqualTo(before);
  }

  @Test
  void numbersOfTermsDoNotFollowTheirOrderAndRarelyMeet() {
    Set<Integer> numbers = new HashSet<>();
    int rising = 0;
    int last = 0;
    for (int i = 0; i < 100_000; i++) {
      int number = Terms.number("term" + i);
      rising += number > last ? 1 : 0;
      last = number;
      numbers.add(number);
    }
    assertThat(numbers).hasSizeGreaterThan(99_990);
    assertThat(rising).isBetween(49_000, 51_000);
  }

  private double cosine(Terms one, Terms other) {
    return new Terms.Weighed(one, weights).cosine(other);
  }
}
