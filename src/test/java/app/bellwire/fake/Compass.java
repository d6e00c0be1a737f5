package app.bellwire.fake;

import app.bellwire.text.Embedder;
import app.bellwire.text.Embedding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A model with two dimensions that means by a text what it was told its words mean: a direction in
/// degrees. Confined to one test.
public final class Compass implements Embedder {
  private final Map<String, Integer> directions = new LinkedHashMap<>();
  private final List<String> read = new ArrayList<>();
  private boolean broken;

  /// Texts with `words` mean that direction; the first that fits counts, and 180 when none does.
  public Compass points(String words, int degrees) {
    directions.put(words, degrees);
    return this;
  }

  public void breaks() {
    broken = true;
  }

  /// What it was asked to read, in order.
  public List<String> read() {
    return read;
  }

  @Override
  public Embedding embed(String text) {
    if (broken) {
      throw new IllegalStateException("the model failed");
    }
    read.add(text);
    int degrees =
        directions.entrySet().stream()
            .filter(entry -> text.contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(180);
    double angle = Math.toRadians(degrees);
    return Embedding.of(new float[] {(float) Math.cos(angle), (float) Math.sin(angle)});
  }

  @Override
  public String model() {
    return "compass";
  }

  @Override
  public String language() {
    return "en";
  }
}
