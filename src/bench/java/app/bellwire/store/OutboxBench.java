package app.bellwire.store;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.deliver.Delivery;
import app.bellwire.deliver.Outbox;
import app.bellwire.deliver.Outbox.Settled;
import app.bellwire.deliver.Settlement;
import app.bellwire.query.QueryParser;
import app.bellwire.work.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Deliveries a second through the outbox alone, on SQLite with `synchronous=FULL`: queued in the
/// decider's transaction, claimed, and written down as sent in the courier's, with and without a
/// million old rows, and with many chats waiting besides.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
@SuppressWarnings("NullAway.Init")
public class OutboxBench {
  /// What a courier carries of a network at once.
  private static final int ROUND = 64;

  @Param({"0", "1000000"})
  int oldRows;

  @Param({"0", "5000"})
  int waiting;

  private Path folder = Path.of("");
  private Database database;
  private Outbox outbox;
  private final List<ChatId> chats = new ArrayList<>();
  private List<Delivery> claimed = List.of();

  @Setup(Level.Trial)
  public void fill() throws IOException {
    folder = Files.createTempDirectory("outbox-bench");
    database = Database.open("jdbc:sqlite:" + folder.resolve("bellwire.db"));
    Ids ids = new Ids(InstantSource.system());
    Stores stores = new Stores(database, ids::next, InstantSource.system(), QueryParser::parse);
    outbox = stores.outbox();
    for (int i = 0; i < ROUND; i++) {
      chats.add(stores.chats().at(Address.local("c" + i)));
    }
    old();
    database.inTransaction(
        () -> {
          for (int i = 0; i < waiting; i++) {
            ChatId chat = stores.chats().at(new Address("slack", null, "C" + i, null));
            outbox.add(chat, OutgoingMessage.of("waits"), Instant.now());
          }
        });
  }

  private void old() {
    database.write(
        sql ->
            sql.update(
                """
                with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
                insert into outbox (id, chat_id, state, message, thread, attempts, queued_at,
                  due_at, expires_at, settled_at, message_id)
                select i, 1 + i % 500, 'SENT', ?, 'event:' || i, 1, i * 1000, i * 1000, i * 1000,
                  i * 1000, 'm' || i
                from n where i <= ?
                """,
                oldRows,
                MessageJson.write(
                    OutgoingMessage.of("An old message of ordinary length. ".repeat(12))),
                oldRows));
  }

  @Benchmark
  @OperationsPerInvocation(ROUND)
  public int carried() {
    Instant now = Instant.now();
    database.inTransaction(
        () -> chats.forEach(chat -> outbox.add(chat, OutgoingMessage.of("A message."), now)));
    return database.inTransaction(
        () -> {
          outbox.settle(claimed.stream().map(d -> sent(d, now)).toList());
          outbox.expire(now);
          claimed = outbox.claim(ROUND, "local", Outbox.Gate.OPEN, now);
          return claimed.size();
        });
  }

  private static Settled sent(Delivery delivery, Instant now) {
    return new Settled(delivery, new Settlement.Accepted("m" + delivery.id()), now);
  }

  @TearDown(Level.Trial)
  public void remove() throws IOException {
    database.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
