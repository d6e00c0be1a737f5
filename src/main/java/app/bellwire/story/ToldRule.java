package app.bellwire.story;

import app.bellwire.text.Stems;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The values by which a sentence counts as told. Chosen on five of the ten timelines that
/// `bellwire score novelty` reads and reported on the other five; frozen on 26 November 2026, to be
/// changed only with new figures in `docs/stories.md`.
final class ToldRule {
  /// Telling words that may stand between the two of a pair, and one.
  static final int NEAR = 2;

  /// How much the pairs that stand in one told sentence count.
  static final double BEST_PAIRS = .4;

  /// How much the pairs that stand anywhere in what was told count.
  static final double ALL_PAIRS = .3;

  /// How much the cosine to the nearest told sentence counts.
  static final double COSINE = .3;

  /// What is taken off when none of the names was told.
  static final double UNKNOWN_NAMES = .3;

  /// The score from which a sentence is told.
  static final double TOLD = .40;

  /// The share of a sentence's word triples in one told sentence that makes it told by itself.
  static final double VERBATIM = .5;

  /// The cosine of meanings that makes a sentence told by itself, where meanings are compared.
  static final double SAME_MEANING = .82;

  /// Sentences that count as told besides those that were: with few, no word counts as common.
  static final int PRIOR = 10;

  /// Words that turn what is said into its opposite: one that was not told makes a sentence new.
  static final Set<String> TURNS =
      Stream.of(
              "not no never without deny reject refuse fail cancel suspend halt stop resume lift"
                  + " withdraw postpone delay reverse abandon break collapse end release free drop"
                  + " resign die dead kill arrest convict acquit rise fall raise cut up down")
          .flatMap(words -> Stream.of(words.split(" ")))
          .map(Stems::of)
          .collect(Collectors.toUnmodifiableSet());

  private ToldRule() {}
}
