package app.bellwire.app;

import app.bellwire.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/// Goes once through what a start and a first alert take, in a folder of its own, and ends: what
/// the JVM learns on the way becomes the start-up cache.
@Command(
    name = "warm",
    hidden = true,
    description = "Goes through a start, for the start-up cache.")
final class WarmCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final String CONFIG =
      """
      sources: [ { id: sample, url: "sample:wires", backlog: all } ]
      include: [ subscriptions.yml ]
      """;
  private static final String SUBSCRIPTIONS =
      "subscriptions: [ { id: warm, query: 'treaty OR storm', to: local:desk } ]";

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("bellwire-warm");
    try {
      Main main = new Main();
      main.config = Files.writeString(folder.resolve("bellwire.yml"), CONFIG);
      Files.writeString(folder.resolve("subscriptions.yml"), SUBSCRIPTIONS);
      main.set = new ArrayList<>(List.of("web.port=0", "store.url=jdbc:sqlite:warm.db"));
      start(main);
      return Main.FINE;
    } finally {
      delete(folder);
    }
  }

  private static void start(Main main) throws IOException, InterruptedException {
    try (Bellwire bellwire = new Bellwire(Configuration.wiring(main));
        HttpClient http = HttpClient.newHttpClient()) {
      WebServer web = bellwire.run();
      Instant end = Instant.now().plus(LONGEST);
      get(http, web, "/");
      get(http, web, "/api/desk");
      while (get(http, web, "/api/chats/desk/messages").length() < 100
          && Instant.now().isBefore(end)) {
        Thread.sleep(100);
      }
    }
  }

  private static String get(HttpClient http, WebServer web, String path)
      throws IOException, InterruptedException {
    URI url = URI.create("http://127.0.0.1:" + web.port() + path);
    HttpRequest request = HttpRequest.newBuilder(url).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
