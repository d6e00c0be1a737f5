package app.bellwire.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.Limits;
import app.bellwire.chat.Limits.Window;
import app.bellwire.chat.OnUncertain;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Placement;
import app.bellwire.chat.RichText;
import app.bellwire.deliver.Delivery.State;
import app.bellwire.deliver.Outbox.Waiting;
import app.bellwire.fake.DirectWork;
import app.bellwire.fake.HandClock;
import app.bellwire.subscription.ChatBook;
import app.bellwire.work.Bell;
import app.bellwire.work.UnitOfWork;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a courier does with what a network answers, on any outbox.
abstract class CourierContract {
  static final ThreadFactory THREADS = Thread.ofVirtual().factory();
  private static final Limits ONE_A_SECOND =
      new Limits(List.of(), List.of(new Window(1, Duration.ofSeconds(1))), List.of());

  final HandClock clock = HandClock.at("2031-03-04T12:00:00Z");
  private final ScriptedChat chat = new ScriptedChat();
  private final Bell bell = new Bell();
  private OnUncertain onUncertain = OnUncertain.RESEND;
  private Kit kit;
  private ShakyWork work;
  private Outbox outbox;
  private Courier courier;
  private ChatId desk;
  private ChatId other;

  /// Where deliveries are kept.
  record Kit(Outbox outbox, Pauses pauses, UnitOfWork work, ChatBook chats) {}

  /// A store that fails when it is told to, once per telling: at the end of a transaction, or at
  /// its beginning where nothing can be rolled back.
  private static final class ShakyWork implements UnitOfWork {
    private final UnitOfWork work;
    private boolean fails;
    private boolean losesItsAnswer;

    ShakyWork(UnitOfWork work) {
      this.work = work;
    }

    @Override
    public <T> T inTransaction(Supplier<T> inside) {
      boolean failing = fails;
      fails = false;
      if (failing && work instanceof DirectWork) {
        throw down();
      }
      T answer =
          work.inTransaction(
              () -> {
                T done = inside.get();
                if (failing) {
                  throw down();
                }
                return done;
              });
      if (losesItsAnswer) {
        losesItsAnswer = false;
        throw new IllegalStateException("the commit was not answered");
      }
      return answer;
    }

    private static IllegalStateException down() {
      return new IllegalStateException("the store is down");
    }
  }

  /// A kit that holds nothing.
  abstract Kit empty();

  @BeforeEach
  void begin() {
    kit = empty();
    work = new ShakyWork(kit.work());
    outbox = kit.outbox();
    desk = kit.chats().at(Address.local("c1"));
    other = kit.chats().at(Address.local("c2"));
    courier = courier();
  }

  @AfterEach
  void end() throws InterruptedException {
    courier.close();
  }

  private Courier courier() {
    return courierOn(clock);
  }

  private Courier courierOn(HandClock wall) {
    Networks networks = new Networks(List.of(chat), address -> onUncertain);
    return new Courier(
        outbox,
        kit.pauses(),
        work,
        networks,
        new RateLimiter(networks.limits()),
        new Times(wall, clock),
        new DeliveryMetrics(metrics),
        bell,
        THREADS);
  }

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

  private double lostAnswers() {
    return metrics.find("bellwire.delivery.uncertain").counters().stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  private void restarts() throws InterruptedException {
    courier.close();
    courier = courier();
    courier.drain(Duration.ZERO);
  }

  private void queue(ChatId to, String... texts) {
    for (String text : texts) {
      outbox.add(to, OutgoingMessage.of(text), clock.instant());
    }
  }

  private void queue(ChatId to, String text, String thread, Placement placement) {
    outbox.add(
        to,
        new OutgoingMessage(RichText.of(text), List.of(), thread, placement, false),
        clock.instant());
  }

  private void carry() throws InterruptedException {
    courier.carryNow();
  }

  private Map<State, Long> states() {
    return outbox.countsSince(Instant.EPOCH);
  }

  private Optional<Waiting> waiting(ChatId of) {
    return outbox.waiting().stream().filter(w -> w.chat().equals(of)).findFirst();
  }

  @Test
  void aChatGetsItsMessagesInOrder() throws InterruptedException {
    queue(desk, "a", "b", "c", "d");
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "post c1 b", "post c1 c", "post c1 d");
    assertThat(states()).isEqualTo(Map.of(State.SENT, 4L));
  }

