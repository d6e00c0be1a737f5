package app.bellwire.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddingTest {
  @ParameterizedTest
  @CsvSource({
    "1, 0, 3, 0, 1", //
    "1, 0, 0, 5, 0",
    "1, 0, -2, 0, -1",
    "1, 1, 1, 0, .707",
  })
  void alikeIsWhatPointsTheSameWay(float x, float y, float u, float v, double cosine) {
    Embedding one = Embedding.of(new float[] {x, y});
    Embedding other = Embedding.of(new float[] {u, v});

    assertThat(one.cosine(other)).isEqualTo(cosine, within(.005));
    assertThat(other.cosine(one)).isEqualTo(one.cosine(other));
  }

  @Test
  void oneByteADimensionIsEnough() {
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      float[] a = vector(random);
      float[] b = vector(random);
      assertThat(Embedding.of(a).cosine(Embedding.of(b))).isEqualTo(exact(a, b), within(.005));
    }
  }

  @Test
  void itIsReadAsItWasWritten() {
    Embedding embedding = Embedding.of(vector(new Random(7)));

    assertThat(Embedding.parse(embedding.text())).isEqualTo(embedding);
    assertThat(embedding.text()).hasSize(512);
    assertThat(embedding.dimensions()).isEqualTo(384);
  }

  @Test
  void asAVectorItHasLengthOne() {
    float[] unit = Embedding.of(new float[] {3, -4}).unit();

    assertThat(unit[0]).isEqualTo(.6f, within(.005f));
    assertThat(unit[1]).isEqualTo(-.8f, within(.005f));
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    Embedding two = Embedding.of(new float[] {1, 0});

    assertThatThrownBy(() -> two.cosine(Embedding.of(new float[] {1, 0, 0})))
        .hasMessageContaining("2 dimensions against 3");
    assertThatThrownBy(() -> Embedding.of(new float[2])).hasMessageContaining("needs a direction");
  }

  private static float[] vector(Random random) {
    float[] vector = new float[384];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return vector;
  }

  private static double exact(float[] a, float[] b) {
    double dot = 0;
    double x = 0;
    double y = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
      x += a[i] * a[i];
      y += b[i] * b[i];
    }
    return dot / Math.sqrt(x * y);
  }
}
