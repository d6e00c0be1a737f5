package app.bellwire.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.alert.Alert;
import app.bellwire.alert.LeftOut;
import app.bellwire.alert.Reason;
import app.bellwire.article.Article;
import app.bellwire.chat.Action;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Placement;
import app.bellwire.chat.RichText;
import app.bellwire.deliver.Delivery;
import app.bellwire.deliver.Outbox;
import app.bellwire.deliver.Settlement;
import app.bellwire.fake.Draft;
import app.bellwire.story.Event;
import app.bellwire.subscription.Mute;
import app.bellwire.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a mute takes back of what waits to be told.
class MutingTest {
  private final Desk desk = new Desk();
  private final Subscription river = desk.watches("river");
  private final Subscription boats = desk.watches("boats");

  @Test
  void aMutedStoryIsTakenBack() {
    waits(1, river);
    waits(2, river);
    held(3, river);
    desk.pressesId(issue("mute-story", 1));
    assertThat(queued()).containsExactly("event:2");
    desk.pressesId(issue("mute-story", 3));
    assertThat(desk.alerts.waiting(desk.chat())).isZero();
  }

  @Test
  void aMutedRunningStoryTakesAllItsStoriesBack() {
    waits(1, river);
    waits(2, river);
    waits(3, river);
    joinStorylines(1, 2);
    held(4, river);
    joinStorylines(1, 4);
    desk.pressesId(issue("mute-running", 1));
    assertThat(queued()).containsExactly("event:3");
    assertThat(desk.alerts.waiting(desk.chat())).isZero();
  }

  @Test
  void aMutedSubscriptionTakesBackWhatNoOtherAskedFor() {
    waits(1, river);
    waits(2, river, boats);
    held(3, boats);
    held(4, river);
    desk.types("/mute river 2h");
    assertThat(queued()).containsExactly("event:2");
    assertThat(desk.alerts.of(desk.chat())).extracting(Alert::event).containsExactly(3L);
  }

  @Test
  void aStoryWhoseFirstAlertWasStillQueuedBeginsAnewAfterTheMute() {
    Alert alert = waits(1, river);
    desk.types("/mute chat 2h");
    assertThat(queued()).isEmpty();
    assertThat(desk.alerts.last(desk.chat(), alert.event())).isEmpty();
  }

  @Test
  void aMutedChatTakesEverythingBack() {
    waits(1, river);
    held(2, boats);
    desk.types("/mute chat until 8am");
    assertThat(queued()).isEmpty();
    assertThat(desk.alerts.waiting(desk.chat())).isZero();
  }

  @Test
  void aCorrectionOfWhatWasToldStillComes() {
    Alert told = told(1, river);
    desk.alerts.record(
        new Alert(
            99,
            told.chat(),
            told.event(),
            2,
            Alert.Kind.CORRECTED,
            told.lead(),
            told.sentences(),
            told.reports(),
            told.why(),
            told.marks(),
            desk.clock.instant()));
    queue(1);
    desk.pressesId(issue("mute-story", 1));
    assertThat(queued()).containsExactly("event:1");
  }

  @Test
  void aStoryWhoseFirstAlertWasHeldIsForgottenSoThatItBeginsAnew() {
    desk.alerts.record(held(1, river));
    assertThat(desk.types("/mute story")).contains("Boats on the river, 1");
    assertThat(desk.alerts.last(desk.chat(), 1)).isEmpty();
    assertThat(desk.digests.of(desk.chat(), desk.clock.instant()))
        .extracting(LeftOut.Report::article)
        .containsExactly(1L);
    assertThat(desk.types("/unmute")).contains("1 report came meanwhile", "[Show the 1]");
  }

  @Test
  void aStoryWhoseFollowUpWasHeldIsNotForgotten() {
    Alert told = told(1, river);
    Alert more =
        new Alert(
            9,
            told.chat(),
            told.event(),
            2,
            Alert.Kind.FOLLOW_UP,
            told.lead(),
            told.sentences(),
            told.reports(),
            told.why(),
            told.marks(),
            desk.clock.instant());
    desk.alerts.hold(more, Reason.COOL_DOWN, desk.clock.instant().plusSeconds(60));
    desk.pressesId(issue("mute-story", 1));
    assertThat(desk.alerts.waiting(desk.chat())).isZero();
    assertThat(desk.alerts.last(desk.chat(), 1)).contains(told);
  }

