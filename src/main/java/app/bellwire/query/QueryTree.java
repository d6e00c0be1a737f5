package app.bellwire.query;

import app.bellwire.query.Query.About;
import app.bellwire.query.Query.And;
import app.bellwire.query.Query.In;
import app.bellwire.query.Query.Near;
import app.bellwire.query.Query.Not;
import app.bellwire.query.Query.Or;
import app.bellwire.query.Query.Phrase;
import app.bellwire.query.Query.Sources;
import app.bellwire.query.Query.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// Makes trees in normal form: nothing nested in its own kind, nothing twice, no list of one, no
/// NOT of NOT, the number of sources last. So texts that obviously mean the same give equal trees.
final class QueryTree {
  private QueryTree() {}

  /// @param parts at least one
  static Query and(List<Query> parts) {
    SequencedSet<Query> flat = new LinkedHashSet<>();
    parts.forEach(part -> flat.addAll(part instanceof And and ? and.all() : List.of(part)));
    int needed = flat.stream().mapToInt(QueryTree::needed).max().orElse(1);
    if (flat.removeIf(Sources.class::isInstance)) {
      flat.add(new Sources(needed));
    }
    return flat.size() == 1 ? flat.getFirst() : new And(List.copyOf(flat));
  }

  private static int needed(Query query) {
    return query instanceof Sources(int needed) ? needed : 1;
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
      case Word _, Phrase _, Near _, About _ -> true;
      case In in -> positive(in.query());
      case And and -> and.all().stream().anyMatch(QueryTree::positive);
      case Or or -> or.any().stream().allMatch(QueryTree::positive);
      case Not _, Sources _ -> false;
    };
  }

  /// Whether a number of sources stands elsewhere than beside the words.
  static boolean misplacedSources(Query query) {
    return query instanceof And(List<Query> all)
        ? all.stream().anyMatch(part -> !(part instanceof Sources) && hasSources(part))
        : !(query instanceof Sources) && hasSources(query);
  }

  private static boolean hasSources(Query query) {
    return switch (query) {
      case Word _, Phrase _, Near _, About _ -> false;
      case In in -> hasSources(in.query());
      case And and -> and.all().stream().anyMatch(QueryTree::hasSources);
      case Or or -> or.any().stream().anyMatch(QueryTree::hasSources);
      case Not not -> hasSources(not.query());
      case Sources _ -> true;
    };
  }

  /// Whether every alternative within `query` asks for something, which [#positive] does not see
  /// beside a required term.
  static boolean sound(Query query) {
    return switch (query) {
      case Word _, Phrase _, Near _, Not _, About _, Sources _ -> true;
      case In in -> positive(in.query()) && sound(in.query());
      case And and -> and.all().stream().allMatch(QueryTree::sound);
      case Or or -> positive(or) && or.any().stream().allMatch(QueryTree::sound);
    };
  }

  /// `a OR -b` is most often meant as `a -b`: the negative alternatives moved beside the others. A
  /// number of sources is put beside the words.
  static Query repaired(Query query) {
    List<Sources> lifted = new ArrayList<>();
    Optional<Query> rest = withoutSources(query, lifted).map(QueryTree::mended);
    List<Query> parts = new ArrayList<>(rest.stream().toList());
    parts.addAll(lifted);
    return and(parts);
  }

  private static Query mended(Query query) {
    return switch (query) {
      case Word _, Phrase _, Near _, About _, Not _, Sources _ -> query;
      case In in -> new In(in.field(), mended(in.query()));
      case And and -> and(and.all().stream().map(QueryTree::mended).toList());
      case Or or -> beside(or.any().stream().map(QueryTree::mended).toList());
    };
  }

  /// A query without its number of sources; of which nothing would be left, the query itself.
  static Query withoutSources(Query query) {
    return withoutSources(query, new ArrayList<>()).orElse(query);
  }

  /// @param lifted gets what was taken out
  private static Optional<Query> withoutSources(Query query, List<Sources> lifted) {
    return switch (query) {
      case Word _, Phrase _, Near _, About _ -> Optional.of(query);
      case In in -> withoutSources(in.query(), lifted).map(q -> new In(in.field(), q));
      case And and -> kept(and.all(), lifted).map(QueryTree::and);
      case Or or -> kept(or.any(), lifted).map(QueryTree::or);
      case Not not -> withoutSources(not.query(), lifted).map(QueryTree::not);
      case Sources sources -> {
        lifted.add(sources);
        yield Optional.empty();
      }
    };
  }

  private static Optional<List<Query>> kept(List<Query> parts, List<Sources> lifted) {
    List<Query> kept =
        parts.stream().flatMap(part -> withoutSources(part, lifted).stream()).toList();
    return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
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
