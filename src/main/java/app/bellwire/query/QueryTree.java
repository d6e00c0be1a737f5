package app.bellwire.query;

import app.bellwire.query.Query.And;
import app.bellwire.query.Query.In;
import app.bellwire.query.Query.Near;
import app.bellwire.query.Query.Not;
import app.bellwire.query.Query.Or;
import app.bellwire.query.Query.Phrase;
import app.bellwire.query.Query.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// Makes trees in normal form: nothing nested in its own kind, nothing twice, no list of one, no
/// NOT of NOT. So texts that obviously mean the same give equal trees.
final class QueryTree {
  private QueryTree() {}

  /// @param parts at least one
  static Query and(List<Query> parts) {
    SequencedSet<Query> flat = new LinkedHashSet<>();
    parts.forEach(part -> flat.addAll(part instanceof And and ? and.all() : List.of(part)));
    return flat.size() == 1 ? flat.getFirst() : new And(List.copyOf(flat));
  }

  /// @param parts at least one
  static Query or(List<Query> parts) {
    SequencedSet<Query> flat = new LinkedHashSet<>();
    parts.forEach(part -> flat.addAll(part instanceof Or or ? or.any() : List.of(part)));
    return flat.size() == 1 ? flat.getFirst() : new Or(List.copyOf(flat));
  }

  static Query not(Query query) {
    return query instanceof Not not ? not.query() : new Not(query);
  }

  /// A phrase of one word is the word.
  static Query phrase(List<String> words, int slop) {
    return words.size() == 1 ? new Word(words.getFirst(), false, false) : new Phrase(words, slop);
  }

  /// Whether an article must have something for `query` to be true, in every alternative.
  static boolean positive(Query query) {
    return switch (query) {
      case Word _, Phrase _, Near _ -> true;
      case In in -> positive(in.query());
      case And and -> and.all().stream().anyMatch(QueryTree::positive);
      case Or or -> or.any().stream().allMatch(QueryTree::positive);
      case Not _ -> false;
    };
  }

  /// Whether every alternative within `query` asks for something, which [#positive] does not see
  /// beside a required term.
  static boolean sound(Query query) {
    return switch (query) {
      case Word _, Phrase _, Near _, Not _ -> true;
      case In in -> positive(in.query()) && sound(in.query());
      case And and -> and.all().stream().allMatch(QueryTree::sound);
      case Or or -> positive(or) && or.any().stream().allMatch(QueryTree::sound);
    };
  }

  /// `a OR -b` is most often meant as `a -b`: the negative alternatives moved beside the others.
  static Query repaired(Query query) {
    return switch (query) {
      case Word _, Phrase _, Near _, Not _ -> query;
      case In in -> new In(in.field(), repaired(in.query()));
      case And and -> and(and.all().stream().map(QueryTree::repaired).toList());
      case Or or -> beside(or.any().stream().map(QueryTree::repaired).toList());
    };
  }

  private static Query beside(List<Query> alternatives) {
    List<Query> wanted = alternatives.stream().filter(QueryTree::positive).toList();
    if (wanted.isEmpty()) {
      return and(alternatives);
    }
    List<Query> parts = new ArrayList<>(List.of(or(wanted)));
    alternatives.stream().filter(part -> !positive(part)).forEach(parts::add);
    return and(parts);
  }
}
