package app.bellwire.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.bellwire.chat.Address;
import app.bellwire.chat.Limits;
import app.bellwire.chat.Limits.Window;
import app.bellwire.chat.OnUncertain;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.fake.MemoryPauses;
import app.bellwire.work.Bell;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExpressTest {
  private static final Address DESK = Address.local("c1");
  private static final Address OTHER = Address.local("c2");

  private final ScriptedChat chat = new ScriptedChat();
  private final MemoryPauses pauses = new MemoryPauses();
  private final List<String> givenBack = new CopyOnWriteArrayList<>();
  private Express express = express();

  private Express express() {
    Networks networks = new Networks(List.of(chat), address -> OnUncertain.RECONCILE);
    return new Express(
        networks,
        new RateLimiter(networks.limits()),
        new Times(InstantSource.system(), InstantSource.system()),
        pauses,
        new Bell(),
        Thread.ofVirtual().factory());
  }

  @AfterEach
  void close() throws InterruptedException {
    express.close();
  }

  private void says(Address to, String text) {
    express.carry(
        to,
        () -> chat.post(to, OutgoingMessage.of(text), "a-" + text, null),
        () -> givenBack.add(text));
  }

  private List<String> calls(int number) throws InterruptedException {
    List<String> calls = new CopyOnWriteArrayList<>();
    await()
        .until(
            () -> {
              calls.addAll(chat.calls());
              return calls.size() >= number;
            });
    return calls;
  }

  @Test
  void theAnswersOfAChatComeInOrder() throws InterruptedException {
    for (String text : List.of("a", "b", "c", "d")) {
      says(DESK, text);
    }
    assertThat(calls(4)).containsExactly("post c1 a", "post c1 b", "post c1 c", "post c1 d");
  }

  @Test
  void aNetworkThatAsksToWaitIsObeyedAndTheAnswerComesAfterwards() throws InterruptedException {
    chat.answersTooFast(Duration.ofMillis(300));
    says(DESK, "a");
    says(DESK, "b");
    assertThat(calls(3)).containsExactly("post c1 a", "post c1 a", "post c1 b");
  }

  @Test
  void whatANetworkAsksForIsKeptForARestart() throws InterruptedException {
    chat.answersTooFast(Duration.ofMinutes(5));
    says(DESK, "a");
    await().until(() -> !pauses.of(Instant.now()).isEmpty());
    assertThat(pauses.of(Instant.now().plusSeconds(290)))
        .extracting(Pauses.Pause::scope)
        .containsExactly("local:c1");
  }

  @Test
  void anErrorEndsNoMoreThanItsOwnAnswer() throws InterruptedException {
    chat.breaks();
    says(DESK, "a");
    says(DESK, "b");
    assertThat(calls(2)).containsExactly("post c1 a", "post c1 b");
  }

  @Test
  void anAnswerWhoseOwnAnswerWasLostIsNotSentTwice() throws InterruptedException {
    chat.losesTheAnswer();
    says(DESK, "a");
    says(DESK, "b");
    assertThat(calls(2)).containsExactly("post c1 a", "post c1 b");
  }

  @Test
  void whatCannotBeSaidBeforeTheEndIsGivenBack() throws InterruptedException {
    chat.answersTooFast(Duration.ofMinutes(5));
    says(DESK, "a");
    assertThat(calls(1)).containsExactly("post c1 a");
    express.close();
    assertThat(givenBack).containsExactly("a");
  }

  @Test
  void anAnswerThatWaitsForItsChatHoldsUpNoOther() throws InterruptedException {
    chat.keepsTo(new Limits(List.of(), List.of(new Window(1, Duration.ofSeconds(30))), List.of()));
    express = express();
    says(DESK, "a");
    calls(1);
    says(DESK, "b");
    says(OTHER, "x");
    assertThat(calls(1)).containsExactly("post c2 x");
  }

  @Test
  void aSlowSendHoldsUpNoOtherChat() throws InterruptedException {
    CountDownLatch door = chat.holdsTheDoor();
    says(DESK, "a");
    chat.awaitASend();
    door.countDown();
    says(OTHER, "x");
    assertThat(calls(2)).containsExactlyInAnyOrder("post c1 a", "post c2 x");
  }
}
