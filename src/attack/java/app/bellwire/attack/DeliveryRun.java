package app.bellwire.attack;

import static org.awaitility.Awaitility.await;

import app.bellwire.chat.Limits;
import app.bellwire.chat.OnUncertain;
import app.bellwire.fake.ChatFault;
import app.bellwire.fake.ChatFault.How;
import app.bellwire.fake.ChatLedger;
import app.bellwire.fake.ChatServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;

/// The real program between a newsdesk and a chat network, ended again and again while it sends;
/// the network's ledger is then held against the program's books. Confined to the test.
final class DeliveryRun implements AutoCloseable {
  private static final int PER_SECOND = 30;
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration DRAIN = Duration.ofMinutes(Size.of(2, 10));
  private static final Set<String> OPEN = Set.of("QUEUED", "SENDING");
  private static final Set<String> LISTED = Set.of("UNCERTAIN", "FAILED", "EXPIRED", "PARKED");

  private final OnUncertain mode;
  private final Books books;
  private final Random random = new Random(11);
  private final Wire wire = new Wire(2_000);
  private final Newsdesk desk = new Newsdesk(wire, 12);
  private final ChatServer server = new ChatServer(Limits.NONE, 13).cannotTell();
  private final Program program;
  private final Map<String, Integer> inFlight = new HashMap<>();
  private final long began = System.nanoTime();
  private int ends;
  private int starts;
  private long startMillis;
  private int sendsAtStart;

  DeliveryRun(Path folder, Books books, OnUncertain mode) throws IOException {
    this.mode = mode;
    this.books = books;
    program =
        new Program(folder)
            .startedBy(StartCache.java(), "app.bellwire.app.ChaosMain")
            .jvm("-Dchaos.server=" + server.url())
            .set("store.url", books.url());
    program.config("bellwire.yml", desk.config() + chats());
  }

