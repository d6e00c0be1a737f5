package app.bellwire.fake;

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
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Bellwire as a child process in a folder of its own, as people run it. Confined to the test.
public final class RunningProgram implements AutoCloseable {
  private static final List<String> JVM =
      List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Path folder;
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();
  private @Nullable Process process;

  /// A program that will keep everything below `folder`.
  public RunningProgram(Path folder) throws IOException {
    this.folder = folder;
    try (ServerSocket free = new ServerSocket(0)) {
      this.port = free.getLocalPort();
    }
    Files.createDirectories(folder.resolve("config"));
    Files.createDirectories(folder.resolve("data"));
  }

  /// Takes the configuration that Bellwire is shipped with.
  public RunningProgram shippedConfig() throws IOException {
    for (String name : List.of("bellwire.yml", "subscriptions.yml", "names.yml")) {
      Files.copy(Path.of("config", name), folder.resolve("config").resolve(name));
    }
    return this;
  }

  /// A file of the configuration.
  public Path config(String name) {
    return folder.resolve("config").resolve(name);
  }

  /// Writes a file of the configuration.
  public RunningProgram config(String name, String text) throws IOException {
    Files.writeString(config(name), text);
    return this;
  }

  /// Starts `run`; its output goes to `log.txt` in the folder.
  public RunningProgram start() throws IOException {
    List<String> line =
        new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
    line.addAll(JVM);
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    line.addAll(List.of("app.bellwire.app.Main", "run"));
    line.addAll(List.of("--config", "config/bellwire.yml"));
    line.addAll(List.of("--set", "web.port=" + port));
    process =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log.txt").toFile()))
            .start();
    return this;
  }

  /// Where its page is.
  public String url() {
    return "http://127.0.0.1:" + port + "/";
  }

  /// Everything it has printed.
  public String log() throws IOException {
    return Files.readString(folder.resolve("log.txt"), StandardCharsets.UTF_8);
  }

  /// Whether it answers that it is well.
  ///
  /// @throws AssertionError with its log when it has ended
  public boolean healthy() throws IOException, InterruptedException {
    if (process == null || !process.isAlive()) {
      throw new AssertionError("Bellwire has ended:\n" + log());
    }
    try {
      return answer("healthz").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /// What it serves at `path`, such as `api/desk`.
  public String served(String path) throws IOException, InterruptedException {
    return answer(path).body();
  }

  private HttpResponse<String> answer(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(10)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /// Ends it as an operator does; after ten seconds by force.
  @Override
  public void close() throws InterruptedException {
    if (process != null) {
      process.destroy();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
    http.close();
  }
}
