package app.bellwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Priority;
import app.bellwire.chat.RichText;
import app.bellwire.deliver.Delivery;
import app.bellwire.deliver.Delivery.State;
import app.bellwire.deliver.Outbox;
import app.bellwire.deliver.Outbox.Answer;
import app.bellwire.deliver.Outbox.Gate;
import app.bellwire.deliver.Outbox.Settled;
import app.bellwire.deliver.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

abstract class OutboxContract extends StoreContract {
  private static final Instant LATER = NOON.plus(Duration.ofHours(24));

  private final Outbox outbox = stores.outbox();
  private ChatId desk;
  private ChatId room;

  OutboxContract(Database database) {
    super(database);
  }

  @BeforeEach
  void makeTheChats() {
    desk = chat("desk");
    room = chat("room");
  }

  private ChatId chat(String name) {
    return stores.chats().at(Address.local(name));
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
    outbox.expire(now);
    return outbox.claim(10, "local", Gate.OPEN, now);
  }

  private static List<String> texts(List<Delivery> deliveries) {
    return deliveries.stream().map(d -> d.message().text().plain()).toList();
  }

  @Test
  void aClaimedDeliveryIsSending() {
    outbox.add(desk, message("a", "event:1"), NOON);
    Delivery delivery = claimOne(NOON);
    assertThat(delivery.message()).isEqualTo(message("a", "event:1"));
    assertThat(delivery.state()).isEqualTo(State.SENDING);
    assertThat(delivery.tries()).isEqualTo(new Delivery.Tries(1, 0, false));
    assertThat(delivery.queued()).isEqualTo(NOON);
    assertThat(delivery.expires()).isEqualTo(LATER);
    assertThat(claim(NOON)).isEmpty();
  }

  @Test
  void onlyTheOldestOfAChatGoes() {
    outbox.add(desk, message("a", "x"), NOON);
    outbox.add(desk, message("b", "x"), NOON);
    outbox.add(room, message("c", "x"), NOON);
    List<Delivery> first = claim(NOON);
    assertThat(texts(first)).containsExactly("a", "c");
    settle(first.getFirst(), new Settlement.Accepted("m1"), NOON);
    assertThat(texts(claim(NOON))).containsExactly("b");
  }

  @Test
  void aClaimTakesAtMostTheLimitOldestFirst() {
    for (int chat = 1; chat <= 5; chat++) {
      outbox.add(chat("c" + chat), message("m" + chat, "x"), NOON);
    }
    assertThat(texts(outbox.claim(2, "local", Gate.OPEN, NOON))).containsExactly("m1", "m2");
    assertThat(texts(outbox.claim(9, "local", Gate.OPEN, NOON))).containsExactly("m3", "m4", "m5");
  }

  @Test
  void aRetryHoldsTheLaneUntilItIsDue() {
    outbox.add(desk, message("a", "x"), NOON);
    outbox.add(desk, message("b", "x"), NOON);
    settle(claimOne(NOON), new Settlement.Again(NOON.plusSeconds(30), "asked to wait"), NOON);
    assertThat(claim(NOON.plusSeconds(29))).isEmpty();
    Delivery again = claimOne(NOON.plusSeconds(30));
    assertThat(again.tries().begun()).isEqualTo(2);
    assertThat(again.detail()).isEqualTo("asked to wait");
    assertThat(texts(List.of(again))).containsExactly("a");
  }

  private void settle(Delivery delivery, Settlement settlement, Instant at) {
    outbox.settle(List.of(new Settled(delivery, settlement, at)));
  }

  @Test
  void aDoubtfulDeliveryHoldsTheLaneUntilItExpiresAndStaysUncertain() {
    outbox.add(desk, message("a", "x"), NOON);
    Delivery first = claimOne(NOON);
    Instant later = NOON.plusSeconds(3600);
    settle(first, new Settlement.Doubtful(first.expires(), "no answer"), NOON);
    outbox.add(desk, message("b", "x"), later);
    assertThat(claim(later)).isEmpty();
    assertThat(outbox.uncertain()).isEmpty();
    assertThat(texts(claim(first.expires()))).containsExactly("b");
    assertThat(outbox.countsSince(NOON)).isEqualTo(Map.of(State.UNCERTAIN, 1L, State.SENDING, 1L));
    assertThat(texts(outbox.uncertain())).containsExactly("a");
  }

