package app.bellwire.attack;

import static org.awaitility.Awaitility.await;

import app.bellwire.fake.TelegramServer;
import app.bellwire.fake.TelegramTranscript.Entry;
import app.bellwire.fake.TelegramTranscript.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The real program between a [Wire] and a [TelegramServer], told what to do by its configuration
/// and by the people of the server. Confined to the test.
final class TelegramRig implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String FEED = "f";
  private static final Set<String> OPEN = Set.of("QUEUED", "SENDING");
  private static final Pattern UNCERTAIN =
      Pattern.compile("bellwire_delivery_uncertain_total\\{network=\"telegram\"} (\\S+)");

  private final TelegramServer server;
  private URI api;
  private final Wire wire = new Wire();
  private final Program program;
  private final Books books;
  private final Random random = new Random(21);
  private final List<String> subscriptions = new ArrayList<>();

  TelegramRig(Path folder, TelegramServer server) throws IOException {
    this.server = server;
    this.api = server.url();
    this.program = new Program(folder).environment("TELEGRAM_BOT_TOKEN", TelegramServer.TOKEN);
    this.books = new Books.Sqlite(folder.resolve("data/bellwire.db"));
    program.set("store.url", books.url());
    wire.publishes(FEED, "Nothing to see", "A quiet day.");
  }

  TelegramRig(Path folder) throws IOException {
    this(folder, new TelegramServer(22));
  }

  /// With the limits that Telegram names.
  TelegramRig paced() {
    program.mainClass("app.bellwire.app.PacedMain");
    return this;
  }

  /// Without any limits.
  TelegramRig unpaced() {
    program.mainClass("app.bellwire.app.PacedMain").jvm("-Dpaced.not=true");
    return this;
  }

  /// The program reaches the server by another address.
  TelegramRig through(URI address) {
    api = address;
    return this;
  }

  TelegramServer server() {
    return server;
  }

  Program program() {
    return program;
  }

  /// Somebody who has started the bot.
  TelegramRig person(long id) {
    server.people().user(id, "Person " + id).say(id, "/start");
    return this;
  }

  /// A group with the bot in it, made by somebody who is known.
  TelegramRig group(long id, long creator) {
    server.places().supergroup(id, "Group " + id);
    joined(id, creator);
    return this;
  }

  /// Brings the bot into a chat that somebody has made.
  void joined(long chat, long creator) {
    server.people().add(creator, chat);
    server.places().setMember(chat, creator, "creator");
  }

  /// Subscribes a chat, by configuration.
  ///
  /// @param to as it stands behind `telegram:`
  TelegramRig watches(Object to, String words) {
    String line = "  - { id: s%d, query: %s, to: \"telegram:%s\" }%n";
    subscriptions.add(line.formatted(subscriptions.size(), words, to));
    return this;
  }

  /// The server forgets what was said and done so far.
  TelegramRig forget() throws IOException, InterruptedException {
    call("deleteWebhook?drop_pending_updates=true");
    return this;
  }

  /// Calls a method as another program with the same token.
  HttpResponse<String> call(String method) throws IOException, InterruptedException {
    URI uri = URI.create(server.url() + "/bot" + TelegramServer.TOKEN + "/" + method);
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(70)).build();
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  void start() throws IOException {
    program.config(
        "bellwire.yml",
        """
        telegram: { token: "${TELEGRAM_BOT_TOKEN}", api_url: "%s" }
        limits: { alerts_per_day: 100000 }
        sources: [ { id: f, url: "%s", every: 1s, allow_private: true, backlog: all } ]
        """
                .formatted(api, wire.url(FEED))
            + "subscriptions:\n"
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

  /// Until the program listens.
  void listening() {
    until(server::isPolled);
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

  /// Messages that came so far, edits and toasts aside.
  List<Entry> sends() {
    return server.transcript().entries().stream().filter(e -> e.kind() == Kind.SEND).toList();
  }

  /// The sends whose text contains `part`, in a chat.
  List<Entry> sends(long chat, String part) {
    return sends().stream().filter(e -> e.chat() == chat && e.text().contains(part)).toList();
  }

  /// How often each of these came to each of these chats, by both, where that is not once.
  Map<String, Integer> notOnce(Collection<Long> chats, List<String> parts) {
    Map<Long, List<Entry>> came = sends().stream().collect(Collectors.groupingBy(Entry::chat));
    Map<String, Integer> wrong = new TreeMap<>();
    for (Long chat : chats) {
      List<Entry> here = came.getOrDefault(chat, List.of());
      for (String part : parts) {
        int times = (int) here.stream().filter(e -> e.text().contains(part)).count();
        if (times != 1) {
          wrong.put(part + " to " + chat, times);
        }
      }
    }
    return wrong;
  }

  Entry told(long chat, String part) {
    Predicate<Entry> wanted =
        e -> e.kind() == Kind.SEND && e.chat() == chat && e.text().contains(part);
    return server.transcript().await(1, wanted, PATIENCE).getFirst();
  }

  /// Until nothing waits in the outbox any more.
  void drained() {
    until(() -> books.rows().stream().noneMatch(row -> OPEN.contains(row.state())));
  }

  List<Books.Row> rows() throws SQLException {
    return books.rows();
  }

  /// Sends of which the program says that their answer was lost.
  int uncertain() throws IOException {
    Matcher found = UNCERTAIN.matcher(program.get("/metrics").body());
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
    server.close();
  }
}
