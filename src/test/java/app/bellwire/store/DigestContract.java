package app.bellwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Alert.Kind;
import app.bellwire.alert.AlertLog;
import app.bellwire.alert.Digest;
import app.bellwire.alert.Digest.Occasion;
import app.bellwire.alert.DigestLog;
import app.bellwire.alert.Heard;
import app.bellwire.alert.HeldAlerts;
import app.bellwire.alert.LeftOut;
import app.bellwire.alert.Reason;
import app.bellwire.alert.Situation.FollowUps;
import app.bellwire.chat.ChatId;
import app.bellwire.fake.MemoryAlerts;
import app.bellwire.fake.MemoryDigests;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Also what stores in memory must do, which other tests build on.
abstract class DigestContract extends StoreContract {
  private static final ChatId DESK = new ChatId(1);
  private static final ChatId ROOM = new ChatId(2);
  private static final LocalDateTime EIGHT = LocalDateTime.of(2031, 3, 4, 8, 0);

  private final DigestLog digests;
  private final LeftOut leftOut;
  private final AlertLog log;
  private final HeldAlerts held;

  DigestContract(Database database) {
    super(database);
    digests = stores.digests();
    leftOut = stores.leftOut();
    log = stores.alerts();
    held = stores.held();
  }

  /// On stores in memory.
  DigestContract(Database database, MemoryDigests digests, MemoryAlerts alerts) {
    super(database);
    this.digests = digests;
    this.leftOut = digests;
    this.log = alerts;
    this.held = alerts;
  }

  @Test
  void aDigestOfADayAndTimeIsClaimedOncePerChat() {
    assertThat(digests.lastMade(DESK)).isEmpty();
    assertThat(digests.claim(DESK, EIGHT, NOON)).isTrue();
    assertThat(digests.claim(DESK, EIGHT, NOON.plusSeconds(1))).isFalse();
    assertThat(digests.claim(ROOM, EIGHT, NOON)).isTrue();
    assertThat(digests.claim(DESK, EIGHT.plusHours(10), NOON.plusSeconds(9))).isTrue();
    assertThat(digests.lastMade(DESK)).contains(NOON.plusSeconds(9));
  }

  @Test
  void everyOccasionIsFoundAsItWasSaved() {
    List<Occasion> occasions =
        List.of(
            new Occasion.Daily(Optional.of(NOON)),
            new Occasion.Daily(Optional.empty()),
            new Occasion.QuietOver(),
            new Occasion.NewDay(),
            new Occasion.Resumed(),
            new Occasion.Back("removed from the channel"));
    for (int i = 0; i < occasions.size(); i++) {
      Digest digest = digest(i + 1, occasions.get(i), alert(1, 17), alert(2, 18));
      digests.save(digest);
      assertThat(digests.find(i + 1)).contains(digest);
      assertThat(digests.latest(DESK)).contains(digest);
    }
    assertThat(digests.find(99)).isEmpty();
    assertThat(digests.latest(ROOM)).isEmpty();
  }

  @Test
  void aDigestKeepsTheMessagesItWasToldIn() {
    Digest digest = digest(1, new Occasion.QuietOver(), alert(1, 17), alert(2, 18), alert(3, 19));
    digests.save(digest.inParts(List.of(1, 1)));
    digests.save(digest.inParts(List.of(2)));
    assertThat(digests.find(1)).contains(digest.inParts(List.of(1, 1)));
  }

  @Test
  void theStoriesOfADigestChange() {
    Digest digest = digest(1, new Occasion.QuietOver(), alert(1, 17), alert(2, 18));
    digests.save(digest);
    Digest changed = digest.with(List.of(alert(1, 17).saying(List.of("Other.")), alert(2, 18)));
    digests.save(changed);
    assertThat(digests.find(1)).contains(changed);
  }

  @Test
  void theDigestsThatTellAnEventAreListedNewestFirst() {
    digests.save(digest(1, new Occasion.QuietOver(), alert(1, 17)));
    digests.save(digest(2, new Occasion.QuietOver(), alert(2, 17), alert(3, 18)));
    assertThat(digests.telling(DESK, 17)).extracting(Digest::id).containsExactly(2L, 1L);
    assertThat(digests.telling(DESK, 18)).extracting(Digest::id).containsExactly(2L);
    assertThat(digests.telling(ROOM, 17)).isEmpty();
  }

