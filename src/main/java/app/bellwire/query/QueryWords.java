package app.bellwire.query;

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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A query read back in plain English. Thread-safe.
public final class QueryWords {
  private static final List<String> NUMBERS =
      List.of("three", "four", "five", "six", "seven", "eight", "nine", "ten");

  private QueryWords() {}

  /// One sentence, such as `Reports that have both words: Lavrov, Blinken.`
  public static String sentence(Query query) {
    return query instanceof About about
        ? "Reports about “" + about.text() + "”, whatever their words" + strictly(about) + "."
        : "Reports that have " + wanted(query) + ".";
  }

  /// `2 reports of different origin`.
  public static String origins(int count) {
    return count + " reports of different origin";
  }

  /// What a report must have, to stand after "have" or "has": `both words: Lavrov, Blinken`.
  public static String wanted(Query query) {
    return query.sources() > 1
        ? wantedWords(QueryTree.withoutSources(query))
            + "; told once there are "
            + origins(query.sources())
        : wantedWords(query);
  }

  private static String wantedWords(Query query) {
    Optional<String> list = list(query);
    if (list.isPresent()) {
      return list.get();
    }
    Optional<Query> headed = headed(query);
    return headed.isPresent() ? inHeadlineOrLead(headed.get()) : part(query);
  }

  /// The words and phrases that a report may have to have, without those it must not have, in the
  /// order of the query, each once; fields that are not text are left out.
  public static List<String> terms(Query query) {
    Set<String> terms = new LinkedHashSet<>();
    collect(query, terms);
    return List.copyOf(terms);
  }

  private static void collect(Query query, Set<String> terms) {
    switch (query) {
      case Word word -> terms.add(word.text() + (word.prefix() ? "*" : ""));
      case Phrase phrase -> terms.add(String.join(" ", phrase.words()));
      case Near near -> List.of(near.left(), near.right()).forEach(q -> collect(q, terms));
      case In in -> {
        if (isText(in.field())) {
          collect(in.query(), terms);
        }
      }
      case And and -> and.all().forEach(q -> collect(q, terms));
      case Or or -> or.any().forEach(q -> collect(q, terms));
      case Not _, About _, Sources _ -> {}
    }
  }

  static boolean isText(Field field) {
    return field == Field.TITLE || field == Field.LEDE || field == Field.BODY;
  }

  /// The plain forms: nothing but words under one operator.
  private static Optional<String> list(Query query) {
    return switch (query) {
      case Word word when plain(word) -> Optional.of("the word: " + word.text());
      case And and when and.all().stream().allMatch(QueryWords::plain) ->
          Optional.of(all(and.all().size()) + ": " + listed(and.all()));
      case Or or when or.any().stream().allMatch(QueryWords::plain) ->
          Optional.of(any(or.any().size()) + ": " + listed(or.any()));
      case And and when and.all().stream().anyMatch(QueryWords::negative) -> without(and);
      case Word _, Phrase _, Near _, In _, And _, Or _, Not _, About _, Sources _ ->
          Optional.empty();
    };
  }

  /// A plain form and what must not be there.
  private static Optional<String> without(And and) {
    List<Query> wanted = and.all().stream().filter(q -> !negative(q)).toList();
    List<Query> unwanted = and.all().stream().filter(QueryWords::negative).toList();
    return wanted.isEmpty()
        ? Optional.empty()
        : Optional.of(
            wanted(QueryTree.and(wanted))
                + unwanted.stream().map(q -> ", and " + part(q)).collect(Collectors.joining()));
  }

  /// The query both sides ask for in `title:q OR lede:q`.
  private static Optional<Query> headed(Query query) {
    return query instanceof Or(List<Query> any)
            && any.size() == 2
            && any.get(0) instanceof In(Field first, Query left)
            && any.get(1) instanceof In(Field second, Query right)
            && first == Field.TITLE
            && second == Field.LEDE
            && left.equals(right)
        ? Optional.of(left)
        : Optional.empty();
  }

  private static String inHeadlineOrLead(Query query) {
    String place = " in the headline or the first paragraph";
    String wanted = wanted(query);
    int colon = wanted.indexOf(": ");
    return list(query).isPresent() && colon > 0 && !wanted.contains(", and not")
        ? wanted.substring(0, colon) + place + wanted.substring(colon)
        : wanted + place;
  }

  /// One part of a longer sentence.
  private static String part(Query query) {
    return switch (query) {
      case Word word -> word(word);
      case Phrase phrase -> phrase(phrase);
      case Near near -> near(near);
      case In in -> in(in);
      case About about -> "the meaning of “" + about.text() + "”" + strictly(about);
      case And and -> joined(and.all(), "both ", "all of ", " and ");
      case Or or -> joined(or.any(), "either ", "any of ", " or ");
      case Not not -> "not " + part(not.query());
      case Sources sources -> origins(sources.needed());
    };
  }

  /// Parts that are compound themselves are set off by semicolons.
  private static String joined(List<Query> parts, String two, String more, String last) {
    List<String> said = parts.stream().map(QueryWords::part).toList();
    boolean compound = parts.stream().anyMatch(QueryWords::compound);
    String head = parts.size() == 2 ? two : more;
    String comma = compound ? "; " : ", ";
    String ending = compound ? ";" + last : last;
    return head + String.join(comma, said.subList(0, said.size() - 1)) + ending + said.getLast();
  }

  private static boolean compound(Query query) {
    return query instanceof And || query instanceof Or || query instanceof In(_, And _);
  }

  private static String word(Word word) {
    if (word.exact()) {
      return "“" + word.text() + "” spelled just so";
    }
    return word.prefix() ? "a word that begins with “" + word.text() + "”" : word.text();
  }

  private static String phrase(Phrase phrase) {
    String words = "the words “" + String.join(" ", phrase.words()) + "”";
    return phrase.slop() == 0
        ? words + " together"
        : words + " in this order with at most " + count(phrase.slop()) + " between them";
  }

  private static String near(Near near) {
    return part(near.left())
        + (near.ordered() ? " before " : " near ")
        + part(near.right())
        + " (at most "
        + count(near.distance())
        + " away)";
  }

  private static String in(In in) {
    String what = part(in.query());
    return switch (in.field()) {
      case TITLE -> what + " in the headline";
      case LEDE -> what + " in the first paragraph";
      case BODY -> what + " below the first paragraph";
      case SOURCE -> what + " as source";
      case AGENCY -> what + " as agency";
      case PLACE -> what + " as place of the report";
      case LANG -> what + " as language";
      case AUTHOR -> what + " as author";
      case ABOUT -> what + " as meaning";
    };
  }

  private static String strictly(About about) {
    return switch (about.strictness()) {
      case USUAL -> "";
      case LOOSE -> " (loosely)";
      case STRICT -> " (strictly)";
    };
  }

  private static String count(int words) {
    return words == 1 ? "1 word" : words + " words";
  }

  private static String all(int size) {
    return size == 2 ? "both words" : "all " + number(size) + " words";
  }

  private static String any(int size) {
    return size == 2 ? "either word" : "any of the " + number(size) + " words";
  }

  private static String number(int size) {
    return size - 3 < NUMBERS.size() ? NUMBERS.get(size - 3) : String.valueOf(size);
  }

  private static String listed(List<Query> words) {
    return words.stream().map(q -> ((Word) q).text()).collect(Collectors.joining(", "));
  }

  private static boolean plain(Query query) {
    return query instanceof Word word && !word.prefix() && !word.exact();
  }

  private static boolean negative(Query query) {
    return query instanceof Not;
  }
}
