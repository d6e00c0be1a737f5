package app.bellwire.attack;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Publishes at a steady pace on the feeds of a [Wire]; each item is for one chat and tells of
/// something of its own, so that no two are one story. Thread-safe.
final class Newsdesk implements AutoCloseable {
  private static final List<String> WORDS =
      List.of(
          "amber",
          "basalt",
          "cobalt",
          "dolomite",
          "emerald",
          "feldspar",
          "granite",
          "hematite",
          "indigo",
          "jasper");
  private static final int FEEDS = 8;

  /// @param mark stands in its title and in its text, and nowhere else
  record Item(String chat, String mark) {}

  private final Wire wire;
  private final Random random;
  private final List<Item> published = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean heard;

  Newsdesk(Wire wire, long seed) {
    this.wire = wire;
    this.random = new Random(seed);
    IntStream.range(0, FEEDS)
        .forEach(feed -> wire.publishes("f" + feed, "Nothing to see " + feed, "A quiet day."));
  }

  /// The chats it writes for.
  static List<String> chats() {
    return IntStream.range(0, WORDS.size()).mapToObj(i -> Integer.toString(501 + i)).toList();
  }

  /// The lines of a configuration with its feeds, and a subscription for each chat.
  String config() {
    StringBuilder lines = new StringBuilder("limits: { alerts_per_day: 100000 }\nsources:\n");
    for (int feed = 0; feed < FEEDS; feed++) {
      lines.append(
          "  - { id: f%d, url: \"%s\", every: 1s, allow_private: true, backlog: all }%n"
              .formatted(feed, wire.url("f" + feed)));
    }
    lines.append("subscriptions:\n");
    for (int i = 0; i < WORDS.size(); i++) {
      lines.append(
          "  - { id: s%d, query: %s, to: \"telegram:%s\" }%n"
              .formatted(i, WORDS.get(i), chats().get(i)));
    }
    return lines.toString();
  }

  /// Whether somebody reads: nothing is published meanwhile else, or a feed would show only the
  /// latest of what nobody had time to read.
  void heard(boolean now) {
    heard = now;
  }

  /// Goes on until it is closed.
  void publish(int perSecond) {
    long pause = 1_000_000 / perSecond;
    var unused = clock.scheduleAtFixedRate(this::one, 0, pause, TimeUnit.MICROSECONDS);
  }

  private void one() {
    if (!heard) {
      return;
    }
    int number = published.size();
    int chat = random.nextInt(WORDS.size());
    String mark = word() + number;
    wire.publishes(
        "f" + random.nextInt(FEEDS),
        "%s %s %s".formatted(WORDS.get(chat), mark, word()),
        "The %s %s was noted as %s by %s.".formatted(word(), mark, word(), word()));
    published.add(new Item(chats().get(chat), mark));
  }

  private String word() {
    return Long.toString(random.nextLong(Long.MAX_VALUE / 2, Long.MAX_VALUE), 36);
  }

  List<Item> published() {
    return published;
  }

  /// Publishes nothing more.
  @Override
  public void close() {
    clock.close();
  }
}
