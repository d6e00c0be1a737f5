package app.bellwire.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.bellwire.chat.Inbox;
import app.bellwire.chat.Incoming;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.fake.ChatFault;
import app.bellwire.fake.ChatFault.How;
import app.bellwire.fake.TelegramFault;
import app.bellwire.fake.TelegramFaults.Rule;
import app.bellwire.fake.TelegramServer;
import app.bellwire.work.Outage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// The store is out of order.
  private static final class OutOfOrder extends RuntimeException implements Outage {
    private static final long serialVersionUID = 1;

    @Override
    public boolean lasting() {
      return true;
    }

    @Override
    public boolean passing() {
      return false;
    }
  }

  private volatile Duration ahead = Duration.ZERO;
  private final List<String> kept = new CopyOnWriteArrayList<>();
  private final AtomicInteger refused = new AtomicInteger();

  @Test
  void whatAWorkingStoreDoesNotKeepIsLeftOutAfterSomeTries() throws Exception {
    listens(
        Integer.MAX_VALUE,
        new ArithmeticException("long overflow"),
        (server, chat) -> {
          await().atMost(PATIENCE).until(() -> kept.size() == 2);
          assertThat(kept).containsExactly("before", "after");
          assertThat(refused).hasValue(3);
          assertThat(chat.poisonUpdates()).isOne();
        });
  }

  @Test
  void whatAStoreThatIsOutOfOrderDoesNotKeepWaitsForIt() throws Exception {
    listens(
        3,
        new OutOfOrder(),
        (server, chat) -> {
          await().atMost(PATIENCE).until(() -> kept.size() == 3);
          assertThat(kept).containsExactly("before", "odd", "after");
          assertThat(chat.poisonUpdates()).isZero();
        });
  }

  @Test
  void afterAnOutageItIsKnownAtOnceThatTelegramWorksAgain() throws Exception {
    try (TelegramServer server = new TelegramServer();
        TelegramChat chat = chat(server, incoming -> true)) {
      server
          .faults()
          .add(
              Rule.of("getUpdates", TelegramFault.of(ChatFault.lostRequest(How.BAD_GATEWAY)))
                  .always());
      chat.start();
      await().atMost(PATIENCE).until(() -> server.counts().calls("getUpdates") > 1);
      assertThat(chat.condition()).as("not worth a word yet").isEmpty();
      ahead = Duration.ofMinutes(2);
      assertThat(chat.condition()).isPresent();
      server.faults().end();
      await().atMost(Duration.ofSeconds(15)).until(() -> chat.condition().isEmpty());
    }
  }

  @Test
  void aMenuThatTheServerDidNotTakeIsSetWithALaterPoll() throws Exception {
    try (TelegramServer server = new TelegramServer();
        TelegramChat chat = chat(server, incoming -> true)) {
      server.faults().next("setMyCommands", ChatFault.lostRequest(How.BAD_GATEWAY));
      chat.start();
      await().atMost(PATIENCE).until(() -> server.commands().size() == 3);
      server.people().user(501, "Ann").say(501, "/start");
      await().atMost(PATIENCE).until(() -> server.commands().size() == 4);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 2_000_000_000})
  void updatesThatAreNumberedAnewAreTakenOnce(int id) throws Exception {
    listens(
        0,
        new OutOfOrder(),
        (server, chat) -> {
          await().atMost(PATIENCE).until(() -> kept.size() == 3 && server.isPolled());
          assertThat(server.pending()).isEmpty();
          server.afterAQuietWeek(
              id,
              () -> {
                server.people().say(501, "a week later");
                server.people().say(501, "at once");
              });
          await().atMost(PATIENCE).until(() -> kept.size() == 5 && server.isPolled());
          server.people().say(501, "later");
          await().atMost(PATIENCE).until(() -> kept.size() == 6 && server.isPolled());
          assertThat(server.pending()).isEmpty();
          assertThat(kept).endsWith("a week later", "at once", "later");
          int calls = server.counts().calls("getUpdates");
          await()
              .during(Duration.ofSeconds(1))
              .until(() -> server.counts().calls("getUpdates") == calls);
          assertThat(kept).hasSize(6);
        });
  }

  private interface Check {
    void of(TelegramServer server, TelegramChat chat) throws Exception;
  }

  /// The inbox refuses the message `odd` so many times.
  private void listens(int times, RuntimeException why, Check check) throws Exception {
    try (TelegramServer server = new TelegramServer();
        TelegramChat chat = chat(server, incoming -> accept(incoming, times, why))) {
      server.people().user(501, "Ann").say(501, "before");
      server.people().say(501, "odd");
      server.people().say(501, "after");
      chat.start();
      check.of(server, chat);
    }
  }

  private TelegramChat chat(TelegramServer server, Inbox inbox) {
    return new TelegramChat(
        server.url(),
        TelegramServer.TOKEN,
        TelegramLimits.OF_A_BOT,
        inbox,
        Thread.ofVirtual().factory(),
        () -> Instant.now().plus(ahead));
  }

  private boolean accept(Incoming incoming, int times, RuntimeException why) {
    String text = ((IncomingMessage) incoming).text();
    if (text.equals("odd") && refused.get() < times) {
      refused.incrementAndGet();
      throw why;
    }
    return kept.add(text);
  }
}
