package app.bellwire.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts are words that occur once, so that `n` words are `n - 2` passages and the share that two
/// texts have in common is known.
class PassagesTest {
  @ParameterizedTest
  @CsvSource({"30,30,1", "30,90,1", "62,82,.5", "82,82,.25", "92,92,.9", "60,60,0"})
  void shareOfTheShorterIsExactWhileEveryPassageIsKept(int here, int there, double share) {
    int common = share == 0 ? 0 : (int) Math.round((here - 2) * share) + 2;
    assertThat(shared(here, there, common)).isCloseTo(share, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "400,400,.5",
    "400,2000,.3",
    "1000,1000,.1",
    "300,3000,1",
    "3000,3000,0",
    "150,3000,1"
  })
  void shareIsAnEstimateAboveThat(int here, int there, double share) {
    int common = (int) (here * share);
    assertThat(shared(here, there, common)).isCloseTo(share, within(.1));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 21})
  void aTextOfFewPassagesSaysNothing(int words) {
    String text = words(0, words);
    assertThat(Passages.of(text).shared(Passages.of(text), p -> false)).isZero();
    assertThat(Passages.of(text).shared(Passages.of(words(0, 90)), p -> false)).isZero();
  }

  @Test
  void whatIsLeftOutCountsOnNeitherSide() {
    String background = words(0, 40);
    Passages one = Passages.of(background + " " + words(100, 40));
    Passages other = Passages.of(background + " " + words(200, 40));
    List<Integer> known = boxed(Passages.numbers(background));
    assertThat(one.shared(other, passage -> false)).isCloseTo(38 / 78.0, within(1e-9));
    assertThat(one.shared(other, known::contains)).isZero();
    assertThat(one.shared(one, known::contains)).isEqualTo(1);
    assertThat(one.shared(other, passage -> true)).isZero();
  }

  @Test
  void theSameBothWaysRound() {
    Passages one = Passages.of(words(0, 500));
    Passages other = Passages.of(words(250, 3000));
    assertThat(one.shared(other, p -> false)).isEqualTo(other.shared(one, p -> false));
  }

  @Test
  void marksOfAPartAreAmongTheMarksOfTheWhole() {
    String part = words(0, 80);
    List<Integer> whole = boxed(Passages.of(part + " " + words(100, 10)).marks());
    assertThat(whole).containsAll(boxed(Passages.marks(Passages.numbers(part))));
    assertThat(Passages.marks(Passages.numbers(part))).hasSizeBetween(3, 20);
  }

  @Test
  void holdsAParagraphOfWhichItHasHalf() {
    Passages text = Passages.of(words(0, 90));
    assertThat(text.hold(Passages.numbers(words(20, 40)))).isTrue();
    assertThat(text.hold(Passages.numbers(words(20, 20) + " " + words(500, 18)))).isTrue();
    assertThat(text.hold(Passages.numbers(words(20, 20) + " " + words(500, 24)))).isFalse();
    assertThat(text.hold(Passages.numbers(words(500, 40)))).isFalse();
    assertThat(text.hold(Passages.numbers(""))).isFalse();
  }

  @Test
  void emptyTextHasNoPassages() {
    assertThat(Passages.of("").marks()).isEmpty();
    assertThat(Passages.marks(Passages.numbers(""))).isEmpty();
  }

  private static double shared(int here, int there, int common) {
    String both = words(0, common);
    String one = both + " " + words(10_000, here - common);
    String other = both + " " + words(20_000, there - common);
    return Passages.of(one).shared(Passages.of(other), passage -> false);
  }

  private static String words(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(i -> Long.toString(new Random(i).nextLong() & 0xffffffffffL, 36))
        .collect(Collectors.joining(" "));
  }

  private static List<Integer> boxed(int[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }
}
