package app.bellwire.query;

import app.bellwire.query.Query.About;
import app.bellwire.query.Query.Field;
import app.bellwire.query.Query.In;
import app.bellwire.query.Query.Near;
import app.bellwire.query.Query.Sources;
import app.bellwire.query.Query.Strictness;
import app.bellwire.query.Query.Word;
import app.bellwire.query.QueryToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the query language.
///
///     query  := or
///     or     := and ( OR and )*            Lavrov Blinken OR Stoltenberg
///     and    := not ( [AND] not )*         Lavrov Blinken: a space is AND
///     not    := ( NOT | - ) not | primary  NATO -sport
///     primary:= field:primary | about:words | ( or ) | near | sources:n
///     near   := term [ ( NEAR/n | BEFORE/n ) term ]
///     term   := word | word* | =Word | "a phrase" | "a phrase"~n
///     field  := title | lede | body | source | agency | place | lang | author
///     words  := word | "a phrase" | "a phrase"~loose | "a phrase"~strict
///
/// Operators count in capitals only. Curly and angle quotes are quotes; a long dash before a word
/// is `-`. `sources:2` to `sources:9` stands beside the words: not in OR, NOT, brackets that hold
/// OR, or a field. Bounds: [#CHARACTERS], 64 terms, 16 levels of brackets, NOT and fields, numbers to 20,
/// `*` after three letters. Every alternative needs a term that must be there.
///
/// A text with faults is read on as it was most likely meant; what comes out, if it is a query, is
/// the nearest form that works. Confined to one parse.
public final class QueryParser {
  /// The longest query text, in UTF-16 units.
  public static final int CHARACTERS = 512;

  private static final int DEPTH = 16;

  private final List<QueryToken> tokens;
  private final Problems problems;
  private int at;
  private int depth;
  private boolean inField;

  private QueryParser(List<QueryToken> tokens, Problems problems) {
    this.tokens = tokens;
    this.problems = problems;
  }

  /// The query that `text` means, or what is wrong with it. Never throws; thread-safe.
  public static ParsedQuery parse(String text) {
    Problems problems = new Problems();
    if (text.length() > CHARACTERS) {
      problems.add(CHARACTERS, "a query can have " + CHARACTERS + " characters, not more");
      problems.close();
    }
    Optional<Query> tree = read(cut(text), problems);
    return problems.isEmpty() && tree.isPresent()
        ? valid(tree.get(), text)
        : new ParsedQuery.Invalid(text, problems.offset(), problems.message(), nearest(tree));
  }

  /// `query` as a parsed query, when it keeps the rules and bounds.
  static Optional<ParsedQuery.Valid> valid(Query query) {
    return normal(query).map(text -> new ParsedQuery.Valid(query, text));
  }

  private static ParsedQuery valid(Query query, String text) {
    Optional<ParsedQuery.Valid> valid = valid(query);
    return valid.isPresent()
        ? valid.get()
        : new ParsedQuery.Invalid(
            text, 0, "This query is too long when it is written out.", Optional.empty());
  }

  private static Optional<String> nearest(Optional<Query> tree) {
    return tree.map(QueryTree::repaired).flatMap(QueryParser::normal);
  }

  private static Optional<String> normal(Query query) {
    String clear = QueryText.clear(query);
    return Optional.of(clear)
        .filter(text -> reads(text, query))
        .or(() -> Optional.of(QueryText.brief(query)).filter(text -> reads(text, query)));
  }

  private static boolean reads(String text, Query query) {
    Problems problems = new Problems();
    return text.length() <= CHARACTERS
        && read(text, problems).equals(Optional.of(query))
        && problems.isEmpty();
  }

  private static String cut(String text) {
    if (text.length() <= CHARACTERS) {
      return text;
    }
    int space = text.lastIndexOf(' ', CHARACTERS);
    return text.substring(0, space > 0 ? space : CHARACTERS - 1);
  }

  private static Optional<Query> read(String text, Problems problems) {
    List<QueryToken> tokens = QueryLexer.read(text, problems);
    Query tree = new QueryParser(tokens, problems).query();
    if (tree == null && problems.isEmpty()) {
      problems.add(text.length(), "there is no word to look for");
    } else if (tree != null && QueryTree.misplacedSources(tree)) {
      problems.add(
          offset(tokens, Kind.SOURCES),
          "the number of sources stands beside the words, at the end");
    } else if (tree != null && (!QueryTree.positive(tree) || !QueryTree.sound(tree))) {
      problems.add(0, negative(tree));
    }
    return Optional.ofNullable(tree);
  }

  private static int offset(List<QueryToken> tokens, Kind kind) {
    return tokens.stream().filter(token -> token.is(kind)).findFirst().orElseThrow().offset();
  }

  private static String negative(Query tree) {
    return tree instanceof Query.Or
        ? "a word that reports must not have cannot be one side of OR"
        : "a query needs a word that reports must have, not only words they must not have";
  }

  private @Nullable Query query() {
    List<Query> parts = new ArrayList<>();
    addTo(parts, or());
    while (!peek().is(Kind.END)) {
      problems.add(next().offset(), "a bracket is closed that was not opened");
      addTo(parts, or());
    }
    return parts.isEmpty() ? null : QueryTree.and(parts);
  }

