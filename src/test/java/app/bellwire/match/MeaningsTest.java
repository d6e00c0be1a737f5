package app.bellwire.match;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.article.Article;
import app.bellwire.fake.Compass;
import app.bellwire.query.ParsedQuery;
import app.bellwire.query.QueryParser;
import app.bellwire.text.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeaningsTest {
  /// 40, 43, 47 and 60 degrees apart are cosines of .77, .73, .68 and .50.
  private final Compass model =
      new Compass()
          .points("grain", 0)
          .points("Corn shipped", 40)
          .points("Wheat sold", 43)
          .points("Bread baked", 47)
          .points("Cake eaten", 60)
          .points("goals", 180)
          .points("Match won", 190);

  private final Meanings meanings = Meanings.by(model, (_, _) -> Map.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "about:grain            | Corn shipped | true",
        "about:grain            | Wheat sold   | true",
        "about:grain            | Bread baked  | false",
        "about:\"grain\"~loose  | Bread baked  | true",
        "about:\"grain\"~loose  | Cake eaten   | false",
        "about:\"grain\"~strict | Corn shipped | true",
        "about:\"grain\"~strict | Wheat sold   | false",
        "about:grain wheat      | Wheat sold   | true",
        "about:grain wheat      | Corn shipped | false",
        "about:grain OR cake    | Cake eaten   | true",
        "about:grain OR cake    | Corn shipped | true",
        "about:grain OR match   | Bread baked  | false",
        "won -about:goals       | Match won    | false",
        "sold -about:goals      | Wheat sold   | true",
        "about:grain -corn      | Corn shipped | false",
        "-about:goals about:grain | Wheat sold | true",
      })
  void theIndexFindsByMeaning(String query, String article, boolean found) {
    assertThat(found(query, meanings, Articles.of(article))).isEqualTo(found);
  }

  /// What turns on a meaning that nobody reads is neither true nor false.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "about:grain            | Corn shipped | false",
        "about:grain OR corn    | Corn shipped | true",
        "about:grain corn       | Corn shipped | false",
        "corn -about:goals      | Corn shipped | false",
        "corn -(about:goals match) | Corn shipped | true",
        "corn -(about:goals OR shipped) | Corn shipped | false",
      })
  void withoutAModelOnlyWhatWordsDecideIsFound(String query, String article, boolean found) {
    assertThat(found(query, Meanings.none("a model"), Articles.of(article))).isEqualTo(found);
  }

  @Test
  void theHitSaysHowNear() {
    QueryIndex index = index("wheat about:grain", meanings);
    Article article = Articles.of("Wheat sold");

    assertThat(index.match(MatchText.of(article, meanings.read(article))))
        .singleElement()
        .satisfies(
            hit ->
                assertThat(hit.hits())
                    .extracting(Hit::term)
                    .containsExactly("Wheat", "about “grain”, 0.73"));
  }

  @Test
  void anArticleInAnotherLanguageIsNotReadAndAboutNothing() {
    Article german = article(7, "Corn shipped", "de");

    assertThat(meanings.read(german)).isEmpty();
    assertThat(found("about:grain", meanings, german)).isFalse();
    assertThat(found("corn -about:goals", meanings, german)).isTrue();
    assertThat(meanings.read(article(8, "Corn shipped", "und"))).isPresent();
  }

  @Test
  void headlineAndTextAreReadTogether() {
    meanings.read(Articles.of("Corn shipped / It left. / It came."));

    assertThat(model.read()).containsExactly("Corn shipped\nIt left.\n\nIt came.");
  }

  @Test
  void aModelThatFailsCostsNothingButTheMeaning() {
    model.breaks();

    assertThat(meanings.read(Articles.of("Corn shipped"))).isEmpty();
    assertThat(found("about:grain OR corn", meanings, Articles.of("Corn shipped"))).isTrue();
  }

  @Test
  void whatWasReadIsKnownWithoutReadingItAgain() {
    Article read = article(3, "Corn shipped", "en");
    Optional<Embedding> meaning = meanings.read(read);

    assertThat(meanings.kept(read)).isEqualTo(meaning).isPresent();
    assertThat(meanings.kept(article(4, "Wheat sold", "en"))).isEmpty();
    assertThat(model.read()).hasSize(1);
  }

  @Test
  void whatIsKeptIsReadBackOnceAndThenWhatIsNew() {
    TreeMap<Long, Embedding> store = new TreeMap<>();
    List<Long> asked = new ArrayList<>();
    Embedding corn = model.embed("Corn shipped");
    for (long id = 1; id <= 12_000; id++) {
      store.put(id, corn);
    }
    Meanings kept =
        Meanings.by(
            model,
            (after, limit) -> {
              asked.add(after);
              TreeMap<Long, Embedding> step = new TreeMap<>();
              store.tailMap(after, false).entrySet().stream()
                  .limit(limit)
                  .forEach(e -> step.put(e.getKey(), e.getValue()));
              return step;
            });

    assertThat(kept.kept(article(12_000, "Corn shipped", "en"))).contains(corn);
    assertThat(kept.kept(article(1, "Corn shipped", "en"))).contains(corn);
    assertThat(asked).containsExactly(Long.MIN_VALUE, 5_000L, 10_000L);
    store.put(12_001L, corn);
    assertThat(kept.kept(article(12_001, "Corn shipped", "en"))).contains(corn);
    assertThat(asked).hasSize(4).endsWith(12_000L);
  }

  private static boolean found(String query, Meanings meanings, Article article) {
    QueryIndex index = index(query, meanings);
    return !index.match(MatchText.of(article, meanings.read(article))).isEmpty();
  }

  private static QueryIndex index(String query, Meanings meanings) {
    QueryIndex index = new QueryIndex(NameVariants.NONE, meanings);
    index.put(1, ((ParsedQuery.Valid) QueryParser.parse(query)).query());
    return index;
  }

  private static Article article(long id, String headline, String language) {
    return Articles.of(id, headline, language);
  }
}
