package app.bellwire.render;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Alert.Kind;
import app.bellwire.alert.Alert.Marks;
import app.bellwire.article.Article;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.fake.Draft;
import app.bellwire.fake.Golden;
import app.bellwire.fake.Shown;
import app.bellwire.text.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DigestRendererTest {
  private static final Instant NOW = Instant.parse("2026-03-05T07:00:00Z");
  private static final When WHEN = new When(ZoneId.of("Europe/Berlin"), true, NOW);

  @Test
  void aDigestTellsItsStoriesNewestFirst() {
    Instant next = Instant.parse("2026-03-05T17:00:00Z");
    check(
        "digest",
        DigestRenderer.digest(
            alerts(2), Instant.parse("2026-03-04T17:00:00Z"), Optional.of(next), WHEN));
  }

  @Test
  void aLongDigestEndsWithACount() {
    check(
        "digest.long",
        DigestRenderer.digest(
            alerts(17), Instant.parse("2026-03-04T17:00:00Z"), Optional.empty(), WHEN));
  }

  @Test
  void quietHoursEndWithWhatCame() {
    Instant from = Instant.parse("2026-03-04T21:00:00Z");
    check("quiet.over", DigestRenderer.quietOver(alerts(4), 1, from, WHEN));
  }

  @Test
  void olderStoriesOfANewSourceAreOneLine() {
    check("backlog", DigestRenderer.backlog("example.org", 3, articles(38)));
    check("backlog.one", DigestRenderer.backlog("example.org", 3, articles(1)));
  }

  private static void check(String key, OutgoingMessage message) {
    Golden.check("render", key, Shown.message(message));
  }

  private static List<Alert> alerts(int number) {
    return LongStream.rangeClosed(1, number).mapToObj(DigestRendererTest::alert).toList();
  }

  private static List<Article> articles(int number) {
    return alerts(number).stream().map(Alert::lead).toList();
  }

  private static Alert alert(long id) {
    Article article =
        Draft.by("Norda", id)
            .headline("Gauge " + id + " of the river rises")
            .says("Gauge " + id + " stands at " + (id + 3) + " feet.", "The wells are shut.")
            .published(Instant.parse("2026-03-04T18:00:00Z").plusSeconds(60 * id).toString())
            .article();
    return new Alert(
        id,
        new ChatId(1),
        id,
        1,
        Kind.FIRST,
        article,
        article.copy().paragraphs(),
        List.of(Draft.report(article)),
        List.of(),
        new Marks(false, id == 2, false, Optional.empty(), Optional.empty(), List.of()),
        NOW);
  }
}
