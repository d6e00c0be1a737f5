package app.bellwire.match;

import app.bellwire.query.Query.Strictness;

/// How alike the meaning of an article and of the words after `about:` have to be, as a cosine.
///
/// Frozen on 2026-11-26 for the model bge-small-en-v1.5: unrelated news stands at .35 to .55, the
/// same story told in other words mostly above .65. `bellwire score about` shows what a threshold
/// finds and what it lets in.
public final class AboutThreshold {
  private static final double LOOSE = 0.65;
  private static final double USUAL = 0.70;
  private static final double STRICT = 0.75;

  private AboutThreshold() {}

  public static double of(Strictness strictness) {
    return switch (strictness) {
      case LOOSE -> LOOSE;
      case USUAL -> USUAL;
      case STRICT -> STRICT;
    };
  }
}
