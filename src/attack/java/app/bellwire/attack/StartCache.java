package app.bellwire.attack;

import app.bellwire.fake.ChatServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// What makes a child start fast: the tests' class path as jars, and a start-up cache that was made
/// from a short run with it. Made once in a JVM. Without a cache the child starts as fast as it
/// can. Thread-safe.
final class StartCache {
  private static final Path HOME = Path.of("target/attack").toAbsolutePath();
  private static final String MAIN = "app.bellwire.app.ChaosMain";
  private static List<String> made = List.of();

  private StartCache() {}

  /// The start of a command line: the JVM with its options, class path and cache.
  static synchronized List<String> java() {
    if (made.isEmpty()) {
      made = make();
    }
    return made;
  }

  private static List<String> make() {
    try {
      Files.createDirectories(HOME);
      List<String> plain = new ArrayList<>();
      plain.add(ProcessHandle.current().info().command().orElse("java"));
      plain.add("@" + Path.of("config/jvm.options").toAbsolutePath());
      plain.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
      plain.addAll(List.of("-cp", jars(System.getProperty("java.class.path"))));
      Path cache = HOME.resolve("start.aot");
      Files.deleteIfExists(cache);
      train(with(plain, "-XX:AOTCacheOutput=" + cache));
      return Files.exists(cache) ? with(plain, "-XX:AOTCache=" + cache) : plain;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<String> with(List<String> options, String more) {
    return Stream.concat(options.stream(), Stream.of(more)).toList();
  }

  /// A cache is made of jars only.
  private static String jars(String classPath) {
    List<String> jars = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      jars.add(Files.isDirectory(Path.of(entry)) ? jar(entry, jars.size()) : entry);
    }
    return String.join(File.pathSeparator, jars);
  }

  private static String jar(String folder, int number) {
    String file = HOME.resolve("classes" + number + ".jar").toString();
    ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
    int code = tool.run(System.out, System.err, "--create", "--file", file, "-C", folder, ".");
    if (code != 0) {
      throw new IllegalStateException("no jar of " + folder);
    }
    return file;
  }

  /// One start, one alert, one end.
  private static void train(List<String> java) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(HOME, "train");
    try (ChatServer server = new ChatServer();
        Wire wire = new Wire();
        Program program = new Program(folder).startedBy(java, MAIN)) {
      wire.publishes("f", "Zinnober is found", "It was found in a quarry.");
      program.jvm("-Dchaos.server=" + server.url());
      program.config(
          "bellwire.yml",
          "sources: [ { id: f, url: \"%s\", every: 1s, allow_private: true, backlog: all } ]%n"
                  .formatted(wire.url("f"))
              + "subscriptions: [ { id: z, query: zinnober, to: \"telegram:501\" } ]\n");
      program.start();
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> program.healthy() && !server.ledger().entries().isEmpty());
      int unused = program.terminate(Duration.ofSeconds(60));
    }
  }
}
