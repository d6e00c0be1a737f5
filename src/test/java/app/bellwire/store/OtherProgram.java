package app.bellwire.store;

import app.bellwire.ledger.Outcome;
import app.bellwire.query.ParsedQuery;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// Another Bellwire, in a JVM of its own, that writes ledger entries and says each one after it is
/// committed.
final class OtherProgram implements AutoCloseable {
  private final Process process;
  private final BufferedReader said;

  private OtherProgram(Process process) {
    this.process = process;
    this.said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /// Runs until it is killed.
  public static void main(String[] args) {
    Database database = Database.open(args[0]);
    Stores stores = new Stores(database, () -> 1, () -> Instant.EPOCH, OtherProgram::noQuery);
    for (long id = database.highestId() + 1; ; id++) {
      stores.ledger().note(id, Instant.EPOCH, Outcome.TOLD, "");
      System.out.println(id);
    }
  }

  private static ParsedQuery noQuery(String text) {
    return new ParsedQuery.Invalid(text, 0, "", Optional.empty());
  }

  /// Returns once it has opened the store at `url` and written to it.
  static OtherProgram start(String url) throws IOException {
    OtherProgram other =
        new OtherProgram(
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    OtherProgram.class.getName(),
                    url)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    other.nextId();
    return other;
  }

  long pid() {
    return process.pid();
  }

  /// The next entry it has committed.
  long nextId() throws IOException {
    while (true) {
      String line = Objects.requireNonNull(said.readLine(), "the other program has ended");
      if (line.matches("\\d+")) {
        return Long.parseLong(line);
      }
    }
  }

  /// Kills it without a warning.
  ///
  /// @return the last entry it said it had committed
  long kill() throws IOException, InterruptedException {
    // By its handle: Process.destroyForcibly closes what it said before that is read.
    process.toHandle().destroyForcibly();
    process.waitFor();
    long last = 0;
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      last = line.matches("\\d+") ? Long.parseLong(line) : last;
    }
    return last;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
