package app.bellwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntIndexTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 8, 600, 5_000})
  void findsEachNumberWhereItStandsAndNoOther(int size) {
    Random random = new Random(size);
    int[] numbers = random.ints().distinct().limit(size).toArray();
    IntIndex index = new IntIndex(numbers);
    for (int i = 0; i < size; i++) {
      assertThat(index.of(numbers[i])).isEqualTo(i);
    }
    int[] sorted = Arrays.stream(numbers).sorted().toArray();
    random
        .ints(10_000)
        .forEach(n -> assertThat(index.has(n)).isEqualTo(Arrays.binarySearch(sorted, n) >= 0));
  }

  /// Such numbers meet in one slot: that is slow, and still right.
  @Test
  void numbersOfOneSlotAndTheEndsOfTheRangeAreFoundToo() {
    int[] numbers = {0, 1, 2, 3, -1, -2, -3, Integer.MAX_VALUE, Integer.MIN_VALUE};
    IntIndex index = new IntIndex(numbers);
    for (int i = 0; i < numbers.length; i++) {
      assertThat(index.of(numbers[i])).isEqualTo(i);
    }
    assertThat(index.has(4)).isFalse();
    assertThat(index.has(-4)).isFalse();
  }
}
