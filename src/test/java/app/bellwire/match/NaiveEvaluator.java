package app.bellwire.match;

import app.bellwire.query.Query;
import app.bellwire.query.Query.About;
import app.bellwire.query.Query.And;
import app.bellwire.query.Query.Field;
import app.bellwire.query.Query.In;
import app.bellwire.query.Query.Near;
import app.bellwire.query.Query.Not;
import app.bellwire.query.Query.Or;
import app.bellwire.query.Query.Phrase;
import app.bellwire.query.Query.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Says whether a query is true by trying every combination of places: the meaning of the language
/// as directly as it can be written, for plain words of ASCII letters without names.
///
/// @param fields for each field its paragraphs
record NaiveEvaluator(Map<Field, List<String>> fields) {
  private record Place(Field field, int paragraph, int from, int to) {}

  boolean holds(Query query) {
    return holds(query, List.of(Field.TITLE, Field.LEDE, Field.BODY));
  }

  private boolean holds(Query query, List<Field> scope) {
    return switch (query) {
      case Word _, Phrase _ -> !places(query, scope).isEmpty();
      case Near near -> near(near, scope);
      case In in -> holds(in.query(), List.of(in.field()));
      case About _ -> throw new IllegalArgumentException("words only");
      case And and -> and.all().stream().allMatch(q -> holds(q, scope));
      case Or or -> or.any().stream().anyMatch(q -> holds(q, scope));
      case Not not -> !holds(not.query(), scope);
      case Query.Sources _ -> true;
    };
  }

  private boolean near(Near near, List<Field> scope) {
    for (Place left : places(near.left(), scope)) {
      for (Place right : places(near.right(), scope)) {
        int after = right.from() - left.to();
        int before = near.ordered() ? 0 : left.from() - right.to();
        boolean close =
            after > 0 && after <= near.distance() || before > 0 && before <= near.distance();
        if (close && left.field() == right.field()) {
          return true;
        }
      }
    }
    return false;
  }

  /// Places count words from the beginning of their field.
  private List<Place> places(Query term, List<Field> scope) {
    List<Place> places = new ArrayList<>();
    for (Field field : scope) {
      int offset = 0;
      List<String> paragraphs = fields.getOrDefault(field, List.of());
      for (int i = 0; i < paragraphs.size(); i++) {
        String[] words = paragraphs.get(i).split("[^A-Za-z]+");
        for (int from = 0; from < words.length; from++) {
          for (int to = from; to < Math.min(words.length, from + 12); to++) {
            if (spells(term, words, from, to)) {
              places.add(new Place(field, i, offset + from, offset + to));
            }
          }
        }
        offset += words.length;
      }
    }
    return places;
  }

  private static boolean spells(Query term, String[] words, int from, int to) {
    return switch (term) {
      case Word word -> from == to && is(word, words[from]);
      case Phrase phrase ->
          to - from + 1 <= phrase.words().size() + phrase.slop()
              && inOrder(phrase.words(), words, from, to);
      case Near _, In _, About _, And _, Or _, Not _, Query.Sources _ ->
          throw new IllegalArgumentException();
    };
  }

  /// Whether the wanted words stand in order from exactly `from` to exactly `to`.
  private static boolean inOrder(List<String> wanted, String[] words, int from, int to) {
    if (!is(new Word(wanted.getFirst(), false, false), words[from])) {
      return false;
    }
    if (wanted.size() == 1) {
      return from == to;
    }
    for (int next = from + 1; next <= to; next++) {
      if (inOrder(wanted.subList(1, wanted.size()), words, next, to)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(Word wanted, String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (wanted.exact()) {
      return word.equals(wanted.text());
    }
    if (wanted.prefix()) {
      return lower.startsWith(wanted.text().toLowerCase(Locale.ROOT));
    }
    if (wanted.text().equals("US")) {
      return word.equals("US");
    }
    boolean plurals = wanted.text().equals(wanted.text().toLowerCase(Locale.ROOT));
    return plurals
        ? singular(lower).equals(singular(wanted.text()))
        : lower.equals(wanted.text().toLowerCase(Locale.ROOT));
  }

  private static String singular(String word) {
    return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }
}