  @Test
  void whatANetworkPutsOffIsSentAtItsTimeAndNothingOvertakesIt() throws InterruptedException {
    chat.answersTooFast(Duration.ofSeconds(7));
    queue(desk, "a", "b");
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a");
    assertThat(waiting(desk))
        .contains(
            new Waiting(
                desk,
                2,
                clock.instant(),
                clock.instant().plusSeconds(7),
                "the network asks to wait"));

    clock.forward(Duration.ofMillis(6_999));
    carry();
    assertThat(chat.calls()).isEmpty();
    clock.forward(Duration.ofMillis(1));
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "post c1 b");
  }

  @Test
  void aChatThatWaitsDelaysNoOther() throws InterruptedException {
    chat.answersTooFast(Duration.ofMinutes(5));
    queue(desk, "a");
    carry();
    queue(desk, "b");
    queue(other, "x", "y");
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "post c2 x", "post c2 y");
    assertThat(waiting(other)).isEmpty();
  }

  @Test
  void aNetworkThatIsDownIsTriedAgainLaterAndLater() throws InterruptedException {
    queue(desk, "a", "b");
    for (int seconds : new int[] {1, 2, 4, 8}) {
      chat.isDown();
      carry();
      assertThat(chat.calls()).containsExactly("post c1 a");
      Waiting waiting = waiting(desk).orElseThrow();
      assertThat(waiting.detail()).isEqualTo("the server answers 502");
      assertThat(Duration.between(clock.instant(), waiting.nextTry()))
          .isBetween(Duration.ofSeconds(seconds), Duration.ofMillis(seconds * 1200L));
      clock.forward(Duration.ofMillis(seconds * 1200L));
    }
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "post c1 b");
  }

  @Test
  void whatWaitsForANetworkGoesOnceItSaysThatItWorksAgain() throws InterruptedException {
    queue(desk, "a");
    queue(other, "b");
    chat.isInTrouble(true).isDown().isDown();
    carry();
    assertThat(chat.calls()).containsExactlyInAnyOrder("post c1 a", "post c2 b");
    carry();
    assertThat(chat.calls()).isEmpty();
    chat.isInTrouble(false);
    carry();
    assertThat(chat.calls()).containsExactlyInAnyOrder("post c1 a", "post c2 b");
  }

  @Test
  void aLostAnswerIsAskedForWhereTheNetworkCanTell() throws InterruptedException {
    onUncertain = OnUncertain.RECONCILE;
    chat.losesTheAnswer();
    queue(desk, "a", "b");
    carry();
    assertThat(states()).isEqualTo(Map.of(State.UNCERTAIN, 1L, State.QUEUED, 1L));
    clock.forward(DeliveryPolicy.BEFORE_ASKING);
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "find c1", "post c1 b");
    assertThat(states()).isEqualTo(Map.of(State.SENT, 2L));
    assertThat(lostAnswers()).isEqualTo(1);
    assertThat(outbox.sentAgainSince(Instant.EPOCH)).isZero();
  }

  @Test
  void aReplyIsAskedForInItsThread() throws InterruptedException {
    onUncertain = OnUncertain.RECONCILE;
    queue(desk, "root", "event:7", Placement.POST);
    carry();
    chat.losesTheAnswer();
    queue(desk, "more", "event:7", Placement.POST);
    carry();
    clock.forward(DeliveryPolicy.BEFORE_ASKING);
    carry();
    assertThat(chat.calls())
        .containsExactly("post c1 root", "post c1 more @m-root", "find c1 @m-root");
  }

  @Test
  void aNetworkThatTakesItsTimeIsAskedWhenItCanTell() throws InterruptedException {
    onUncertain = OnUncertain.RECONCILE;
    chat.isSlow(Duration.ofSeconds(30)).losesTheAnswer();
    queue(desk, "a");
    carry();
    clock.forward(Duration.ofSeconds(29));
    outbox.wake(Address.LOCAL, clock.instant());
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a");

    clock.forward(Duration.ofSeconds(1));
    carry();
    assertThat(chat.calls()).containsExactly("find c1");
    assertThat(states()).isEqualTo(Map.of(State.SENT, 1L));
    assertThat(lostAnswers()).isEqualTo(1);
  }

  @Test
  void whatTheNetworkHasNotIsSentAgain() throws InterruptedException {
    onUncertain = OnUncertain.RECONCILE;
    chat.losesTheRequest();
    queue(desk, "a");
    carry();
    clock.forward(DeliveryPolicy.BEFORE_ASKING);
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "find c1", "post c1 a");
    assertThat(states()).isEqualTo(Map.of(State.SENT, 1L));
  }

  @Test
  void whatTheNetworkCannotTellIsSentAgainAndCounted() throws InterruptedException {
    onUncertain = OnUncertain.RECONCILE;
    chat.forgets().losesTheAnswer();
    queue(desk, "a");
    carry();
    clock.forward(DeliveryPolicy.BEFORE_ASKING);
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "find c1", "post c1 a");
    assertThat(outbox.sentAgainSince(Instant.EPOCH)).isEqualTo(1);
  }

  @Test
  void aLostAnswerIsSentAgainAndSaidToMayHaveComeTwice() throws InterruptedException {
    chat.losesTheAnswer();
    queue(desk, "a", "b");
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a");
    assertThat(waiting(desk).orElseThrow().detail()).startsWith("may have come twice");

    clock.forward(Duration.ofSeconds(2));
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "post c1 b");
    assertThat(states()).isEqualTo(Map.of(State.SENT, 2L));
    assertThat(outbox.sentAgainSince(Instant.EPOCH)).isEqualTo(1);
    assertThat(lostAnswers()).isEqualTo(1);
  }

  @Test
  void whereNothingMayComeTwiceALostAnswerWaitsForAnAdminAndTheRestGoesOn()
      throws InterruptedException {
    onUncertain = OnUncertain.HOLD;
    chat.losesTheAnswer();
    queue(desk, "a", "b");
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "post c1 b");
    assertThat(states()).isEqualTo(Map.of(State.UNCERTAIN, 1L, State.SENT, 1L));
    Delivery held = outbox.uncertain().getFirst();
    assertThat(held.detail()).isEqualTo("may have come: the connection broke");

    clock.forward(Duration.ofDays(2));
    carry();
    assertThat(chat.calls()).isEmpty();
    assertThat(outbox.resend(held.id(), clock.instant())).isTrue();
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a");
    assertThat(outbox.uncertain()).isEmpty();
  }

  @Test
  void aRefusedMessageFailsAndTheNextGoesOn() throws InterruptedException {
    chat.refuses();
    queue(desk, "a", "b");
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "post c1 b");
    assertThat(states()).isEqualTo(Map.of(State.FAILED, 1L, State.SENT, 1L));
  }

  @Test
  void whatWaitsForAGoneChatIsParkedUntilItIsBack() throws InterruptedException {
    chat.isGone();
    queue(desk, "a", "b");
    carry();
    assertThat(states()).isEqualTo(Map.of(State.PARKED, 2L));
    assertThat(waiting(desk)).map(Waiting::detail).contains("the bot was removed");
    queue(desk, "c");
    clock.forward(Duration.ofDays(3));
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a");

    outbox.unpark(desk, clock.instant());
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "post c1 b", "post c1 c");
  }

  @Test
  void aSurpriseMayHaveReachedTheNetworkAndIsGivenUpAfterSome() throws InterruptedException {
    queue(desk, "a", "b");
    for (int i = 0; i < 5; i++) {
      chat.isSurprised();
      carry();
      assertThat(waiting(desk).map(Waiting::detail).orElse("may have come twice"))
          .startsWith("may have come twice");
      clock.forward(Duration.ofSeconds(40));
    }
    assertThat(states()).containsEntry(State.FAILED, 1L);
    assertThat(chat.calls()).endsWith("post c1 a", "post c1 b");
  }

  @Test
  void anErrorIsASurpriseTooAndHoldsUpNobody() throws InterruptedException {
    chat.breaks();
    queue(desk, "a", "b");
    carry();
    assertThat(waiting(desk))
        .map(Waiting::detail)
        .contains("may have come twice: a fault in Bellwire: StackOverflowError");
    clock.forward(Duration.ofSeconds(2));
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "post c1 a", "post c1 b");
  }

  @Test
  void aSurpriseAfterManyTriesIsNotTheLast() throws InterruptedException {
    queue(desk, "a");
    for (int i = 0; i < 7; i++) {
      chat.isDown();
      carry();
      clock.forward(Duration.ofMinutes(2));
    }
    chat.isSurprised();
    carry();
    clock.forward(Duration.ofMinutes(5));
    carry();
    assertThat(states()).isEqualTo(Map.of(State.SENT, 1L));
  }

  @Test
  void whatWasClaimedInACommitThatNobodyAnsweredIsSentOnce() throws InterruptedException {
    queue(desk, "a", "b");
    queue(other, "x");
    work.losesItsAnswer = true;
    assertThatThrownBy(this::carry).hasMessage("the commit was not answered");
    assertThat(chat.calls()).isEmpty();
    carry();
    assertThat(chat.calls()).containsExactlyInAnyOrder("post c1 a", "post c1 b", "post c2 x");
    assertThat(states()).isEqualTo(Map.of(State.SENT, 3L));
    assertThat(lostAnswers()).isZero();
  }

  @Test
  void whatANetworkAnsweredIsNotForgottenWhenTheStoreFails() throws InterruptedException {
    chat.isDown().isDown().isDown().isDown();
    queue(desk, "a");
    for (int i = 0; i < 3; i++) {
      carry();
      clock.forward(Duration.ofSeconds(5));
    }
    carry();
    chat.answersTooFast(Duration.ofSeconds(1), () -> work.fails = true);
    queue(other, "x");
    assertThatThrownBy(this::carry).hasMessage("the store is down");
    carry();
    assertThat(chat.calls()).endsWith("post c2 x", "post c1 a");
  }

  @Test
  void aNetworkThatIsSwitchedOffWaitsAndDelaysNobody() throws InterruptedException {
    ChatId slack = kit.chats().at(new Address("slack", null, "C1", null));
    queue(slack, "s");
    queue(desk, "a");
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a");
    assertThat(waiting(slack)).map(Waiting::count).contains(1);
  }

  @Test
  void onceANetworkAnswersAgainNothingWaitsLonger() throws InterruptedException {
    chat.isDown().isDown().isDown().isDown();
    queue(desk, "a");
    carry();
    clock.forward(Duration.ofSeconds(2));
    carry();
    clock.forward(Duration.ofSeconds(4));
    carry();
    clock.forward(Duration.ofSeconds(3));
    queue(other, "x");
    carry();
    assertThat(chat.calls()).endsWith("post c2 x");
    clock.forward(Duration.ofMillis(1200));
    carry();
    assertThat(chat.calls()).containsExactlyInAnyOrder("post c2 x", "post c1 a");
  }

  @Test
  void whatExpiredIsCountedAndNotSent() throws InterruptedException {
    chat.answersTooFast(Duration.ofHours(30));
    queue(desk, "a");
    carry();
    clock.forward(Duration.ofHours(25));
    queue(desk, "b");
    carry();
    assertThat(states()).isEqualTo(Map.of(State.EXPIRED, 1L, State.QUEUED, 1L));
    clock.forward(Duration.ofHours(5));
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "post c1 b");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 59, 61, 3_600, 40_000})
  void aNetworkIsObeyedToTheMillisecondAlsoAfterARestart(int seconds) throws InterruptedException {
    chat.answersTooFast(Duration.ofSeconds(seconds));
    queue(desk, "a", "b");
    carry();
    queue(other, "x");
    restarts();
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "post c2 x");

    clock.forward(Duration.ofMillis(seconds * 1_000L - 1));
    restarts();
    carry();
    assertThat(chat.calls()).isEmpty();
    clock.forward(Duration.ofMillis(1));
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "post c1 b");
  }

  @Test
  void theTopicsOfAGroupWaitTogether() throws InterruptedException {
    ChatId topic = kit.chats().at(new Address("local", null, "c1", "7"));
    chat.answersTooFast(Duration.ofSeconds(20));
    queue(desk, "a");
    carry();
    queue(topic, "t");
    restarts();
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a");
    clock.forward(Duration.ofSeconds(20));
    carry();
    assertThat(chat.calls()).containsExactlyInAnyOrder("post c1 a", "post c1 t");
  }

  @Test
  void theLimitOfAChatHoldsAndDelaysNoOtherAlsoAfterARestart() throws InterruptedException {
    chat.keepsTo(ONE_A_SECOND);
    restarts();
    queue(desk, "a", "b", "c");
    queue(other, "x");
    carry();
    assertThat(chat.calls()).containsExactlyInAnyOrder("post c1 a", "post c2 x");
    clock.forward(Duration.ofMillis(999));
    restarts();
    carry();
    assertThat(chat.calls()).isEmpty();
    clock.forward(Duration.ofMillis(1));
    carry();
    assertThat(chat.calls()).containsExactly("post c1 b");
  }

  @Test
  void whatWaitsKeepsItsWaitWhenSomebodySetsTheClock() throws InterruptedException {
    HandClock wall = HandClock.at("2031-03-04T18:00:00Z");
    courier.close();
    courier = courierOn(wall);
    chat.answersTooFast(Duration.ofSeconds(10));
    outbox.add(desk, OutgoingMessage.of("a"), wall.instant());
    carry();
    wall.forward(Duration.ofHours(-1));
    carry();
    wall.forward(Duration.ofSeconds(10));
    clock.forward(Duration.ofSeconds(10));
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "post c1 a");
  }

  @Test
  void aClockThatWasSetIsNotForgottenWhenTheStoreFails() throws InterruptedException {
    HandClock wall = HandClock.at("2031-03-04T18:00:00Z");
    courier.close();
    courier = courierOn(wall);
    chat.answersTooFast(Duration.ofSeconds(10));
    outbox.add(desk, OutgoingMessage.of("a"), wall.instant());
    carry();
    wall.forward(Duration.ofHours(-1));
    work.fails = true;
    assertThatThrownBy(this::carry).hasMessage("the store is down");
    carry();
    wall.forward(Duration.ofSeconds(10));
    clock.forward(Duration.ofSeconds(10));
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "post c1 a");
  }

  @ParameterizedTest
  @ValueSource(ints = {-8, 8})
  void whatIsAnsweredWhileSomebodySetsTheClockWaitsAsLongAsAsked(int hours)
      throws InterruptedException {
    HandClock wall = HandClock.at("2031-03-04T18:00:00Z");
    courier.close();
    courier = courierOn(wall);
    chat.answersTooFast(Duration.ofSeconds(10), () -> wall.forward(Duration.ofHours(hours)));
    outbox.add(desk, OutgoingMessage.of("a"), wall.instant());
    carry();
    assertThat(kit.pauses().of(wall.instant().plusSeconds(9))).hasSize(1);
    assertThat(kit.pauses().of(wall.instant().plusSeconds(10))).isEmpty();
    wall.forward(Duration.ofSeconds(10));
    clock.forward(Duration.ofSeconds(10));
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "post c1 a");
  }

  @Test
  void laterMessagesOfAThreadReplyToItsFirst() throws InterruptedException {
    queue(desk, "a", "event:7", Placement.POST);
    queue(desk, "b", "event:7", Placement.POST);
    queue(desk, "c", "event:8", Placement.POST);
    queue(desk, "d", "event:7", Placement.EDIT_ROOT);
    queue(desk, "e", "event:7", Placement.POST);
    carry();
    assertThat(chat.calls())
        .containsExactly(
            "post c1 a", "post c1 b @m-a", "post c1 c", "edit c1 d @m-a", "post c1 e @m-a");
  }

  @Test
  void anEditOfAThreadWithoutRootIsPostedAndBecomesIt() throws InterruptedException {
    queue(desk, "a", "event:7", Placement.EDIT_ROOT);
    queue(desk, "b", "event:7", Placement.POST);
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "post c1 b @m-a");
  }

  @Test
  void anEditOfAMessageThatIsGoneIsPostedAnewAndBecomesTheRoot() throws InterruptedException {
    queue(desk, "a", "event:7", Placement.POST);
    carry();
    chat.hasLostTheMessage();
    queue(desk, "b", "event:7", Placement.EDIT_ROOT);
    queue(desk, "c", "event:7", Placement.POST);
    carry();
    assertThat(chat.calls())
        .containsExactly("post c1 a", "edit c1 b @m-a", "post c1 b", "post c1 c @m-b");
  }

  @Test
  void whatAKilledProgramHadInFlightIsAskedForOrSentAgain() throws InterruptedException {
    onUncertain = OnUncertain.RECONCILE;
    queue(desk, "a", "b");
    queue(other, "x");
    List<Delivery> inFlight = outbox.claim(10, "local", Outbox.Gate.OPEN, clock.instant());
    assertThat(inFlight)
        .hasSize(2)
        .allMatch(d -> d.state() == State.SENDING && d.tries().begun() == 1);
    chat.hasAccepted(inFlight.getFirst(), "m-a");

    restarts();
    carry();
    assertThat(chat.calls())
        .containsExactlyInAnyOrder("find c1", "find c2", "post c2 x", "post c1 b");
    assertThat(states()).isEqualTo(Map.of(State.SENT, 3L));
    assertThat(lostAnswers()).isEqualTo(2);
  }

  @Test
  void whatAKilledProgramHadInFlightIsAskedForWhenTheNetworkCanTell() throws InterruptedException {
    onUncertain = OnUncertain.RECONCILE;
    chat.isSlow(Duration.ofSeconds(30));
    queue(desk, "a");
    outbox.claim(10, "local", Outbox.Gate.OPEN, clock.instant());
    clock.forward(Duration.ofHours(1));
    restarts();
    carry();
    assertThat(chat.calls()).isEmpty();

    clock.forward(Duration.ofSeconds(30));
    carry();
    assertThat(chat.calls()).containsExactly("find c1", "post c1 a");
    assertThat(states()).isEqualTo(Map.of(State.SENT, 1L));
  }

  @Test
  void whatAKilledProgramHadInFlightIsHeldWhereNothingMayComeTwice() throws InterruptedException {
    onUncertain = OnUncertain.HOLD;
    queue(desk, "a", "b");
    outbox.claim(10, "local", Outbox.Gate.OPEN, clock.instant());
    restarts();
    carry();
    assertThat(chat.calls()).containsExactly("post c1 b");
    assertThat(states()).isEqualTo(Map.of(State.UNCERTAIN, 1L, State.SENT, 1L));
  }

  @Test
  void closingWaitsForTheSendInFlightAndTakesNothingNew() throws InterruptedException {
    CountDownLatch door = chat.holdsTheDoor();
    queue(desk, "a", "b");
    courier.start();
    bell.ring();
    chat.awaitASend();
    Thread closing = THREADS.newThread(this::close);
    closing.start();
    door.countDown();
    closing.join();
    assertThat(chat.calls().getFirst()).isEqualTo("post c1 a");
    assertThat(states()).doesNotContainKey(State.SENDING).containsKey(State.SENT);
  }

  private void close() {
    try {
      courier.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
