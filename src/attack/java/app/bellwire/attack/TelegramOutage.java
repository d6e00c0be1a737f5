package app.bellwire.attack;

import static org.awaitility.Awaitility.await;

import app.bellwire.fake.ChatFault;
import app.bellwire.fake.ChatFault.How;
import app.bellwire.fake.FaultProxy;
import app.bellwire.fake.FaultProxy.Cut;
import app.bellwire.fake.FaultProxy.Direction;
import app.bellwire.fake.FaultProxy.Pass;
import app.bellwire.fake.TelegramFault;
import app.bellwire.fake.TelegramFaults;
import app.bellwire.fake.TelegramFaults.Rule;
import app.bellwire.fake.TelegramServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Takes Telegram away from a [TelegramRig] in several ways, while people type and news comes, and
/// counts what became of it. Confined to the test.
final class TelegramOutage {
  private static final int PEOPLE = 8;
  private static final long FIRST = 501;
  private static final String WORD = "amber";

  /// After the longest outage a chat is tried again within this.
  private static final Duration AGAIN = Duration.ofMinutes(7);

  private static final Duration ODD = Duration.ofSeconds(Size.of(3, 10));

  /// What was asked or told and did not come once, by what it was; and how long the last of it took
  /// after the end.
  ///
  /// @param kind of outage
  record Result(
      String kind, Duration lasted, int awaited, Map<String, Integer> wrong, Duration last) {}

  private final TelegramRig rig;
  private final FaultProxy door;
  private final Duration length;
  private int asked;

  TelegramOutage(TelegramRig rig, FaultProxy door, Duration length) {
    this.rig = rig;
    this.door = door;
    this.length = length;
  }

  /// Every call is answered 502 since before the program starts.
  Result fromTheStart() throws IOException, InterruptedException {
    for (long person = FIRST; person < FIRST + PEOPLE; person++) {
      rig.person(person).watches(person, WORD);
    }
    rig.forget();
    TelegramFault badGateway = TelegramFault.of(ChatFault.lostRequest(How.BAD_GATEWAY));
    all(badGateway);
    rig.start();
    return during("502 at the start", length, rig.server().faults()::end);
  }

  /// Every connection is reset.
  Result resets() {
    door.always(new Cut(Direction.REQUEST, 0, true));
    door.resetAll();
    return during("resets", length, () -> door.always(new Pass()));
  }

  /// The token is refused.
  Result unauthorized() {
    all(TelegramFault.unauthorized());
    return during("401", ODD, rig.server().faults()::end);
  }

  /// Another program polls with the same token; it confirms nothing.
  Result secondPoller() throws InterruptedException {
    Thread other = Thread.ofVirtual().start(this::poll);
    rig.until(() -> rig.server().counts().conflicts() > 0);
    return during("409", ODD, other::interrupt);
  }

  private void poll() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        rig.call("getUpdates?timeout=2");
      }
    } catch (IOException | InterruptedException e) {
      // It was told to end.
    }
  }

  private void all(TelegramFault fault) {
    rig.server().faults().add(Rule.of(TelegramFaults.ANY, fault).always());
    rig.server().faults().add(Rule.of("getUpdates", fault).always());
  }

  private Result during(String kind, Duration lasts, Runnable end) {
    Map<Long, List<String>> awaited = new TreeMap<>();
    List<String> marks = rig.publishes(WORD, 2);
    for (long person = FIRST; person < FIRST + PEOPLE; person++) {
      List<String> parts = awaited.computeIfAbsent(person, p -> new ArrayList<>(marks));
      String words = Rig.word(asked++);
      rig.server().people().say(person, "/sub " + words);
      parts.add(words);
    }
    await().pollDelay(lasts).atMost(lasts.plusSeconds(60)).until(() -> true);
    end.run();
    long ended = System.nanoTime();
    rig.until(
        Size.full() ? AGAIN : Rig.PATIENCE,
        () -> wrong(awaited).values().stream().noneMatch(times -> times == 0));
    Duration last = Duration.ofNanos(Math.max(0, lastSend() - ended));
    rig.drained();
    return new Result(kind, lasts, PEOPLE * 3, wrong(awaited), last);
  }

  private long lastSend() {
    return rig.sends().getLast().nanos();
  }

  private Map<String, Integer> wrong(Map<Long, List<String>> awaited) {
    Map<String, Integer> wrong = new TreeMap<>();
    awaited.forEach((person, parts) -> wrong.putAll(rig.notOnce(List.of(person), parts)));
    return wrong;
  }

  /// How many messages came in all.
  int sends() {
    return rig.sends().size();
  }

  /// A server behind a door that can be shut.
  static FaultProxy door(TelegramServer server) throws IOException {
    return new FaultProxy(server.address());
  }
}
