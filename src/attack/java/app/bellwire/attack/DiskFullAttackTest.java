package app.bellwire.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import app.bellwire.chat.OnUncertain;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFullAttackTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void aFullDiskStopsWhatCannotBeRecordedUntilThereIsRoom() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    assumeThat(command("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", data.toString()))
        .as("root may mount here")
        .isZero();
    try {
      attack(data);
    } finally {
      command("umount", "-l", data.toString());
    }
  }

  private void attack(Path data) throws Exception {
    Books books = new Books.Sqlite(data.resolve("bellwire.db"));
    try (DeliveryRun run = new DeliveryRun(folder, books, OnUncertain.RESEND)) {
      run.publish();
      run.start();
      for (int cycle = 0; cycle < 3; cycle++) {
        run.work(1000, 3000);
        Path ballast = fill(data.resolve("ballast"));
        await().atMost(PATIENCE).until(() -> says(run, 503, "is full"));
        int before = sent(run);
        run.work(4000, 4001);
        assertThat(sent(run) - before).as("sent while nothing can be recorded").isZero();
        Files.delete(ballast);
        await().atMost(PATIENCE).until(() -> says(run, 200, ""));
      }
      run.drain();
      System.out.println("disk full " + run.summary());
      assertThat(run.terminate()).isEmpty();
      assertThat(run.lost()).isEmpty();
      assertThat(run.duplicates()).isEmpty();
      assertThat(recorded(run)).isEqualTo(run.server().ledger().deliveries().keySet());
      assertThat(books.sound()).isTrue();
    }
  }

  private static int sent(DeliveryRun run) {
    return run.server().ledger().entries().size();
  }

  private static Set<String> recorded(DeliveryRun run) throws Exception {
    Set<String> all = new HashSet<>(run.states().getOrDefault("SENT", Set.of()));
    all.addAll(run.states().getOrDefault("UNCERTAIN", Set.of()));
    return all;
  }

  private static boolean says(DeliveryRun run, int status, String words) throws IOException {
    var answer = run.program().get("/healthz");
    return answer.statusCode() == status && answer.body().contains(words);
  }

  /// Takes all the room there is.
  private static Path fill(Path ballast) throws IOException {
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(new byte[4096]);
      }
    } catch (IOException full) {
      return ballast;
    }
  }

  private static int command(String... line) throws IOException, InterruptedException {
    return new ProcessBuilder(line)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
