package app.bellwire.text;

import org.tartarus.snowball.ext.EnglishStemmer;

/// Makes the forms of an English word equal: `negotiate`, `negotiated` and `negotiations`.
/// Thread-safe.
///
/// The algorithm is Porter's second English stemmer ("Porter2", 2001) in Lucene's edition of
/// Snowball.
public final class Stems {
  private Stems() {}

  /// What `folded`, a word as [Tokens] folds it, shares with its other forms. It need not be a
  /// word; one with a digit in it stays as it is.
  public static String of(String folded) {
    EnglishStemmer stemmer = new EnglishStemmer();
    stemmer.setCurrent(folded);
    return stemmer.stem() ? stemmer.getCurrent() : folded;
  }
}
