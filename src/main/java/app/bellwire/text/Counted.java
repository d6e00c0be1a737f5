package app.bellwire.text;

import java.util.Locale;

/// Figures as a reader writes them: `1,204`, `1 story`, `2 stories`. English. Thread-safe.
public final class Counted {
  private Counted() {}

  public static String figure(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /// The figure and what is counted, in the form that fits it.
  public static String of(long n, String one, String many) {
    return figure(n) + " " + (n == 1 ? one : many);
  }
}
