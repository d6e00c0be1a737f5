package app.bellwire.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.bellwire.chat.Address;
import app.bellwire.chat.Limits;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.fake.ChatLedger;
import app.bellwire.fake.ChatServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many alerts to a network that takes whatever comes.
class FloodAttackTest {
  private static final int CHATS = 50;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir Path folder;

  @Test
  void withoutFaultsEveryAlertComesOnceAndInOrder() throws Exception {
    int alerts = Size.of(5_000, 20_000);
    try (ChatServer server = new ChatServer(Limits.NONE, 1);
        Sender sender = new Sender(folder, server, Limits.NONE)) {
      long began = System.nanoTime();
      for (int i = 0; i < alerts; i++) {
        sender.alert(chat(i % CHATS), OutgoingMessage.of(Integer.toString(i)));
      }
      await()
          .pollInterval(Duration.ofMillis(200))
          .atMost(PATIENCE)
          .until(() -> server.ledger().entries().size() >= alerts);
      double seconds = (System.nanoTime() - began) / 1e9;
      System.out.printf(
          "flood: %d alerts to %d chats in %.1f s, %d sends, %d distinct%n",
          alerts,
          CHATS,
          seconds,
          server.ledger().entries().size(),
          server.ledger().deliveries().size());
      assertThat(server.ledger().entries()).hasSize(alerts);
      assertThat(server.ledger().deliveries()).hasSize(alerts);
      assertThat(byChat(server)).hasSize(CHATS).allSatisfy((chat, texts) -> inOrder(texts));
    }
  }

  private static Address chat(int number) {
    return Address.parse("telegram:" + (1001 + number)).orElseThrow();
  }

  private static Map<String, List<Integer>> byChat(ChatServer server) {
    Map<String, List<Integer>> texts = new HashMap<>();
    for (ChatLedger.Entry entry : server.ledger().entries()) {
      texts
          .computeIfAbsent(entry.call().chat(), chat -> new ArrayList<>())
          .add(Integer.valueOf(entry.call().text()));
    }
    return texts;
  }

  private static void inOrder(List<Integer> texts) {
    assertThat(texts).isSorted();
  }
}
