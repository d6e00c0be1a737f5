package app.bellwire.attack;

import static org.awaitility.Awaitility.await;

import app.bellwire.fake.SlackFault;
import app.bellwire.fake.SlackServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Kills the program of a [SlackRig] again and again while it tells news, and counts at the server
/// what came of it. Confined to the test.
final class SlackKillRun {
  private static final String WORD = "amber";

  /// Slack takes a message and answers so much later, now and then.
  private static final Duration LATE = Duration.ofMillis(800);

  private static final Duration LONG = Duration.ofMinutes(Size.of(3, 20));

  /// @param inFlight sends that the program had begun and not written down, at all kills
  /// @param notOnce how often a story came to a channel that did not get it once, by both
  record Result(
      int kills,
      int stories,
      int posts,
      int inFlight,
      double seconds,
      Map<String, Integer> notOnce) {}

  private final SlackRig rig;
  private final SlackServer server;
  private final Random random = new Random(41);
  private final List<String> marks = new ArrayList<>();
  private int inFlight;

  SlackKillRun(SlackRig rig) {
    this.rig = rig;
    this.server = rig.server();
  }

  Result run(int channels, int kills) throws Exception {
    List<String> all = rig.channels(channels, 0);
    all.forEach(channel -> rig.watches(channel, WORD));
    server.faults().often("chat.postMessage", .3, SlackFault.slow(LATE));
    long began = System.nanoTime();
    for (int kill = 0; kill < kills; kill++) {
      marks.addAll(rig.publishes(WORD, 2));
      startOrAgain(kill);
      int before = rig.posts().size();
      rig.until(() -> rig.posts().size() > before + channels / 4);
      Duration more = Duration.ofMillis(random.nextLong(1_500));
      await().pollDelay(more).atMost(Rig.PATIENCE).until(() -> true);
      rig.program().kill();
      inFlight += rig.sending();
    }
    rig.startAgain();
    rig.until(LONG, () -> Rig.lost(rig.notOnce(all, marks)).isEmpty());
    rig.until(LONG, () -> rig.waiting() == 0);
    return new Result(
        kills,
        marks.size(),
        rig.posts().size(),
        inFlight,
        (System.nanoTime() - began) / 1e9,
        rig.notOnce(all, marks));
  }

  private void startOrAgain(int kill) throws IOException {
    if (kill == 0) {
      rig.start();
    } else {
      rig.startAgain();
    }
  }
}
