package app.bellwire.attack;

import static org.awaitility.Awaitility.await;

import app.bellwire.fake.SlackDelivery;
import app.bellwire.fake.SlackServer;
import app.bellwire.fake.SlackTranscript.Entry;
import app.bellwire.fake.SlackTranscript.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Takes Slack away from a [SlackRig] in several ways, while people type and news comes, and counts
/// what became of it. Confined to the test.
final class SlackOutage {
  private static final int PEOPLE = 8;
  private static final String WORD = "amber";
  private static final String REFUSED = "Slack refuses the token";
  private static final String AGAIN_GOOD = "Slack takes the token again";
  private static final Duration SILENCE = Duration.ofSeconds(Size.of(12, 60));

  /// A program that has just begun does not say within its first minutes that anything is over, so
  /// that only the full size waits for it.
  private static final Duration OVER = Duration.ofMinutes(4);

  /// On top of what it takes until somebody is told.
  private static final Duration ODD = Duration.ofSeconds(Size.of(0, 60));

  /// What Slack sends again comes within this.
  private static final Duration AGAIN = Duration.ofMinutes(Size.of(1, 7));

  /// What was asked or told and did not come once, by what it was.
  ///
  /// @param kind of outage
  /// @param back how long after its end a command was acked
  record Result(
      String kind, Duration lasted, int awaited, Map<String, Integer> wrong, Duration back) {}

  private final SlackRig rig;
  private final SlackServer server;
  private final List<String> channels;
  private final Duration length;
  private int words;

  /// @param length of what can last as long as one likes
  SlackOutage(SlackRig rig, Duration length) throws IOException {
    this.rig = rig;
    this.server = rig.server();
    this.length = length;
    if (!Size.full()) {
      Duration soon = Duration.ofSeconds(4);
      server.rules().retries(Duration.ZERO, soon, soon, soon, soon, soon, soon);
    }
    channels = rig.channels(PEOPLE, PEOPLE);
    channels.forEach(channel -> rig.watches(channel, WORD));
    rig.start();
    rig.listening();
  }

  private String word() {
    return Rig.word(words++);
  }

  /// Slack takes connections back in the middle of commands.
  Result refresh() {
    Map<String, Integer> wrong = new TreeMap<>();
    Duration longest = Duration.ZERO;
    int times = Size.of(2, 50);
    for (int i = 0; i < times; i++) {
      Map<String, SlackDelivery> typed = new TreeMap<>();
      for (int person = 0; person < PEOPLE; person++) {
        String word = word();
        String channel = channels.get(person);
        typed.put(word, server.slash(SlackRig.person(person), channel, "sub " + word));
      }
      server.disconnects("refresh_requested");
      Duration back = back(System.nanoTime());
      longest = longest.compareTo(back) > 0 ? longest : back;
      typed.forEach((word, delivery) -> delivery.await());
      rig.until(() -> typed.keySet().stream().allMatch(word -> answers(word) > 0));
      typed.keySet().forEach(word -> note(wrong, word, answers(word)));
    }
    return new Result("refresh", Duration.ZERO, times * PEOPLE, wrong, longest);
  }

  private static void note(Map<String, Integer> wrong, String what, int times) {
    if (times != 1) {
      wrong.put(what, times);
    }
  }

  private int answers(String word) {
    return (int)
        server.transcript().of(Kind.EPHEMERAL).stream()
            .filter(entry -> entry.words().contains(word))
            .count();
  }

  /// All connections are cut in the middle of presses.
  Result drop() {
    Map<String, Integer> wrong = new TreeMap<>();
    Map<String, Entry> looks = new TreeMap<>();
    for (String channel : channels) {
      String word = word();
      server.slash(SlackRig.ANN, channel, "sub " + word).await();
      looks.put(word, server.transcript().await(Kind.EPHEMERAL, word));
    }
    Map<String, SlackDelivery> presses = new TreeMap<>();
    looks.forEach((word, look) -> presses.put(word, subscribes(look)));
    server.dropsSockets();
    long ended = System.nanoTime();
    List<String> asked = mentions();
    Duration back = back(ended);
    rig.until(() -> presses.values().stream().allMatch(p -> p.failed() || p.acked().isPresent()));
    presses.forEach(
        (word, press) -> {
          if (press.failed()) {
            server.pressesAgain(SlackRig.ANN, press).await();
          }
        });
    rig.until(() -> presses.keySet().stream().allMatch(word -> subscribed(word) > 0));
    presses.keySet().forEach(word -> note(wrong, word, subscribed(word)));
    answered(asked, wrong);
    return new Result("dropped", Duration.ZERO, 2 * PEOPLE, wrong, back);
  }

