package app.bellwire.attack;

import app.bellwire.fake.SlackDelivery;
import app.bellwire.fake.SlackServer;
import app.bellwire.fake.SlackTranscript.Entry;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// Gives a [SlackRig] much to tell and many commands, and measures at the server what came of it.
/// Confined to the test.
final class SlackLoad {
  private static final String WORD = "amber";
  private static final Duration LONG = Duration.ofMinutes(Size.of(2, 15));
  private static final List<String> ASKED =
      List.of("help", "list", "status", "sources", "find " + WORD, "sub ");

  /// @param waiting alerts in the outbox when the commands were typed
  /// @param p99 of the time from a command to its ack
  /// @param unacked commands that Slack gave up
  /// @param notOnce answers that came to somebody who did not get just one, by the person
  record Commands(
      int commands,
      int waiting,
      Duration median,
      Duration p99,
      int unacked,
      Map<String, Integer> notOnce) {}

  /// @param violations calls that came too fast
  /// @param errors calls that were refused, by the reason
  /// @param notOnce how often a story came to a channel that did not get it once, by both
  /// @param outOfOrder channels that did not get the stories in their order
  record Burst(
      int posts,
      double seconds,
      int violations,
      Map<String, Integer> errors,
      Map<String, Integer> notOnce,
      List<String> outOfOrder) {}

  private final SlackRig rig;
  private final SlackServer server;

  SlackLoad(SlackRig rig) {
    this.rig = rig;
    this.server = rig.server();
  }

  /// Lets so many people type a command at once, while `channels` wait for `stories` each.
  Commands commands(int people, int channels, int stories) throws IOException, SQLException {
    List<String> all = rig.channels(channels, people);
    all.forEach(channel -> rig.watches(channel, WORD));
    rig.start();
    rig.listening();
    List<String> marks = rig.publishes(WORD, stories);
    rig.until(() -> rig.rows().size() >= channels * stories);
    int waiting = rig.waiting();
    int before = server.transcript().size();
    typeAtOnce(people, all);
    rig.until(() -> answers(people, before).values().stream().noneMatch(times -> times == 0));
    rig.until(LONG, () -> Rig.lost(rig.notOnce(all, marks)).isEmpty());
    Map<String, Integer> answers = answers(people, before);
    answers.values().removeIf(times -> times == 1);
    answers.putAll(rig.notOnce(all, marks));
    List<Duration> acks = server.ackTimes();
    return new Commands(
        people,
        waiting,
        Rig.quantile(acks, .5),
        Rig.quantile(acks, .99),
        server.unacked(),
        answers);
  }

  private void typeAtOnce(int people, List<String> channels) {
    var typed = new ConcurrentLinkedQueue<SlackDelivery>();
    try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < people; i++) {
        int number = i;
        hands.execute(() -> typed.add(typed(number, channels.get(number % channels.size()))));
      }
    }
    typed.forEach(delivery -> rig.until(() -> delivery.acked().isPresent() || delivery.failed()));
  }

  private SlackDelivery typed(int number, String channel) {
    String asked = ASKED.get(number % ASKED.size());
    String words = asked.endsWith(" ") ? asked + Rig.word(number) : asked;
    return server.slash(SlackRig.person(number), channel, words);
  }

  /// How many answers each of so many people got.
  private Map<String, Integer> answers(int people, int after) {
    Map<String, Integer> answers = new TreeMap<>();
    for (int i = 0; i < people; i++) {
      String person = SlackRig.person(i);
      long times =
          server.transcript().entries().stream()
              .filter(entry -> entry.order() > after && entry.user().equals(person))
              .count();
      answers.put(person, (int) times);
    }
    return answers;
  }

  /// Tells `stories` to `count` channels.
  Burst burst(int count, int stories) throws IOException {
    List<String> channels = rig.channels(count, 0);
    channels.forEach(channel -> rig.watches(channel, WORD));
    rig.start();
    rig.listening();
    List<String> marks = rig.publishes(WORD, stories);
    rig.until(LONG, () -> rig.posts().size() >= count * stories);
    rig.drained();
    List<Entry> posts = rig.posts();
    return new Burst(
        posts.size(),
        (posts.getLast().nanos() - posts.getFirst().nanos()) / 1e9,
        server.violations(),
        server.counts().errors(),
        rig.notOnce(channels, marks),
        outOfOrder(posts, marks));
  }

  private static List<String> outOfOrder(List<Entry> posts, List<String> marks) {
    Map<String, List<Integer>> orders =
        posts.stream()
            .collect(
                Collectors.groupingBy(
                    Entry::channel,
                    Collectors.mapping(post -> story(post, marks), Collectors.toList())));
    return orders.entrySet().stream()
        .filter(order -> !order.getValue().stream().sorted().toList().equals(order.getValue()))
        .map(order -> order.getKey() + " " + order.getValue())
        .toList();
  }

  private static int story(Entry post, List<String> marks) {
    List<String> told = new ArrayList<>(marks);
    told.removeIf(mark -> !post.words().contains(mark));
    return told.isEmpty() ? -1 : marks.indexOf(told.getFirst());
  }
}
