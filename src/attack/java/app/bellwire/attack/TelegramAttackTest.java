package app.bellwire.attack;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.fake.FaultProxy;
import app.bellwire.fake.TelegramServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The running program on a Telegram that keeps to its limits, fails, goes away, and is full of
/// people.
class TelegramAttackTest {
  @TempDir Path folder;

  @Test
  void aBurstComesOnceToEveryChatAndUsesTheLimitsUp() throws Exception {
    try (TelegramRig rig = new TelegramRig(folder)) {
      TelegramLoad.Burst burst = new TelegramLoad(rig).burst(Size.of(100, 500), Size.of(6, 20));
      System.out.println("telegram burst: " + burst);
      assertThat(burst.violations()).isZero();
      assertThat(burst.refusals()).isEmpty();
      assertThat(burst.notOnce()).isEmpty();
      assertThat(burst.used()).isGreaterThanOrEqualTo(.95);
    }
  }

  @Test
  void ofManyFaultsNothingIsLostAndWhatComesTwiceIsCounted() throws Exception {
    try (TelegramRig rig = new TelegramRig(folder)) {
      TelegramLoad.Faults faults = new TelegramLoad(rig).faults(50, Size.of(5, 40));
      System.out.println("telegram faults: " + faults);
      assertThat(faults.lost()).isEmpty();
      assertThat(faults.unexcused()).isEmpty();
      assertThat(faults.uncertain()).isEqualTo(faults.lostAnswers() + faults.lostRequests());
      assertThat(faults.violations()).isZero();
    }
  }

  @Test
  void anItemIsToldWithinTwoSecondsAfterALook() throws Exception {
    try (TelegramRig rig = new TelegramRig(folder)) {
      TelegramLoad.Latency latency = new TelegramLoad(rig).latency(Size.of(20, 100));
      System.out.println("telegram latency: " + latency);
      assertThat(latency.p99()).isLessThanOrEqualTo(Duration.ofSeconds(3));
    }
  }

  @Test
  void afterAnOutageEverythingWasDoneAndToldOnce() throws Exception {
    Duration length = Duration.ofSeconds(Size.of(5, 600));
    try (TelegramServer server = new TelegramServer(31);
        FaultProxy door = TelegramOutage.door(server);
        TelegramRig rig = new TelegramRig(folder, server).through(door.url())) {
      TelegramOutage outage = new TelegramOutage(rig, door, length);
      List<TelegramOutage.Result> results =
          List.of(
              outage.fromTheStart(), outage.resets(), outage.secondPoller(), outage.unauthorized());
      results.forEach(result -> System.out.println("telegram outage: " + result));
      assertThat(results).allSatisfy(result -> assertThat(result.wrong()).isEmpty());
      assertThat(outage.sends()).isEqualTo(results.stream().mapToInt(r -> r.awaited()).sum());
      assertThat(rig.program().healthy()).isTrue();
    }
  }

  @Test
  void chatsThatMoveCloseAndOpenGetEachAlertOnce() throws Exception {
    try (TelegramRig rig = new TelegramRig(folder)) {
      TelegramChanges changes = new TelegramChanges(rig);
      changes.start();
      changes.migration();
      changes.blockHeard();
      changes.blockUnheard();
      changes.kickAndAdd();
      changes.topics();
      assertThat(changes.notOnce()).isEmpty();
      System.out.println("telegram changes: " + changes.alerts() + " alerts, each once");
    }
  }

  @Test
  void whatCannotBeReadKeepsNobodyWaiting() throws Exception {
    try (TelegramRig rig = new TelegramRig(folder)) {
      TelegramPoison.Result result = new TelegramPoison(rig).run(20, Size.of(5, 50));
      System.out.println("telegram poison: " + result);
      assertThat(result.wrong()).isEmpty();
      assertThat(result.left()).isZero();
    }
  }

  @Test
  void whateverFeedsSayIsToldAndIsInert() throws Exception {
    try (TelegramRig rig = new TelegramRig(folder)) {
      TelegramNaughty.Result result = new TelegramNaughty(rig).run(NaughtyStrings.all());
      System.out.println("telegram naughty: " + result);
      assertThat(result.refused()).isZero();
      assertThat(result.linked()).isEmpty();
      assertThat(result.lost()).isEmpty();
    }
  }

  @Test
  void whoMayNotChangesNothingAndIsTold() throws Exception {
    try (TelegramRig rig = new TelegramRig(folder)) {
      TelegramAuthority.Result result = new TelegramAuthority(rig).run();
      System.out.printf(
          "telegram authority: %d attempts, %d presses denied%n",
          result.attempts(), result.denied());
      assertThat(result.after()).isEqualTo(result.before());
      assertThat(result.unanswered()).isZero();
      assertThat(result.denied()).isPositive();
    }
  }
}
