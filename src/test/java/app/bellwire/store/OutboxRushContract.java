package app.bellwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Placement;
import app.bellwire.chat.RichText;
import app.bellwire.deliver.Delivery;
import app.bellwire.deliver.Outbox;
import app.bellwire.deliver.Outbox.Settled;
import app.bellwire.deliver.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Everybody at the outbox at once: a decider that queues, a courier that claims and settles,
/// people who mute, resend, drop and forget.
abstract class OutboxRushContract extends StoreContract {
  private static final int CHATS = 12;
  private static final Duration RUSH = Duration.ofSeconds(2);

  /// Open messages whose lane does not lead to them.
  private static final String ASTRAY =
      """
      select count(*) as n from outbox o left join lanes l on l.chat_id = o.chat_id
      where o.settled_at is null and (l.head_id is null or l.head_id > o.id and not l.busy)
      """;

  /// Lanes whose head has left them, or that are busy with nothing.
  private static final String DEAD_ENDS =
      """
      select count(*) as n from lanes l left join outbox o on o.id = l.head_id
      where l.head_id is not null
        and (o.id is null or o.settled_at is not null or l.busy <> (o.state = 'SENDING'))
      """;

  private final Outbox outbox = stores.outbox();
  private final List<ChatId> chats = new ArrayList<>();
  private final ConcurrentLinkedQueue<Delivery> inFlight = new ConcurrentLinkedQueue<>();
  private final AtomicLong time = new AtomicLong(NOON.toEpochMilli());
  private final AtomicInteger conflicts = new AtomicInteger();

  OutboxRushContract(Database database) {
    super(database);
  }

  @BeforeEach
  void makeTheChats() {
    for (int i = 0; i < CHATS; i++) {
      chats.add(stores.chats().at(Address.local("rush" + i)));
    }
  }

  private interface Turn {
    void take(Random random);
  }

  @Test
  void nothingIsLeftBehindWhenEverybodyComesAtOnce() throws Exception {
    long end = System.nanoTime() + RUSH.toNanos();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all =
          List.of(
              people.submit(() -> again(1, end, this::decide)),
              people.submit(() -> again(3, end, this::carry)),
              people.submit(() -> again(4, end, this::command)),
              people.submit(() -> again(5, end, this::command)));
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(database.<Long>read(sql -> sql.number(ASTRAY))).isZero();
    assertThat(database.<Long>read(sql -> sql.number(DEAD_ENDS))).isZero();
    assertThat(left()).isZero();
    assertThat(conflicts).as("a courier that waits for nobody").hasValueLessThan(2);
  }

  private void again(long seed, long end, Turn turn) {
    Random random = new Random(seed);
    while (System.nanoTime() < end) {
      try {
        turn.take(random);
      } catch (StoreProblem problem) {
        assertThat(problem.passing()).isTrue();
        conflicts.incrementAndGet();
      }
    }
  }

  /// Sends what is left, and says what is left then.
  private long left() {
    Instant later = now().plus(Duration.ofHours(1));
    chats.forEach(chat -> outbox.unpark(chat, later));
    List<Delivery> sent = List.copyOf(inFlight);
    do {
      outbox.settle(sent.stream().map(d -> accepted(d, later)).toList());
      sent = outbox.claim(100, "local", Outbox.Gate.OPEN, later);
    } while (!sent.isEmpty());
    return database.<Long>read(
        sql -> sql.number("select count(*) as n from outbox where settled_at is null"));
  }

  private static Settled accepted(Delivery delivery, Instant at) {
    return new Settled(delivery, new Settlement.Accepted("m" + delivery.id()), at);
  }

  private Instant now() {
    return Instant.ofEpochMilli(time.incrementAndGet());
  }

  private ChatId any(Random random) {
    return chats.get(random.nextInt(CHATS));
  }

  private void decide(Random random) {
    database.inTransaction(
        () -> {
          for (int i = 0; i < 6; i++) {
            outbox.add(any(random), message("event:" + random.nextInt(3)), now());
          }
        });
  }

  private static OutgoingMessage message(String thread) {
    return new OutgoingMessage(RichText.of("a"), List.of(), thread, Placement.POST, false);
  }

  private void carry(Random random) {
    List<Delivery> ended = List.copyOf(inFlight);
    List<Delivery> claimed = new ArrayList<>();
    List<Settled> left = new ArrayList<>();
    Instant now = now();
    database.inTransaction(
        () -> {
          left.addAll(outbox.settle(ended.stream().map(d -> settled(d, random, now)).toList()));
          outbox.expire(now);
          claimed.addAll(outbox.claim(8, "local", Outbox.Gate.OPEN, now));
        });
    inFlight.removeAll(ended);
    inFlight.addAll(left.stream().map(Settled::delivery).toList());
    inFlight.addAll(claimed);
  }

  private static Settled settled(Delivery delivery, Random random, Instant now) {
    return switch (random.nextInt(12)) {
      case 0 -> new Settled(delivery, new Settlement.Again(now.plusMillis(20), "busy"), now);
      case 1 -> new Settled(delivery, new Settlement.Doubtful(now.plusMillis(20), "lost"), now);
      case 2 -> new Settled(delivery, new Settlement.HeldBack("lost"), now);
      case 3 -> new Settled(delivery, new Settlement.Failed("too long"), now);
      case 4 -> new Settled(delivery, new Settlement.ChatParked("removed"), now);
      case 5 -> new Settled(delivery, new Settlement.RootGone(now, "gone"), now);
      default -> accepted(delivery, now);
    };
  }

  private void command(Random random) {
    ChatId chat = any(random);
    switch (random.nextInt(60)) {
      case 0, 4, 5, 6, 7, 8, 9 -> outbox.withdraw(chat, "event:" + random.nextInt(3));
      case 1, 11, 12 -> lost(random, id -> outbox.resend(id, now()));
      case 2, 13 -> lost(random, id -> outbox.drop(id, "ann", now()));
      case 10 -> database.inTransaction(() -> stores.personal().forget(chat, true));
      case 3 -> outbox.wake("local", now());
      default -> database.inTransaction(() -> outbox.unpark(chat, now()));
    }
  }

  private void lost(Random random, LongConsumer word) {
    List<Delivery> lost = outbox.uncertain();
    if (!lost.isEmpty()) {
      word.accept(lost.get(random.nextInt(lost.size())).id());
    }
  }
}
