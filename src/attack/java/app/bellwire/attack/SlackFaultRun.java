package app.bellwire.attack;

import app.bellwire.fake.ChatFault;
import app.bellwire.fake.ChatFault.How;
import app.bellwire.fake.SlackCounts.Lost;
import app.bellwire.fake.SlackFault;
import app.bellwire.fake.SlackFaults.Rule;
import app.bellwire.fake.SlackServer;
import app.bellwire.fake.SlackTranscript.Entry;
import app.bellwire.fake.SlackTranscript.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Spoils a tenth of the calls by which a [SlackRig] says something, and measures at the server
/// what came of it. Confined to the test.
final class SlackFaultRun {
  private static final String WORD = "amber";
  private static final String POST = "chat.postMessage";
  private static final String UPDATE = "chat.update";
  private static final double FAULTY = .1;
  private static final Duration LONG = Duration.ofMinutes(Size.of(3, 20));

  /// What may be told but the history of channels.
  private static final String[] NO_HISTORY = {
    "app_mentions:read",
    "channels:read",
    "chat:write",
    "commands",
    "groups:read",
    "im:history",
    "im:read",
    "im:write",
    "users:read"
  };

  /// @param lost stories that a channel did not get, by both
  /// @param unconfirmed channels where a message does not show what was added to it
  /// @param twice posts that came once more
  /// @param unexcused messages that came more often than their answer was lost
  /// @param uncertain calls that the program counts as such
  /// @param lostAnswers calls that were taken without a usable answer
  /// @param lostRequests calls that were neither taken nor refused in so many words
  record Result(
      int posts,
      int updates,
      double seconds,
      Set<String> lost,
      List<String> unconfirmed,
      int twice,
      Map<Lost, Integer> unexcused,
      int uncertain,
      int lostAnswers,
      int lostRequests,
      int violations) {}

  private final SlackRig rig;
  private final SlackServer server;

  SlackFaultRun(SlackRig rig) {
    this.rig = rig;
    this.server = rig.server();
  }

  /// The history of channels cannot be read.
  SlackFaultRun withoutHistory() {
    server.rules().scopes(NO_HISTORY);
    return this;
  }

  /// Tells `stories` to `count` channels; the first of them is confirmed by a second agency.
  Result run(int count, int stories) throws IOException {
    List<String> channels = rig.channels(count, 0);
    channels.forEach(channel -> rig.watches(channel, WORD));
    rig.twoAgencies();
    rig.start();
    rig.listening();
    begin();
    long began = System.nanoTime();
    String title = WORD + " confirmed by two";
    String text = "The barge was seen by a clerk and by a pilot.";
    rig.publishes(title, text);
    List<String> marks = rig.publishes(WORD, stories - 1);
    rig.until(LONG, () -> rig.posts().size() > count / 2);
    rig.confirms(title, text);
    rig.until(LONG, () -> Rig.lost(rig.notOnce(channels, marks)).isEmpty());
    rig.until(LONG, () -> unconfirmed(channels, title).isEmpty());
    rig.until(LONG, () -> rig.waiting() == 0);
    double seconds = (System.nanoTime() - began) / 1e9;
    int posts = rig.posts().size();
    int updates = server.transcript().of(Kind.UPDATE).size();
    return new Result(
        posts,
        updates,
        seconds,
        Rig.lost(rig.notOnce(channels, marks)),
        unconfirmed(channels, title),
        posts - count * stories,
        unexcused(),
        rig.uncertain(),
        server.counts().lostAnswers().values().stream().mapToInt(Integer::intValue).sum(),
        lostRequests(POST, posts) + lostRequests(UPDATE, updates),
        server.violations());
  }

  private List<String> unconfirmed(List<String> channels, String title) {
    return channels.stream()
        .filter(
            channel ->
                server.posts(channel).stream()
                    .noneMatch(
                        message ->
                            message.words().contains(title)
                                && message.words().contains("2 agencies")))
        .toList();
  }

  /// What was not taken and not refused, or refused in words that leave it open.
  private int lostRequests(String method, int taken) {
    int refused =
        server.counts().errors().entrySet().stream()
            .filter(error -> error.getKey().startsWith(method + " "))
            .filter(error -> !error.getKey().endsWith(" fatal_error"))
            .mapToInt(Map.Entry::getValue)
            .sum();
    return server.counts().calls(method) - taken - refused;
  }

  private void begin() {
    int hangs = Size.of(1, 10);
    rule(SlackFault.hang(), hangs, .02);
    rule(SlackFault.of(ChatFault.lostAnswer(How.HANG)), hangs, .02);
    List<SlackFault> quick =
        List.of(
            SlackFault.resetAfter(),
            SlackFault.resetBefore(),
            SlackFault.http500(),
            SlackFault.of(ChatFault.lostAnswer(How.BAD_GATEWAY)),
            SlackFault.of(ChatFault.lostAnswer(How.CUT)),
            SlackFault.of(ChatFault.lostAnswer(How.GARBAGE)),
            SlackFault.garbage(),
            SlackFault.error("fatal_error"),
            SlackFault.error("service_unavailable"),
            SlackFault.tooFast(Duration.ofSeconds(1)),
            SlackFault.slow(Duration.ofSeconds(2)));
    quick.forEach(fault -> rule(fault, Size.of(2, Integer.MAX_VALUE), FAULTY / quick.size()));
  }

  private void rule(SlackFault fault, int times, double chance) {
    for (String method : List.of(POST, UPDATE)) {
      server.faults().add(Rule.of(method, fault).times(times).chance(chance));
    }
  }

  /// What came more often than once without a lost answer for each time.
  private Map<Lost, Integer> unexcused() {
    Map<Lost, Integer> more = new HashMap<>();
    for (Entry post : rig.posts()) {
      more.merge(new Lost(post.channel(), post.message().text()), 1, Integer::sum);
    }
    Map<Lost, Integer> answers = server.counts().lostAnswers();
    more.replaceAll((message, times) -> times - 1 - answers.getOrDefault(message, 0));
    more.values().removeIf(times -> times <= 0);
    return more;
  }
}
