package app.bellwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.RichText;
import app.bellwire.deliver.Delivery;
import app.bellwire.deliver.Delivery.State;
import app.bellwire.deliver.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

abstract class OutboxContract extends StoreContract {
  private static final ChatId DESK = new ChatId(1);
  private static final ChatId ROOM = new ChatId(2);

  private final Outbox outbox = stores.outbox();

  OutboxContract(Database database) {
    super(database);
  }

  private static OutgoingMessage message(String text, String thread) {
    return new OutgoingMessage(
        RichText.of(text), List.of(), thread, OutgoingMessage.Placement.POST, false);
  }

  private static OutgoingMessage edit(String text, String thread) {
    return new OutgoingMessage(
        RichText.of(text), List.of(), thread, OutgoingMessage.Placement.EDIT_ROOT, true);
  }

  private Delivery claimOne(Instant now) {
    return claim(now).getFirst();
  }

  private List<Delivery> claim(Instant now) {
    return outbox.claim(10, now);
  }

  private static List<String> texts(List<Delivery> deliveries) {
    return deliveries.stream().map(d -> d.message().text().plain()).toList();
  }

  @Test
  void aClaimedDeliveryIsSending() {
    outbox.add(DESK, message("a", "event:1"), NOON);
    Delivery delivery = claimOne(NOON);
    assertThat(delivery.message()).isEqualTo(message("a", "event:1"));
    assertThat(delivery.state()).isEqualTo(State.SENDING);
    assertThat(delivery.attempts()).isEqualTo(1);
    assertThat(delivery.queued()).isEqualTo(NOON);
    assertThat(delivery.expires()).isEqualTo(NOON.plus(Outbox.ALERT_LIFE));
    assertThat(claim(NOON)).isEmpty();
  }

  @Test
  void onlyTheOldestOfAChatGoes() {
    outbox.add(DESK, message("a", "x"), NOON);
    outbox.add(DESK, message("b", "x"), NOON);
    outbox.add(ROOM, message("c", "x"), NOON);
    List<Delivery> first = claim(NOON);
    assertThat(texts(first)).containsExactly("a", "c");
    outbox.sent(first.getFirst(), "m1", NOON);
    assertThat(texts(claim(NOON))).containsExactly("b");
  }

  @Test
  void aClaimTakesAtMostTheLimitOldestFirst() {
    for (int chat = 1; chat <= 5; chat++) {
      outbox.add(new ChatId(chat), message("m" + chat, "x"), NOON);
    }
    assertThat(texts(outbox.claim(2, NOON))).containsExactly("m1", "m2");
    assertThat(texts(outbox.claim(9, NOON))).containsExactly("m3", "m4", "m5");
  }

  @Test
  void aRetryHoldsTheLaneUntilItIsDue() {
    outbox.add(DESK, message("a", "x"), NOON);
    outbox.add(DESK, message("b", "x"), NOON);
    outbox.retry(claimOne(NOON), NOON.plusSeconds(30), "asked to wait");
    assertThat(claim(NOON.plusSeconds(29))).isEmpty();
    Delivery again = claimOne(NOON.plusSeconds(30));
    assertThat(again.attempts()).isEqualTo(2);
    assertThat(again.detail()).isEqualTo("asked to wait");
    assertThat(texts(List.of(again))).containsExactly("a");
  }

