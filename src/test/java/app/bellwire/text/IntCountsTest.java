package app.bellwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntCountsTest {
  @Test
  void countsAsAMapDoesThroughGrowthAndRemoval() {
    IntCounts counts = new IntCounts();
    Map<Integer, Integer> expected = new HashMap<>();
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      int key = random.nextInt(20_000) * 0x10001;
      int by = random.nextInt(4) - 1;
      counts.add(key, by);
      expected.merge(key, Math.max(0, by), (old, now) -> Math.max(0, old + by));
    }
    expected.forEach((key, count) -> assertThat(counts.get(key)).isEqualTo(count));
    assertThat(counts.get(-1)).isZero();
  }

  @Test
  void theNumberZeroIsAKeyLikeAnother() {
    IntCounts counts = new IntCounts();
    assertThat(counts.get(0)).isZero();
    counts.add(0, 3);
    assertThat(counts.get(0)).isEqualTo(3);

    IntCounts valued = new IntCounts((key, count) -> key + count * 10.0);
    valued.add(7, 1);
    assertThat(valued.value(0)).isZero();
    valued.add(0, 2);
    assertThat(valued.value(0)).isEqualTo(20);
    assertThat(valued.value(7)).isEqualTo(17);
  }

  @Test
  void whatACountIsWorthFollowsItThroughGrowth() {
    IntCounts counts = new IntCounts((key, count) -> key * 1000.0 + count);
    for (int key = 1; key <= 5_000; key++) {
      counts.add(key, key % 7);
    }
    for (int key = 1; key <= 5_000; key++) {
      assertThat(counts.value(key)).isEqualTo(key * 1000.0 + key % 7);
    }
    counts.add(3, -2);
    assertThat(counts.value(3)).isEqualTo(3001);
    assertThat(counts.value(6_000)).isEqualTo(6_000_000);
  }
}
