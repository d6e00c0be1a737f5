package app.bellwire.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What three invented agencies have published until a given instant. A dozen items are there when
/// the wire starts, dated back over three hours; then comes one every 20 to 40 seconds, for ever.
/// Items are numbered from 0; number, time and text follow from seed and start alone. Immutable.
final class SampleWire {
  private static final int PACE_SECONDS = 30;
  private static final int JITTER_SECONDS = 5;

  private final Stock stock;
  private final long seed;
  private final Instant start;
  private final Desk desk;

  /// What all wires are made of; read once.
  record Stock(Archive archive, Newsroom newsroom) {
    static Stock load() {
      Backgrounds backgrounds = Backgrounds.load();
      return new Stock(Archive.load(backgrounds), Newsroom.load(backgrounds));
    }
  }

  /// @param start when it began to publish, taken to the second
  SampleWire(Stock stock, long seed, Instant start) {
    this.stock = stock;
    this.seed = seed;
    this.start = start.truncatedTo(ChronoUnit.SECONDS);
    this.desk = new Desk(this.start);
  }

  /// How many items were published until `now`: those with a number below.
  int count(Instant now) {
    int atOnce = stock.archive().minutesBefore().size();
    long slots = Math.max(0, Duration.between(start, now).toSeconds() / PACE_SECONDS + 1);
    int count = Math.toIntExact(atOnce + slots);
    while (count > atOnce && at(count - 1).isAfter(now)) {
      count--;
    }
    return count;
  }

  /// When item `number` is published.
  Instant at(int number) {
    List<Integer> before = stock.archive().minutesBefore();
    if (number < before.size()) {
      return start.minus(Duration.ofMinutes(before.get(number)));
    }
    long slot = number - before.size() + 1L;
    int jitter = new Dice(seed).below(2 * JITTER_SECONDS + 1, "jitter", slot) - JITTER_SECONDS;
    return start.plusSeconds(slot * PACE_SECONDS + jitter);
  }

  /// Item `number`, whether or not its time has come.
  WireItem item(int number) {
    Archive archive = stock.archive();
    if (number >= archive.size()) {
      Draft draft = stock.newsroom().draft(seed, number - archive.size());
      return desk.set(draft, number, at(number), at(number));
    }
    int original = archive.original(number);
    return desk.set(archive.reports().get(number).draft(), original, at(original), at(number));
  }

  /// The last `most` items of the first `count`, newest first; of a revised item only the newest
  /// text.
  List<WireItem> newest(int most, int count) {
    List<WireItem> items = new ArrayList<>();
    Set<String> guids = new HashSet<>();
    for (int number = count - 1; number >= Math.max(0, count - most); number--) {
      WireItem item = item(number);
      if (guids.add(item.guid())) {
        items.add(item);
      }
    }
    return items;
  }
}
