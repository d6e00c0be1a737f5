package app.bellwire.query;

import app.bellwire.query.Query.About;
import app.bellwire.query.Query.And;
import app.bellwire.query.Query.In;
import app.bellwire.query.Query.Near;
import app.bellwire.query.Query.Not;
import app.bellwire.query.Query.Or;
import app.bellwire.query.Query.Phrase;
import app.bellwire.query.Query.Sources;
import app.bellwire.query.Query.Strictness;
import app.bellwire.query.Query.Word;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes a tree as a query text that parses to the same tree.
///
/// The clear form puts brackets where a reader could doubt and AND between anything but plain
/// words; the short form has neither and is never longer or deeper than what was typed.
final class QueryText {
  private final boolean clear;

  private QueryText(boolean clear) {
    this.clear = clear;
  }

  static String clear(Query query) {
    return new QueryText(true).write(query);
  }

  static String brief(Query query) {
    return new QueryText(false).write(query);
  }

  private String write(Query query) {
    return switch (query) {
      case Word word -> word(word);
      case Phrase phrase -> quoted(String.join(" ", phrase.words())) + slop(phrase);
      case Near near -> write(near.left()) + joint(near) + write(near.right());
      case In in -> FieldNames.of(in.field()) + ":" + single(in.query());
      case About about -> about(about);
      case And and -> and(and.all());
      case Or or -> or.any().stream().map(this::alternative).collect(Collectors.joining(" OR "));
      case Not not -> "-" + single(not.query());
      case Sources sources -> "sources:" + sources.needed();
    };
  }

  private String and(List<Query> parts) {
    boolean plain =
        !clear || parts.stream().allMatch(part -> part instanceof Word || follows(part));
    StringBuilder out = new StringBuilder();
    for (Query part : parts) {
      if (!out.isEmpty()) {
        out.append(plain || follows(part) ? " " : " AND ");
      }
      out.append(part instanceof Or ? bracketed(part) : write(part));
    }
    return out.toString();
  }

  private static boolean follows(Query part) {
    return part instanceof Not || part instanceof Sources;
  }

  private String alternative(Query part) {
    return clear && part instanceof And ? bracketed(part) : write(part);
  }

  /// `query` where one word, phrase, field or bracket is expected.
  private String single(Query query) {
    boolean whole = query instanceof And || query instanceof Or || clear && query instanceof Near;
    return whole ? bracketed(query) : write(query);
  }

  private String bracketed(Query query) {
    return "(" + write(query) + ")";
  }

  private static String word(Word word) {
    if (word.exact()) {
      return "=" + word.text();
    }
    if (word.prefix()) {
      return word.text() + "*";
    }
    return QueryLexer.isBareWord(word.text()) ? word.text() : quoted(word.text());
  }

  private String about(About about) {
    boolean bare =
        !clear && about.strictness() == Strictness.USUAL && QueryLexer.isBareWord(about.text());
    return "about:" + (bare ? about.text() : quoted(about.text())) + strictness(about.strictness());
  }

  private static String strictness(Strictness strictness) {
    return strictness == Strictness.USUAL ? "" : "~" + strictness.name().toLowerCase(Locale.ROOT);
  }

  private static String quoted(String words) {
    return '"' + words + '"';
  }

  private static String slop(Phrase phrase) {
    return phrase.slop() == 0 ? "" : "~" + phrase.slop();
  }

  private static String joint(Near near) {
    return (near.ordered() ? " BEFORE/" : " NEAR/") + near.distance() + " ";
  }
}
