package app.bellwire.fake;

import app.bellwire.article.Article;
import app.bellwire.command.Language;
import app.bellwire.match.Hit;
import app.bellwire.query.ParsedQuery;
import app.bellwire.query.ParsedQuery.Invalid;
import app.bellwire.query.ParsedQuery.Valid;
import app.bellwire.query.Query;
import app.bellwire.query.Query.And;
import app.bellwire.query.Query.Field;
import app.bellwire.query.Query.In;
import app.bellwire.query.Query.Not;
import app.bellwire.query.Query.Or;
import app.bellwire.query.Query.Phrase;
import app.bellwire.query.Query.Word;
import app.bellwire.text.Folding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A query language with words, phrases, `OR`, `-` and `top:(…)` for headline or lead; enough to
/// talk with the commands.
public final class PlainLanguage implements Language {
  private static final Pattern TERM = Pattern.compile("-?\"([^\"]+)\"|\\S+");
  private static final String TOP = "top:";

  @Override
  public ParsedQuery parse(String text) {
    if (text.endsWith(" OR")) {
      String nearest = text.substring(0, text.length() - 3);
      return new Invalid(text, text.length(), "A word is missing after OR.", Optional.of(nearest));
    }
    boolean top = text.startsWith(TOP);
    String rest = top ? text.substring(TOP.length()) : text;
    Query query =
        rest.contains(" OR ")
            ? new Or(Arrays.stream(rest.split(" OR ")).map(PlainLanguage::all).toList())
            : all(rest);
    return new Valid(top ? new In(Field.LEDE, query) : query, text);
  }

  @Override
  public String sentence(Query query) {
    return "Reports that have " + wanted(query) + ".";
  }

  @Override
  public String wanted(Query query) {
    if (query instanceof In(Field field, Query inner)) {
      return wanted(inner).replace(":", " in the headline or the first paragraph:");
    }
    List<String> terms = terms(query);
    String words = String.join(", ", terms);
    if (query instanceof Or) {
      return "any of the words: " + words;
    }
    return switch (terms.size()) {
      case 1 -> "the word: " + words;
      case 2 -> "both words: " + words;
      default -> "all " + terms.size() + " words: " + words;
    };
  }

  @Override
  public List<String> terms(Query query) {
    return switch (query) {
      case Word word -> List.of(word.text());
      case Phrase phrase -> List.of('"' + String.join(" ", phrase.words()) + '"');
      case And and -> and.all().stream().flatMap(q -> terms(q).stream()).toList();
      case Or or -> or.any().stream().flatMap(q -> terms(q).stream()).toList();
      case In in -> terms(in.query());
      case Query.Near near -> List.of();
      case Query.About about -> List.of();
      case Not not -> List.of();
      case Query.Sources sources -> List.of();
    };
  }

  @Override
  public Optional<Valid> narrower(Query query) {
    return query instanceof In ? Optional.empty() : valid(TOP + text(query));
  }

  @Override
  public Optional<Valid> wider(Query query) {
    return query instanceof And ? valid(String.join(" OR ", terms(query))) : Optional.empty();
  }

  @Override
  public Optional<Valid> minus(Query query, String words) {
    return valid(text(query) + " -" + words);
  }

  @Override
  public Optional<Valid> operatorsMeant(Query query) {
    String text = text(query);
    return text.contains(" or ") ? valid(text.replace(" or ", " OR ")) : Optional.empty();
  }

  @Override
  public Optional<List<Hit>> hits(Query query, Article article) {
    return hits(query, article, false);
  }

  private static Optional<List<Hit>> hits(Query query, Article article, boolean top) {
    return switch (query) {
      case Word word -> term(word.text(), false, article, top);
      case Phrase phrase -> term(String.join(" ", phrase.words()), true, article, top);
      case And and -> all(and, article, top);
      case Or or -> or.any().stream().flatMap(q -> hits(q, article, top).stream()).findFirst();
      case In in -> hits(in.query(), article, true);
      case Not not ->
          hits(not.query(), article, top).isPresent() ? Optional.empty() : Optional.of(List.of());
      case Query.Near near -> Optional.empty();
      case Query.Sources sources -> Optional.of(List.of());
      case Query.About about -> Optional.empty();
    };
  }

  private static Optional<List<Hit>> all(And and, Article article, boolean top) {
    List<Hit> hits = new ArrayList<>();
    for (Query query : and.all()) {
      Optional<List<Hit>> found = hits(query, article, top);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      hits.addAll(found.get());
    }
    hits.sort(Comparator.comparingInt(Hit::paragraph));
    return Optional.of(hits);
  }

  private static Optional<List<Hit>> term(
      String term, boolean phrase, Article article, boolean top) {
    Pattern word =
        Pattern.compile(
            "\\b" + Pattern.quote(term) + "\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    List<String> paragraphs = article.copy().paragraphs();
    for (int i = -1; i < (top ? Math.min(1, paragraphs.size()) : paragraphs.size()); i++) {
      Matcher found = word.matcher(i < 0 ? article.copy().headline() : paragraphs.get(i));
      if (found.find()) {
        Field field = i < 0 ? Field.TITLE : Field.BODY;
        return Optional.of(List.of(new Hit(found.group(), phrase, field, i)));
      }
    }
    return Optional.empty();
  }

  private static Query all(String text) {
    List<Query> terms = new ArrayList<>();
    Matcher term = TERM.matcher(text);
    while (term.find()) {
      boolean not = term.group().startsWith("-");
      String word = not ? term.group().substring(1) : term.group();
      Query one =
          term.group(1) == null
              ? new Word(Folding.fold(word), false, false)
              : new Phrase(List.of(term.group(1).toLowerCase(Locale.ROOT).split(" ")), 0);
      Query named = term.group(1) == null ? new Word(word, false, false) : one;
      terms.add(not ? new Not(named) : named);
    }
    return terms.size() == 1 ? terms.getFirst() : new And(sorted(terms));
  }

  private static List<Query> sorted(List<Query> terms) {
    return terms.stream().sorted(Comparator.comparing(q -> q instanceof Not)).toList();
  }

  private static Optional<Valid> valid(String text) {
    return new PlainLanguage().parse(text) instanceof Valid v ? Optional.of(v) : Optional.empty();
  }

  private static String text(Query query) {
    return switch (query) {
      case Word word -> word.text();
      case Phrase phrase -> '"' + String.join(" ", phrase.words()) + '"';
      case And and -> and.all().stream().map(PlainLanguage::text).collect(Collectors.joining(" "));
      case Or or -> or.any().stream().map(PlainLanguage::text).collect(Collectors.joining(" OR "));
      case In in -> TOP + text(in.query());
      case Not not -> "-" + text(not.query());
      case Query.Near near -> "";
      case Query.Sources sources -> "sources:" + sources.needed();
      case Query.About about -> "";
    };
  }
}
