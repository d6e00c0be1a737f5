package app.bellwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.article.Article;
import app.bellwire.fake.Draft;
import app.bellwire.query.QueryParser;
import app.bellwire.store.Database;
import app.bellwire.store.Stores;
import app.bellwire.story.Event;
import app.bellwire.story.StoryLabel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands that read the store of a program that has it open.
class StoriesCommandTest {
  private static final String TALKS = "Arven and Tolm resume talks on the water treaty on Monday.";
  private static final String STORM = "Storm Ilka has turned north, forecasters said.";

  @TempDir Path folder;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String config = "";

  @BeforeEach
  void configure() throws IOException {
    String settings =
        """
        store: { url: "jdbc:sqlite:bellwire.db" }
        sources: [ { id: norda, url: "https://norda.example/" } ]
        """;
    config = Files.writeString(folder.resolve("bellwire.yml"), settings).toString();
  }

  private int bellwire(String... arguments) {
    String[] all =
        Stream.concat(Stream.of(arguments), Stream.of("--config", config)).toArray(String[]::new);
    return Main.commandLine(new Main())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }

  private Database running() {
    return Database.open("jdbc:sqlite:" + folder.resolve("bellwire.db"));
  }

  private static Stores stores(Database database) {
    return new Stores(database, () -> 0, InstantSource.system(), QueryParser::parse);
  }

  private Article article(long id, String agency, String headline, String text, Duration ago) {
    Instant at = now.minus(ago);
    return Draft.by(agency, id)
        .headline(headline)
        .says(text)
        .read(at)
        .published(at.toString())
        .article();
  }

  private static void keep(Stores stores, long event, long storyline, Article... articles) {
    Stream.of(articles).forEach(stores.articles()::save);
    Article first = articles[0];
    Article last = articles[articles.length - 1];
    stores
        .stories()
        .save(
            new Event(
                event,
                storyline,
                articles.length,
                first.copy().headline(),
                first.read(),
                last.read(),
                Stream.of(articles).map(Draft::report).toList()));
  }

  @Test
  void storiesAreListedNewestFirstWhileTheProgramRuns() {
    try (Database database = running()) {
      Stores stores = stores(database);
      Article old = article(1, "Norda", "Old talks", TALKS, Duration.ofDays(9));
      keep(stores, 11, 11, old);
      Article talks = article(2, "Norda", "Talks resume", TALKS, Duration.ofHours(5));
      Article also = article(3, "Kestrel", "Talks go on", TALKS, Duration.ofHours(4));
      keep(stores, 12, 11, talks, also);
      keep(stores, 13, 13, article(4, "Oriel", "Ilka turns", STORM, Duration.ofHours(1)));

      assertThat(bellwire("stories")).as(err.toString()).isZero();
      assertThat(out.toString().lines().map(line -> line.replaceAll("\\d{4}-\\S+ \\S+Z", "AT")))
          .containsExactly(
              "running story 13 · 1 event",
              "  13  AT  Ilka turns · 1 report · Oriel",
              "running story 11 · 1 event",
              "  12  AT  Talks resume · 2 reports · Norda, Kestrel");
      out.getBuffer().setLength(0);
      assertThat(bellwire("stories", "--since", "30d", "--json")).isZero();
      assertThat(out.toString().lines()).hasSize(2);
      assertThat(out.toString())
          .contains(
              "{\"storyline\":\"11\",\"events\":[{\"id\":\"12\",",
              "\"headline\":\"Talks resume\",\"reports\":2,\"agencies\":[\"Norda\",\"Kestrel\"]}");
    }
  }

  @Test
  void aSpanThatIsNoneIsNamed() {
    assertThat(bellwire("stories", "--since", "week")).isEqualTo(2);
    assertThat(err.toString()).contains("'week' is no span such as 12h or 7d");
  }

  @Test
  void aStoreThatIsNotThereIsNotMade() {
    int exit = bellwire("stories");
    assertThat(err.toString()).contains("bellwire.db does not exist");
    assertThat(exit).isEqualTo(1);
    assertThat(folder.resolve("bellwire.db")).doesNotExist();
  }

  @Test
  void labelsAreComparedWithTheRules() {
    try (Database database = running()) {
      Stores stores = stores(database);
      keep(
          stores,
          11,
          11,
          article(1, "Norda", "Talks on treaty resume", TALKS, Duration.ofHours(5)),
          article(2, "Kestrel", "Arven and Tolm talk again", TALKS, Duration.ofHours(4)));
      keep(stores, 12, 12, article(3, "Oriel", "Ilka turns", STORM, Duration.ofHours(1)));
      says(stores, 1, 2, true);
      says(stores, 3, 1, false);
      says(stores, 3, 2, true);
      says(stores, 3, 99, true);

      assertThat(bellwire("score", "stories", "--labels")).isZero();
      assertThat(out.toString().lines())
          .containsExactly(
              "2 of 3 pairs are placed as people say: 1 of 2 one story, 1 of 1 two stories",
              "1 pair left out: their reports are no longer kept",
              "  one story, placed in two: Ilka turns (Oriel) | Arven and Tolm talk again"
                  + " (Kestrel)");
    }
  }

  private void says(Stores stores, long article, long other, boolean same) {
    stores.storyLabels().save(new StoryLabel(article, other, same, true, "local:you", now));
  }
}
