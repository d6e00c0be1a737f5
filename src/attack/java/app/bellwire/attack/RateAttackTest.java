package app.bellwire.attack;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.fake.ChatServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A flood of alerts against a server that counts what comes too fast.
class RateAttackTest {
  @TempDir Path folder;

  @Test
  void aFloodKeepsToTheLimitsUsesThemUpAndLetsAnswersThrough() throws Exception {
    try (ChatServer server = new ChatServer(RateRun.LIMITS, 1);
        Sender sender = new Sender(folder, server, RateRun.LIMITS)) {
      RateRun.Burst burst =
          new RateRun(server, sender).burst(Size.of(600, 5_000), Size.of(120, 400));
      System.out.println(burst);
      assertThat(burst.violations()).isZero();
      assertThat(burst.used()).isGreaterThanOrEqualTo(.95);
      assertThat(burst.answers()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }
  }

  @Test
  void aBusyChatStarvesNoOther() throws Exception {
    try (ChatServer server = new ChatServer(RateRun.LIMITS, 1);
        Sender sender = new Sender(folder, server, RateRun.LIMITS)) {
      RateRun.Fair fair = new RateRun(server, sender).fair(1_000, Size.of(50, 300));
      System.out.println(fair);
      assertThat(fair.violations()).isZero();
      assertThat(fair.single()).isLessThan(Duration.ofSeconds(2));
    }
  }
}
