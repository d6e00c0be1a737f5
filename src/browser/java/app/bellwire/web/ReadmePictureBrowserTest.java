package app.bellwire.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.awaitility.Awaitility.await;

import app.bellwire.fake.FeedServer;
import app.bellwire.fake.RunningProgram;
import app.bellwire.web.PageView.Look;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Draws the picture of the README from the running program with three invented agencies.
class ReadmePictureBrowserTest {
  private static final Look PICTURE = Look.WIDE.sized(1280, 1024).scaled(2);
  private static final long LARGEST = 500_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TREATY = "Arven and Tolm agree to resume water treaty talks";
  private static final String CALL =
      "Mats Halvorsen and Nadia Idris agreed by telephone to resume talks, ";

  @Test
  @Timeout(180)
  void theStoryThatTheReadmeTells(@TempDir Path folder) throws Exception {
    setDefaultAssertionTimeout(15_000);
    try (FeedServer wires = new FeedServer(InstantSource.system());
        Chromium chromium = new Chromium()) {
      aDayPasses(folder, wires);
      try (RunningProgram program = program(folder, wires)) {
        happen(wires, chromium, program);
        draw(chromium, program, PICTURE, "desk-light.png");
        draw(chromium, program, PICTURE.inTheDark(), "desk-dark.png");
      }
    }
  }

  private static RunningProgram program(Path folder, FeedServer wires)
      throws IOException, InterruptedException {
    RunningProgram program = new RunningProgram(folder);
    program.config("bellwire.yml", "include: [ subscriptions.yml ]\n" + InventedDay.sources(wires));
    program.config(
        "subscriptions.yml",
        """
        subscriptions:
          - { id: water-treaty, query: '"water treaty"', to: local:desk }
        """);
    program.start();
    await().atMost(PATIENCE).until(program::healthy);
    return program;
  }

  /// Lets the program read what the agencies reported since yesterday.
  private static void aDayPasses(Path folder, FeedServer wires) throws Exception {
    InventedDay.publish(wires);
    try (RunningProgram program = program(folder, wires)) {
      await().atMost(PATIENCE).until(() -> read(program) == InventedDay.reports());
    }
    InventedDay.pass(folder.resolve("data/bellwire.db"), Instant.now());
  }

  private static int read(RunningProgram program) throws IOException, InterruptedException {
    return new ObjectMapper().readTree(program.served("api/desk")).at("/sum/read").asInt();
  }

  private static void happen(FeedServer wires, Chromium chromium, RunningProgram program) {
    try (PageView page = chromium.open(program.url(), PICTURE)) {
      wires.publishes(
          "norda", TREATY, CALL + "Arven said.", "Each side will send 12 negotiators to Merrin.");
      page.shows("12 negotiators");
      wires.publishes(
          "kestrel",
          "Halvorsen and Idris set water treaty talks going again by telephone",
          CALL + "officials in Tolm said.");
      page.shows("2 reports, 2 agencies");
      wires.publishes(
          "kestrel",
          "Water treaty talks: Halvorsen and Idris name a date for farmers",
          "Farmers in the lower valley will know by the end of the month how much water they can"
              + " count on, Nadia Idris told Mats Halvorsen.");
      page.shows("Farmers in the lower valley");
      wires.publishes(
          "norda",
          "CORRECTED-" + TREATY,
          "(Corrects number of negotiators in paragraph 2: nine, not 12.)",
          CALL + "Arven said.",
          "Each side will send nine negotiators to Merrin.");
      assertThat(page.message(TREATY).locator(".tag.corrected")).isVisible();
      page.says("storm harbour");
      assertThat(page.button("Subscribe")).isVisible();
    }
  }

  private static void draw(Chromium chromium, RunningProgram program, Look look, String name)
      throws IOException {
    try (PageView page = chromium.open(program.url(), look)) {
      assertThat(page.button("Subscribe")).isVisible();
      assertThat(page.verdict())
          .hasText("All 3 sources were read in the last minute. Nothing is waiting.");
      page.page().evaluate("document.activeElement.blur()");
      Pictures.keep(page.page().screenshot(), name, LARGEST);
    }
  }
}
