package app.bellwire.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Bellwire as a child process in a folder of its own, and what it says over HTTP. Confined to the
/// test.
final class Program implements AutoCloseable {
  /// How the program logs outside of tests; at which level, its variable BELLWIRE_LOG says.
  static final Path LOGS_AS_SHIPPED = Path.of("src/main/resources/logback.xml").toAbsolutePath();

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final int port;
  private final List<String> jvm = new ArrayList<>();
  private final List<String> settings = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private String password = "";
  private List<String> java = plainJava();
  private String main = "app.bellwire.app.Main";
  private final HttpClient http = HttpClient.newHttpClient();
  private @Nullable Process process;

  Program(Path folder) throws IOException {
    this.folder = folder;
    try (ServerSocket free = new ServerSocket(0)) {
      this.port = free.getLocalPort();
    }
    Files.createDirectories(folder.resolve("config"));
    Files.createDirectories(folder.resolve("data"));
  }

  private static List<String> plainJava() {
    return List.of(
        ProcessHandle.current().info().command().orElse("java"),
        "--enable-native-access=ALL-UNNAMED",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"));
  }

  /// Starts by another command line, the JVM with its class path, and with another main class.
  Program startedBy(List<String> command, String mainClass) {
    java = command;
    main = mainClass;
    return this;
  }

  /// Starts with another main class.
  Program mainClass(String name) {
    main = name;
    return this;
  }

  /// More options for the JVM.
  Program jvm(String... options) {
    jvm.addAll(List.of(options));
    return this;
  }

  /// Overrides a key of the configuration.
  Program set(String key, String value) {
    settings.addAll(List.of("--set", key + "=" + value));
    return this;
  }

  /// A variable of its environment.
  Program environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /// Asks with this password from now on.
  Program password(String value) {
    password = value;
    return this;
  }

  Path folder() {
    return folder;
  }

  /// Writes a file below the config folder.
  Path config(String name, String text) throws IOException {
    return Files.writeString(folder.resolve("config").resolve(name), text);
  }

  /// Starts `run`; its output goes to `log.txt` in the folder.
  void start(String... more) throws IOException {
    process = launch(List.of("run"), more).start();
  }

  /// Runs another command to its end.
  int run(String... command) throws IOException, InterruptedException {
    Process once = launch(List.of(command)).start();
    if (!once.waitFor(60, TimeUnit.SECONDS)) {
      once.destroyForcibly();
      throw new AssertionError(List.of(command) + " did not end");
    }
    return once.exitValue();
  }

  private ProcessBuilder launch(List<String> command, String... more) {
    List<String> line = new ArrayList<>(java);
    line.addAll(jvm);
    line.add(main);
    line.addAll(command);
    line.addAll(List.of("--config", folder.resolve("config/bellwire.yml").toString()));
    line.addAll(List.of("--set", "web.port=" + port));
    line.addAll(settings);
    line.addAll(List.of(more));
    ProcessBuilder child = new ProcessBuilder(line);
    child.environment().putAll(environment);
    return child
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log.txt").toFile()));
  }

  Process process() {
    if (process == null) {
      throw new IllegalStateException("not started");
    }
    return process;
  }

  String log() throws IOException {
    return Files.readString(folder.resolve("log.txt"), StandardCharsets.UTF_8);
  }

  /// The last lines of its log.
  String lastWords() throws IOException {
    List<String> lines = log().lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
  }

  boolean healthy() {
    try {
      return get("/healthz").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /// The messages of a local chat.
  JsonNode messages(String chat) throws IOException {
    return JSON.readTree(get("/api/chats/" + chat + "/messages").body());
  }

  int say(String chat, String text) throws IOException {
    String body = JSON.writeValueAsString(Map.of("text", text));
    return send(HttpRequest.newBuilder(uri("/api/chats/" + chat + "/messages"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)))
        .statusCode();
  }

  HttpResponse<String> get(String path) throws IOException {
    return send(HttpRequest.newBuilder(uri(path)).GET());
  }

  /// Where something of it is found over HTTP.
  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    if (!password.isEmpty()) {
      byte[] pair = (":" + password).getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
    try {
      return http.send(
          request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /// `kill -9`.
  void kill() throws InterruptedException {
    process().destroyForcibly().waitFor();
  }

  /// SIGTERM; answers the exit code, or fails after `patience`.
  int terminate(Duration patience) throws InterruptedException {
    process().destroy();
    if (!process().waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("still running " + patience + " after SIGTERM");
    }
    return process().exitValue();
  }

  @Override
  public void close() throws InterruptedException {
    if (process != null && process.isAlive()) {
      process.destroyForcibly().waitFor();
    }
    http.close();
  }
}