  @Test
  void aDoubtfulDeliveryGoesAgainWhenItIsDueAndSaysSo() {
    outbox.add(desk, message("a", "x"), NOON);
    settle(claimOne(NOON), new Settlement.Doubtful(NOON.plusSeconds(3), "no answer"), NOON);
    assertThat(claim(NOON.plusSeconds(2))).isEmpty();
    Delivery again = claimOne(NOON.plusSeconds(3));
    assertThat(again.tries()).isEqualTo(new Delivery.Tries(2, 1, true));
    settle(again, new Settlement.Accepted("m1"), NOON.plusSeconds(3));
    assertThat(outbox.sentAgainSince(NOON)).isEqualTo(1);
  }

  static List<Settlement> ends() {
    return List.of(
        new Settlement.Accepted("m"), new Settlement.Failed("w"), new Settlement.HeldBack("w"));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void aSettledDeliveryLetsTheNextGo(Settlement end) {
    outbox.add(desk, message("a", "x"), NOON);
    outbox.add(desk, message("b", "x"), NOON);
    settle(claimOne(NOON), end, NOON);
    assertThat(texts(claim(NOON))).containsExactly("b");
  }

  @Test
  void aHeldDeliveryGoesAgainOnSomebodysWordBeforeWhatWaits() {
    outbox.add(desk, message("a", "x"), NOON);
    Delivery held = claimOne(NOON);
    settle(held, new Settlement.HeldBack("no answer"), NOON);
    outbox.add(desk, message("b", "x"), NOON);
    assertThat(outbox.resend(held.id(), NOON)).isTrue();
    assertThat(outbox.resend(held.id(), NOON)).isFalse();
    assertThat(texts(claim(NOON))).containsExactly("a");
  }

  @Test
  void aHeldDeliveryCanBeDroppedOnce() {
    outbox.add(desk, message("a", "x"), NOON);
    Delivery held = claimOne(NOON);
    settle(held, new Settlement.HeldBack("no answer"), NOON);
    assertThat(outbox.drop(held.id(), "Ann", NOON)).isTrue();
    assertThat(outbox.drop(held.id(), "Ann", NOON)).isFalse();
    assertThat(outbox.drop(99, "Ann", NOON)).isFalse();
    assertThat(outbox.countsSince(NOON)).isEqualTo(Map.of(State.WITHDRAWN, 1L));
    assertThat(outbox.of(desk, "x")).extracting(Delivery::detail).containsExactly("dropped by Ann");
  }

  @Test
  void aParkedChatIsLeftAloneUntilItIsBackAndItsMessagesLiveAnew() {
    outbox.add(desk, message("a", "x"), NOON);
    outbox.add(desk, message("b", "x"), NOON);
    settle(claimOne(NOON), new Settlement.ChatParked("kicked"), NOON);
    Instant days = NOON.plus(Duration.ofDays(3));
    outbox.add(desk, message("c", "x"), days);
    assertThat(claim(days)).isEmpty();
    assertThat(outbox.parked(desk)).contains(new Outbox.Parked(NOON, "kicked"));
    assertThat(outbox.parked()).isEqualTo(Map.of(desk, new Outbox.Parked(NOON, "kicked")));
    assertThat(texts(outbox.parkedFor(desk))).containsExactly("a", "b", "c");
    outbox.unpark(desk, days);
    assertThat(outbox.parked(desk)).isEmpty();
    assertThat(outbox.parked()).isEmpty();
    Delivery back = claimOne(days);
    assertThat(texts(List.of(back))).containsExactly("a");
    assertThat(back.expires()).isEqualTo(days.plus(Duration.ofHours(24)));
  }

  @Test
  void nothingGoesBesideWhatIsOnItsWayToTheSameChat() {
    outbox.add(desk, message("a", "x"), NOON);
    Delivery held = claimOne(NOON);
    settle(held, new Settlement.HeldBack("no answer"), NOON);
    outbox.add(desk, message("b", "x"), NOON);
    Delivery onItsWay = claimOne(NOON);
    assertThat(outbox.resend(held.id(), NOON)).isTrue();
    assertThat(claim(NOON)).isEmpty();
    settle(onItsWay, new Settlement.Accepted("m1"), NOON);
    assertThat(texts(claim(NOON))).containsExactly("a");
  }

  @Test
  void whatWasClaimedAndNeverSentIsPutBack() {
    outbox.add(desk, message("a", "x"), NOON);
    outbox.add(room, message("b", "x"), NOON);
    List<Delivery> claimed = claim(NOON);
    assertThat(outbox.putBack(Set.of(claimed.getFirst().id()), NOON)).isEqualTo(1);
    Delivery again = claimOne(NOON);
    assertThat(again.message().text().plain()).isEqualTo("b");
    assertThat(again.tries()).isEqualTo(new Delivery.Tries(1, 0, false));
    assertThat(claim(NOON)).isEmpty();
  }

  @Test
  void aLaneThatLostItsFrontFindsItAtTheNextStart() {
    outbox.add(desk, message("a", "x"), NOON);
    outbox.add(desk, message("b", "x"), NOON);
    database.write(sql -> sql.update("update lanes set head_id = null"));
    assertThat(claim(NOON)).isEmpty();
    outbox.recover(NOON);
    assertThat(texts(claim(NOON))).containsExactly("a");
  }

  @Test
  void whatIsParkedForAMonthExpires() {
    outbox.add(desk, message("a", "x"), NOON);
    settle(claimOne(NOON), new Settlement.ChatParked("kicked"), NOON);
    assertThat(outbox.expire(NOON.plus(Duration.ofDays(30)).minusMillis(1))).isZero();
    assertThat(outbox.expire(NOON.plus(Duration.ofDays(30)))).isEqualTo(1);
    assertThat(outbox.countsSince(NOON)).isEqualTo(Map.of(State.EXPIRED, 1L));
  }

  @Test
  void aRootThatIsGoneIsForgottenAndTheNextMessageBecomesIt() {
    outbox.add(desk, message("a", "event:1"), NOON);
    settle(claimOne(NOON), new Settlement.Accepted("m1"), NOON);
    outbox.add(desk, edit("a2", "event:1"), NOON);
    settle(claimOne(NOON), new Settlement.RootGone(NOON, "not found"), NOON);
    assertThat(outbox.root(desk, "event:1")).isEmpty();
    settle(claimOne(NOON), new Settlement.Accepted("m2"), NOON);
    assertThat(outbox.root(desk, "event:1")).contains("m2");
  }

  @Test
  void aChatThatMovedIsWrittenToWhereItIsNow() {
    Address there = Address.local("elsewhere");
    outbox.add(desk, message("a", "event:1"), NOON);
    settle(claimOne(NOON), new Settlement.Accepted("m1"), NOON);
    outbox.add(desk, edit("a2", "event:1"), NOON);
    settle(claimOne(NOON), new Settlement.ChatMoved(there, NOON), NOON);

    assertThat(stores.chats().settings(desk).address()).isEqualTo(there);
    assertThat(outbox.root(desk, "event:1")).as("its ids are void").isEmpty();
    assertThat(texts(claim(NOON))).containsExactly("a2");
  }

  @Test
  void aChatWhoseLastingAddressIsFoundKeepsItsMessages() {
    Address there = Address.local("elsewhere");
    outbox.add(desk, message("a", "event:1"), NOON);
    settle(claimOne(NOON), new Settlement.Accepted("m1"), NOON);
    stores.chats().settle(Address.local("desk"), there);
    outbox.add(desk, edit("a2", "event:1"), NOON);

    assertThat(outbox.root(desk, "event:1")).contains("m1");
    assertThat(texts(claim(NOON))).containsExactly("a2");
  }

  @Test
  void aChatCanBeParkedBeforeAnythingWasSentThere() {
    outbox.park(desk, "blocked", NOON);
    outbox.add(desk, message("a", "event:1"), NOON);
    assertThat(claim(NOON)).isEmpty();
    assertThat(outbox.parkedFor(desk)).hasSize(1);
    outbox.unpark(desk, LATER);
    assertThat(texts(claim(LATER))).containsExactly("a");
  }

  @Test
  void whatIsOnItsWayWhenAChatIsParkedGetsItsOwnEnd() {
    outbox.add(desk, message("a", "event:1"), NOON);
    outbox.add(desk, message("b", "event:2"), NOON);
    Delivery onItsWay = claimOne(NOON);
    outbox.park(desk, "blocked", NOON);
    settle(onItsWay, new Settlement.Accepted("m1"), NOON);
    assertThat(outbox.root(desk, "event:1")).contains("m1");
    assertThat(texts(outbox.parkedFor(desk))).containsExactly("b");
    outbox.unpark(desk, NOON);
    assertThat(texts(claim(NOON))).containsExactly("b");
  }

  @Test
  void aChatCanBeParkedBeforeItRefusesAnything() {
    outbox.add(desk, message("a", "event:1"), NOON);
    outbox.park(desk, "removed", NOON);
    assertThat(claim(NOON)).isEmpty();
    assertThat(outbox.parked(desk)).contains(new Outbox.Parked(NOON, "removed"));
    outbox.add(desk, message("b", "event:2"), NOON);
    outbox.unpark(desk, LATER);
    assertThat(texts(claim(LATER))).containsExactly("a");
  }

  @Test
  void theMostUrgentGoesFirstAndThenTheChatServedLongestAgo() {
    outbox.add(chat("busy"), message("first", "x"), NOON);
    settle(claimOne(NOON), new Settlement.Accepted("m0"), NOON);
    outbox.add(chat("busy"), message("busy", "x"), NOON);
    outbox.add(desk, message("digest", "x").with(Priority.DIGEST), NOON);
    outbox.add(room, message("idle", "x"), NOON.plusMillis(1));
    outbox.add(chat("wrong"), message("correction", "x").with(Priority.CORRECTION), NOON);
    assertThat(texts(claim(NOON.plusMillis(1))))
        .containsExactly("correction", "idle", "busy", "digest");
  }

  @Test
  void aGatePassesOverOrStops() {
    for (String name : List.of("a", "b", "c", "d")) {
      outbox.add(chat(name), message(name, "x"), NOON);
    }
    Gate gate =
        front ->
            switch (front.address().id()) {
              case "a", "c" -> Answer.GO;
              case "b" -> Answer.PASS;
              default -> Answer.STOP;
            };
    assertThat(texts(outbox.claim(9, "local", gate, NOON))).containsExactly("a", "c");
    assertThat(texts(claim(NOON))).containsExactly("b", "d");
  }

  @Test
  void hundredsOfFrontsThatMayNotGoHideNoneThatMay() {
    database.inTransaction(
        () -> {
          for (int i = 0; i < 450; i++) {
            outbox.add(chat("n" + i), message("no", "x"), NOON);
          }
          outbox.add(desk, message("yes", "x"), NOON);
        });
    Gate gate = front -> front.address().id().startsWith("n") ? Answer.PASS : Answer.GO;
    assertThat(texts(outbox.claim(9, "local", gate, NOON))).containsExactly("yes");
  }

  @Test
  void aDeliveryThatCannotBeReadIsGivenUpAndTheNextGoes() {
    outbox.add(desk, message("a", "x"), NOON);
    database.write(sql -> sql.update("update outbox set message = '{'"));
    outbox.add(desk, message("b", "x"), NOON);
    assertThat(claim(NOON)).isEmpty();
    assertThat(texts(claim(NOON))).containsExactly("b");
    assertThat(outbox.countsSince(NOON)).isEqualTo(Map.of(State.FAILED, 1L, State.SENDING, 1L));
  }

  @Test
  void oneNetworkIsClaimedForAtATime() {
    ChatId slack = stores.chats().at(Address.parse("slack:C2B").orElseThrow());
    outbox.add(slack, message("s", "x"), NOON);
    outbox.add(desk, message("l", "x"), NOON);
    assertThat(texts(outbox.claim(9, "slack", Gate.OPEN, NOON))).containsExactly("s");
  }

  @Test
  void whatWaitsForItsNextTryIsWokenByNetwork() {
    ChatId slack = stores.chats().at(Address.parse("slack:C2B").orElseThrow());
    Instant late = NOON.plusSeconds(300);
    for (ChatId chat : List.of(desk, slack)) {
      outbox.add(chat, message("m", "x"), NOON);
    }
    settle(claimOne(NOON), new Settlement.Again(late, "down"), NOON);
    settle(
        outbox.claim(1, "slack", Gate.OPEN, NOON).getFirst(),
        new Settlement.Again(late, "down"),
        NOON);
    outbox.wake("slack", NOON.plusSeconds(1));
    assertThat(claim(NOON.plusSeconds(1))).isEmpty();
    assertThat(outbox.claim(9, "slack", Gate.OPEN, NOON.plusSeconds(1))).hasSize(1);
  }

  @Test
  void waitsKeepTheirLengthWhenTheClockIsSet() {
    outbox.add(desk, message("a", "x"), NOON);
    settle(claimOne(NOON), new Settlement.Again(NOON.plusSeconds(30), "later"), NOON);
    outbox.clockMoved(Duration.ofHours(-1));
    Instant then = NOON.plusSeconds(30).minus(Duration.ofHours(1));
    assertThat(claim(then.minusMillis(1))).isEmpty();
    assertThat(texts(claim(then))).containsExactly("a");
  }

  @Test
  void whatIsPutInJustAfterTheClockWasSetOnDoesNotBeginToWait() {
    outbox.add(room, message("b", "y"), NOON);
    settle(claimOne(NOON), new Settlement.Again(NOON.plusSeconds(30), "later"), NOON);
    Instant set = NOON.plus(Duration.ofHours(1));
    outbox.add(desk, message("a", "x"), set);
    outbox.clockMoved(Duration.ofHours(1));
    assertThat(texts(claim(set))).containsExactly("a");
    assertThat(texts(claim(set.plusSeconds(30)))).containsExactly("b");
  }

  @Test
  void whatWasSentLatelyAndWhatMayHaveBeenIsToldByAddress() {
    outbox.add(desk, message("old", "x"), NOON);
    outbox.add(desk, message("new", "x"), NOON);
    outbox.add(room, message("lost", "x"), NOON);
    List<Delivery> both = claim(NOON);
    settle(both.getFirst(), new Settlement.Accepted("m1"), NOON);
    settle(claimOne(NOON), new Settlement.Accepted("m2"), NOON.plusSeconds(50));
    outbox.recover(NOON.plusSeconds(60));
    Instant now = NOON.plusSeconds(60);
    assertThat(outbox.recent(NOON, now))
        .containsExactly(
            new Outbox.Recent(Address.local("desk"), NOON.plusSeconds(50)),
            new Outbox.Recent(Address.local("room"), now));
  }

  @Test
  void whatExpiredIsCountedAndNeverGoes() {
    outbox.add(desk, message("old", "x"), NOON);
    Instant late = LATER;
    outbox.add(desk, message("new", "x"), late);
    assertThat(texts(claim(late))).containsExactly("new");
    assertThat(outbox.countsSince(NOON)).containsEntry(State.EXPIRED, 1L);
  }

  @Test
  void theDeliveriesOfAThreadAreListedInEveryStateOldestFirst() {
    outbox.add(desk, message("a", "event:1"), NOON);
    outbox.add(desk, message("b", "event:1"), NOON.plusSeconds(1));
    outbox.add(desk, message("c", "event:2"), NOON);
    outbox.add(desk, OutgoingMessage.of("no thread"), NOON);
    outbox.add(room, message("d", "event:1"), NOON);
    Delivery first =
        claim(NOON).stream().filter(d -> d.chat().equals(desk)).findFirst().orElseThrow();
    settle(first, new Settlement.Failed("msg_too_long"), NOON);
    List<Delivery> both = outbox.of(desk, "event:1");
    assertThat(texts(both)).containsExactly("a", "b");
    assertThat(both).extracting(Delivery::state).containsExactly(State.FAILED, State.QUEUED);
    assertThat(both.getFirst().detail()).isEqualTo("msg_too_long");
  }

  @Test
  void theFirstMessageOfAThreadIsItsRoot() {
    outbox.add(desk, message("a", "event:1"), NOON);
    outbox.add(desk, message("b", "event:1"), NOON);
    settle(claimOne(NOON), new Settlement.Accepted("m1"), NOON);
    settle(claimOne(NOON), new Settlement.Accepted("m2"), NOON);
    assertThat(outbox.root(desk, "event:1")).contains("m1");
    assertThat(outbox.root(room, "event:1")).isEmpty();
    assertThat(outbox.threadOf(desk, "m2")).contains("event:1");
    assertThat(outbox.threadOf(desk, "m3")).isEmpty();
  }

  @Test
  void anEditLeavesTheRootAndOnePostedAnewBecomesIt() {
    outbox.add(desk, message("a", "event:1"), NOON);
    outbox.add(desk, edit("a2", "event:1"), NOON);
    outbox.add(desk, edit("a3", "event:1"), NOON);
    settle(claimOne(NOON), new Settlement.Accepted("m1"), NOON);
    settle(claimOne(NOON), new Settlement.Accepted("m1"), NOON);
    assertThat(outbox.root(desk, "event:1")).contains("m1");
    settle(claimOne(NOON), new Settlement.Accepted("m9"), NOON);
    assertThat(outbox.root(desk, "event:1")).contains("m9");
    assertThat(outbox.threadOf(desk, "m1")).contains("event:1");
  }

  @Test
  void aMessageWithoutThreadHasNone() {
    outbox.add(desk, OutgoingMessage.of("hello"), NOON);
    settle(claimOne(NOON), new Settlement.Accepted("m1"), NOON);
    assertThat(outbox.threadOf(desk, "m1")).isEmpty();
  }

  @Test
  void whatWasSendingAtTheEndIsUncertainAfterwards() {
    outbox.add(desk, message("a", "x"), NOON);
    outbox.add(room, message("b", "x"), NOON);
    outbox.add(room, message("c", "x"), NOON);
    outbox.claim(2, "local", Gate.OPEN, NOON);
    assertThat(outbox.recover(NOON.plusSeconds(5))).isEqualTo(2);
    assertThat(outbox.recover(NOON.plusSeconds(5))).isZero();
    List<Delivery> again = claim(NOON.plusSeconds(5));
    assertThat(texts(again)).containsExactly("a", "b");
    assertThat(again).extracting(d -> d.tries().doubtful()).containsOnly(true);
  }

  @Test
  void whatWaitsIsListedByChatOldestFirst() {
    outbox.add(room, message("c", "x"), NOON.minusSeconds(9));
    outbox.add(desk, message("a", "x"), NOON);
    outbox.add(desk, message("b", "x"), NOON.plusSeconds(1));
    Delivery head =
        claim(NOON).stream().filter(d -> d.chat().equals(desk)).findFirst().orElseThrow();
    settle(head, new Settlement.Again(NOON.plusSeconds(30), "asked to wait"), NOON);
    assertThat(outbox.waiting())
        .containsExactly(
            new Outbox.Waiting(room, 1, NOON.minusSeconds(9), NOON.minusSeconds(9), ""),
            new Outbox.Waiting(desk, 2, NOON, NOON.plusSeconds(30), "asked to wait"));
  }

  @Test
  void whatIsParkedWaitsToo() {
    outbox.add(desk, message("a", "x"), NOON);
    settle(claimOne(NOON), new Settlement.ChatParked("kicked"), NOON);
    assertThat(outbox.waiting()).containsExactly(new Outbox.Waiting(desk, 1, NOON, NOON, "kicked"));
  }

  @Test
  void onlyWhatIsQueuedOfAThreadIsWithdrawn() {
    outbox.add(desk, message("a", "event:1"), NOON);
    outbox.add(desk, message("b", "event:1"), NOON);
    outbox.add(desk, message("c", "event:2"), NOON);
    outbox.add(room, message("d", "event:1"), NOON);
    Delivery going = outbox.claim(1, "local", Gate.OPEN, NOON).getFirst();
    assertThat(outbox.withdraw(desk, "event:1")).isEqualTo(1);
    settle(going, new Settlement.Accepted("m1"), NOON);
    assertThat(texts(claim(NOON))).containsExactlyInAnyOrder("c", "d");
  }

  @Test
  void deliveriesAreCountedByStateSinceTheyWereQueued() {
    outbox.add(desk, message("before", "x"), NOON.minusSeconds(1));
    outbox.add(room, message("a", "x"), NOON);
    outbox.add(room, message("b", "x"), NOON);
    assertThat(outbox.countsSince(NOON)).isEqualTo(Map.of(State.QUEUED, 2L));
  }

  @Test
  void aThousandWaitingMessagesOfOneChatDoNotHoldUpAnother() {
    database.inTransaction(
        () -> {
          for (int i = 0; i < 1_000; i++) {
            outbox.add(desk, message("m" + i, "x"), NOON);
          }
          outbox.add(room, message("other", "x"), NOON);
        });
    assertThat(texts(claim(NOON))).containsExactly("m0", "other");
  }
}
