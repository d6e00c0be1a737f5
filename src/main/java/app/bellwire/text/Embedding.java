package app.bellwire.text;

import java.util.Arrays;
import java.util.Base64;

/// What a text means, as a direction: the nearer two directions, the more alike what the texts say.
/// Immutable.
///
/// Kept in one byte a dimension, scaled to the largest; the cosine of two is off by less than .005,
/// and is the same for what comes from the model and for what was stored.
public final class Embedding {
  private static final int LARGEST = 127;

  private final byte[] values;
  private final double length;

  private Embedding(byte[] values) {
    long squares = 0;
    for (byte value : values) {
      squares += (long) value * value;
    }
    if (squares == 0) {
      throw new IllegalArgumentException("an embedding needs a direction, and all values are 0");
    }
    this.values = values;
    this.length = Math.sqrt(squares);
  }

  /// @param vector of any length but 0
  public static Embedding of(float[] vector) {
    float largest = 0;
    for (float value : vector) {
      largest = Math.max(largest, Math.abs(value));
    }
    byte[] values = new byte[vector.length];
    for (int i = 0; i < vector.length; i++) {
      values[i] = largest == 0 ? 0 : (byte) Math.round(vector[i] / largest * LARGEST);
    }
    return new Embedding(values);
  }

  /// What [#text] wrote.
  ///
  /// @throws IllegalArgumentException when `text` is not of [#text]
  public static Embedding parse(String text) {
    return new Embedding(Base64.getDecoder().decode(text));
  }

  /// How alike both are: 1 for the same direction, 0 for unrelated ones, -1 for opposite ones.
  ///
  /// @throws IllegalArgumentException when the other has another number of dimensions
  public double cosine(Embedding other) {
    if (values.length != other.values.length) {
      throw new IllegalArgumentException(
          "%d dimensions against %d: of two models".formatted(values.length, other.values.length));
    }
    int dot = 0;
    for (int i = 0; i < values.length; i++) {
      dot += values[i] * other.values[i];
    }
    return dot / (length * other.length);
  }

  public int dimensions() {
    return values.length;
  }

  /// As a vector of length 1, for arithmetic of one's own.
  public float[] unit() {
    float[] unit = new float[values.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (values[i] / length);
    }
    return unit;
  }

  /// A form to store, four characters for three dimensions.
  public String text() {
    return Base64.getEncoder().encodeToString(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Embedding embedding && Arrays.equals(values, embedding.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Embedding[" + values.length + " dimensions]";
  }
}
