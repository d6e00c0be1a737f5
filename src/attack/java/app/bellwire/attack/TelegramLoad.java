package app.bellwire.attack;

import app.bellwire.fake.ChatFault;
import app.bellwire.fake.ChatFault.How;
import app.bellwire.fake.TelegramCounts.Lost;
import app.bellwire.fake.TelegramFault;
import app.bellwire.fake.TelegramFaults.Rule;
import app.bellwire.fake.TelegramServer;
import app.bellwire.fake.TelegramTranscript.Entry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Gives a [TelegramRig] much to tell and measures at the server what came of it. Confined to the
/// test.
final class TelegramLoad {
  private static final String WORD = "amber";
  private static final int OVERALL = 30;
  private static final double FAULTY = .1;
  private static final Duration LONG = Duration.ofMinutes(Size.of(2, 15));

  /// @param violations calls that came too fast
  /// @param refusals calls that were refused, by the reason
  /// @param notOnce how often a story came to a chat that did not get it once, by both
  /// @param used share of the overall limit that was used from the first send to the last
  record Burst(
      int sends,
      double seconds,
      int violations,
      Map<String, Integer> refusals,
      Map<String, Integer> notOnce,
      double used) {}

  /// @param lost stories that a chat did not get, by both
  /// @param twice sends that came once more
  /// @param unexcused messages that came more often than their answer was lost
  /// @param uncertain sends that the program counts as such
  /// @param lostAnswers messages that were taken without a usable answer
  /// @param lostRequests calls that were neither taken nor refused
  record Faults(
      int sends,
      double seconds,
      Set<String> lost,
      int twice,
      Map<Lost, Integer> unexcused,
      int uncertain,
      int lostAnswers,
      int lostRequests,
      int refused,
      int violations) {}

  /// From the moment at which an item is shown to the moment at which its message is taken.
  record Latency(int items, Duration median, Duration p99) {}

  private final TelegramRig rig;
  private final TelegramServer server;

  TelegramLoad(TelegramRig rig) {
    this.rig = rig;
    this.server = rig.server();
  }

  /// Tells `stories` to `count` chats, every tenth a group.
  Burst burst(int count, int stories) throws IOException, InterruptedException {
    List<Long> chats = chats(count);
    chats.forEach(chat -> rig.watches(chat, WORD));
    server.limit(TelegramServer.namedLimits(1));
    rig.forget().paced().start();
    List<String> marks = rig.publishes(WORD, stories);
    rig.until(LONG, () -> rig.sends().size() >= count * stories);
    rig.drained();
    List<Entry> sends = rig.sends();
    double seconds = (sends.getLast().nanos() - sends.getFirst().nanos()) / 1e9;
    return new Burst(
        sends.size(),
        seconds,
        server.counts().violations(),
        server.counts().errors(),
        rig.notOnce(chats, marks),
        (sends.size() - 1) / seconds / OVERALL);
  }

  private List<Long> chats(int count) {
    List<Long> chats = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      long person = 501 + i;
      rig.person(person);
      if (i % 10 == 0) {
        rig.group(-1_000_501 - i, person);
      }
      chats.add(i % 10 == 0 ? -1_000_501 - i : person);
    }
    return chats;
  }

  /// Tells `stories` to each of `count` people while one call in ten goes wrong.
  Faults faults(int count, int stories) throws IOException, InterruptedException {
    List<Long> chats = new ArrayList<>();
    for (long person = 501; person < 501 + count; person++) {
      rig.person(person).watches(person, WORD);
      chats.add(person);
    }
    rig.forget().start();
    begin();
    long began = System.nanoTime();
    List<String> marks = rig.publishes(WORD, stories);
    rig.until(LONG, () -> Rig.lost(rig.notOnce(chats, marks)).isEmpty());
    rig.drained();
    double seconds = (System.nanoTime() - began) / 1e9;
    int sends = rig.sends().size();
    Map<Lost, Integer> answers = server.counts().lostAnswers();
    int refused = server.counts().errors("sendMessage");
    return new Faults(
        sends,
        seconds,
        Rig.lost(rig.notOnce(chats, marks)),
        sends - count * stories,
        unexcused(answers),
        rig.uncertain(),
        answers.values().stream().mapToInt(Integer::intValue).sum(),
        server.counts().calls("sendMessage") - sends - refused,
        refused,
        server.counts().violations());
  }

  private void begin() {
    int hangs = Size.of(1, 10);
    rule(TelegramFault.of(ChatFault.lostAnswer(How.HANG)), hangs, .02);
    rule(TelegramFault.of(ChatFault.lostRequest(How.HANG)), hangs, .02);
    List<TelegramFault> quick =
        List.of(
            TelegramFault.of(ChatFault.lostAnswer(How.RESET)),
            TelegramFault.of(ChatFault.lostRequest(How.RESET)),
            TelegramFault.of(ChatFault.lostAnswer(How.BAD_GATEWAY)),
            TelegramFault.of(ChatFault.lostRequest(How.BAD_GATEWAY)),
            TelegramFault.of(ChatFault.lostAnswer(How.CUT)),
            TelegramFault.of(ChatFault.lostAnswer(How.GARBAGE)),
            TelegramFault.of(new ChatFault.Slow(Duration.ofSeconds(2))),
            TelegramFault.of(new ChatFault.TooFast(Duration.ofSeconds(1))),
            new TelegramFault.WithoutOk(true),
            new TelegramFault.WithoutOk(false));
    quick.forEach(fault -> rule(fault, Integer.MAX_VALUE, FAULTY / quick.size()));
  }

  private void rule(TelegramFault fault, int times, double chance) {
    server.faults().add(Rule.of("sendMessage", fault).times(times).chance(chance));
  }

  /// What came more often than once without a lost answer for each time.
  private Map<Lost, Integer> unexcused(Map<Lost, Integer> answers) {
    Map<Lost, Integer> more = new HashMap<>();
    rig.sends().forEach(entry -> more.merge(new Lost(entry.chat(), entry.text()), 1, Integer::sum));
    more.replaceAll((message, times) -> times - 1 - answers.getOrDefault(message, 0));
    more.values().removeIf(times -> times <= 0);
    return more;
  }

  /// Shows `items` one after another, each for a person of its own.
  Latency latency(int items) throws IOException, InterruptedException {
    for (int i = 0; i < items; i++) {
      rig.person(501 + i).watches(501 + i, Rig.word(i));
    }
    rig.forget().start();
    List<Duration> waits = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      long shown = System.nanoTime();
      String mark = rig.publishes(Rig.word(i));
      waits.add(Duration.ofNanos(rig.told(501 + i, mark).nanos() - shown));
    }
    return new Latency(items, Rig.quantile(waits, .5), Rig.quantile(waits, .99));
  }
}
