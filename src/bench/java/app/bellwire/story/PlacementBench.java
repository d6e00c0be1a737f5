package app.bellwire.story;

import app.bellwire.article.Article;
import app.bellwire.article.ArticleNormalizer;
import app.bellwire.article.RawItem;
import app.bellwire.fake.MemoryArticles;
import app.bellwire.fake.MemoryStories;
import app.bellwire.source.Backlog;
import app.bellwire.source.Source;
import app.bellwire.source.SourceId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// From an article to its place, with 50,000 articles of 5,000 live events in memory. The texts are
/// made of invented words as common as words are in a language (Zipf), with names and a vocabulary
/// of its own for each event. Prints what the window takes.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
@SuppressWarnings("NullAway.Init")
public class PlacementBench {
  private static final int EVENTS = 5_000;
  private static final int ARTICLES = 50_000;
  private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");

  private final AtomicLong ids = new AtomicLong();
  private final ArticleNormalizer normalizer =
      new ArticleNormalizer(ids::incrementAndGet, text -> "en");
  private final Random random = new Random(11);
  private final MemoryArticles articles = new MemoryArticles();
  private LexicalStoryTracker tracker;
  private Article next;
  private int read = ARTICLES;

  @Setup(Level.Trial)
  public void fill() {
    tracker = new LexicalStoryTracker(new MemoryStories(), articles, ids::incrementAndGet);
    long before = used();
    long opened = 0;
    for (int i = 0; i < ARTICLES; i++) {
      Article article = article(i);
      articles.save(article);
      StoryUpdate update = tracker.place(article, tracker.analyse(article));
      opened += update.novelty() == Novelty.FIRST ? 1 : 0;
    }
    long all = used();
    tracker.forget();
    long without = used();
    System.out.printf(
        "%n%,d articles, %,d events; in memory %,d KiB, of it %,d KiB the window%n",
        ARTICLES, opened, (all - before) / 1024, (all - without) / 1024);
    next();
    place();
  }

  /// Every article is a new one.
  @Setup(Level.Invocation)
  public void next() {
    next = article(read++);
    articles.save(next);
  }

  @Benchmark
  public StoryUpdate place() {
    return tracker.place(next, tracker.analyse(next));
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /// All of them are written within a day and a half: every event is live.
  private Article article(int number) {
    int event = random.nextInt(EVENTS);
    Random own = new Random(event * 31L);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      names.add("Name" + letters(own.nextInt(60_000)));
    }
    StringBuilder text = new StringBuilder();
    for (int paragraph = 0; paragraph < 8; paragraph++) {
      for (int sentence = 0; sentence < 2; sentence++) {
        text.append(names.get(random.nextInt(names.size())));
        for (int word = 0; word < 18; word++) {
          text.append(' ').append(random.nextInt(4) == 0 ? topical(event, random) : common(random));
        }
        text.append(". ");
      }
      text.append("</p><p>");
    }
    Instant at = START.plus(Duration.ofSeconds(number * 2L));
    String headline =
        names.get(0) + " " + topical(event, random) + " " + names.get(1) + " " + common(random);
    String agency = "Agency " + random.nextInt(40);
    Source source =
        new Source(
            new SourceId("s" + number % 40),
            URI.create("https://example.org/"),
            Optional.empty(),
            Backlog.ALL,
            false,
            Optional.of(agency),
            ZoneOffset.UTC);
    RawItem item =
        new RawItem(
            "g" + number, headline, null, at, null, List.of(), "", "<p>" + text + "</p>", null);
    return normalizer.normalize(item, source, at);
  }

  private static String topical(int event, Random random) {
    return "w" + letters(event * 40 + random.nextInt(40));
  }

  /// Of 20,000 words, the first being the most common.
  private static String common(Random random) {
    return "c" + letters((int) Math.pow(20_000, random.nextDouble()));
  }

  private static String letters(int number) {
    StringBuilder letters = new StringBuilder();
    for (int rest = number + 26; rest > 0; rest /= 26) {
      letters.append((char) ('a' + rest % 26));
    }
    return letters.append("o").toString();
  }
}
