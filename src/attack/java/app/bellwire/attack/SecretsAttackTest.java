package app.bellwire.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.bellwire.chat.Limits;
import app.bellwire.fake.ChatFault;
import app.bellwire.fake.ChatLedger;
import app.bellwire.fake.ChatServer;
import app.bellwire.fake.TelegramServer;
import app.bellwire.store.PostgresServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every secret the configuration knows is a canary here, everything is logged, and everything that
/// can go wrong does: afterwards no canary is in anything that anybody can read.
class SecretsAttackTest {
  /// A part of every canary.
  private static final String CANARY = "c4n4ry";

  private static final String TELEGRAM = "501501501:" + CANARY + "-telegram-0123456789abcdefghij";
  private static final String SLACK_BOT = "xoxb-1-" + CANARY + "-bot-0123456789";
  private static final String SLACK_APP = "xapp-1-" + CANARY + "-app-0123456789";
  private static final String SLACK_SIGN = CANARY + "0123456789abcdef";
  private static final String WEB = CANARY + "-web";
  private static final String READER = CANARY + "-reader";
  private static final String KEY = CANARY + "-key";
  private static final String STORE = CANARY + "-store";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> COMMANDS =
      List.of(
          "/start",
          "/status",
          "/sources",
          "/mydata",
          "/help",
          "/list",
          "/find zinnober",
          "/why",
          "/follow basalt",
          "/mute basalt",
          "/digest 08:00",
          "/quiet 22:00-07:00");

  @TempDir Path folder;

  /// What was read of the program besides its log.
  private final List<String> seen = new ArrayList<>();

  @Test
  void noSecretInPlaceOrInTheEnvironmentShows() throws Exception {
    try (Wire wire = new Wire();
        ChatServer server = new ChatServer(Limits.NONE, 5);
        Program program =
            program(server).jvm("-Dlogback.configurationFile=" + Program.LOGS_AS_SHIPPED)) {
      wire.publishes("good", "Zinnober is found", "It was found in a quarry.");
      String sources = sources(wire);
      program.config("bellwire.yml", inPlace() + sources);
      program.environment("T", TELEGRAM).environment("W", WEB).environment("BELLWIRE_LOG", "TRACE");
      server
          .faults()
          .next(
              new ChatFault.TooFast(Duration.ofSeconds(1)),
              ChatFault.lostRequest(ChatFault.How.BAD_GATEWAY),
              ChatFault.lostRequest(ChatFault.How.RESET),
              new ChatFault.Refused());
      assertThat(program.run("check")).isZero();
      program.start();
      await().atMost(PATIENCE).until(program::healthy);
      await().atMost(PATIENCE).until(() -> !server.ledger().entries().isEmpty());
      talk(program);
      askWronglyFor(program);
      reloads(program, sources);
      server.faults().next(new ChatFault.Gone());
      wire.publishes("good", "Zinnober is lost again", "It went into the sea on a Monday.");
      assertThat(program.run("backup", folder.resolve("copy.db").toString())).isZero();
      server.close();
      wire.publishes("good", "Zinnober comes home", "A boat brought all of it to the quay.");
      breaks(program);
      look(program);
      threads(program);
      assertThat(program.terminate(Duration.ofSeconds(10))).isZero();
      server.ledger().entries().stream().map(ChatLedger.Entry::toString).forEach(seen::add);
      nothingShows(program, new Books.Sqlite(folder.resolve("data/bellwire.db")));
      assertThat(seen).as("what was looked at").hasSizeGreaterThan(60);
    }
  }

  @Test
  void noSecretInAFileShows() throws Exception {
    String database = PostgresServer.freshDatabase();
    try (Wire wire = new Wire();
        ChatServer server = new ChatServer(Limits.NONE, 5);
        Program program = program(server).jvm("-Dlogback.configurationFile=" + everything())) {
      wire.publishes("good", "Zinnober is found", "It was found in a quarry.");
      String url = database + (database.contains("?") ? "&" : "?") + "password=" + STORE;
      program.config("store", url);
      program.config("telegram", TELEGRAM);
      program.config("bot", SLACK_BOT);
      program.config("app", SLACK_APP);
      program.config("sign", SLACK_SIGN);
      program.config("web", WEB);
      program.config("bellwire.yml", inFiles() + sources(wire));
      program.start();
      await().atMost(PATIENCE).until(program::healthy);
      await().atMost(PATIENCE).until(() -> !server.ledger().entries().isEmpty());
      talk(program);
      look(program);
      threads(program);
      assertThat(program.terminate(Duration.ofSeconds(10))).isZero();
      assertThat(program.run("backup", folder.resolve("copy.db").toString())).isEqualTo(1);
      for (String other : unreachable()) {
        program.config("store", other);
        assertThat(program.run("run")).as(other.replace(CANARY, "…")).isNotZero();
      }
      nothingShows(program, new Books.Postgres(database));
    }
  }