  @Test
  void anUncertainDeliveryHoldsTheLaneUntilItExpiresAndStaysUncertain() {
    outbox.add(DESK, message("a", "x"), NOON);
    Delivery first = claimOne(NOON);
    outbox.settle(first, State.UNCERTAIN, "no answer", NOON);
    Instant later = NOON.plusSeconds(3600);
    outbox.add(DESK, message("b", "x"), later);
    assertThat(claim(later)).isEmpty();
    assertThat(texts(claim(first.expires()))).containsExactly("b");
    assertThat(outbox.countsSince(NOON)).isEqualTo(Map.of(State.UNCERTAIN, 1L, State.SENDING, 1L));
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"PARKED", "FAILED", "EXPIRED", "SENT"})
  void aSettledDeliveryLetsTheNextGo(State state) {
    outbox.add(DESK, message("a", "x"), NOON);
    outbox.add(DESK, message("b", "x"), NOON);
    outbox.settle(claimOne(NOON), state, "why", NOON);
    assertThat(texts(claim(NOON))).containsExactly("b");
  }

  @Test
  void aParkedDeliveryComesBackByRetry() {
    outbox.add(DESK, message("a", "x"), NOON);
    Delivery parked = claimOne(NOON);
    outbox.settle(parked, State.PARKED, "kicked", NOON);
    assertThat(claim(NOON)).isEmpty();
    outbox.retry(parked, NOON.plusSeconds(1), "back");
    assertThat(texts(claim(NOON.plusSeconds(1)))).containsExactly("a");
  }

  @Test
  void whatExpiredIsCountedAndNeverGoes() {
    outbox.add(DESK, message("old", "x"), NOON);
    Instant late = NOON.plus(Outbox.ALERT_LIFE);
    outbox.add(DESK, message("new", "x"), late);
    assertThat(texts(claim(late))).containsExactly("new");
    assertThat(outbox.countsSince(NOON)).containsEntry(State.EXPIRED, 1L);
  }

  @Test
  void theFirstMessageOfAThreadIsItsRoot() {
    outbox.add(DESK, message("a", "event:1"), NOON);
    outbox.add(DESK, message("b", "event:1"), NOON);
    outbox.sent(claimOne(NOON), "m1", NOON);
    outbox.sent(claimOne(NOON), "m2", NOON);
    assertThat(outbox.root(DESK, "event:1")).contains("m1");
    assertThat(outbox.root(ROOM, "event:1")).isEmpty();
    assertThat(outbox.threadOf(DESK, "m2")).contains("event:1");
    assertThat(outbox.threadOf(DESK, "m3")).isEmpty();
  }

  @Test
  void anEditLeavesTheRootAndOnePostedAnewBecomesIt() {
    outbox.add(DESK, message("a", "event:1"), NOON);
    outbox.add(DESK, edit("a2", "event:1"), NOON);
    outbox.add(DESK, edit("a3", "event:1"), NOON);
    outbox.sent(claimOne(NOON), "m1", NOON);
    outbox.sent(claimOne(NOON), "m1", NOON);
    assertThat(outbox.root(DESK, "event:1")).contains("m1");
    outbox.sent(claimOne(NOON), "m9", NOON);
    assertThat(outbox.root(DESK, "event:1")).contains("m9");
    assertThat(outbox.threadOf(DESK, "m1")).contains("event:1");
  }

  @Test
  void aMessageWithoutThreadHasNone() {
    outbox.add(DESK, OutgoingMessage.of("hello"), NOON);
    outbox.sent(claimOne(NOON), "m1", NOON);
    assertThat(outbox.threadOf(DESK, "m1")).isEmpty();
  }

  @Test
  void whatWasSendingAtTheEndIsUncertainAfterwards() {
    outbox.add(DESK, message("a", "x"), NOON);
    outbox.add(ROOM, message("b", "x"), NOON);
    outbox.add(ROOM, message("c", "x"), NOON);
    outbox.claim(2, NOON);
    List<Delivery> lost = outbox.recover(NOON.plusSeconds(5));
    assertThat(texts(lost)).containsExactly("a", "b");
    assertThat(lost).extracting(Delivery::state).containsOnly(State.UNCERTAIN);
    assertThat(outbox.recover(NOON.plusSeconds(5))).isEmpty();
    outbox.retry(lost.getFirst(), NOON, "sent again");
    assertThat(texts(claim(NOON))).containsExactly("a");
  }

  @Test
  void whatWaitsIsListedByChatOldestFirst() {
    outbox.add(ROOM, message("c", "x"), NOON.minusSeconds(9));
    outbox.add(DESK, message("a", "x"), NOON);
    outbox.add(DESK, message("b", "x"), NOON.plusSeconds(1));
    Delivery head =
        claim(NOON).stream().filter(d -> d.chat().equals(DESK)).findFirst().orElseThrow();
    outbox.retry(head, NOON.plusSeconds(30), "asked to wait");
    assertThat(outbox.waiting())
        .containsExactly(
            new Outbox.Waiting(ROOM, 1, NOON.minusSeconds(9), NOON.minusSeconds(9), ""),
            new Outbox.Waiting(DESK, 2, NOON, NOON.plusSeconds(30), "asked to wait"));
  }

  @Test
  void whatIsParkedWaitsToo() {
    outbox.add(DESK, message("a", "x"), NOON);
    outbox.settle(claimOne(NOON), State.PARKED, "kicked", NOON);
    assertThat(outbox.waiting()).containsExactly(new Outbox.Waiting(DESK, 1, NOON, NOON, "kicked"));
  }

  @Test
  void onlyWhatIsQueuedOfAThreadIsWithdrawn() {
    outbox.add(DESK, message("a", "event:1"), NOON);
    outbox.add(DESK, message("b", "event:1"), NOON);
    outbox.add(DESK, message("c", "event:2"), NOON);
    outbox.add(ROOM, message("d", "event:1"), NOON);
    Delivery going = outbox.claim(1, NOON).getFirst();
    assertThat(outbox.withdraw(DESK, "event:1")).isEqualTo(1);
    outbox.sent(going, "m1", NOON);
    assertThat(texts(claim(NOON))).containsExactly("c", "d");
  }

  @Test
  void deliveriesAreCountedByStateSinceTheyWereQueued() {
    outbox.add(DESK, message("before", "x"), NOON.minusSeconds(1));
    outbox.add(ROOM, message("a", "x"), NOON);
    outbox.add(ROOM, message("b", "x"), NOON);
    assertThat(outbox.countsSince(NOON)).isEqualTo(Map.of(State.QUEUED, 2L));
  }

  @Test
  void aThousandWaitingMessagesOfOneChatDoNotHoldUpAnother() {
    database.inTransaction(
        () -> {
          for (int i = 0; i < 1_000; i++) {
            outbox.add(DESK, message("m" + i, "x"), NOON);
          }
          outbox.add(ROOM, message("other", "x"), NOON);
        });
    assertThat(texts(claim(NOON))).containsExactly("m0", "other");
  }
}
