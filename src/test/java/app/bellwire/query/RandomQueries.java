package app.bellwire.query;

import app.bellwire.query.Query.Field;
import app.bellwire.query.Query.In;
import app.bellwire.query.Query.Near;
import app.bellwire.query.Query.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// Makes query trees from a seeded random source.
public final class RandomQueries {
  private static final List<String> WORDS =
      List.of(
          "alpha",
          "beta",
          "gamma",
          "delta",
          "Treaty",
          "talks",
          "U.S.",
          "US",
          "or",
          "OR",
          "NEAR",
          "Russia’s",
          "face-to-face",
          "100,000",
          "Zoë",
          "договір",
          "10:30",
          "title:x");

  private RandomQueries() {}

  /// A tree in normal form; it may lack what must be there.
  static Query tree(Random random) {
    return withSources(
        random, tree(random, 3, false, () -> WORDS.get(random.nextInt(WORDS.size()))));
  }

  /// A tree the parser accepts, in words of `words`.
  public static Query sound(Random random, Supplier<String> words) {
    while (true) {
      Query query = tree(random, 3, false, words);
      if (QueryTree.positive(query)
          && QueryTree.sound(query)
          && QueryParser.valid(query).isPresent()) {
        return query;
      }
    }
  }

  private static Query withSources(Random random, Query query) {
    return random.nextInt(8) == 0
        ? QueryTree.and(List.of(query, new Query.Sources(2 + random.nextInt(8))))
        : query;
  }

  static Query sound(Random random) {
    Query query = sound(random, () -> WORDS.get(random.nextInt(WORDS.size())));
    Query more = withSources(random, query);
    return QueryParser.valid(more).isPresent() ? more : query;
  }

  private static Query tree(Random random, int depth, boolean inField, Supplier<String> words) {
    int kind = depth == 0 ? random.nextInt(4) : random.nextInt(10);
    return switch (kind) {
      case 0, 1, 2 -> word(random, words);
      case 3 -> term(random, words);
      case 4 ->
          new Near(
              term(random, words),
              term(random, words),
              1 + random.nextInt(20),
              random.nextBoolean());
      case 5 -> QueryTree.not(tree(random, depth - 1, inField, words));
      case 6 ->
          inField
              ? word(random, words)
              : new In(Field.values()[random.nextInt(3)], positive(random, depth - 1, words));
      case 7 -> QueryTree.or(parts(random, depth, inField, words));
      default -> QueryTree.and(parts(random, depth, inField, words));
    };
  }

  private static Query positive(Random random, int depth, Supplier<String> words) {
    while (true) {
      Query query = tree(random, depth, true, words);
      if (QueryTree.positive(query)) {
        return query;
      }
    }
  }

  private static List<Query> parts(
      Random random, int depth, boolean inField, Supplier<String> words) {
    List<Query> parts = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      parts.add(tree(random, depth - 1, inField, words));
    }
    return parts;
  }

  private static Query term(Random random, Supplier<String> words) {
    if (random.nextBoolean()) {
      return word(random, words);
    }
    List<String> phrase = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      phrase.add(words.get());
    }
    return QueryTree.phrase(phrase, random.nextInt(3) == 0 ? random.nextInt(6) : 0);
  }

  private static Query word(Random random, Supplier<String> words) {
    return switch (random.nextInt(10)) {
      case 0 -> new Word(plain(words), true, false);
      case 1 -> new Word(plain(words), false, true);
      default -> new Word(words.get(), false, false);
    };
  }

  private static String plain(Supplier<String> words) {
    while (true) {
      String word = words.get();
      if (word.length() >= 3 && word.chars().allMatch(Character::isLetter)) {
        return word;
      }
    }
  }
}
