package app.bellwire.render;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.alert.Alert;
import app.bellwire.alert.AlertWriter;
import app.bellwire.alert.AlertWriter.Told;
import app.bellwire.alert.Heard;
import app.bellwire.alert.Situation;
import app.bellwire.alert.Situation.Circumstances;
import app.bellwire.alert.Situation.FollowUps;
import app.bellwire.alert.Situation.Limits;
import app.bellwire.alert.Situation.Receiver;
import app.bellwire.article.Article;
import app.bellwire.chat.Action;
import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.RichText;
import app.bellwire.chat.UserId;
import app.bellwire.fake.Draft;
import app.bellwire.fake.Golden;
import app.bellwire.fake.Shown;
import app.bellwire.match.Hit;
import app.bellwire.match.Match;
import app.bellwire.query.Query;
import app.bellwire.story.Event;
import app.bellwire.story.NewSentences;
import app.bellwire.story.Novelty;
import app.bellwire.story.Report;
import app.bellwire.story.StoryUpdate;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.Subscription;
import app.bellwire.text.When;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertRendererTest {
  private static final ChatId CHAT = new ChatId(1);
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String TREATY = "\"water treaty\"";

  private static final Draft NORDA =
      Draft.by("Norda", 1)
          .headline("Arven and Tolm agree to resume water treaty talks")
          .published("2026-03-04T11:58:00Z")
          .says(
              "Arven and Tolm will resume talks on the water treaty next week, the foreign ministry"
                  + " of Arven said. Foreign minister Halvorsen named no place.",
              "\"We will speak about wells first,\" Halvorsen said.",
              "The treaty has divided the river since 1921.");
  private static final Draft KESTREL =
      Draft.by("Kestrel", 2)
          .headline("Tolm confirms river talks")
          .published("2026-03-04T13:05:00Z")
          .read(Instant.parse("2026-03-04T13:05:20Z"))
          .says(
              "Tolm said the talks will be held in Idran on Tuesday.",
              "The treaty has divided the river since 1921.");

  @Test
  void aFirstAlert() {
    check("alert.first", first(NORDA.article()), view(NORDA.read()));
  }

  @Test
  void theFirstAlertOfAChatExplainsItsButton() {
    Article article = NORDA.article();
    Situation s = situation(update(Novelty.FIRST, article, Draft.report(article)), 0, false, false);
    check("alert.first.explain", write(s, Told.NOTHING), view(article.read()));
  }

  @Test
  void aSampleThatIsOlder() {
    Article article = NORDA.published("2026-03-02T08:00:00Z").article();
    Situation s = situation(update(Novelty.FIRST, article, Draft.report(article)), 0, true, true);
    check("alert.first.sample-older", write(s, Told.NOTHING), view(article.read()));
  }

  @Test
  void aChatWithoutAZoneReadsWhichZoneItIs() {
    View plain = new View(new When(ZoneOffset.UTC, false, NORDA.read()), Action::verb);
    check("alert.first.no-zone", first(NORDA.article()), plain);
  }

  @Test
  void aReportWithADayOnlyNeverShowsATime() {
    Article article =
        Draft.by("Norda", 1).dated("2026-02-15").says("Halvorsen spoke. Idris did not.").article();
    check("alert.first.day", first(article), view(article.read()));
  }

  @Test
  void moreReportsChangeLineTwo() {
    check("alert.more", next(Novelty.CORROBORATION, KESTREL.article()), view(KESTREL.read()));
  }

  @Test
  void somethingNewIsAReply() {
    check("alert.followup", next(Novelty.UPDATE, KESTREL.article()), view(KESTREL.read()));
  }

  @Test
  void aMutedStoryKeepsItsButton() {
    View.Muted ann = new View.Muted(Instant.parse("2026-03-06T08:00:00Z"), "Ann", false);
    View view = new View(view(KESTREL.read()).when(), Action::verb, Optional.of(ann));
    check("alert.more.muted", next(Novelty.CORROBORATION, KESTREL.article()), view);
  }

  @Test
  void aCorrection() {
    check("alert.fixed", correction("Foreign minister Idris named no place."), view(later()));
  }

  @Test
  void aCorrectionWithANote() {
    Article now =
        corrected(
            "Corrects the name in paragraph 1.",
            NORDA.paragraphs().getFirst().replace("Halvorsen", "Idris"),
            NORDA.paragraphs().get(1));
    check("alert.fixed.note", correct(now), view(later()));
  }

  @Test
  void onlySpellingIsPutRightInSilence() {
    check(
        "alert.fixed.spelling",
        correction("Foreign minister Halvorsne named no place."),
        view(later()));
  }

  @Test
  void aWithdrawal() {
    check("alert.killed", withdrawal(Optional.empty()), view(later()));
  }

  @Test
  void aWithdrawalWhereAnotherAgencyStands() {
    check("alert.killed.other", withdrawal(Optional.of(KESTREL.article())), view(later()));
  }

  @Test
  void aCountAfterACorrectionKeepsTheRightText() {
    Alert corrected = correction("Foreign minister Idris named no place.");
    Article more = KESTREL.article();
    StoryUpdate update =
        update(Novelty.CORROBORATION, more, Draft.report(NORDA.article()), Draft.report(more));
    Alert counted =
        write(
            situation(update, 2, true, false),
            new Told(Optional.of(corrected), Heard.NOTHING, Optional.empty()));
    assertThat(AlertRenderer.root(counted, view(later())).text().plain())
        .contains("Foreign minister Idris named no place.")
        .doesNotContain("Foreign minister Halvorsen")
        .contains("corrected 17:40");
  }

  @Test
  void newsIsAlwaysMarkedAsNews() {
    RichText text = AlertRenderer.root(first(NORDA.article()), view(NORDA.read())).text();
    String own =
        Shown.text(
            new RichText(text.nodes().stream().filter(n -> n instanceof RichText.Text).toList()));
    assertThat(own).doesNotContain("Halvorsen").doesNotContain("river");
  }

  @Test
  void theSameAlertGivesTheSameMessages() {
    assertThat(AlertRenderer.render(first(NORDA.article()), false, view(later())))
        .isEqualTo(AlertRenderer.render(first(NORDA.article()), false, view(later())));
  }

  private static void check(String key, Alert alert, View view) {
    Golden.check("render", key, Shown.messages(AlertRenderer.render(alert, false, view)));
  }

  private static Instant later() {
    return Instant.parse("2026-03-04T16:40:00Z");
  }

  private static View view(Instant now) {
    return new View(new When(BERLIN, true, now.plusSeconds(20)), Action::verb);
  }

  private static Alert first(Article article) {
    return write(
        situation(update(Novelty.FIRST, article, Draft.report(article)), 0, true, false),
        Told.NOTHING);
  }

  private static Alert next(Novelty novelty, Article article) {
    Alert root = first(NORDA.article());
    StoryUpdate update =
        new StoryUpdate(
            Draft.event(7, Draft.report(NORDA.article()), Draft.report(article)),
            novelty,
            article,
            NewSentences.of(List.of(KESTREL.paragraphs().getFirst())),
            Optional.empty(),
            "test");
    return write(
        situation(update, 1, true, false),
        new Told(Optional.of(root), Heard.of(List.of(root)), Optional.empty()));
  }

  private static Alert correction(String sentence) {
    return correct(
        corrected(
            NORDA
                .paragraphs()
                .getFirst()
                .replace("Foreign minister Halvorsen named no place.", sentence),
            NORDA.paragraphs().get(1)));
  }

  private static Article corrected(String... paragraphs) {
    return NORDA
        .headline(NORDA.headline())
        .says(paragraphs)
        .read(later())
        .published("2026-03-04T16:40:00Z")
        .as(Article.Kind.CORRECTION)
        .article();
  }

  private static Alert correct(Article now) {
    Article old = NORDA.says(NORDA.paragraphs().get(0), NORDA.paragraphs().get(1)).article();
    Alert root = first(old);
    StoryUpdate update =
        new StoryUpdate(
            new Event(7, 1007, 2, "h", Draft.NOON, later(), List.of(Draft.report(now))),
            Novelty.CORRECTION,
            now,
            NewSentences.of(List.of()),
            Optional.of(old),
            "test");
    return write(
        situation(update, 1, true, false),
        new Told(Optional.of(root), Heard.of(List.of(root)), Optional.empty()));
  }

  private static Alert withdrawal(Optional<Article> other) {
    Article old = NORDA.article();
    Alert root = first(old);
    Article kill =
        Draft.by("Norda", 9)
            .headline("WITHDRAWN: Arven and Tolm agree to resume water treaty talks")
            .says("Please do not use this report.")
            .read(later())
            .as(Article.Kind.WITHDRAWAL)
            .article();
    List<Report> reports =
        other
            .map(o -> List.of(Draft.withdrawn(old), Draft.report(o)))
            .orElse(List.of(Draft.withdrawn(old)));
    StoryUpdate update =
        new StoryUpdate(
            new Event(7, 1007, 3, "h", Draft.NOON, later(), reports),
            Novelty.WITHDRAWAL,
            kill,
            NewSentences.of(List.of()),
            Optional.of(old),
            "test");
    return write(
        situation(update, 2, true, false), new Told(Optional.of(root), Heard.NOTHING, other));
  }

  private static StoryUpdate update(Novelty novelty, Article article, Report... reports) {
    return Draft.update(Draft.event(7, reports), novelty, article);
  }

  private static Alert write(Situation s, Told told) {
    return AlertWriter.write(100 + s.update().event().revision(), s, told);
  }

  private static Situation situation(
      StoryUpdate update, int told, boolean explained, boolean sample) {
    ChatSettings settings =
        new ChatSettings(
            CHAT,
            Address.local("desk"),
            new DeliveryPlan(Optional.empty(), Optional.empty(), Optional.of(BERLIN), false),
            explained,
            Optional.empty());
    Subscription treaty =
        new Subscription(
            11,
            CHAT,
            new Query.Phrase(List.of("water", "treaty"), 0),
            TREATY,
            DeliveryPlan.OPEN,
            new Owner.InChat(new UserId("local", "you"), "you"),
            Instant.parse("2026-01-12T09:00:00Z"),
            Optional.empty());
    List<Hit> hits = List.of(new Hit("water treaty", true, Query.Field.TITLE, -1));
    return new Situation(
        update,
        List.of(new Match(treaty, hits)),
        new Receiver(settings, List.of(), told, 0, FollowUps.NONE),
        new Circumstances(
            ZoneOffset.UTC,
            new Limits(200),
            false,
            sample,
            false,
            update.article().read().plusSeconds(20)));
  }
}
