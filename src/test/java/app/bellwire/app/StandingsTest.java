package app.bellwire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.bellwire.chat.Address;
import app.bellwire.chat.Chat;
import app.bellwire.chat.ChatCard;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.Lookup;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.Role;
import app.bellwire.chat.SendResult;
import app.bellwire.chat.Standing;
import app.bellwire.chat.UserId;
import app.bellwire.fake.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingsTest {
  private static final UserId ANN = new UserId("telegram", "501");
  private static final UserId BOB = new UserId("telegram", "502");
  private static final Standing NONE = new Standing.NotFound();
  private static final Standing UNSAID = new Standing.Unsaid();
  private static final Standing FOUND =
      new Standing.Found(
          new ChatCard(new Address("telegram", null, "-1002", null), "@deskwire", 9, true),
          Role.ADMIN);

  private final HandClock clock = HandClock.at("2031-03-04T12:00:00Z");
  private final Standings standings = new Standings(Thread.ofVirtual().factory(), clock);
  private final Asked chat = new Asked();

  @Test
  void whoAsksAgainAndAgainAsksOnce() {
    chat.says = NONE;
    for (int i = 0; i < 100; i++) {
      assertThat(typed(ANN, "@deskwire")).isEqualTo(NONE);
    }
    assertThat(chat.questions).hasValue(1);
    clock.forward(Standings.REMEMBERED.minusMillis(1));
    typed(ANN, "@deskwire");
    assertThat(chat.questions).hasValue(1);
    clock.forward(Standings.ANEW);
    chat.says = FOUND;
    assertThat(typed(ANN, "@deskwire")).isEqualTo(FOUND);
  }

  @Test
  void whatIsSaidOfOnePersonAndOneChatIsSaidOfThemOnly() {
    chat.says = FOUND;
    typed(ANN, "@deskwire");
    chat.says = NONE;
    assertThat(typed(BOB, "@deskwire")).isEqualTo(NONE);
    assertThat(typed(ANN, "@other")).isEqualTo(NONE);
    assertThat(typed(ANN, "@deskwire")).isEqualTo(FOUND);
  }

  @Test
  void whoHasPutItRightAsksAnewOnceASecond() {
    chat.says = NONE;
    typed(ANN, "@deskwire");
    chat.says = FOUND;
    clock.forward(Standings.ANEW);
    for (int i = 0; i < 100; i++) {
      assertThat(pressed(ANN, "@deskwire")).isEqualTo(FOUND);
    }
    assertThat(chat.questions).hasValue(2);
  }

  @Test
  void aNetworkThatSaysNothingIsLeftAloneForAWhileByEverybody() {
    chat.says = UNSAID;
    typed(ANN, "@deskwire");
    chat.says = FOUND;
    assertThat(typed(BOB, "@other")).isEqualTo(UNSAID);
    assertThat(pressed(ANN, "@deskwire")).isEqualTo(UNSAID);
    assertThat(chat.questions).hasValue(1);
    clock.forward(Standings.REMEMBERED);
    assertThat(pressed(ANN, "@deskwire")).isEqualTo(FOUND);
  }

  @Test
  void aNetworkThatTakesItsTimeIsWaitedForForSomeSecondsOnly() {
    chat.says = FOUND;
    chat.begins = new CountDownLatch(1);
    long before = System.nanoTime();
    assertThat(typed(ANN, "@deskwire")).isEqualTo(UNSAID);
    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isBetween(Standings.BUDGET, Standings.BUDGET.plusSeconds(2));
    chat.begins.countDown();
  }

  @Test
  void aSurpriseIsNoAnswer() {
    chat.surprised = true;
    assertThatThrownBy(() -> typed(ANN, "@deskwire")).hasMessageContaining("a fault of ours");
    chat.surprised = false;
    assertThat(typed(ANN, "@deskwire")).isEqualTo(NONE);
  }

  @Test
  void manyNamesFillNoMemory() {
    chat.says = NONE;
    for (int i = 0; i < 2_000; i++) {
      typed(ANN, "@name" + i);
    }
    assertThat(chat.questions).hasValue(2_000);
    typed(ANN, "@name1999");
    assertThat(chat.questions).hasValue(2_000);
    typed(ANN, "@name0");
    assertThat(chat.questions).as("the oldest is forgotten").hasValue(2_001);
  }

  private Standing typed(UserId asker, String named) {
    return standings.ask(chat, named, asker, false);
  }

  private Standing pressed(UserId asker, String named) {
    return standings.ask(chat, named, asker, true);
  }

  /// Counts what it is asked.
  private static final class Asked implements Chat {
    private volatile Standing says = NONE;
    private volatile CountDownLatch begins = new CountDownLatch(0);
    private volatile boolean surprised;
    private final AtomicInteger questions = new AtomicInteger();

    @Override
    public Standing standing(String named, UserId asker) {
      questions.incrementAndGet();
      try {
        begins.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      if (surprised) {
        throw new IllegalStateException("a fault of ours");
      }
      return says;
    }

    @Override
    public String network() {
      return Address.TELEGRAM;
    }

    @Override
    public SendResult post(
        Address to, OutgoingMessage message, String deliveryId, @Nullable String replyTo) {
      throw new AssertionError("nothing is sent");
    }

    @Override
    public SendResult edit(
        Address at, String messageId, OutgoingMessage message, String deliveryId) {
      throw new AssertionError("nothing is sent");
    }

    @Override
    public Role roleOf(UserId user, Address address) {
      throw new AssertionError("asked for one thing only");
    }

    @Override
    public Lookup find(Address at, String deliveryId, @Nullable String replyTo, Instant since) {
      return new Lookup.Unknown();
    }

    @Override
    public void toast(IncomingMessage press, String text) {
      throw new AssertionError("nothing is sent");
    }
  }
}
