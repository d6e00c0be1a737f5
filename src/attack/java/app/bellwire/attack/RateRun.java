package app.bellwire.attack;

import static org.awaitility.Awaitility.await;

import app.bellwire.chat.Address;
import app.bellwire.chat.Limits;
import app.bellwire.chat.Limits.Window;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.fake.ChatLedger;
import app.bellwire.fake.ChatServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Floods a sender whose [ChatServer] enforces [#LIMITS] and measures at the server what came of
/// it. Confined to the test.
final class RateRun {
  static final int OVERALL = 30;
  static final Limits LIMITS =
      new Limits(
          List.of(new Window(OVERALL, Duration.ofSeconds(1))),
          List.of(new Window(1, Duration.ofSeconds(1))),
          List.of(new Window(20, Duration.ofMinutes(1))));

  private static final Duration BETWEEN_ANSWERS = Duration.ofMillis(250);
  private static final Duration BETWEEN_SINGLES = Duration.ofMillis(200);
  private static final Duration CHECK = Duration.ofMillis(100);
  private static final int PEOPLE = 20;

  /// What is measured: a courier with its outbox, and the way of answers past it. Both return at
  /// once.
  interface Sending {
    void alert(Address to, OutgoingMessage message);

    void answer(Address to, OutgoingMessage message);
  }

  /// @param violations calls that came too fast
  /// @param used share of the overall limit that was used while nearly all chats had work waiting
  /// @param answers p99 of the time from an answer to its arrival
  record Burst(int violations, double used, Duration answers) {}

  /// @param single p99 of the time from the one message of a chat to its arrival
  record Fair(int violations, Duration single) {}

  private final ChatServer server;
  private final Sending sending;
  private final Map<String, Long> handedIn = new HashMap<>();

  RateRun(ChatServer server, Sending sending) {
    this.server = server;
    this.sending = sending;
  }

  /// Queues `alerts` for `chats`, every tenth a group, and answers people meanwhile.
  Burst burst(int alerts, int chats) {
    for (int i = 0; i < alerts; i++) {
      alert(chat(i % chats), "alert " + i);
    }
    int answers = 0;
    while (arrived("alert").size() < alerts) {
      answer(Address.parse("telegram:" + (900 + answers % PEOPLE)).orElseThrow(), answers++);
      pause(BETWEEN_ANSWERS);
    }
    int said = answers;
    await().atMost(Duration.ofSeconds(30)).until(() -> arrived("answer").size() == said);
    return new Burst(server.ledger().violations(), used(alerts), p99("answer"));
  }

  private static Address chat(int number) {
    String id = number % 10 == 0 ? "-" + (1001 + number) : Integer.toString(1001 + number);
    return Address.parse("telegram:" + id).orElseThrow();
  }

  /// Queues `waiting` alerts for one chat, then one for each of `singles` others, one by one.
  Fair fair(int waiting, int singles) {
    for (int i = 0; i < waiting; i++) {
      alert(chat(1), "busy " + i);
    }
    for (int i = 0; i < singles; i++) {
      alert(chat(2 + i), "single " + i);
      pause(BETWEEN_SINGLES);
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> arrived("single").size() == singles);
    if (arrived("busy").size() == waiting) {
      throw new AssertionError("the busy chat had nothing waiting any more");
    }
    return new Fair(server.ledger().violations(), p99("single"));
  }

  private void alert(Address to, String text) {
    handedIn.put(text, System.nanoTime());
    sending.alert(to, OutgoingMessage.of(text));
  }

  private void answer(Address to, int number) {
    handedIn.put("answer " + number, System.nanoTime());
    sending.answer(to, OutgoingMessage.of("answer " + number));
  }

  private List<ChatLedger.Entry> arrived(String kind) {
    return server.ledger().entries().stream()
        .filter(entry -> entry.call().text().startsWith(kind))
        .toList();
  }

  /// Of all that came until nine alerts in ten had come; after that some chats have no more.
  private double used(int alerts) {
    List<ChatLedger.Entry> all = server.ledger().entries();
    int last = arrived("alert").get(alerts * 9 / 10 - 1).order();
    double seconds = (all.get(last - 1).nanos() - all.getFirst().nanos()) / 1e9;
    return (last - 1) / seconds / OVERALL;
  }

  private Duration p99(String kind) {
    List<Long> waits = new ArrayList<>();
    for (ChatLedger.Entry entry : arrived(kind)) {
      Long since = handedIn.get(entry.call().text());
      waits.add(since == null ? Long.MAX_VALUE : entry.nanos() - since);
    }
    waits.sort(null);
    return Duration.ofNanos(waits.get((int) Math.ceil(waits.size() * .99) - 1));
  }

  private static void pause(Duration pause) {
    await().pollInterval(CHECK).pollDelay(pause).atMost(Duration.ofMinutes(1)).until(() -> true);
  }
}
