package app.bellwire.text;

import java.util.HashMap;
import java.util.Map;

/// A passage as weighted terms, to tell how alike two passages are. Immutable.
public record TermVector(Map<String, Double> weights) {
  public TermVector {
    weights = Map.copyOf(weights);
  }

  /// Weights are `1 + ln(count)`; words of [StopWords] do not count.
  public static TermVector of(String text) {
    Map<String, Double> counts = new HashMap<>();
    for (Token token : Tokens.of(text)) {
      if (!StopWords.contains(token.folded())) {
        counts.merge(token.folded(), 1.0, Double::sum);
      }
    }
    counts.replaceAll((term, count) -> 1 + Math.log(count));
    return new TermVector(counts);
  }

  /// The cosine of the angle between the two, 0 to 1; 0 when either is empty.
  public double cosine(TermVector other) {
    double dot = 0;
    for (Map.Entry<String, Double> entry : weights.entrySet()) {
      dot += entry.getValue() * other.weights.getOrDefault(entry.getKey(), 0.0);
    }
    return dot == 0 ? 0 : dot / (length() * other.length());
  }

  private double length() {
    return Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
  }
}
