package app.bellwire.render;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Alert.Kind;
import app.bellwire.alert.Alert.Marks;
import app.bellwire.alert.Digest;
import app.bellwire.alert.Digest.Occasion;
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

  private static final Instant EVENING = Instant.parse("2026-03-04T17:00:00Z");
  private static final Instant NIGHT = Instant.parse("2026-03-04T21:00:00Z");

  private final View view =
      new View(WHEN, action -> String.join(" ", action.verb(), "" + action.arguments()));

  @Test
  void aDigestTellsItsStoriesInOrder() {
    Instant next = Instant.parse("2026-03-05T17:00:00Z");
    check("digest", daily(alerts(2), Optional.of(next), 0));
  }

  @Test
  void aLongDigestEndsWithACount() {
    check("digest.long", daily(alerts(24), Optional.empty(), 0));
  }

  @Test
  void quietHoursEndWithWhatCame() {
    check("quiet.over", digest(new Occasion.QuietOver(), NIGHT, alerts(4), 1));
  }

  @Test
  void whatCameWhileTheChatWasPausedIsToldTogether() {
    check("paused", digest(new Occasion.Resumed(), EVENING, alerts(4), 2));
  }

  @Test
  void whatWasOverTheLimitOfADayIsToldTogether() {
    check("limit.over", digest(new Occasion.NewDay(), EVENING, alerts(4), 0));
  }

  @Test
  void whatCouldNotBePostedIsToldWithTheReason() {
    Occasion back = new Occasion.Back("removed from the channel");
    check("back", digest(back, Instant.parse("2026-03-02T17:00:00Z"), alerts(4), 0));
  }

  @Test
  void aDigestOffersWhatAMuteHasKept() {
    Digest digest = daily(alerts(1), Optional.empty(), 1);
    check("digest.missed", digest, view.missed(List.of(8L, 9L)));
  }

  @Test
  void aStoryThatWasWithdrawnIsStruckOut() {
    List<Alert> stories = List.of(alert(2), withdrawn(alert(1)));
    Digest digest = digest(new Occasion.QuietOver(), NIGHT, stories, 0);
    check("digest.withdrawn", DigestRenderer.edit(digest, 0, view));
  }

  private void check(String key, Digest digest) {
    check(key, digest, view);
  }

  private static void check(String key, Digest digest, View view) {
    Digest told = DigestRenderer.inParts(digest, view);
    Golden.check("render", key, Shown.messages(DigestRenderer.render(told, view)));
  }

  private static Digest daily(List<Alert> stories, Optional<Instant> next, int withdrawn) {
    return digest(new Occasion.Daily(next), EVENING, stories, withdrawn);
  }

  private static Digest digest(
      Occasion occasion, Instant since, List<Alert> stories, int withdrawn) {
    return new Digest(5, new ChatId(1), occasion, since, NOW, stories, withdrawn);
  }

  private static Alert withdrawn(Alert alert) {
    return new Alert(
        alert.id(),
        alert.chat(),
        alert.event(),
        2,
        alert.kind(),
        alert.lead(),
        List.of(),
        List.of(Draft.withdrawn(alert.lead())),
        alert.why(),
        alert.marks(),
        alert.decided(),
        new Alert.Extra(
            List.of(),
            0,
            Optional.empty(),
            Optional.empty(),
            List.of(new Alert.Stamp(Kind.WITHDRAWN, "Norda", NOW.plusSeconds(3600), true)),
            Optional.empty()));
  }

  @Test
  void olderStoriesOfANewSourceAreOneLine() {
    check("backlog", DigestRenderer.backlog("example.org", 3, articles(38).reversed()));
    check("backlog.one", DigestRenderer.backlog("example.org", 3, articles(1)));
  }

  private static void check(String key, OutgoingMessage message) {
    Golden.check("render", key, Shown.message(message));
  }

  private static List<Alert> alerts(int number) {
    return LongStream.rangeClosed(1, number)
        .mapToObj(DigestRendererTest::alert)
        .toList()
        .reversed();
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
