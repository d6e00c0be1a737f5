package app.bellwire.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillAttackTest {
  private static final int FEEDS = 8;
  private static final List<String> SUBJECTS =
      List.of("ferry", "orchard", "archive", "granite", "choir", "lantern", "viaduct", "glacier");

  @TempDir Path folder;
  private final Random random = new Random(11);
  private final List<String> published = new ArrayList<>();

  @Test
  void whateverIsKilledEveryMatchingItemReachesTheChatOnce() throws Exception {
    try (Wire wire = new Wire();
        Program program = program(wire)) {
      for (int kill = 0; kill < Size.of(10, 300); kill++) {
        start(program);
        publishSome(wire);
        pause(100 + random.nextInt(900));
        program.kill();
      }
      program.start();
      await()
          .ignoreExceptions()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(counts(program)).containsOnlyKeys(published));
      assertThat(counts(program)).allSatisfy((title, count) -> assertThat(count).isEqualTo(1));
    }
  }

  @Test
  void whateverIsKilledNoSentenceOfARunningStoryComesTwice() throws Exception {
    RunningStory story = new RunningStory();
    try (Wire wire = new Wire();
        Program program = program(wire)) {
      for (int kill = 0; kill < Size.of(5, 100); kill++) {
        start(program);
        for (int i = 0; i < 2; i++) {
          story.goesOn(wire);
          pause(random.nextInt(400));
        }
        pause(100 + random.nextInt(900));
        program.kill();
      }
      program.start();
      await()
          .ignoreExceptions()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(story.counts(program)).containsOnlyKeys(story.told()));
      assertThat(story.counts(program)).allSatisfy((what, count) -> assertThat(count).isOne());
    }
  }

  @Test
  void aTermSignalUnderLoadEndsTheProgramCleanlyWithinTenSeconds() throws Exception {
    try (Wire wire = new Wire();
        Program program = program(wire)) {
      start(program);
      for (int i = 0; i < 40; i++) {
        publishSome(wire);
      }
      pause(1500);
      assertThat(program.terminate(Duration.ofSeconds(10))).isZero();
      program.start();
      await()
          .ignoreExceptions()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(counts(program)).containsOnlyKeys(published));
      assertThat(counts(program)).allSatisfy((title, count) -> assertThat(count).isEqualTo(1));
    }
  }

  private static void start(Program program) throws IOException {
    program.start();
    await().atMost(Duration.ofSeconds(30)).until(program::healthy);
  }

  private Program program(Wire wire) throws IOException {
    Program program = new Program(folder);
    StringBuilder sources = new StringBuilder("sources:\n");
    for (int feed = 0; feed < FEEDS; feed++) {
      wire.publishes("f" + feed, "Nothing to see in feed " + feed, "An ordinary day.");
      sources.append(
          "  - { id: f%d, url: \"%s\", every: 1s, allow_private: true, backlog: all }%n"
              .formatted(feed, wire.url("f" + feed)));
    }
    program.config("bellwire.yml", "include: [ subscriptions.yml ]\n" + sources);
    program.config(
        "subscriptions.yml",
        "subscriptions:\n  - { id: bells, query: zinnober, to: local:desk }\n");
    return program;
  }

  /// Each item tells of something of its own, so that no two are one story.
  private void publishSome(Wire wire) {
    for (int i = 0; i < 3; i++) {
      int number = published.size();
      String subject = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
      String title =
          "Zinnober %s %s case %d".formatted(subject, Long.toString(random.nextLong(), 36), number);
      wire.publishes(
          "f" + random.nextInt(FEEDS),
          title,
          "The %s %s was noted as %s today."
              .formatted(word(), word(), Long.toString(random.nextLong(), 36)));
      published.add(title);
    }
  }

  private String word() {
    return Long.toString(Math.abs(random.nextLong()), 36);
  }

  private Map<String, Integer> counts(Program program) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    for (JsonNode message : program.messages("desk")) {
      for (String title : published) {
        if (message.path("text").asText().contains(title)) {
          counts.merge(title, 1, Integer::sum);
        }
      }
    }
    return counts;
  }

  /// Lets the child work for a while; the attack is about moments nobody chose.
  private static void pause(long millis) {
    await().pollDelay(Duration.ofMillis(millis)).atMost(Duration.ofMinutes(1)).until(() -> true);
  }
}
