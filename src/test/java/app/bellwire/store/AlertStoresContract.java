package app.bellwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Alert.Kind;
import app.bellwire.alert.AlertLog;
import app.bellwire.alert.Heard;
import app.bellwire.alert.HeldAlerts;
import app.bellwire.alert.HeldAlerts.Held;
import app.bellwire.alert.Reason;
import app.bellwire.chat.ChatId;
import app.bellwire.story.Event;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class AlertStoresContract extends StoreContract {
  private static final ChatId DESK = new ChatId(1);
  private static final ChatId ROOM = new ChatId(2);

  private final AlertLog log = stores.alerts();
  private final HeldAlerts held = stores.held();

  AlertStoresContract(Database database) {
    super(database);
  }

  @Test
  void anAlertIsFoundAsItWasRecorded() {
    Alert alert = Samples.alert(1, DESK, 17, 1, NOON);
    assertThat(log.record(alert)).isTrue();
    assertThat(log.find(1)).contains(alert);
    assertThat(log.find(2)).isEmpty();
  }

  @Test
  void anAlertKeepsTheFirstMessageOfItsThread() {
    Alert alert = Samples.followUp(Samples.alert(1, DESK, 17, 1, NOON), NOON.plusSeconds(1));
    assertThat(log.record(alert)).isTrue();
    assertThat(log.last(DESK, 17)).contains(alert);
  }

  @Test
  void aRevisionOfAnEventIsToldOncePerChat() {
    assertThat(log.record(Samples.alert(1, DESK, 17, 1, NOON))).isTrue();
    assertThat(log.record(Samples.alert(2, DESK, 17, 1, NOON))).isFalse();
    assertThat(log.record(Samples.alert(3, ROOM, 17, 1, NOON))).isTrue();
    assertThat(log.record(Samples.alert(4, DESK, 17, 2, NOON))).isTrue();
    assertThat(log.find(2)).isEmpty();
    assertThat(log.chatsTold(17)).containsExactly(DESK, ROOM);
    assertThat(log.chatsTold(18)).isEmpty();
  }

  @Test
  void firstAndLastAreByRevision() {
    log.record(Samples.alert(1, DESK, 17, 1, NOON));
    log.record(Samples.alert(2, DESK, 17, 4, Kind.MORE, NOON.plusSeconds(2)));
    log.record(Samples.alert(3, DESK, 17, 2, Kind.FOLLOW_UP, NOON.plusSeconds(1), "New."));
    assertThat(log.first(DESK, 17)).map(Alert::id).contains(1L);
    assertThat(log.last(DESK, 17)).map(Alert::id).contains(2L);
    assertThat(log.last(DESK, 18)).isEmpty();
  }

  @Test
  void everySentenceToldIsListedOnce() {
    log.record(Samples.alert(1, DESK, 17, 1, Kind.FIRST, NOON, "One.", "Two “quoted”."));
    log.record(Samples.alert(2, DESK, 17, 2, Kind.FOLLOW_UP, NOON, "Three.", "One."));
    log.record(Samples.alert(3, ROOM, 17, 1, Kind.FIRST, NOON, "Elsewhere."));
    Heard heard = log.heard(DESK, Samples.event(17, 900, NOON));
    assertThat(heard.sentences()).containsExactly("One.", "Two “quoted”.", "Three.");
    assertThat(heard.last()).contains(NOON);
  }

  @Test
  void aChatHeardAllEventsOfAStoryline() {
    Event first = Samples.event(17, 900, NOON);
    Event second = Samples.event(18, 900, NOON);
    Event other = Samples.event(19, 901, NOON);
    Stream.of(first, second, other).forEach(stores.stories()::save);
    log.record(Samples.alert(1, DESK, 17, 1, Kind.FIRST, NOON, "One."));
    log.record(Samples.alert(2, DESK, 18, 1, Kind.FIRST, NOON.plusSeconds(9), "Two."));
    log.record(Samples.alert(3, DESK, 19, 1, Kind.FIRST, NOON, "Of another story."));
    log.record(Samples.alert(4, ROOM, 18, 1, Kind.FIRST, NOON, "Elsewhere."));
    Event next = Samples.event(20, 900, NOON.plusSeconds(60));
    assertThat(log.heard(DESK, next).sentences()).containsExactly("One.", "Two.");
    assertThat(log.heard(DESK, next).last()).contains(NOON.plusSeconds(9));
    assertThat(log.heard(DESK, next).reports())
        .containsExactly(
            "The two sides met on Tuesday.", "They “agreed” on a date: 5 €, \"quoted\".");
  }

  @Test
  void onlyWhatCanRingCountsForAChat() {
    log.record(Samples.alert(1, DESK, 17, 1, Kind.FIRST, NOON.minusSeconds(1), "Early."));
    log.record(Samples.alert(2, DESK, 17, 2, Kind.FOLLOW_UP, NOON, "New."));
    log.record(Samples.alert(3, DESK, 17, 3, Kind.MORE, NOON));
    log.record(Samples.alert(4, DESK, 18, 1, Kind.FIRST, NOON, "Other."));
    assertThat(log.countSince(DESK, NOON)).isEqualTo(2);
    assertThat(log.countFor(7, NOON)).isEqualTo(1);
    assertThat(log.countFor(8, NOON)).isZero();
  }

  @Test
  void theLatestAreListedNewestFirst() {
    for (int i = 1; i <= 4; i++) {
      log.record(Samples.alert(i, DESK, 17, i, NOON.plusSeconds(i)));
    }
    assertThat(log.latest(DESK, 2)).extracting(Alert::id).containsExactly(4L, 3L);
  }

  @Test
  void whatIsHeldIsTakenOnceWhenItIsDue() {
    Alert later = Samples.alert(2, DESK, 18, 1, NOON.plusSeconds(1));
    Alert first = Samples.alert(1, DESK, 17, 1, NOON);
    held.hold(later, Reason.QUIET_HOURS, NOON.plusSeconds(10));
    held.hold(first, Reason.DIGEST, NOON.plusSeconds(20));
    assertThat(held.waiting(DESK)).isEqualTo(2);
    assertThat(held.takeDue(DESK, NOON.plusSeconds(9))).isEmpty();
    assertThat(held.takeDue(DESK, NOON.plusSeconds(20)))
        .extracting(Held::alert)
        .containsExactly(first, later);
    assertThat(held.takeDue(DESK, NOON.plusSeconds(20))).isEmpty();
    assertThat(held.waiting(DESK)).isZero();
  }

  @Test
  void whatAChatHoldsIsListedOldestFirst() {
    Alert later = Samples.alert(2, DESK, 18, 1, NOON.plusSeconds(5));
    Alert first = Samples.alert(1, DESK, 17, 1, NOON);
    held.hold(later, Reason.QUIET_HOURS, NOON);
    held.hold(first, Reason.DIGEST, NOON);
    held.hold(Samples.alert(3, ROOM, 17, 1, NOON), Reason.DIGEST, NOON);
    assertThat(held.of(DESK)).containsExactly(first, later);
  }

  @Test
  void whatIsHeldOfAnEventCanBeDropped() {
    held.hold(Samples.alert(1, DESK, 17, 1, NOON), Reason.DIGEST, NOON);
    held.hold(Samples.alert(2, DESK, 17, 2, NOON), Reason.DIGEST, NOON);
    held.hold(Samples.alert(3, ROOM, 17, 1, NOON), Reason.DIGEST, NOON);
    assertThat(held.drop(DESK, 17)).isEqualTo(2);
    assertThat(held.due(NOON)).containsExactly(ROOM);
  }

  @Test
  void theChatsThatSomethingIsDueForAreListedTheLongestWaitFirst() {
    held.hold(Samples.alert(1, DESK, 17, 1, NOON), Reason.DIGEST, NOON.plusSeconds(2));
    held.hold(Samples.alert(2, ROOM, 17, 1, NOON), Reason.DIGEST, NOON.plusSeconds(1));
    held.hold(Samples.alert(3, DESK, 18, 1, NOON), Reason.DIGEST, NOON.plusSeconds(3));
    assertThat(held.due(NOON)).isEmpty();
    assertThat(held.due(NOON.plusSeconds(2))).containsExactly(ROOM, DESK);
    assertThat(held.takeDue(DESK, NOON.plusSeconds(2))).hasSize(1);
    assertThat(held.due(NOON.plusSeconds(2))).containsExactly(ROOM);
  }
}
