package app.bellwire.match;

import app.bellwire.article.Article;
import app.bellwire.query.Query.Field;
import app.bellwire.text.Embedding;
import app.bellwire.text.Plurals;
import app.bellwire.text.Token;
import app.bellwire.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// An article as queries look at it: every word in reading order, with its field and paragraph. The
/// lede is the first paragraph, the body everything after it. Made once for an article, however
/// many queries look at it. Immutable once made.
public final class MatchText {
  /// One word at its place.
  ///
  /// @param passage the headline, paragraph or value it stands in
  /// @param paragraph counted from 0; -1 for the headline and for fields that are not text
  /// @param shouted whether the passage has capitals only, so that they prove nothing
  record Spot(Token token, String passage, Field field, int paragraph, boolean shouted) {
    boolean sameParagraph(Spot other) {
      return field == other.field && paragraph == other.paragraph && passage == other.passage;
    }
  }

  /// The key of every text whose meaning was read.
  static final String ANY_MEANING = "~";

  private static final int PREFIX = 3;

  private final List<Spot> spots = new ArrayList<>();
  private final NavigableMap<String, List<Integer>> byWord = new TreeMap<>();
  private final Map<String, List<Integer>> byPlural = new HashMap<>();

  private final Optional<Embedding> meaning;

  private MatchText(Optional<Embedding> meaning) {
    this.meaning = meaning;
  }

  /// An article whose meaning was not read.
  public static MatchText of(Article article) {
    return of(article, Optional.empty());
  }

  public static MatchText of(Article article, Optional<Embedding> meaning) {
    MatchText text = new MatchText(meaning);
    text.add(Field.TITLE, -1, article.copy().headline());
    List<String> paragraphs = article.copy().paragraphs();
    for (int i = 0; i < paragraphs.size(); i++) {
      text.add(i == 0 ? Field.LEDE : Field.BODY, i, paragraphs.get(i));
    }
    text.add(Field.SOURCE, -1, article.source().value());
    text.add(Field.AGENCY, -1, article.agency());
    text.add(Field.PLACE, -1, article.dateline().place());
    text.add(Field.LANG, -1, article.copy().language());
    article.authors().forEach(author -> text.add(Field.AUTHOR, -1, author));
    text.groupPlurals();
    return text;
  }

  private void add(Field field, int paragraph, String passage) {
    List<Token> tokens = Tokens.of(passage);
    boolean shouted = tokens.size() > 1 && !hasLowerCase(passage);
    for (Token token : tokens) {
      int index = spots.size();
      spots.add(new Spot(token, passage, field, paragraph, shouted));
      byWord.computeIfAbsent(token.folded(), _ -> new ArrayList<>()).add(index);
    }
  }

  private void groupPlurals() {
    byWord.forEach(
        (word, indexes) ->
            byPlural.computeIfAbsent(Plurals.key(word), _ -> new ArrayList<>()).addAll(indexes));
    byPlural.values().forEach(indexes -> indexes.sort(null));
  }

  private static boolean hasLowerCase(String passage) {
    return passage.codePoints().anyMatch(Character::isLowerCase);
  }

  Optional<Embedding> meaning() {
    return meaning;
  }

  /// How many words there are in all fields.
  int size() {
    return spots.size();
  }

  Spot spot(int index) {
    return spots.get(index);
  }

  /// Where `folded` stands, in reading order.
  List<Integer> word(String folded) {
    return byWord.getOrDefault(folded, List.of());
  }

  /// Where a word stands whose singular or plural has this key, in reading order.
  List<Integer> plural(String key) {
    return byPlural.getOrDefault(key, List.of());
  }

  /// Where words stand that begin so, in reading order.
  List<Integer> prefix(String start) {
    List<Integer> found = new ArrayList<>();
    byWord.subMap(start, true, start + Character.MAX_VALUE, false).values().forEach(found::addAll);
    found.sort(null);
    return found;
  }

  /// Every key under which a [WordTest] that some word here passes can be filed.
  Set<String> keys() {
    Set<String> keys = new HashSet<>();
    meaning.ifPresent(_ -> keys.add(ANY_MEANING));
    byPlural.keySet().forEach(key -> keys.add(WordTest.pluralKey(key)));
    for (String word : byWord.keySet()) {
      keys.add(WordTest.wordKey(word));
      for (int i = 1; i <= Math.min(PREFIX, word.length()); i++) {
        keys.add(WordTest.prefixKey(word.substring(0, i)));
      }
    }
    return keys;
  }
}
