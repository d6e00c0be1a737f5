package app.bellwire.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SketchTest {
  @Test
  void theHashIsTheSameForEverAndKeepsNoOrder() {
    assertThat(IntStream.range(0, 4).map(i -> Sketch.hash(i)))
        .containsExactly(0, 726_207_246, 1_843_993_675, 254_390_134);

    int rising = 0;
    for (int i = 0; i < 1_000; i++) {
      rising += Sketch.hash(i + 1L) > Sketch.hash(i) ? 1 : 0;
    }
    assertThat(rising).isBetween(450, 550);
  }

  @Test
  void theHashIsSpreadEvenly() {
    int[] eighths = new int[8];
    for (long i = 0; i < 80_000; i++) {
      eighths[Sketch.hash(i) >>> 28]++;
    }
    assertThat(Arrays.stream(eighths)).allSatisfy(n -> assertThat(n).isBetween(9_600, 10_400));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "3,3", "16,16", "100,16", "128,16", "400,50", "4000,500"})
  void aShortTextKeepsAllAndALongOneAnEighth(int shingles, int kept) {
    int[] sketch = Sketch.of(numbers(0, shingles));

    assertThat(sketch).hasSize(kept).isSorted();
  }

  @ParameterizedTest
  @CsvSource({"400,400,400", "400,300,400", "400,200,900", "120,120,2000", "300,0,300", "90,60,90"})
  void containmentIsEstimatedFromTheSamples(int one, int common, int other) {
    Random random = new Random(7);
    double sum = 0;
    for (int round = 0; round < 200; round++) {
      long from = random.nextLong() >>> 8;
      Set<Long> left = numbers(from, one);
      Set<Long> right = numbers(from + one - common, other);
      sum += Sketch.containment(Sketch.of(left), Sketch.of(right));
    }
    assertThat(sum / 200).isCloseTo((double) common / Math.min(one, other), within(.08));
  }

  @Test
  void nothingIsContainedInNothing() {
    assertThat(Sketch.containment(new int[0], Sketch.of(numbers(0, 5)))).isZero();
  }

  @Test
  void theIndexFindsCopiesThatAreChangedHereAndThere() {
    Random random = new Random(11);
    SketchIndex index = new SketchIndex();
    for (int id = 0; id < 2_000; id++) {
      index.add(id, Sketch.of(text(id, 30 + id % 400)));
    }
    int found = 0;
    for (int id = 0; id < 2_000; id++) {
      Set<Long> changed = new HashSet<>(text(id, 30 + id % 400));
      changed.removeIf(_ -> random.nextInt(10) == 0);
      found += index.candidates(Sketch.of(changed)).contains((long) id) ? 1 : 0;
    }
    assertThat(found).isGreaterThanOrEqualTo(1_998);
  }

  @Test
  void theLikeliestComesFirstAndOfEqualOnesTheNewest() {
    SketchIndex index = new SketchIndex();
    Set<Long> whole = numbers(0, 100);
    index.add(1, Sketch.of(numbers(0, 60)));
    index.add(2, Sketch.of(whole));
    index.add(3, Sketch.of(whole));
    index.add(4, Sketch.of(numbers(1_000, 100)));

    assertThat(index.candidates(Sketch.of(whole))).startsWith(3L, 2L).doesNotContain(4L);
  }

  @Test
  void whatIsRemovedOrReplacedIsNotFoundAndTakesNoRoom() {
    SketchIndex index = new SketchIndex();
    for (long id = 0; id < 20_000; id++) {
      index.add(id, Sketch.of(text(id, 100)));
      index.remove(id - 100);
    }
    index.add(19_999, Sketch.of(text(5, 100)));

    assertThat(index.size()).isEqualTo(100);
    assertThat(index.room()).isLessThanOrEqualTo(8_192);
    assertThat(index.candidates(Sketch.of(text(19_800, 100)))).isEmpty();
    assertThat(index.candidates(Sketch.of(text(19_999, 100)))).isEmpty();
    assertThat(index.candidates(Sketch.of(text(5, 100)))).isEqualTo(List.of(19_999L));
  }

  private static Set<Long> numbers(long from, int count) {
    return LongStream.range(from, from + count).boxed().collect(Collectors.toSet());
  }

  private static Set<Long> text(long id, int size) {
    return numbers(id * 100_000, size);
  }
}
