package app.bellwire.query;

import app.bellwire.query.ParsedQuery.Valid;
import app.bellwire.query.Query.About;
import app.bellwire.query.Query.And;
import app.bellwire.query.Query.In;
import app.bellwire.query.Query.Near;
import app.bellwire.query.Query.Not;
import app.bellwire.query.Query.Or;
import app.bellwire.query.Query.Phrase;
import app.bellwire.query.Query.Sources;
import app.bellwire.query.Query.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A query taken apart, to say what of it an article has and what it lacks. Thread-safe.
public final class Parts {
  private Parts() {}

  /// What an article must have, all of a list; of alternatives that ask for several things each, a
  /// list for each. A number of sources is nothing an article has.
  public static List<List<Query>> of(Query query) {
    Query words = QueryTree.withoutSources(query);
    return words instanceof Or or && or.any().stream().anyMatch(And.class::isInstance)
        ? or.any().stream().map(Parts::all).toList()
        : List.of(all(words));
  }

  /// Whether an article must not have it.
  public static boolean unwanted(Query part) {
    return part instanceof Not;
  }

  /// The query with `words` as one more alternative of its part `part`; empty where that is none of
  /// its parts or would break a bound.
  public static Optional<Valid> either(Query query, Query part, String words) {
    List<String> split = QueryWord.split(words.replace('"', ' '));
    List<Query> all = all(query);
    if (split.isEmpty() || unwanted(part) || !all.contains(part)) {
      return Optional.empty();
    }
    Query wider = QueryTree.or(List.of(part, QueryTree.phrase(split, 0)));
    Query changed = QueryTree.and(all.stream().map(q -> q.equals(part) ? wider : q).toList());
    return QueryTree.positive(changed) && QueryTree.sound(changed)
        ? QueryParser.valid(changed)
        : Optional.empty();
  }

  /// A part in plain words: `Lavrov or Blinken`, `“security guarantees”`.
  public static String words(Query part) {
    return switch (part) {
      case Word word -> word.text() + (word.prefix() ? "*" : "");
      case Phrase phrase -> "“" + String.join(" ", phrase.words()) + "”";
      case Near near ->
          words(near.left()) + (near.ordered() ? " before " : " near ") + words(near.right());
      case In in -> words(in.query()) + where(in);
      case About about -> "about “" + about.text() + "”";
      case And and -> joined(and.all(), " and ");
      case Or or -> joined(or.any(), " or ");
      case Not not -> words(not.query());
      case Sources sources -> QueryWords.origins(sources.needed());
    };
  }

  private static String where(In in) {
    return switch (in.field()) {
      case TITLE -> " in the headline";
      case LEDE -> " in the first paragraph";
      case BODY -> " below the first paragraph";
      case SOURCE -> " as source";
      case AGENCY -> " as agency";
      case PLACE -> " as place";
      case LANG -> " as language";
      case AUTHOR -> " as author";
      case ABOUT -> " as meaning";
    };
  }

  private static String joined(List<Query> parts, String last) {
    String head =
        parts.stream().limit(parts.size() - 1L).map(Parts::words).collect(Collectors.joining(", "));
    return head + last + words(parts.getLast());
  }

  private static List<Query> all(Query query) {
    return query instanceof And and ? and.all() : List.of(query);
  }
}
