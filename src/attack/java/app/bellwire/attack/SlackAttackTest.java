package app.bellwire.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The running program on a Slack that keeps to its limits, fails, goes away, and is full of
/// people.
class SlackAttackTest {
  @TempDir Path folder;

  @Test
  void commandsAreAckedAtOnceAndAnsweredOnceWhileAlertsWait() throws Exception {
    try (SlackRig rig = new SlackRig(folder)) {
      SlackLoad.Commands commands =
          new SlackLoad(rig).commands(Size.of(20, 50), Size.of(10, 20), Size.of(20, 50));
      System.out.println("slack commands: " + commands);
      assertThat(commands.p99()).isLessThanOrEqualTo(Duration.ofMillis(500));
      assertThat(commands.unacked()).isZero();
      assertThat(commands.notOnce()).isEmpty();
    }
  }

  @Test
  void aBurstComesOnceAndInOrderToEveryChannel() throws Exception {
    try (SlackRig rig = new SlackRig(folder)) {
      SlackLoad.Burst burst = new SlackLoad(rig).burst(Size.of(40, 200), Size.of(4, 20));
      System.out.println("slack burst: " + burst);
      assertThat(burst.violations()).isZero();
      assertThat(burst.errors()).isEmpty();
      assertThat(burst.notOnce()).isEmpty();
      assertThat(burst.outOfOrder()).isEmpty();
    }
  }

  @Test
  void ofManyFaultsNothingIsLostAndOnlyThatComesTwiceOfWhichNothingCanBeRead() throws Exception {
    try (SlackRig rig = new SlackRig(folder.resolve("read"));
        SlackRig unread = new SlackRig(folder.resolve("unread"));
        ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<SlackFaultRun.Result> without =
          both.submit(() -> faults(new SlackFaultRun(unread).withoutHistory()));
      SlackFaultRun.Result with = faults(new SlackFaultRun(rig));
      sound(with);
      assertThat(with.twice()).isZero();
      sound(without.get());
      assertThat(without.get().twice()).isPositive();
    }
  }

  private static SlackFaultRun.Result faults(SlackFaultRun run) throws IOException {
    SlackFaultRun.Result result = run.run(Size.of(75, 200), Size.of(2, 10));
    System.out.println("slack faults: " + result);
    return result;
  }

  private static void sound(SlackFaultRun.Result result) {
    assertThat(result.lost()).isEmpty();
    assertThat(result.unconfirmed()).isEmpty();
    assertThat(result.unexcused()).isEmpty();
    assertThat(result.uncertain()).isEqualTo(result.lostAnswers() + result.lostRequests());
    assertThat(result.violations()).isZero();
  }

  @Test
  void afterAnOutageCommandsWorkSoonAndEverythingWasDoneOnce() throws Exception {
    try (SlackRig rig = new SlackRig(folder)) {
      SlackOutage outage = new SlackOutage(rig, Duration.ofSeconds(Size.of(8, 60)));
      List<SlackOutage.Result> results =
          List.of(
              outage.refresh(), outage.drop(), outage.refused(), outage.silent(), outage.revoked());
      results.forEach(result -> System.out.println("slack outage: " + result));
      assertThat(results).allSatisfy(result -> assertThat(result.wrong()).isEmpty());
      assertThat(results)
          .allSatisfy(
              result -> assertThat(result.back()).isLessThanOrEqualTo(Duration.ofSeconds(10)));
      assertThat(rig.program().healthy()).isTrue();
    }
  }

  @Test
  void whateverFeedsAndPeopleSayIsTakenAndIsText() throws Exception {
    try (SlackRig rig = new SlackRig(folder)) {
      SlackNaughty.Result result = new SlackNaughty(rig).run(NaughtyStrings.all());
      System.out.println("slack naughty: " + result);
      assertThat(result.refused()).isEmpty();
      assertThat(result.complaints()).isEmpty();
      assertThat(result.acting()).isEmpty();
      assertThat(result.garbled()).isEmpty();
      assertThat(result.lost()).isEmpty();
      assertThat(result.subscribed()).isPositive();
    }
  }

  @Test
  void whatSlackDidNotSignIsRefusedAndLeavesNoTrace() throws Exception {
    try (SlackRig rig = new SlackRig(folder)) {
      SlackSignatures signatures = new SlackSignatures(rig, Size.of(100, 1_000));
      signatures.start();
      signatures.good();
      SlackSignatures.Result result = signatures.bad();
      System.out.println("slack signatures: " + result);
      assertThat(result.taken()).isEmpty();
      assertThat(result.answered()).isZero();
      assertThat(result.logged()).isZero();
    }
  }

  @Test
  void whateverIsKilledEachStoryComesOnceToEveryChannel() throws Exception {
    try (SlackRig rig = new SlackRig(folder)) {
      SlackKillRun.Result result = new SlackKillRun(rig).run(Size.of(20, 60), Size.of(3, 30));
      System.out.println("slack kills: " + result);
      assertThat(result.notOnce()).isEmpty();
      assertThat(result.inFlight()).isPositive();
    }
  }

  @Test
  void whoMayNotChangesNothingAndIsTold() throws Exception {
    try (SlackRig rig = new SlackRig(folder)) {
      SlackAuthority.Result result = new SlackAuthority(rig).run();
      System.out.printf(
          "slack authority: %d attempts, %d denied%n", result.attempts(), result.denied());
      assertThat(result.after()).isEqualTo(result.before());
      assertThat(result.unanswered()).isEmpty();
      assertThat(result.denied()).isPositive();
    }
  }
}