  private @Nullable Query or() {
    List<Query> parts = new ArrayList<>();
    while (true) {
      Query part = and();
      addTo(parts, part);
      if (!peek().is(Kind.OR)) {
        break;
      }
      QueryToken or = next();
      if (part == null && parts.isEmpty()) {
        problems.add(or.offset(), "a word is missing before " + or.text());
      }
      missingAfter(or);
    }
    return parts.isEmpty() ? null : QueryTree.or(parts);
  }

  private @Nullable Query and() {
    List<Query> parts = new ArrayList<>();
    while (true) {
      if (peek().is(Kind.AND)) {
        QueryToken and = next();
        if (parts.isEmpty()) {
          problems.add(and.offset(), "a word is missing before " + and.text());
        }
        missingAfter(and);
      } else if (peek().near()) {
        strayNear();
      } else if (peek().begins()) {
        addTo(parts, not());
      } else {
        return parts.isEmpty() ? null : QueryTree.and(parts);
      }
    }
  }

  private @Nullable Query not() {
    if (!peek().is(Kind.NOT)) {
      return primary();
    }
    QueryToken not = next();
    if (missingAfter(not)) {
      return null;
    }
    enter(not);
    Query query = not();
    depth--;
    return query == null ? null : QueryTree.not(query);
  }

  private @Nullable Query primary() {
    return switch (peek().kind()) {
      case FIELD -> field();
      case OPEN -> bracket();
      case WORD, EXACT, PREFIX, PHRASE -> near();
      case SOURCES -> new Sources(next().number());
      case AND, OR, NOT, NEAR, BEFORE, CLOSE, END -> null;
    };
  }

  private @Nullable Query field() {
    QueryToken name = next();
    if (inField) {
      problems.add(name.offset(), "a field cannot stand inside another field");
      return primary();
    }
    if (peek().is(Kind.NOT)) {
      problems.add(peek().offset(), "a - stands before the field, not after it");
      next();
      Query left = field(name);
      return left == null ? null : QueryTree.not(left);
    }
    return missingAfter(name) ? null : field(name);
  }

  private @Nullable Query field(QueryToken name) {
    enter(name);
    inField = true;
    Query query = name.about() ? about() : primary();
    inField = false;
    depth--;
    return query == null || name.about()
        ? query
        : new In(Field.valueOf(name.text().toUpperCase(Locale.ROOT)), query);
  }

  /// What stands after `about:`; anything but words is reported and read as its words.
  private @Nullable Query about() {
    QueryToken token = peek();
    if (token.is(Kind.WORD) || token.is(Kind.PHRASE)) {
      next();
      return new About(token.text(), Strictness.values()[token.number()]);
    }
    problems.add(token.offset(), "after about: stand words between quotation marks");
    Query query = primary();
    List<String> words = query == null ? List.of() : QueryWords.terms(query);
    return words.isEmpty()
        ? query
        : new About(String.join(" ", words).replace("*", ""), Strictness.USUAL);
  }

  private @Nullable Query bracket() {
    QueryToken open = next();
    QueryToken first = peek();
    enter(open);
    Query query = or();
    depth--;
    if (!peek().is(Kind.CLOSE)) {
      problems.add(
          open.offset(),
          first.begins() && !first.is(Kind.OPEN)
              ? "the bracket before " + first.shown() + " is not closed"
              : "a bracket is not closed");
      return query;
    }
    next();
    if (query == null) {
      problems.add(open.offset(), "there is no word between the brackets");
    }
    return query;
  }

  private Query near() {
    Query left = term();
    if (!peek().near()) {
      return left;
    }
    QueryToken near = next();
    if (!peek().operand()) {
      problems.add(peek().offset(), "a word or a phrase is missing after " + near.text());
      return left;
    }
    return new Near(left, term(), near.number(), near.is(Kind.BEFORE));
  }

  private Query term() {
    QueryToken token = next();
    return switch (token.kind()) {
      case PHRASE -> QueryTree.phrase(List.of(token.text().split(" ")), token.number());
      case EXACT -> new Word(token.text(), false, true);
      case PREFIX -> new Word(token.text(), true, false);
      case WORD, AND, OR, NOT, NEAR, BEFORE, OPEN, CLOSE, FIELD, SOURCES, END ->
          new Word(token.text(), false, false);
    };
  }

  private void strayNear() {
    QueryToken near = next();
    problems.add(near.offset(), near.text() + " joins two words or phrases, nothing else");
  }

  /// Reports when nothing stands after `operator`.
  private boolean missingAfter(QueryToken operator) {
    boolean missing = !peek().begins() && !peek().near();
    if (missing) {
      String name = operator.is(Kind.FIELD) ? operator.text() + ":" : operator.text();
      problems.add(peek().offset(), "a word is missing after " + name);
    }
    return missing;
  }

  private void enter(QueryToken token) {
    if (++depth == DEPTH + 1) {
      problems.add(
          token.offset(), "brackets can stand in one another " + DEPTH + " deep, not more");
    }
  }

  private static void addTo(List<Query> parts, @Nullable Query part) {
    if (part != null) {
      parts.add(part);
    }
  }

  private QueryToken peek() {
    return tokens.get(at);
  }

  private QueryToken next() {
    QueryToken token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }
}
