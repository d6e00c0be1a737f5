package app.bellwire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.bellwire.app.Clustering.Item;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Items are written as cluster and story, such as `Ax`.
class ClusteringTest {
  private static final Offset<Double> EXACTLY = within(1e-12);

  @Test
  void asWorkedOutByHand() {
    Clustering four = Clustering.of(items("Ax Ax Ay By"));

    assertThat(four.precision()).isCloseTo((2 / 3.0 + 2 / 3.0 + 1 / 3.0 + 1) / 4, EXACTLY);
    assertThat(four.recall()).isCloseTo((1 + 1 + .5 + .5) / 4, EXACTLY);
    assertThat(four.f1()).isCloseTo(2 * (2 / 3.0) * .75 / (2 / 3.0 + .75), EXACTLY);
    assertThat(four.pairPrecision()).isCloseTo(1 / 3.0, EXACTLY);
    assertThat(four.pairRecall()).isCloseTo(.5, EXACTLY);
    assertThat(four.pairF1()).isCloseTo(.4, EXACTLY);
    assertThat(four.clusters()).isEqualTo(2);
    assertThat(four.stories()).isEqualTo(2);
    assertThat(four.fragments()).isCloseTo(1.5, EXACTLY);
  }

  @Test
  void withoutAFaultAllAreOne() {
    Clustering right = Clustering.of(items("Ax Bz Ax Cy Bz Cy"));
    assertThat(List.of(right.precision(), right.recall(), right.f1())).containsOnly(1.0);
    assertThat(List.of(right.pairPrecision(), right.pairRecall(), right.pairF1()))
        .containsOnly(1.0);
    assertThat(right.fragments()).isEqualTo(1);
  }

  @Test
  void allInOneHasFullRecall() {
    Clustering one = Clustering.of(items("Ax Ax Ay Ay"));
    assertThat(one.recall()).isEqualTo(1);
    assertThat(one.precision()).isEqualTo(.5);
    assertThat(one.pairPrecision()).isCloseTo(2 / 6.0, EXACTLY);
    assertThat(one.pairRecall()).isEqualTo(1);
    assertThat(one.fragments()).isEqualTo(1);
  }

  @Test
  void allApartHasFullPrecisionAndNoPairs() {
    Clustering apart = Clustering.of(items("Ax Bx Cy Dy"));
    assertThat(apart.precision()).isEqualTo(1);
    assertThat(apart.recall()).isEqualTo(.5);
    assertThat(List.of(apart.pairPrecision(), apart.pairRecall(), apart.pairF1()))
        .containsOnly(0.0);
    assertThat(apart.fragments()).isEqualTo(2);
  }

  @Test
  void theMeanOfRunsIsTakenFigureByFigure() {
    Clustering mean =
        Clustering.mean(
            List.of(Clustering.of(items("Ax Ax Ay Ay")), Clustering.of(items("Ax Bx Cy Dy"))));
    assertThat(mean.precision()).isCloseTo(.75, EXACTLY);
    assertThat(mean.recall()).isCloseTo(.75, EXACTLY);
    assertThat(mean.clusters()).isEqualTo(3);
    assertThat(mean.stories()).isEqualTo(2);
    assertThat(mean.fragments()).isCloseTo(1.5, EXACTLY);
  }

  private static List<Item> items(String text) {
    return Arrays.stream(text.split(" "))
        .map(item -> new Item(item.substring(0, 1), item.substring(1)))
        .toList();
  }
}
