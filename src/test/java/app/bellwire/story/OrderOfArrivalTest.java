package app.bellwire.story;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.article.Article;
import app.bellwire.fake.MemoryArticles;
import app.bellwire.fake.MemoryStories;
import app.bellwire.sample.SampleArticles;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The same wire, cut and stirred: the same events come of it.
class OrderOfArrivalTest {
  private static final int ITEMS = 200;

  /// How many of the 20 events of the written items come apart, or together, at most when each item
  /// is up to two hours late: 43 of the 55 are published within 22 minutes, so that hardly one
  /// stays in its place and updates come before first reports. Measured: 1 to 5.
  private static final long MOST_FRAGMENTS = 6;

  private final SampleArticles wire = new SampleArticles();

  /// An item of the wire and when it is read.
  private record Arrival(int number, Instant at) {}

  @ParameterizedTest
  @CsvSource({"1,5", "7,2000", "50,2000", "7,5", "50,5"})
  void batchesAndRestartsChangeNothing(int batch, int restart) {
    assertThat(placed(inOrder(ITEMS), batch, restart))
        .isEqualTo(placed(inOrder(ITEMS), 1, ITEMS + 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void lateArrivalsChangeNoMoreThanThis(int seed) {
    int written = wire.written();
    Map<Integer, Integer> inOrder = placed(inOrder(written), 1, ITEMS + 1);
    Map<Integer, Integer> stirred = placed(stirred(seed, written), 1, ITEMS + 1);
    assertThat(fragments(inOrder, stirred)).isLessThanOrEqualTo(MOST_FRAGMENTS);
    assertThat(fragments(stirred, inOrder)).isLessThanOrEqualTo(MOST_FRAGMENTS);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void anArticleAndItsRevisionAreOneEventInWhateverOrder(int seed) {
    Map<Integer, Integer> events = placed(stirred(seed, ITEMS), 1, 5);
    assertThat(events).hasSize(ITEMS);
    Map<String, Set<Integer>> byGuid =
        events.keySet().stream().collect(groupingBy(wire::guid, mapping(events::get, toSet())));
    assertThat(byGuid).hasSize(ITEMS - 1).allSatisfy((guid, own) -> assertThat(own).hasSize(1));
  }

  /// The events of `other` over which those of `one` are spread beyond one each.
  private static long fragments(Map<Integer, Integer> one, Map<Integer, Integer> other) {
    long cells =
        one.keySet().stream().map(n -> List.of(at(one, n), at(other, n))).distinct().count();
    return cells - one.values().stream().distinct().count();
  }

  private static int at(Map<Integer, Integer> events, int number) {
    return Objects.requireNonNull(events.get(number));
  }

  private List<Arrival> inOrder(int items) {
    return IntStream.range(0, items).mapToObj(n -> new Arrival(n, wire.at(n))).toList();
  }

  /// Each item comes up to two hours late.
  private List<Arrival> stirred(int seed, int items) {
    Random dice = new Random(seed);
    return inOrder(items).stream()
        .map(a -> new Arrival(a.number(), a.at().plusSeconds(dice.nextInt(7200))))
        .sorted(Comparator.comparing(Arrival::at).thenComparing(Arrival::number))
        .toList();
  }

  /// For each item the first item of its event: ids are given as articles come, and so differ where
  /// what stands between them does.
  private Map<Integer, Integer> placed(List<Arrival> arrivals, int batch, int restart) {
    MemoryStories stories = new MemoryStories();
    MemoryArticles articles = new MemoryArticles();
    AtomicLong ids = new AtomicLong(1_000_000);
    StoryTracker tracker = new LexicalStoryTracker(stories, articles, ids::incrementAndGet);
    Map<Long, Integer> firsts = new HashMap<>();
    Map<Integer, Integer> events = new HashMap<>();
    int count = 0;
    for (int from = 0; from < arrivals.size(); from += batch) {
      List<Arrival> now = arrivals.subList(from, Math.min(arrivals.size(), from + batch));
      List<Article> read =
          now.stream().map(a -> wire.article(a.number(), a.at(), ids::incrementAndGet)).toList();
      List<StoryTracker.Analysis> analyses = read.stream().map(tracker::analyse).toList();
      for (int i = 0; i < read.size(); i++) {
        articles.save(read.get(i));
        long event = tracker.place(read.get(i), analyses.get(i)).event().id();
        int number = now.get(i).number();
        firsts.putIfAbsent(event, number);
        events.put(number, Objects.requireNonNull(firsts.get(event)));
        if (++count % restart == 0) {
          tracker.forget();
        }
      }
    }
    return events;
  }
}
