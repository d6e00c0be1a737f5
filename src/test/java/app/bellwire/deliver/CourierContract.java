package app.bellwire.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Placement;
import app.bellwire.chat.RichText;
import app.bellwire.deliver.Delivery.State;
import app.bellwire.deliver.Outbox.Waiting;
import app.bellwire.fake.HandClock;
import app.bellwire.work.Bell;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a courier does with what a network answers, on any outbox.
abstract class CourierContract {
  static final ThreadFactory THREADS = Thread.ofVirtual().factory();
  static final ChatId DESK = new ChatId(1);
  static final ChatId OTHER = new ChatId(2);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final HandClock clock = HandClock.at("2031-03-04T12:00:00Z");
  private final ScriptedChat chat = new ScriptedChat();
  private final Bell bell = new Bell();
  private Outbox outbox;
  private Courier courier;

  /// An outbox that holds nothing.
  abstract Outbox empty();

  @BeforeEach
  void begin() {
    outbox = empty();
    courier = courier();
  }

  @AfterEach
  void end() throws InterruptedException {
    courier.close();
  }

  private Courier courier() {
    return new Courier(outbox, List.of(chat), this::address, clock, bell, THREADS);
  }

  private Address address(ChatId id) {
    return id.value() > 2
        ? new Address("slack", null, "C1", null)
        : Address.local("c" + id.value());
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
    assertThat(courier.drain(PATIENCE)).isTrue();
  }

  private Map<State, Long> states() {
    return outbox.countsSince(Instant.EPOCH);
  }

  private Optional<Waiting> waiting(ChatId of) {
    return outbox.waiting().stream().filter(w -> w.chat().equals(of)).findFirst();
  }

  @Test
  void aChatGetsItsMessagesInOrder() throws InterruptedException {
    queue(DESK, "a", "b", "c", "d");
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "post c1 b", "post c1 c", "post c1 d");
    assertThat(states()).isEqualTo(Map.of(State.SENT, 4L));
  }

  @Test
  void whatANetworkPutsOffIsSentAtItsTimeAndNothingOvertakesIt() throws InterruptedException {
    chat.answersTooFast(Duration.ofSeconds(7));
    queue(DESK, "a", "b");
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a");
    assertThat(waiting(DESK))
        .contains(
            new Waiting(
                DESK,
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
    queue(DESK, "a");
    carry();
    queue(DESK, "b");
    queue(OTHER, "x", "y");
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "post c2 x", "post c2 y");
    assertThat(waiting(OTHER)).isEmpty();
  }

  @Test
  void aNetworkThatIsDownIsTriedAgainLaterAndLater() throws InterruptedException {
    queue(DESK, "a", "b");
    for (int seconds : new int[] {1, 2, 4, 8}) {
      chat.isDown();
      carry();
      assertThat(chat.calls()).containsExactly("post c1 a");
      Waiting waiting = waiting(DESK).orElseThrow();
      assertThat(waiting.detail()).isEqualTo("the server answers 502");
      assertThat(Duration.between(clock.instant(), waiting.nextTry()))
          .isBetween(Duration.ofSeconds(seconds), Duration.ofMillis(seconds * 1200L));
      clock.forward(Duration.ofMillis(seconds * 1200L));
    }
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "post c1 b");
  }

  @Test
  void aLostAnswerIsAskedFor() throws InterruptedException {
    chat.losesTheAnswer();
    queue(DESK, "a", "b");
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "find c1", "post c1 b");
    assertThat(states()).isEqualTo(Map.of(State.SENT, 2L));
  }

  @Test
  void aLostRequestIsSentAgainAndSaidToMayHaveComeTwice() throws InterruptedException {
    chat.losesTheRequest();
    queue(DESK, "a");
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "find c1");
    assertThat(waiting(DESK).orElseThrow().detail()).startsWith("may have come twice");

    clock.forward(Duration.ofSeconds(2));
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a");
    assertThat(states()).isEqualTo(Map.of(State.SENT, 1L));
  }

  @Test
  void aRefusedMessageFailsAndTheNextGoesOn() throws InterruptedException {
    chat.refuses();
    queue(DESK, "a", "b");
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "post c1 b");
    assertThat(states()).isEqualTo(Map.of(State.FAILED, 1L, State.SENT, 1L));
  }

  @Test
  void whatAGoneChatDidNotTakeIsParked() throws InterruptedException {
    chat.isGone();
    queue(DESK, "a");
    carry();
    assertThat(states()).isEqualTo(Map.of(State.PARKED, 1L));
    assertThat(waiting(DESK)).map(Waiting::detail).contains("the bot was removed");
    clock.forward(Duration.ofDays(3));
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a");
  }

  @Test
  void aSurpriseIsTriedAgain() throws InterruptedException {
    chat.isSurprised();
    queue(DESK, "a");
    carry();
    assertThat(waiting(DESK))
        .map(Waiting::detail)
        .contains("a fault in Bellwire: IllegalStateException");
    clock.forward(Duration.ofSeconds(2));
    carry();
    assertThat(states()).isEqualTo(Map.of(State.SENT, 1L));
  }

  @Test
  void aNetworkThatIsSwitchedOffWaitsAndDelaysNobody() throws InterruptedException {
    queue(new ChatId(3), "s");
    queue(DESK, "a");
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a");
    assertThat(waiting(new ChatId(3))).map(Waiting::detail).contains("slack is not switched on");
  }

  @Test
  void laterMessagesOfAThreadReplyToItsFirst() throws InterruptedException {
    queue(DESK, "a", "event:7", Placement.POST);
    queue(DESK, "b", "event:7", Placement.POST);
    queue(DESK, "c", "event:8", Placement.POST);
    queue(DESK, "d", "event:7", Placement.EDIT_ROOT);
    queue(DESK, "e", "event:7", Placement.POST);
    carry();
    assertThat(chat.calls())
        .containsExactly(
            "post c1 a", "post c1 b @m-a", "post c1 c", "edit c1 d @m-a", "post c1 e @m-a");
  }

  @Test
  void anEditOfAThreadWithoutRootIsPostedAndBecomesIt() throws InterruptedException {
    queue(DESK, "a", "event:7", Placement.EDIT_ROOT);
    queue(DESK, "b", "event:7", Placement.POST);
    carry();
    assertThat(chat.calls()).containsExactly("post c1 a", "post c1 b @m-a");
  }

  @Test
  void whatAKilledProgramHadInFlightIsAskedForOrSentAgain() throws InterruptedException {
    queue(DESK, "a", "b");
    queue(OTHER, "x");
    List<Delivery> inFlight = outbox.claim(10, clock.instant());
    assertThat(inFlight).hasSize(2).allMatch(d -> d.state() == State.SENDING && d.attempts() == 1);
    chat.hasAccepted(inFlight.getFirst(), "m-a");
    courier.close();

    courier = courier();
    carry();
    assertThat(chat.calls()).containsExactly("find c1", "find c2", "post c1 b");
    assertThat(waiting(OTHER))
        .map(Waiting::detail)
        .contains("may have come twice: Bellwire ended while it was sent");
    clock.forward(Duration.ofSeconds(2));
    carry();
    assertThat(chat.calls()).containsExactly("post c2 x");
    assertThat(states()).isEqualTo(Map.of(State.SENT, 3L));
  }

  @Test
  void closingWaitsForTheSendInFlightAndTakesNothingNew() throws InterruptedException {
    CountDownLatch door = chat.holdsTheDoor();
    queue(DESK, "a", "b");
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
