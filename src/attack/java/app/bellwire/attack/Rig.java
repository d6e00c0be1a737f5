package app.bellwire.attack;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The real program between a [Wire] and a chat network, told what to do by its configuration and
/// by the people of the network. Confined to the test.
abstract class Rig implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String FEED = "f";
  private static final String SECOND = "g";
  private static final Set<String> OPEN = Set.of("QUEUED", "SENDING");

  private final String network;
  private final Wire wire = new Wire();
  private final Program program;
  private final Books books;
  private final Random random = new Random(21);
  private final List<String> sources = new ArrayList<>();
  private final List<String> subscriptions = new ArrayList<>();

  /// @param network as it stands before the `:` of an address
  Rig(Path folder, String network) throws IOException {
    this.network = network;
    this.program = new Program(folder);
    this.books = new Books.Sqlite(folder.resolve("data/bellwire.db"));
    program.set("store.url", books.url());
    wire.publishes(FEED, "Nothing to see", "A quiet day.");
    sources.add(source(FEED));
  }

  Program program() {
    return program;
  }

  /// The lines of the configuration that are about the network.
  abstract String settings();

  /// Subscribes a chat, by configuration.
  ///
  /// @param to as it stands behind the network
  void subscribe(Object to, String words) {
    String line = "  - { id: s%d, query: %s, to: \"%s:%s\" }%n";
    subscriptions.add(line.formatted(subscriptions.size(), words, network, to));
  }

  /// A second agency tells too, with [#confirms].
  void twoAgencies() {
    wire.publishes(SECOND, "Nothing else to see", "Another quiet day.");
    sources.add(source(SECOND));
  }

  private String source(String feed) {
    return "  - { id: %s, url: \"%s\", every: 1s, allow_private: true, backlog: all }%n"
        .formatted(feed, wire.url(feed));
  }

  void start() throws IOException {
    String watching = subscriptions.isEmpty() ? "" : "subscriptions:\n";
    program.config(
        "bellwire.yml",
        settings()
            + "limits: { alerts_per_day: 100000 }\nsources:\n"
            + String.join("", sources)
            + watching
            + String.join("", subscriptions));
    startAgain();
  }

  void startAgain() throws IOException {
    int looked = wire.looks();
    program.start();
    try {
      await()
          .pollInterval(Duration.ofMillis(50))
          .atMost(PATIENCE)
          .until(() -> program.healthy() && wire.looks() > looked);
    } catch (RuntimeException e) {
      throw new AssertionError(program.lastWords(), e);
    }
  }

  /// Publishes a report that is no story with any other.
  ///
  /// @return what stands in its headline and nowhere else
  String publishes(String words) {
    String mark = word();
    wire.publishes(
        FEED,
        "%s %s %s".formatted(words, mark, word()),
        "The %s was noted as %s by %s and %s.".formatted(word(), word(), word(), word()));
    return mark;
  }

  /// Publishes a report as it is.
  void publishes(String title, String text) {
    wire.publishes(FEED, title, text);
  }

  /// Where the addresses of all reports begin.
  String feed() {
    return wire.url("");
  }

  /// The second agency reports the same.
  void confirms(String title, String text) {
    wire.publishes(SECOND, title, text);
  }

  List<String> publishes(String words, int reports) {
    List<String> marks = new ArrayList<>();
    for (int i = 0; i < reports; i++) {
      marks.add(publishes(words));
    }
    return marks;
  }

  private String word() {
    return Long.toString(random.nextLong(Long.MAX_VALUE / 2, Long.MAX_VALUE), 36);
  }

  /// A word that nobody else uses.
  static String word(int number) {
    StringBuilder word = new StringBuilder("qu");
    for (int rest = number + 1_000; rest > 0; rest /= 10) {
      word.append("bdfgklmnrv".charAt(rest % 10)).append('a');
    }
    return word.append('x').toString();
  }

  /// How often each of these came to each of these chats, by both, where that is not once.
  ///
  /// @param chat of something that came
  /// @param words of something that came
  static <C, E> Map<String, Integer> notOnce(
      List<E> came,
      Function<E, C> chat,
      Function<E, String> words,
      Collection<C> chats,
      List<String> parts) {
    Map<C, List<String>> told =
        came.stream()
            .collect(Collectors.groupingBy(chat, Collectors.mapping(words, Collectors.toList())));
    Map<String, Integer> wrong = new TreeMap<>();
    for (C each : chats) {
      List<String> here = told.getOrDefault(each, List.of());
      for (String part : parts) {
        int times = (int) here.stream().filter(text -> text.contains(part)).count();
        if (times != 1) {
          wrong.put(part + " to " + each, times);
        }
      }
    }
    return wrong;
  }

  /// Of what did not come once, what did not come at all.
  static Set<String> lost(Map<String, Integer> notOnce) {
    return notOnce.entrySet().stream()
        .filter(entry -> entry.getValue() == 0)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  static Duration quantile(List<Duration> times, double share) {
    List<Duration> sorted = times.stream().sorted().toList();
    return sorted.get((int) Math.ceil(sorted.size() * share) - 1);
  }

  /// What waits in the outbox.
  int waiting() throws SQLException {
    return (int) books.rows().stream().filter(row -> OPEN.contains(row.state())).count();
  }

  /// Until nothing waits in the outbox any more.
  void drained() {
    until(() -> waiting() == 0);
  }

  /// How many sends the program had begun when it was killed.
  int sending() throws SQLException, IOException {
    return books.sending().size();
  }

  List<Books.Row> rows() throws SQLException {
    return books.rows();
  }

  /// Sends of which the program says that their answer was lost.
  int uncertain() throws IOException {
    Pattern line =
        Pattern.compile(
            "bellwire_delivery_uncertain_total\\{network=\"%s\"} (\\S+)".formatted(network));
    Matcher found = line.matcher(program.get("/metrics").body());
    return found.find() ? (int) Double.parseDouble(found.group(1)) : 0;
  }

  /// Waits for something, and shows the end of the program's log if it does not come.
  void until(Callable<Boolean> so) {
    until(PATIENCE, so);
  }

  void until(Duration patience, Callable<Boolean> so) {
    try {
      await().pollInterval(Duration.ofMillis(100)).atMost(patience).ignoreExceptions().until(so);
    } catch (RuntimeException e) {
      throw new AssertionError(lastWords(), e);
    }
  }

  private String lastWords() {
    try {
      return "the end of its log:\n" + program.lastWords();
    } catch (IOException e) {
      return "no log: " + e;
    }
  }

  @Override
  public void close() throws Exception {
    program.close();
    wire.close();
  }
}
