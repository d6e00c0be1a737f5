package app.bellwire.query;

import app.bellwire.query.ParsedQuery.Valid;
import app.bellwire.query.Query.About;
import app.bellwire.query.Query.And;
import app.bellwire.query.Query.Field;
import app.bellwire.query.Query.In;
import app.bellwire.query.Query.Near;
import app.bellwire.query.Query.Not;
import app.bellwire.query.Query.Or;
import app.bellwire.query.Query.Phrase;
import app.bellwire.query.Query.Sources;
import app.bellwire.query.Query.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What buttons make of a query. Each result is a query that parses, or empty where the change does
/// not apply or would break a bound. Thread-safe.
public final class Narrowing {
  private static final Set<String> OPERATORS = Set.of("and", "or", "not");

  private Narrowing() {}

  /// The same words in the headline or the first paragraph only; what must not be there must still
  /// not be anywhere. Does not apply to a query that names a part of the text itself.
  public static Optional<Valid> narrower(Query query) {
    List<Query> wanted = parts(query).stream().filter(q -> !beside(q)).toList();
    if (wanted.isEmpty() || wanted.stream().anyMatch(Narrowing::hasField)) {
      return Optional.empty();
    }
    Query all = QueryTree.and(wanted);
    Query headed = QueryTree.or(List.of(new In(Field.TITLE, all), new In(Field.LEDE, all)));
    return valid(with(headed, beside(parts(query))));
  }

  /// Any of the terms instead of all of them.
  public static Optional<Valid> wider(Query query) {
    List<Query> wanted = parts(query).stream().filter(q -> !beside(q)).toList();
    return wanted.size() < 2
        ? Optional.empty()
        : valid(with(QueryTree.or(wanted), beside(parts(query))));
  }

  /// The query without reports that have `words`. Does not apply to words the query asks for.
  public static Optional<Valid> minus(Query query, String words) {
    boolean asked = QueryWords.terms(query).stream().anyMatch(words.strip()::equalsIgnoreCase);
    return asked
        ? Optional.empty()
        : term(words)
            .map(term -> with(query, List.of(new Not(term))))
            .filter(changed -> !changed.equals(query))
            .flatMap(Narrowing::valid);
  }

  /// The query with `words` asked for too (`AND`), or as one more alternative (`OR`): of the group
  /// of alternatives when there is just one, else of the whole query.
  ///
  /// @param operator `AND` or `OR`
  public static Optional<Valid> plus(Query query, String operator, String words) {
    return term(words)
        .map(
            term ->
                switch (operator) {
                  case "AND" -> with(query, List.of(term));
                  case "OR" -> alternative(query, term);
                  default -> throw new IllegalArgumentException(operator);
                })
        .filter(changed -> !changed.equals(query))
        .flatMap(Narrowing::valid);
  }

  /// The query with `and`, `or` and `not` between words read as operators, when somebody typed them
  /// in lower case.
  public static Optional<Valid> operatorsMeant(Query query) {
    List<Query> parts = parts(QueryTree.withoutSources(query));
    if (parts.size() < 3
        || !parts.stream().skip(1).limit(parts.size() - 2L).anyMatch(Narrowing::operator)) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    for (Query part : parts) {
      String said = QueryText.clear(QueryTree.and(List.of(part)));
      boolean group = part instanceof Or;
      text.append(text.isEmpty() ? "" : " ");
      text.append(operator(part) ? said.toUpperCase(Locale.ROOT) : group ? "(" + said + ")" : said);
    }
    return QueryParser.parse(text.toString()) instanceof Valid valid
        ? valid(with(valid.query(), sources(query)))
        : Optional.empty();
  }

  private static boolean operator(Query query) {
    return query instanceof Word(String text, boolean prefix, boolean exact)
        && !prefix
        && !exact
        && OPERATORS.contains(text);
  }

  private static Query alternative(Query query, Query term) {
    List<Query> parts = parts(query);
    List<Query> groups = parts.stream().filter(Or.class::isInstance).toList();
    if (groups.size() == 1) {
      Query group = groups.getFirst();
      Query wider = QueryTree.or(List.of(group, term));
      return QueryTree.and(parts.stream().map(q -> q.equals(group) ? wider : q).toList());
    }
    Query whole = QueryTree.withoutSources(query);
    return with(QueryTree.or(List.of(whole, term)), sources(query));
  }

  private static Optional<Query> term(String words) {
    List<String> split = QueryWord.split(words.replace('"', ' '));
    return split.isEmpty() ? Optional.empty() : Optional.of(QueryTree.phrase(split, 0));
  }

  private static Query with(Query query, List<Query> more) {
    List<Query> parts = new ArrayList<>(List.of(query));
    parts.addAll(more);
    return QueryTree.and(parts);
  }

  /// What stands beside the words that are asked for.
  private static List<Query> beside(List<Query> parts) {
    return parts.stream().filter(Narrowing::beside).toList();
  }

  private static boolean beside(Query part) {
    return part instanceof Not || part instanceof Sources;
  }

  private static List<Query> sources(Query query) {
    return parts(query).stream().filter(Sources.class::isInstance).toList();
  }

  private static List<Query> parts(Query query) {
    return query instanceof And and ? and.all() : List.of(query);
  }

  private static boolean hasField(Query query) {
    return switch (query) {
      case In _, About _ -> true;
      case And and -> and.all().stream().anyMatch(Narrowing::hasField);
      case Or or -> or.any().stream().anyMatch(Narrowing::hasField);
      case Not not -> hasField(not.query());
      case Word _, Phrase _, Near _, Sources _ -> false;
    };
  }

  private static Optional<Valid> valid(Query query) {
    return QueryTree.positive(query) && QueryTree.sound(query)
        ? QueryParser.valid(query)
        : Optional.empty();
  }
}
