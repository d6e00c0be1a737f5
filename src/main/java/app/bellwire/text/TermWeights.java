package app.bellwire.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// How much a term tells: its inverse document frequency, from counts of older wire copy that come
/// along and from the documents that are added, which take over as they become many. So a name that
/// everybody writes this week weighs little this week.
///
/// The weight is `ln((n + B + 1) / (df + B * share + 1/2))`, never below 0: `n` and `df` count the
/// documents added, `share` is the part of the older documents that has the term, and `B` is as
/// many documents as the older ones count for. Confined to one thread while documents are added or
/// removed.
///
/// Source of the counts: 10,744 wires of February 1987 of the Reuters-21578 collection; terms in
/// fewer than five of them are left out. Source of the blend: Yang et al., "A study on
/// retrospective and on-line event detection" (1998), section 4.
public final class TermWeights {
  /// The documents that the older counts stand for.
  public static final int BACKGROUND = 200;

  private static final String COUNTS = "document-counts.tsv";

  /// Documents by term, with the logarithm of what stands under the fraction.
  private final IntCounts documents =
      new IntCounts((term, count) -> Math.log(count + BACKGROUND * Older.share(term) + .5));

  private int total;
  private double above = above(0);

  private TermWeights() {}

  /// Weights from the older counts alone; documents can be added.
  public static TermWeights background() {
    return new TermWeights();
  }

  /// Counts a document.
  public void add(Terms document) {
    above = above(++total);
    for (int i = 0; i < document.size(); i++) {
      documents.add(document.id(i), 1);
    }
  }

  /// Takes a document back that was added.
  public void remove(Terms document) {
    above = above(--total);
    for (int i = 0; i < document.size(); i++) {
      documents.add(document.id(i), -1);
    }
  }

  /// The weight of a term by its number in [Terms].
  public double idf(int term) {
    return Math.max(0, above - documents.value(term));
  }

  private static double above(int total) {
    return Math.log(total + BACKGROUND + 1.0);
  }

  /// The counts that come along; read when first asked for.
  private static final class Older {
    private static final IntCounts COUNTED = new IntCounts();
    private static final double ALL = read();

    static double share(int term) {
      return COUNTED.get(term) / ALL;
    }

    private static double read() {
      try (InputStream in = TermWeights.class.getResourceAsStream(COUNTS);
          BufferedReader lines =
              new BufferedReader(
                  new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
        double all = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          int tab = line.indexOf('\t');
          String term = line.substring(0, tab);
          int count = Integer.parseInt(line.substring(tab + 1));
          if (term.equals("*")) {
            all = count;
          } else {
            COUNTED.add(Terms.number(term), count);
          }
        }
        return all;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
