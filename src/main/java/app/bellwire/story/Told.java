package app.bellwire.story;

import app.bellwire.story.Statement.Pair;
import app.bellwire.text.Shingles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/// Sentences that somebody was told, to say of another whether they say it already. Several signs
/// are weighed together, each readable on its own; a name or figure that was not told always makes
/// a sentence new, and so does a word that turns the sense, such as "not" or "rejected". The values
/// stand in [ToldRule]. Confined to one thread.
///
/// Words count more the rarer they are among what was told: in a storyline its own names prove
/// little. How rare a word is in the language does not come in. Pairs of words near one another, in
/// any order, are the skip-bigrams of Lin and Och, "Automatic evaluation of machine translation
/// quality using longest common subsequence and skip-bigram statistics" (2004); they survive a
/// change of order and of voice.
public final class Told {
  /// The score from which a sentence is told.
  public static final double FROZEN_SCORE = ToldRule.TOLD;

  private final List<String> sentences = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final Map<String, List<Integer>> byTerm = new HashMap<>();
  private final Map<Pair, List<Integer>> byPair = new HashMap<>();
  private final Set<String> words = new HashSet<>();
  private final Set<String> figures = new HashSet<>();

  private Told() {}

  public static Told of(Collection<String> sentences) {
    Told told = new Told();
    sentences.forEach(told::add);
    return told;
  }

  /// How a sentence stands to what was told; every share is 0 to 1.
  ///
  /// @param score the signs weighed together
  /// @param bestPairs the share of its word pairs in the told sentence that has most of them
  /// @param allPairs the share of its word pairs anywhere in what was told
  /// @param cosine to the nearest told sentence
  /// @param verbatim the share of its word triples in one told sentence
  /// @param meaning the cosine of meanings to the nearest told sentence, where meanings are
  ///   compared
  /// @param unknown names, figures and words that turn the sense, which were not told
  /// @param nearest the told sentence with most of its word pairs
  public record Reading(
      double score,
      double bestPairs,
      double allPairs,
      double cosine,
      double verbatim,
      OptionalDouble meaning,
      Set<String> unknown,
      Optional<String> nearest) {
    /// Whether what was told says it already.
    public boolean told() {
      boolean said =
          score >= ToldRule.TOLD
              || verbatim >= ToldRule.VERBATIM
              || meaning.orElse(0) >= ToldRule.SAME_MEANING;
      return said && unknown.isEmpty();
    }

    /// The same where meanings were compared too.
    public Reading with(double cosineOfMeanings) {
      return new Reading(
          score,
          bestPairs,
          allPairs,
          cosine,
          verbatim,
          OptionalDouble.of(cosineOfMeanings),
          unknown,
          nearest);
    }
  }

  public boolean isEmpty() {
    return statements.isEmpty();
  }

  public void add(String sentence) {
    Statement statement = Statement.of(sentence);
    int place = statements.size();
    sentences.add(sentence);
    statements.add(statement);
    statement.terms().forEach(term -> at(byTerm, term).add(place));
    statement.pairs().forEach(pair -> at(byPair, pair).add(place));
    words.addAll(statement.words());
    figures.addAll(statement.figures());
  }

  private static <K> List<Integer> at(Map<K, List<Integer>> places, K key) {
    return places.computeIfAbsent(key, k -> new ArrayList<>());
  }

  /// Compares the sentence with all that was told.
  public Reading read(String sentence) {
    Statement statement = Statement.of(sentence);
    double[] pairs = new double[statements.size()];
    double sum = 0;
    double anywhere = 0;
    for (Pair pair : statement.pairs()) {
      List<Integer> places = byPair.getOrDefault(pair, List.of());
      double weight = scarcity(places.size());
      sum += weight;
      anywhere += places.isEmpty() ? 0 : weight;
      places.forEach(place -> pairs[place] += weight);
    }
    int best = best(pairs);
    double bestPairs = best < 0 ? 0 : pairs[best] / sum;
    double allPairs = sum == 0 ? 0 : anywhere / sum;
    double cosine = cosine(statement);
    return new Reading(
        score(statement, bestPairs, allPairs, cosine),
        bestPairs,
        allPairs,
        cosine,
        verbatim(statement),
        OptionalDouble.empty(),
        unknown(statement),
        best < 0 ? Optional.empty() : Optional.of(sentences.get(best)));
  }

  private double score(Statement statement, double bestPairs, double allPairs, double cosine) {
    double names = statement.names().size();
    double unknown = statement.names().stream().filter(name -> !words.contains(name)).count();
    return ToldRule.BEST_PAIRS * bestPairs
        + ToldRule.ALL_PAIRS * allPairs
        + ToldRule.COSINE * cosine
        - ToldRule.UNKNOWN_NAMES * (names == 0 ? 0 : unknown / names);
  }

  private double cosine(Statement statement) {
    double[] dots = new double[statements.size()];
    for (String term : statement.terms()) {
      List<Integer> places = byTerm.getOrDefault(term, List.of());
      double weight = scarcity(places.size());
      places.forEach(place -> dots[place] += weight * weight);
    }
    double most = 0;
    double length = length(statement);
    for (int i = 0; i < dots.length; i++) {
      most = dots[i] == 0 ? most : Math.max(most, dots[i] / (length * length(statements.get(i))));
    }
    return most;
  }

  private double length(Statement statement) {
    double sum = 0;
    for (String term : statement.terms()) {
      double weight = scarcity(byTerm.getOrDefault(term, List.of()).size());
      sum += weight * weight;
    }
    return Math.sqrt(sum);
  }

  /// From 1 for what was never told down towards 0 for what every told sentence has.
  private double scarcity(int places) {
    double all = statements.size() + ToldRule.PRIOR;
    return Math.log(all / (places + 1)) / Math.log(all);
  }

  private double verbatim(Statement statement) {
    return statements.stream()
        .mapToDouble(told -> Shingles.containment(statement.passages(), told.passages()))
        .max()
        .orElse(0);
  }

  private Set<String> unknown(Statement statement) {
    Set<String> unknown = new TreeSet<>(statement.names());
    unknown.removeAll(words);
    statement.figures().stream().filter(f -> !figures.contains(f)).forEach(unknown::add);
    statement.words().stream()
        .filter(word -> ToldRule.TURNS.contains(word) && !words.contains(word))
        .forEach(unknown::add);
    return unknown;
  }

  private static int best(double[] values) {
    int best = -1;
    for (int i = 0; i < values.length; i++) {
      best = values[i] > 0 && (best < 0 || values[i] > values[best]) ? i : best;
    }
    return best;
  }
}