  /// The token stands in the address of each call.
  @Test
  void noTokenOfABotShows() throws Exception {
    try (Wire wire = new Wire();
        TelegramServer telegram = new TelegramServer().token(TELEGRAM);
        ChatServer unused = new ChatServer(Limits.NONE, 5);
        Program program =
            program(unused)
                .startedBy(StartCache.java(), "app.bellwire.app.Main")
                .jvm("-Dlogback.configurationFile=" + everything())) {
      telegram.people().user(501, "Ann").say(501, "/start");
      wire.publishes("good", "Zinnober is found", "It was found in a quarry.");
      String api = "telegram: { token: \"${T}\", api_url: \"%s\" }".formatted(telegram.url());
      program.config(
          "bellwire.yml", inPlace().replace("telegram: { token: \"${T}\" }", api) + sources(wire));
      program.environment("T", TELEGRAM).environment("W", WEB);
      telegram
          .faults()
          .next(
              "sendMessage",
              ChatFault.lostRequest(ChatFault.How.RESET),
              ChatFault.lostAnswer(ChatFault.How.CUT),
              ChatFault.lostAnswer(ChatFault.How.BAD_GATEWAY));
      telegram.faults().next("getUpdates", ChatFault.lostRequest(ChatFault.How.RESET));
      program.start();
      await().atMost(PATIENCE).until(program::healthy);
      telegram.transcript().await(501, "Zinnober is found");
      telegram.people().say(501, "/status");
      telegram.transcript().await(501, "Since midnight");
      telegram.token("1000:REVOKED");
      wire.publishes("good", "Zinnober is sold", "A buyer took all of it within the hour.");
      await().atMost(PATIENCE).until(() -> program.get("/healthz").body().contains("token"));
      look(program);
      telegram.close();
      threads(program);
      look(program);
      assertThat(program.terminate(Duration.ofSeconds(10))).isZero();
      nothingShows(program, new Books.Sqlite(folder.resolve("data/bellwire.db")));
    }
  }

  private static List<String> unreachable() {
    String nowhere = "127.0.0.1:1/bell";
    return List.of(
        "jdbc:postgresql://" + nowhere + "?user=bell&password=" + STORE,
        "jdbc:postgresql://" + nowhere + "?user=bell&password=" + STORE + "&sslmode=odd",
        "jdbc:postgresql://bell:" + STORE + "@" + nowhere,
        "jdbc:mysql://bell:" + STORE + "@" + nowhere,
        STORE);
  }

  private Program program(ChatServer server) throws IOException {
    Program program =
        new Program(folder).startedBy(StartCache.java(), "app.bellwire.app.ChaosMain");
    URI withToken =
        URI.create(server.url().toString().replace("http://", "http://bot:" + TELEGRAM + "@"));
    Path jul =
        Files.writeString(
            folder.resolve("jul.properties"),
            """
            handlers = java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.level = ALL
            .level = INFO
            org.postgresql.level = ALL
            okhttp3.level = ALL
            """);
    return program
        .password(WEB)
        .jvm("-Dchaos.server=" + withToken, "-Djava.util.logging.config.file=" + jul);
  }

  /// Logs all that all libraries say. Only Jetty stays as quiet as the program's own file keeps it:
  /// it writes down every header it gets, the password among them.
  private Path everything() throws IOException {
    return Files.writeString(
        folder.resolve("logback.xml"),
        """
        <configuration>
          <appender name="console" class="ch.qos.logback.core.ConsoleAppender">
            <encoder><pattern>%d %thread %level %logger %mdc %msg%n%ex{full}</pattern></encoder>
          </appender>
          <logger name="org.eclipse.jetty" level="WARN"/>
          <root level="TRACE"><appender-ref ref="console"/></root>
        </configuration>
        """);
  }

  private static String inPlace() {
    return """
    telegram: { token: "${T}" }
    slack: { bot_token: "%s", app_token: "%s", signing_secret: "%s" }
    web: { password: "${W}" }
    """
        .formatted(SLACK_BOT, SLACK_APP, SLACK_SIGN);
  }

  private static String inFiles() {
    return """
    store: { url_file: store }
    telegram: { token_file: telegram }
    slack: { bot_token_file: bot, app_token_file: app, signing_secret_file: sign }
    web: { password_file: web }
    """;
  }

  /// One that can be read and some that cannot, each for a reason of its own.
  private static String sources(Wire wire) {
    String here = wire.url("good").replace("/f/good", "");
    String host = here.replace("http://", "reader:" + READER + "@");
    StringBuilder lines = new StringBuilder("sources:\n");
    for (String url :
        List.of(
            "http://" + host + "/f/good?key=" + KEY,
            "http://" + host + "/elsewhere/x?key=" + KEY,
            "https://" + host + "/f/tls?key=" + KEY,
            "http://reader:" + READER + "@127.0.0.1:1/refused?key=" + KEY)) {
      lines.append(
          "  - { id: s%d, url: \"%s\", every: 1s, allow_private: true, backlog: all }%n"
              .formatted(lines.length(), url));
    }
    lines.append(
        "  - { id: private, url: \"http://reader:%s@127.0.0.1:1/p?key=%s\" }%n"
            .formatted(READER, KEY));
    return lines
        + """
        subscriptions:
          - id: told
            query: zinnober
            to: [ "telegram:501", "telegram:502", "telegram:503", "telegram:504", "local:desk" ]
        """;
  }

