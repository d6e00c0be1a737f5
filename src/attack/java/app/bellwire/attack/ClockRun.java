package app.bellwire.attack;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;

/// A chat with a digest once a day, another that is told at once, and a clock moved under the
/// running program: forward and back, over the time of the digest and over it again. Confined to
/// one thread.
final class ClockRun implements AutoCloseable {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration HALF_A_DAY = Duration.ofHours(12);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /// Longer than it takes the program to see that a digest is due and to send it.
  private static final Duration TWO_TICKS = Duration.ofSeconds(Size.of(20, 35));

  /// A day whose digest the run is about.
  record Day(String date, String time, String zone) {
    String name() {
      return zone.replace('/', '-') + "-" + date;
    }

    /// When the digest is due: the first of two such times, and the end of the gap it is in.
    Instant due() {
      return due(LocalDate.parse(date));
    }

    Instant dueOnTheNextDay() {
      return due(LocalDate.parse(date).plusDays(1));
    }

    private Instant due(LocalDate day) {
      ZoneId at = ZoneId.of(zone);
      LocalDateTime local = day.atTime(LocalTime.parse(time));
      ZoneOffsetTransition change = at.getRules().getTransition(local);
      boolean wholeDay = change != null && change.getDuration().toHours() >= 24;
      return change != null && change.isGap() && !wholeDay
          ? change.getInstant()
          : local.atZone(at).toInstant();
    }
  }

  private final Day day;
  private final Path folder;
  private final Wire wire = new Wire();
  private final Program program;
  private final long began = System.nanoTime();
  private final List<String> told = new ArrayList<>();
  private final Random random = new Random(17);
  private volatile Duration ahead = Duration.ZERO;

  ClockRun(Path folder, Day day, Path faketime) throws IOException {
    this.day = day;
    this.folder = folder;
    Files.createDirectories(folder);
    wire.dated(this::now);
    // Only the wall clock is moved: waits, which go by the other clock, last as long as they say,
    // and files keep their times, by which the JVM knows its start-up cache.
    program =
        new Program(folder)
            .startedBy(StartCache.java(), "app.bellwire.app.ChaosMain")
            .environment("LD_PRELOAD", faketime.toString())
            .environment("FAKETIME_TIMESTAMP_FILE", folder.resolve("clock").toString())
            .environment("FAKETIME_CACHE_DURATION", "1")
            .environment("DONT_FAKE_MONOTONIC", "1")
            .environment("FAKETIME_FORCE_MONOTONIC_FIX", "0")
            .environment("NO_FAKE_STAT", "1");
    program.config(
        "bellwire.yml",
        """
        sources: [ { id: f, url: "%s", every: 1s, allow_private: true, backlog: all } ]
        subscriptions:
          - { id: d, query: zinnober, to: local:digest, deliver: "digest %s", zone: %s }
          - { id: n, query: zinnober, to: local:now }
        """
            .formatted(wire.url("f"), day.time(), day.zone()));
  }

  private Instant now() {
    return Instant.now().plus(ahead);
  }

  private void clockShows(Instant time) throws IOException {
    ahead = Duration.between(Instant.now(), time);
    Path fresh = folder.resolve("clock.new");
    Files.writeString(fresh, "%+.3f".formatted(ahead.toMillis() / 1000.0));
    Files.move(fresh, folder.resolve("clock"), StandardCopyOption.ATOMIC_MOVE);
  }

  void beforeTheTime() throws IOException {
    clockShows(day.due().minus(HALF_A_DAY));
    publishes("amber");
    program.start();
    until("started", program::healthy);
    until("told at once", () -> isTold("amber"));
    clockShows(now().minus(HOUR));
    notice();
    publishes("andesite");
    until("told before the chat subscribed", () -> isTold("andesite"));
    digestsAre(0);
  }

  void overTheTime() throws IOException {
    clockShows(day.due().minusSeconds(3));
    until("told in a digest", () -> digests().size() == 1);
  }

  void backAnHourAndOverItAgain() throws IOException {
    clockShows(now().minus(HOUR));
    notice();
    publishes("basalt");
    until("told after an hour back", () -> isTold("basalt"));
    clockShows(day.due().minusSeconds(3));
    pass();
    digestsAre(1);
  }

  /// What is read at the moment at which the clock is set is told at once, too.
  void onAnHour() throws IOException {
    clockShows(day.due().plus(HOUR).minusSeconds(3));
    publishes("cobalt");
    until("told after an hour on", () -> isTold("cobalt"));
    pass();
    digestsAre(1);
  }

  void onADay() throws IOException {
    clockShows(day.dueOnTheNextDay().minusSeconds(3));
    until("told in the next digest", () -> digests().size() == 2);
    publishes("dolomite");
    until("told after a day on", () -> isTold("dolomite"));
    pass();
    digestsAre(2);
  }

  /// Something of its own each time, so that no two are one story.
  private void publishes(String subject) {
    told.add(subject);
    wire.publishes(
        "f",
        "Zinnober %s %s".formatted(subject, word()),
        "The %s %s was noted as %s by %s.".formatted(word(), subject, word(), word()));
  }

  private String word() {
    return Long.toString(random.nextLong(Long.MAX_VALUE / 2, Long.MAX_VALUE), 36);
  }

  private boolean isTold(String subject) throws IOException {
    return texts("now").stream().anyMatch(text -> text.contains(subject));
  }

  private List<String> digests() throws IOException {
    return texts("digest");
  }

  private List<String> texts(String chat) throws IOException {
    List<String> texts = new ArrayList<>();
    for (JsonNode message : program.messages(chat)) {
      texts.add(message.path("text").asText());
    }
    return texts;
  }

  private void digestsAre(int count) throws IOException {
    if (digests().size() != count) {
      throw new AssertionError("%s: %d expected: %s".formatted(day, count, digests()));
    }
  }

  /// Lets the program see the clock anew.
  private static void notice() {
    wait(Duration.ofSeconds(2));
  }

  private static void pass() {
    wait(TWO_TICKS);
  }

  private static void wait(Duration span) {
    await().pollDelay(span).atMost(PATIENCE).until(() -> true);
  }

  private void until(String what, Callable<Boolean> there) throws IOException {
    try {
      await().ignoreExceptions().atMost(PATIENCE).until(there);
    } catch (ConditionTimeoutException never) {
      throw new AssertionError(
          "%s: never %s; told %s, digests %s%n%s"
              .formatted(day, what, texts("now"), digests(), program.lastWords()),
          never);
    }
  }

  String summary() throws IOException {
    return "%s %s: %d digests in two days, %d of %d items told at once, %.0f s"
        .formatted(
            day.zone(),
            day.date(),
            digests().size(),
            texts("now").size(),
            told.size(),
            (System.nanoTime() - began) / 1e9);
  }

  @Override
  public void close() throws InterruptedException {
    program.close();
    wire.close();
  }
}