  private SlackDelivery subscribes(Entry look) {
    return server.presses(SlackRig.ANN, look.channel(), look.message().ts(), "Subscribe");
  }

  private int subscribed(String word) {
    return (int)
        rig.posts().stream()
            .filter(post -> post.words().contains("subscribed this channel: " + word))
            .count();
  }

  /// Connections are refused, and there is none.
  Result refused() {
    server.refusesConnections(true);
    server.dropsSockets();
    return during("refused", length, () -> server.refusesConnections(false));
  }

  /// Connections stand and are dead.
  Result silent() {
    server.goesSilent(true);
    return during("silent", SILENCE, () -> server.goesSilent(false));
  }

  private Result during(String kind, Duration lasts, Runnable end) {
    Map<String, Integer> wrong = new TreeMap<>();
    List<String> marks = rig.publishes(WORD, 2);
    List<String> asked = mentions();
    await().pollDelay(lasts).atMost(lasts.plusSeconds(60)).until(() -> true);
    end.run();
    Duration back = back(System.nanoTime());
    rig.until(() -> Rig.lost(rig.notOnce(channels, marks)).isEmpty());
    answered(asked, wrong);
    wrong.putAll(rig.notOnce(channels, marks));
    return new Result(kind, lasts, 3 * PEOPLE, wrong, back);
  }

  /// Everybody mentions the app.
  ///
  /// @return a word of each mention, which no other has
  private List<String> mentions() {
    List<String> asked = new ArrayList<>();
    for (int person = 0; person < PEOPLE; person++) {
      String word = word();
      String unused =
          server.says(SlackRig.person(person), channels.get(person), "@bellwire sub " + word);
      asked.add(word);
    }
    return asked;
  }

  /// Waits until all was answered, and notes what was not answered once.
  private void answered(List<String> asked, Map<String, Integer> wrong) {
    rig.until(AGAIN, () -> asked.stream().allMatch(word -> answers(word) > 0));
    asked.forEach(word -> note(wrong, word, answers(word)));
  }

  /// How long it takes until a command is acked.
  private Duration back(long since) {
    await()
        .pollInterval(Duration.ofMillis(50))
        .atMost(Rig.PATIENCE)
        .until(
            () -> {
              SlackDelivery help = server.slash(SlackRig.ANN, channels.getFirst(), "help");
              await().atMost(Rig.PATIENCE).until(() -> help.failed() || help.acked().isPresent());
              return help.acked().isPresent();
            });
    return Duration.ofNanos(System.nanoTime() - since);
  }

  /// The token is revoked, and good again.
  Result revoked() throws IOException {
    Map<String, Integer> wrong = new TreeMap<>();
    server.revokesToken();
    List<String> marks = rig.publishes(WORD, 2);
    rig.until(() -> desk(REFUSED) > 0);
    await().pollDelay(ODD).atMost(ODD.plusSeconds(60)).until(() -> true);
    note(wrong, "notices", desk(REFUSED));
    server.restores();
    Duration back = back(System.nanoTime());
    rig.until(AGAIN, () -> Rig.lost(rig.notOnce(channels, marks)).isEmpty());
    if (Size.full()) {
      rig.until(OVER, () -> desk(AGAIN_GOOD) > 0);
      note(wrong, "notices that it is over", desk(AGAIN_GOOD) + desk(REFUSED));
    }
    wrong.putAll(rig.notOnce(channels, marks));
    return new Result("revoked", ODD, 2 * PEOPLE, wrong, back);
  }

  /// How many messages of the desk say this as they stand.
  private int desk(String part) throws IOException {
    int found = 0;
    for (JsonNode message : rig.program().messages("desk")) {
      found += message.path("text").asText().contains(part) ? 1 : 0;
    }
    return found;
  }
}
