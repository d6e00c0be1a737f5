package app.bellwire.attack;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.OnUncertain;
import app.bellwire.fake.ChatFault;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigtermAttackTest {
  @TempDir Path folder;

  @Test
  void aTermSignalUnderLoadEndsEverySendThatHasBegun() throws Exception {
    Books books = new Books.Sqlite(folder.resolve("data/bellwire.db"));
    try (DeliveryRun run = new DeliveryRun(folder, books, OnUncertain.RESEND)) {
      slow(run);
      run.publish();
      for (int i = 0; i < Size.of(5, 50); i++) {
        run.start();
        run.work(500, 2500);
        assertThat(run.terminate()).as("in flight after the end").isEmpty();
      }
      run.start();
      run.drain();
      System.out.println("SIGTERM " + run.summary());
      assertThat(run.terminate()).isEmpty();
      assertThat(run.lost()).isEmpty();
      assertThat(run.duplicates()).isEmpty();
      assertThat(run.states()).containsOnlyKeys("SENT");
    }
  }

  /// So that there are always sends in flight.
  private static void slow(DeliveryRun run) {
    run.server()
        .faults()
        .often(.5, new ChatFault.Slow(Duration.ofMillis(150)))
        .often(.05, new ChatFault.Slow(Duration.ofMillis(1500)));
  }
}