  private String chats() {
    return Newsdesk.chats().stream()
        .map(
            chat ->
                "  - { id: \"telegram:%s\", on_uncertain: %s }%n"
                    .formatted(chat, mode.name().toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining("", "chats:\n", ""));
  }

  ChatServer server() {
    return server;
  }

  Program program() {
    return program;
  }

  Books books() {
    return books;
  }

  List<Newsdesk.Item> published() {
    return desk.published();
  }

  /// Loses answers with this chance in all the ways that a client notices at once.
  DeliveryRun losing(double chance) {
    for (How how : List.of(How.RESET, How.BAD_GATEWAY, How.CUT, How.GARBAGE)) {
      server.faults().often(chance / 4, ChatFault.lostAnswer(how));
    }
    return this;
  }

  void publish() {
    desk.publish(PER_SECOND);
  }

  void start() throws IOException {
    long before = System.nanoTime();
    program.start();
    await().pollInterval(Duration.ofMillis(10)).atMost(START).until(program::healthy);
    startMillis += (System.nanoTime() - before) / 1_000_000;
    starts++;
    desk.heard(true);
    sendsAtStart = sends();
  }

  /// Lets it work for a while that nobody chose.
  void work(int least, int most) {
    long millis = random.nextLong(least, most);
    await().pollDelay(Duration.ofMillis(millis)).atMost(Duration.ofMinutes(1)).until(() -> true);
  }

  private int sends() {
    return server.ledger().entries().size();
  }

  /// Lets it send something since its start, and then work for a while that nobody chose.
  void sendAndWork(int least, int most) {
    await().pollInterval(Duration.ofMillis(5)).atMost(START).until(() -> sends() > sendsAtStart);
    work(least, most);
  }

  /// Kills it and notes which accepted sends it had not written down.
  void kill() throws Exception {
    program.kill();
    desk.heard(false);
    ends++;
    noteInFlight();
  }

  /// Ends it in order.
  ///
  /// @return the deliveries it left in flight
  Set<String> terminate() throws Exception {
    int code = program.terminate(Duration.ofSeconds(10));
    desk.heard(false);
    if (code != 0) {
      throw new AssertionError("it did not end cleanly:\n" + program.log());
    }
    ends++;
    return noteInFlight();
  }

  private Set<String> noteInFlight() throws SQLException, IOException {
    await().atMost(START).until(() -> server.connections() == 0);
    Set<String> sending = books.sending();
    Map<String, Integer> accepted = server.ledger().deliveries();
    sending.stream()
        .filter(accepted::containsKey)
        .forEach(delivery -> inFlight.merge(delivery, 1, Integer::sum));
    return sending;
  }

  /// Publishes no more and waits until everything has come or is listed.
  void drain() throws SQLException, IOException {
    desk.close();
    try {
      await()
          .pollInterval(Duration.ofMillis(500))
          .atMost(DRAIN)
          .ignoreExceptions()
          .until(() -> open().isEmpty() && lost().isEmpty());
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(
          "%s%nstill open: %s%nlost: %s%nthe end of its log:%n%s"
              .formatted(summary(), open(), lost(), program.lastWords()),
          e);
    }
  }

  private List<Books.Row> open() throws SQLException {
    return books.rows().stream().filter(row -> OPEN.contains(row.state())).toList();
  }

  /// Items that neither came nor are listed as having not.
  List<Newsdesk.Item> lost() throws SQLException {
    Map<String, String> told = told();
    String listed =
        books.rows().stream()
            .filter(row -> LISTED.contains(row.state()))
            .map(Books.Row::message)
            .collect(Collectors.joining("\n"));
    return desk.published().stream()
        .filter(item -> !told.getOrDefault(item.chat(), "").contains(item.mark()))
        .filter(item -> !listed.contains(item.mark()))
        .toList();
  }

  /// All that came, by chat.
  private Map<String, String> told() {
    return server.ledger().entries().stream()
        .map(ChatLedger.Entry::call)
        .collect(
            Collectors.groupingBy(
                ChatLedger.Call::chat,
                Collectors.mapping(ChatLedger.Call::text, Collectors.joining("\n"))));
  }

  /// How often each delivery came more often than once.
  Map<String, Integer> duplicates() {
    return server.ledger().deliveries().entrySet().stream()
        .filter(count -> count.getValue() > 1)
        .collect(Collectors.toMap(Map.Entry::getKey, count -> count.getValue() - 1));
  }

  /// How often each delivery was in flight at a kill or its answer was lost: so often it may have
  /// come once more.
  Map<String, Integer> excuses() {
    Map<String, Integer> all = new HashMap<>(server.ledger().lostAnswers());
    inFlight.forEach((delivery, times) -> all.merge(delivery, times, Integer::sum));
    return all;
  }

  /// Deliveries by the state they are in.
  Map<String, Set<String>> states() throws SQLException {
    Function<Books.Row, String> state = Books.Row::state;
    return books.rows().stream()
        .collect(
            Collectors.groupingBy(
                state, Collectors.mapping(Books.Row::delivery, Collectors.toSet())));
  }

  static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Objects::requireNonNull).sum();
  }

  String summary() throws SQLException {
    return ("mode=%s store=%s ends=%d: %d articles, %d sends, %d lost, %d duplicates, "
            + "%d in flight at ends, %d lost answers, %d uncertain, %.1f s, mean start %d ms")
        .formatted(
            mode.name().toLowerCase(Locale.ROOT),
            books.getClass().getSimpleName(),
            ends,
            desk.published().size(),
            server.ledger().entries().size(),
            lost().size(),
            sum(duplicates()),
            sum(inFlight),
            sum(server.ledger().lostAnswers()),
            states().getOrDefault("UNCERTAIN", Set.of()).size(),
            (System.nanoTime() - began) / 1e9,
            startMillis / Math.max(1, starts));
  }

  @Override
  public void close() throws Exception {
    desk.close();
    program.close();
    wire.close();
    server.close();
  }
}