  @Test
  void whatWasLeftOutIsKeptUntilItIsSaid() {
    LeftOut.Report muted = new LeftOut.Report(DESK, Reason.CHAT_MUTED, 17, 5, NOON);
    LeftOut.Report gone = new LeftOut.Report(DESK, Reason.WITHDRAWN, 18, 6, NOON.plusSeconds(10));
    leftOut.note(gone);
    leftOut.note(muted);
    leftOut.note(muted);
    assertThat(leftOut.of(DESK, NOON)).containsExactly(muted);
    assertThat(leftOut.of(DESK, NOON.plusSeconds(10))).containsExactly(muted, gone);
    assertThat(leftOut.of(ROOM, NOON)).isEmpty();
    leftOut.settleWithdrawn(NOON.plusSeconds(9));
    assertThat(leftOut.of(DESK, NOON.plusSeconds(10))).hasSize(2);
    leftOut.settleWithdrawn(NOON.plusSeconds(10));
    assertThat(leftOut.of(DESK, NOON.plusSeconds(10))).containsExactly(muted);
    leftOut.settle(DESK, 5);
    assertThat(leftOut.of(DESK, NOON)).isEmpty();
  }

  @Test
  void followUpsCountFromWhenTheyWentAndTogetherOnce() {
    Alert one = followUp(2, 2);
    Alert two = followUp(3, 3);
    Alert three = followUp(4, 4);
    List.of(alert(1, 17), one, two, three).forEach(log::record);
    assertThat(log.followUps(DESK, 17, NOON)).isEqualTo(FollowUps.NONE);
    log.reached(List.of(alert(1, 17), one), NOON.minusSeconds(60));
    assertThat(log.followUps(DESK, 17, NOON))
        .isEqualTo(new FollowUps(Optional.of(NOON.minusSeconds(60)), 0));
    log.reached(List.of(two, three), NOON.plusSeconds(60));
    assertThat(log.followUps(DESK, 17, NOON))
        .isEqualTo(new FollowUps(Optional.of(NOON.plusSeconds(60)), 1));
    assertThat(log.followUps(ROOM, 17, NOON)).isEqualTo(FollowUps.NONE);
  }

  @Test
  void whatIsForgottenWasNeverTold() {
    log.record(alert(1, 17));
    log.record(followUp(2, 2));
    log.record(alert(3, 18));
    log.forget(DESK, 17);
    assertThat(log.chatsTold(17)).isEmpty();
    assertThat(log.heard(DESK, Samples.event(17, 900, NOON))).isEqualTo(Heard.NOTHING);
    assertThat(log.chatsTold(18)).containsExactly(DESK);
  }

  @Test
  void whatIsHeldOfAStoryIsListedAndMoved() {
    Alert first = alert(1, 17);
    Alert second = Samples.alert(2, DESK, 17, 2, Kind.FOLLOW_UP, NOON.plusSeconds(1), "New.");
    held.hold(second, Reason.COOL_DOWN, NOON.plusSeconds(20));
    held.hold(first, Reason.DIGEST, NOON.plusSeconds(10));
    held.hold(alert(3, 18), Reason.DIGEST, NOON);
    held.hold(second, Reason.DIGEST, NOON.plusSeconds(10));
    assertThat(held.of(DESK, 17))
        .containsExactly(
            new HeldAlerts.Held(first, Reason.DIGEST, NOON.plusSeconds(10)),
            new HeldAlerts.Held(second, Reason.DIGEST, NOON.plusSeconds(10)));
    assertThat(held.of(ROOM, 17)).isEmpty();
  }

  private static Alert alert(long id, long event) {
    return Samples.alert(id, DESK, event, 1, NOON);
  }

  private static Alert followUp(long id, int revision) {
    return Samples.alert(id, DESK, 17, revision, Kind.FOLLOW_UP, NOON, "New " + id + ".");
  }

  private static Digest digest(long id, Occasion occasion, Alert... stories) {
    Instant since = NOON.minus(Duration.ofHours(9));
    return new Digest(id, DESK, occasion, since, NOON, List.of(stories), 2);
  }
}
