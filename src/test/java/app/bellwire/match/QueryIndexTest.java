package app.bellwire.match;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.article.Article;
import app.bellwire.query.ParsedQuery;
import app.bellwire.query.Query;
import app.bellwire.query.Query.Field;
import app.bellwire.query.QueryParser;
import app.bellwire.query.RandomQueries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class QueryIndexTest {
  private static final List<String> QUERY_WORDS =
      List.of("storm", "storms", "Storm", "treaty", "Tolm", "arven", "US", "us", "rain", "Rains");
  private static final List<String> TEXT_WORDS =
      List.of(
          "storm", "Storms", "STORM", "Treaty", "treaty", "tolm", "Tolm", "Arven", "US", "us",
          "rain", "rains", "the", "calm", "stormy", "arvena");

  @Test
  void agreesWithTheNaiveEvaluator() {
    Random random = new Random(11);
    int hits = 0;
    for (int round = 0; round < 100; round++) {
      List<Query> queries = queries(random, 100);
      QueryIndex index = new QueryIndex(NameVariants.NONE);
      for (int i = 0; i < queries.size(); i++) {
        index.put(i, queries.get(i));
      }
      Article article = article(random);
      List<Long> expected = expected(queries, article);
      assertThat(ids(index, article)).as(article.copy().toString()).isEqualTo(expected);
      hits += expected.size();
    }
    assertThat(hits).isBetween(1_000, 9_000);
  }

  @Test
  void aThousandQueriesAndAHundredArticlesAgreeAfterChanges() {
    Random random = new Random(12);
    List<Query> queries = new ArrayList<>(queries(random, 1_000));
    QueryIndex index = new QueryIndex(NameVariants.NONE);
    for (int i = 0; i < queries.size(); i++) {
      index.put(i, queries.get(i));
    }
    for (int round = 0; round < 100; round++) {
      int changed = random.nextInt(queries.size());
      queries.set(changed, RandomQueries.sound(random, () -> pick(QUERY_WORDS, random)));
      index.put(changed, queries.get(changed));
      Article article = article(random);
      assertThat(ids(index, article)).isEqualTo(expected(queries, article));
    }
    for (int i = 0; i < queries.size(); i++) {
      index.remove(i);
    }
    assertThat(ids(index, article(random))).isEmpty();
  }

  @Test
  void aNumberOfSourcesIsNotAskedOfTheText() {
    QueryIndex index = new QueryIndex(NameVariants.NONE);
    index.put(1, query("storm rain sources:3"));
    index.put(2, query("(storm OR calm) sources:2"));
    assertThat(ids(index, Articles.of("Rain and storm"))).containsExactly(1L, 2L);
    assertThat(ids(index, Articles.of("Storm"))).containsExactly(2L);
    assertThat(ids(index, Articles.of("Rain"))).isEmpty();
  }

  @Test
  void everyOneWhoAskedTheSameIsTold() {
    QueryIndex index = new QueryIndex(NameVariants.NONE);
    index.put(3, query("storm OR rain"));
    index.put(1, query("storm OR rain"));
    index.put(2, query("calm"));
    index.put(2, query("storm OR rain"));
    index.put(2, query("storm OR rain"));
    Article article = Articles.of("Rain and storm");
    assertThat(ids(index, article)).containsExactly(1L, 2L, 3L);
    index.remove(1);
    index.remove(1);
    index.remove(99);
    assertThat(ids(index, article)).containsExactly(2L, 3L);
  }

  @Test
  void otherNamesCountForStoredQueries() {
    QueryIndex index = new QueryIndex(NameVariants.NONE);
    index.put(1, query("Kyrel"));
    Article article = Articles.of("Storm in Kirel");
    assertThat(ids(index, article)).isEmpty();
    index.names(NameVariants.of(List.of(List.of("Kyrel", "Kirel"))));
    assertThat(ids(index, article)).containsExactly(1L);
    index.names(NameVariants.NONE);
    assertThat(ids(index, article)).isEmpty();
    index.remove(1);
    assertThat(ids(index, Articles.of("Kyrel"))).isEmpty();
  }

  @Test
  void readersSeeEveryStandingQueryWhileOthersChange() throws Exception {
    QueryIndex index = new QueryIndex(NameVariants.NONE);
    index.put(1, query("storm OR rain OR calm"));
    Article article = Articles.of("Rain");
    AtomicBoolean writing = new AtomicBoolean(true);
    CountDownLatch reading = new CountDownLatch(2);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> readers = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        readers.add(threads.submit(() -> alwaysFindsTheFirst(index, article, writing, reading)));
      }
      reading.await();
      for (int i = 0; i < 5_000; i++) {
        index.put(1, query(i % 2 == 0 ? "rain" : "storm OR rain OR calm"));
        index.put(2 + i % 50, query(i % 3 == 0 ? "rain" : "storm OR rain OR calm"));
        index.remove(2 + (i + 25) % 50);
      }
      index.names(NameVariants.of(List.of(List.of("rain", "drizzle"))));
      writing.set(false);
      for (Future<Boolean> reader : readers) {
        assertThat(reader.get()).isTrue();
      }
    }
  }

  private static boolean alwaysFindsTheFirst(
      QueryIndex index, Article article, AtomicBoolean writing, CountDownLatch reading) {
    boolean always = true;
    boolean told = false;
    do {
      List<Long> ids = ids(index, article);
      always &= ids.contains(1L) && new TreeSet<>(ids).size() == ids.size();
      if (!told) {
        reading.countDown();
        told = true;
      }
    } while (writing.get());
    return always;
  }

  private static List<Long> expected(List<Query> queries, Article article) {
    NaiveEvaluator naive = naive(article);
    List<Long> expected = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      if (naive.holds(queries.get(i))) {
        expected.add((long) i);
      }
    }
    return expected;
  }

  private static NaiveEvaluator naive(Article article) {
    List<String> paragraphs = article.copy().paragraphs();
    Map<Field, List<String>> fields = new HashMap<>();
    fields.put(Field.TITLE, List.of(article.copy().headline()));
    fields.put(Field.LEDE, paragraphs.subList(0, 1));
    fields.put(Field.BODY, paragraphs.subList(1, paragraphs.size()));
    return new NaiveEvaluator(fields);
  }

  private static List<Query> queries(Random random, int count) {
    List<Query> queries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      queries.add(RandomQueries.sound(random, () -> pick(QUERY_WORDS, random)));
    }
    return queries;
  }

  private static Article article(Random random) {
    List<String> paragraphs = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      paragraphs.add(words(random, 1 + random.nextInt(9)));
    }
    return Articles.of(words(random, 1 + random.nextInt(4)), paragraphs);
  }

  /// Ends in a small word, so that no passage is all in capitals.
  private static String words(Random random, int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(pick(TEXT_WORDS, random));
    }
    return String.join(" ", words) + ", it.";
  }

  private static String pick(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }

  private static List<Long> ids(QueryIndex index, Article article) {
    return index.match(MatchText.of(article)).stream().map(QueryIndex.Found::subscription).toList();
  }

  private static Query query(String text) {
    return ((ParsedQuery.Valid) QueryParser.parse(text)).query();
  }
}
