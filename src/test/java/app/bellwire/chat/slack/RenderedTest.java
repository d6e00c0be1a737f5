package app.bellwire.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Alert.Kind;
import app.bellwire.alert.Alert.Marks;
import app.bellwire.alert.Digest;
import app.bellwire.alert.Digest.Occasion;
import app.bellwire.article.Article;
import app.bellwire.article.Identity;
import app.bellwire.chat.Action;
import app.bellwire.chat.Button;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.fake.Draft;
import app.bellwire.render.AlertRenderer;
import app.bellwire.render.DigestRenderer;
import app.bellwire.render.View;
import app.bellwire.text.When;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What alerts and digests are rendered to, laid out for Slack.
class RenderedTest {
  private static final Instant NOW = Instant.parse("2026-03-05T07:00:00Z");
  private static final View VIEW =
      new View(new When(ZoneId.of("Europe/Berlin"), true, NOW), Action::verb);

  @Test
  void anAlertsHeadlineIsItsLink() {
    OutgoingMessage alert = AlertRenderer.render(alert(1, 1), false, VIEW).getFirst();
    assertThat(alert.keyboard().getFirst()).hasAtLeastOneElementOfType(Button.Open.class);

    Laid laid = Layout.message(alert, "d", 1);

    BlockRules.check(laid);
    String json = BlockRules.JSON.toJson(laid.blocks());
    assertThat(json)
        .contains("\"type\":\"link\",\"url\":\"https://norda.example/")
        .contains("\"text\":\"Gauge 1 of the river rises\",\"style\":{\"bold\":true")
        .doesNotContain("open.1");
  }

  @Test
  void aFullDigestWithLongAddressesIsToldWhole() {
    Digest digest = DigestRenderer.inParts(digest(alerts()), VIEW);
    for (OutgoingMessage message : DigestRenderer.render(digest, VIEW)) {
      Laid laid = Layout.message(message, "d", 1);

      BlockRules.check(laid);
      assertThat(message.text().plain().length()).isGreaterThan(3000);
      assertThat(BlockRules.JSON.toJson(laid.blocks())).doesNotContain("…").contains("15. ");
    }
  }

  private static List<Alert> alerts() {
    return LongStream.rangeClosed(1, 15).mapToObj(id -> alert(id, 5)).toList();
  }

  private static Digest digest(List<Alert> stories) {
    Occasion daily = new Occasion.Daily(Optional.empty());
    return new Digest(5, new ChatId(1), daily, NOW.minusSeconds(50_000), NOW, stories, 0);
  }

  private static Alert alert(long id, int sentences) {
    Article article =
        linked(
            Draft.by("Norda", id)
                .headline("Gauge " + id + " of the river rises")
                .says(("The office said so of gauge " + id + ". ").repeat(sentences), "It rains.")
                .published("2026-03-04T18:00:00Z")
                .article());
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
        Marks.NONE,
        NOW);
  }

  /// The article at an address of the length that newspapers have.
  private static Article linked(Article article) {
    Identity was = article.identity();
    String link = was.link().orElseThrow() + "/" + "long-words-of-a-headline-".repeat(7);
    Identity identity =
        new Identity(
            was.guid(),
            Optional.of(URI.create(link)),
            was.linkKey(),
            was.titleKey(),
            was.contentKey());
    return new Article(
        article.id(),
        article.source(),
        identity,
        article.copy(),
        article.agency(),
        article.dateline(),
        article.authors(),
        article.published(),
        article.read(),
        article.kind());
  }
}