  @Test
  void whatWasShownAfterAMuteIsNotOfferedAgain() {
    desk.alerts.record(held(1, river));
    desk.types("/mute story");
    desk.types("/unmute");
    assertThat(desk.presses("Show the 1")).contains("Boats on the river, 1");
    assertThat(desk.digests.of(desk.chat(), desk.clock.instant())).isEmpty();
  }

  @Test
  void aTimeOfDayIsSaidBackWithItsZone() {
    desk.withoutZone();
    assertThat(desk.types("/mute chat until 9"))
        .contains("Muted until ")
        .contains("09:00 UTC: all of this chat.");
    assertThat(desk.types("/mute chat 2h")).contains("Muted for 2 hours: all of this chat.");
  }

  @Test
  void wordsThatNothingIsWatchedUnderAreSaid() {
    assertThat(desk.types("/mute xyz"))
        .contains("Nothing is watched here under `xyz`. What should be quiet?");
    assertThat(desk.types("/mute ٢h")).doesNotContain("Nothing is watched");
  }

  @Test
  void aLengthThatWasTypedIsNotAskedForAgain() {
    waits(1, river);
    desk.types("/mute 3h");
    desk.presses("A subscription");
    desk.presses("boats");
    assertThat(desk.mutes.of(desk.chat(), desk.clock.instant()))
        .containsExactly(
            new Mute(
                desk.chat(),
                Mute.Scope.SUBSCRIPTION,
                boats.id(),
                desk.clock.instant().plus(Duration.ofHours(3)),
                "Ann"));
  }

  @Test
  void aTimeThatThereIsNotIsSaid() {
    assertThat(desk.types("/mute chat until 25:61")).contains("No such time");
    assertThat(desk.mutes.of(desk.chat(), desk.clock.instant())).isEmpty();
  }

  private String issue(String verb, Object... arguments) {
    return desk.buttons.issue(desk.chat(), Action.of(verb, arguments));
  }

  private List<String> queued() {
    return desk.outbox.claim(10, "local", Outbox.Gate.OPEN, desk.clock.instant()).stream()
        .map(d -> String.valueOf(d.message().thread()))
        .toList();
  }

  private void queue(long event) {
    OutgoingMessage message =
        new OutgoingMessage(
            RichText.of("x"), List.of(), Alert.thread(event), Placement.POST, false);
    desk.outbox.add(desk.chat(), message, desk.clock.instant());
  }

  /// An alert that was decided and stands in the outbox.
  private Alert waits(long event, Subscription... because) {
    Alert alert = alert(event, because);
    desk.alerts.record(alert);
    queue(event);
    return alert;
  }

  private Alert told(long event, Subscription... because) {
    Alert alert = waits(event, because);
    Instant now = desk.clock.instant();
    Delivery delivery = desk.outbox.claim(1, "local", Outbox.Gate.OPEN, now).getFirst();
    desk.outbox.settle(List.of(new Outbox.Settled(delivery, new Settlement.Accepted("m1"), now)));
    return alert;
  }

  private Alert held(long event, Subscription... because) {
    Alert alert = alert(event, because);
    desk.alerts.hold(alert, Reason.DIGEST, desk.clock.instant().plus(Duration.ofHours(9)));
    return alert;
  }

  private Alert alert(long event, Subscription... because) {
    Draft draft = Draft.by("Norda", event).headline("Boats on the river, " + event).says("Many.");
    Article article = desk.reads(event, Duration.ofMinutes(event), draft);
    return new Alert(
        event,
        desk.chat(),
        event,
        1,
        Alert.Kind.FIRST,
        article,
        article.copy().paragraphs(),
        List.of(Draft.report(article)),
        List.of(because).stream().map(s -> new Alert.Why(s.id(), s.label(), List.of())).toList(),
        Alert.Marks.NONE,
        desk.clock.instant());
  }

  private void joinStorylines(long first, long second) {
    Event into = desk.stories.event(first).orElseThrow();
    Event event = desk.stories.event(second).orElseThrow();
    desk.stories.save(
        new Event(
            event.id(),
            into.storyline(),
            event.revision(),
            event.headline(),
            event.opened(),
            event.updated(),
            event.reports()));
  }
}
