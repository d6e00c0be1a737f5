package app.bellwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import app.bellwire.article.Article;
import app.bellwire.article.ArticleStore;
import app.bellwire.article.ArticleStore.Sighting;
import app.bellwire.article.Copy;
import app.bellwire.article.Dateline;
import app.bellwire.article.Identity;
import app.bellwire.source.SourceId;
import app.bellwire.text.Embedding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

abstract class ArticleStoreContract extends StoreContract {
  private final ArticleStore articles = stores.articles();

  ArticleStoreContract(Database database) {
    super(database);
  }

  @Test
  void anArticleIsFoundAsItWasSaved() {
    Article article = Samples.article(1, NOON);
    articles.save(article);
    assertThat(articles.find(1)).contains(article);
    assertThat(articles.find(2)).isEmpty();
  }

  @Test
  void anArticleMayLackAlmostEverything() {
    Article bare =
        new Article(
            2,
            Samples.NORDA,
            new Identity("t", Optional.empty(), "", "t", "c"),
            new Copy("T", false, List.of(), "und"),
            "Norda",
            Dateline.NONE,
            List.of(),
            Optional.empty(),
            NOON,
            Article.Kind.WITHDRAWAL);
    articles.save(bare);
    assertThat(articles.find(2)).contains(bare);
  }

  @Test
  void anArticleIsSavedOnce() {
    articles.save(Samples.article(1, NOON));
    assertThatThrownBy(() -> articles.save(Samples.article(1, NOON)))
        .isInstanceOf(StoreProblem.class);
  }

  @Test
  void theNewestArticleOfALinkIsFound() {
    articles.save(Samples.article(1, NOON));
    assertThat(articles.byLink("norda.example/1")).map(Article::id).contains(1L);
    assertThat(articles.byLink("norda.example/9")).isEmpty();
    assertThat(articles.byLink("")).isEmpty();
  }

  @Test
  void articlesAreListedNewestFirstWithinTheLimit() {
    for (int i = 1; i <= 4; i++) {
      articles.save(Samples.article(i, NOON.plusSeconds(i)));
    }
    assertThat(articles.readSince(NOON.plusSeconds(2), 2))
        .extracting(Article::id)
        .containsExactly(4L, 3L);
    assertThat(articles.countSince(NOON.plusSeconds(2))).isEqualTo(3);
    assertThat(articles.oldest()).contains(NOON.plusSeconds(1));
  }

  @Test
  void anEmptyStoreHasNoOldestArticle() {
    assertThat(articles.oldest()).isEmpty();
    assertThat(articles.countSince(NOON)).isZero();
  }

  @ParameterizedTest(name = "{0}: {5}")
  @CsvSource({
    "the same item,                g, l, t, c, SEEN",
    "edited text,                  g, l, t, x, CHANGED",
    "edited title,                 g, l, x, x, CHANGED",
    "moved,                        g, x, t, c, SEEN",
    "moved and edited,             g, x, t, x, CHANGED",
    "a guid used again,            g, x, x, x, NEW",
    "another guid scheme,          x, l, t, c, SEEN",
    "another guid and edited text, x, l, t, x, CHANGED",
    "one link for all items,       x, l, x, x, NEW",
    "another guid and link,        x, x, t, c, SEEN",
    "a title that comes daily,     x, x, t, x, NEW",
    "nothing the same,             x, x, x, x, NEW",
    "no link any more,             g, '', t, c, SEEN",
    "no title any more,            g, l, '', x, CHANGED"
  })
  void anItemIsKnownAgain(
      String name, String guid, String link, String title, String content, Sighting expected) {
    articles.seen(Samples.NORDA, Samples.identity("g", "l", "t", "c"), NOON);
    assertThat(articles.sighting(Samples.NORDA, Samples.identity(guid, link, title, content)))
        .as(name)
        .isEqualTo(expected);
  }

  @Test
  void itemsWithoutLinkAndTitleAreToldApartByGuid() {
    articles.seen(Samples.NORDA, Samples.identity("g1", "", "", "c1"), NOON);
    assertThat(articles.sighting(Samples.NORDA, Samples.identity("g2", "", "", "c2")))
        .isEqualTo(Sighting.NEW);
    assertThat(articles.sighting(Samples.NORDA, Samples.identity("g1", "", "", "c2")))
        .isEqualTo(Sighting.CHANGED);
  }

  @Test
  void anItemIsSeenPerSource() {
    articles.seen(Samples.NORDA, Samples.identity("g", "l", "t", "c"), NOON);
    assertThat(articles.sighting(new SourceId("other"), Samples.identity("g", "l", "t", "c")))
        .isEqualTo(Sighting.NEW);
  }

  @Test
  void aChangedItemIsSeenWithItsNewContent() {
    articles.seen(Samples.NORDA, Samples.identity("g", "l", "t", "c"), NOON);
    articles.seen(Samples.NORDA, Samples.identity("g", "l", "t", "c2"), NOON.plusSeconds(1));
    assertThat(articles.sighting(Samples.NORDA, Samples.identity("g", "l", "t", "c2")))
        .isEqualTo(Sighting.SEEN);
    assertThat(count("seen_items")).isEqualTo(1);
  }

  @Test
  void whatArticlesMeanIsReadBackInTheirOrder() {
    Embedding one = Embedding.of(new float[] {1, 0, -.5f});
    Embedding other = Embedding.of(new float[] {0, 1, .25f});
    for (long id : new long[] {5, 2, 9}) {
      articles.save(Samples.article(id, NOON));
    }
    articles.saveEmbedding(5, one);
    articles.saveEmbedding(2, other);
    articles.saveEmbedding(9, other);

    assertThat(articles.embeddingsAfter(0, 2)).containsExactly(entry(2L, other), entry(5L, one));
    assertThat(articles.embeddingsAfter(5, 10)).containsExactly(entry(9L, other));
    assertThat(articles.embeddingsAfter(Long.MIN_VALUE, 10)).hasSize(3);
  }

  @Test
  void whatAnArticleMeansGoesWithIt() {
    articles.save(Samples.article(1, NOON));
    articles.saveEmbedding(1, Embedding.of(new float[] {1, 0}));
    database.write(sql -> sql.update("delete from articles where id = 1"));

    assertThat(articles.embeddingsAfter(0, 10)).isEmpty();
  }
}