  private void talk(Program program) throws IOException {
    for (String command : COMMANDS) {
      assertThat(program.say("desk", command)).isLessThan(300);
    }
    await().atMost(PATIENCE).until(() -> program.messages("desk").size() > 2 * COMMANDS.size());
    look(program);
  }

  private void look(Program program) throws IOException {
    for (String path :
        List.of("/", "/healthz", "/metrics", "/api/desk", "/api/chats/desk/messages", "/none")) {
      var answer = program.get(path);
      seen.add(path + answer.headers().map() + answer.body());
    }
  }

  private void askWronglyFor(Program program) throws IOException {
    program.password(CANARY + "-wrong");
    assertThat(program.get("/metrics").statusCode()).isEqualTo(401);
    look(program);
    program.password(WEB);
  }

  private void reloads(Program program, String sources) throws IOException, InterruptedException {
    List<String> broken =
        List.of(
            inPlace() + "web: { port: " + WEB + " }\n" + sources,
            inPlace() + sources.replace("\"http://reader", "\"feed://reader"),
            "telegram: { token: \"" + TELEGRAM + " }\n" + sources);
    for (String text : broken) {
      int before = refusals(program);
      program.config("bellwire.yml", text);
      until(program, () -> refusals(program) > before);
      look(program);
      assertThat(program.run("check")).isEqualTo(2);
    }
    program.config("bellwire.yml", inPlace() + "limits: { alerts_per_day: 9 }\n" + sources);
    until(program, () -> program.log().contains("Configuration taken: 0 added"));
  }

  private static void until(Program program, Callable<Boolean> there) throws IOException {
    try {
      await().atMost(PATIENCE).until(there);
    } catch (ConditionTimeoutException never) {
      throw new AssertionError("the end of its log:\n" + program.lastWords(), never);
    }
  }

  private static int refusals(Program program) throws IOException {
    return program.log().split("configuration was not taken", -1).length;
  }

  /// Takes a table away from under it, so that handlers and ticks fail in ways nobody foresaw.
  private void breaks(Program program) throws SQLException, IOException {
    try (Connection books = new Books.Sqlite(folder.resolve("data/bellwire.db")).open();
        Statement statement = books.createStatement()) {
      statement.execute("pragma busy_timeout = 10000");
      statement.execute("alter table outbox rename to outbox_gone");
      await().atMost(PATIENCE).until(() -> program.get("/api/desk").statusCode() >= 500);
      look(program);
      assertThat(program.say("desk", "/status")).isLessThan(300);
      await().atMost(PATIENCE).until(() -> program.log().contains("no such table"));
      statement.execute("alter table outbox_gone rename to outbox");
    }
  }

  private static void threads(Program program) throws IOException, InterruptedException {
    int code =
        new ProcessBuilder("kill", "-QUIT", Long.toString(program.process().pid()))
            .start()
            .waitFor();
    assertThat(code).isZero();
    await().atMost(PATIENCE).until(() -> program.log().contains("Full thread dump"));
  }

  private void nothingShows(Program program, Books books) throws Exception {
    String log = program.log();
    assertThat(log.length()).as("it was logged").isGreaterThan(10_000);
    seen.add(log);
    seen.addAll(cells(books));
    assertThat(leaks()).isEmpty();
  }

  /// The places around every canary, plain or as a browser sends it.
  private List<String> leaks() {
    List<String> forms =
        Stream.of(":" + WEB, "reader:" + READER, "bot:" + TELEGRAM)
            .map(pair -> Base64.getEncoder().encodeToString(pair.getBytes()).substring(0, 12))
            .toList();
    return seen.stream()
        .flatMap(String::lines)
        .filter(
            line ->
                line.toLowerCase(Locale.ROOT).contains(CANARY)
                    || forms.stream().anyMatch(line::contains))
        .map(line -> line.length() > 600 ? line.substring(0, 600) : line)
        .distinct()
        .limit(40)
        .toList();
  }

  /// All that the database holds.
  private static List<String> cells(Books books) throws SQLException, IOException {
    List<String> all = new ArrayList<>();
    try (Connection left = DriverManager.getConnection(books.url())) {
      for (String table : tables(left)) {
        try (Statement statement = left.createStatement();
            ResultSet rows = statement.executeQuery("select * from " + table)) {
          while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              all.add(table + "." + rows.getMetaData().getColumnName(i) + ": " + rows.getString(i));
            }
          }
        }
      }
    }
    return all;
  }

  private static List<String> tables(Connection books) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet found = books.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
      while (found.next()) {
        tables.add(found.getString("TABLE_NAME"));
      }
    }
    return tables;
  }
}
