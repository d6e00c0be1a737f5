package app.bellwire.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.bellwire.fake.FeedServer;
import app.bellwire.fake.RunningProgram;
import app.bellwire.web.PageView.Look;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Draws the picture of the README from the running program with three invented agencies, into
/// `target/pictures`, or with `-Dpictures=write` into `docs`.
class ReadmePictureBrowserTest {
  private static final Path FOLDER =
      "write".equals(System.getProperty("pictures"))
          ? Path.of("docs")
          : Path.of("target", "pictures");

  private static final Look PICTURE = Look.WIDE.sized(1280, 960).scaled(2);
  private static final long LARGEST = 500_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> AGENCIES = List.of("Norda", "Kestrel", "Oriel");
  private static final List<String> TOWNS =
      List.of(
          "Halm",
          "Ostby",
          "Sund",
          "Merrin",
          "Belm",
          "Tolmar",
          "Varn",
          "Lindwick",
          "Torhaven",
          "Brunnby",
          "Idran",
          "Quell",
          "Aldane",
          "Skerra",
          "Port Sanel",
          "Kirrun");
  private static final List<String> PLANS =
      List.of(
          "a second tram line",
          "longer library hours",
          "a market hall",
          "cheaper school meals",
          "a cycle path to the coast");
  private static final String TREATY = "Arven and Tolm agree to resume water treaty talks";

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
    StringBuilder config = new StringBuilder("include: [ subscriptions.yml ]\nsources:\n");
    for (String agency : AGENCIES) {
      String id = agency.toLowerCase(Locale.ROOT);
      config.append(
          "  - { id: %s, url: \"%s\", agency: %s, every: 1s, backlog: all, allow_private: true }\n"
              .formatted(id, wires.url(id), agency));
    }
    program.config("bellwire.yml", config.toString());
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

  /// What the agencies reported since yesterday, and when each report was read.
  private static void aDayPasses(Path folder, FeedServer wires) throws Exception {
    int reports = 0;
    for (String plan : PLANS) {
      for (String town : TOWNS) {
        wires.publishes(
            AGENCIES.get(reports++ % 3).toLowerCase(Locale.ROOT),
            "%s council votes for %s".formatted(town, plan),
            "The council of %s voted for %s, its clerk said.".formatted(town, plan));
      }
    }
    theStorm(wires);
    try (RunningProgram program = program(folder, wires)) {
      await().atMost(PATIENCE).until(() -> read(program) >= TOWNS.size() * PLANS.size() + 3);
    }
    spreadOverTheDay(folder.resolve("data/bellwire.db"));
  }

  private static int read(RunningProgram program) throws IOException, InterruptedException {
    return new ObjectMapper().readTree(program.served("api/desk")).at("/sum/read").asInt();
  }

  private static void theStorm(FeedServer wires) {
    wires.publishes(
        "norda",
        "Storm Ilka to reach west coast, gusts of 110 km/h expected",
        "Storm Ilka will reach the west coast, the weather institute of Skerland said.",
        "Every harbour on the coast was informed by telephone.");
    wires.publishes(
        "oriel",
        "Sund harbour master calls in small craft before storm",
        "Harbour master Greta Lindqvist asked owners of 240 small craft to bring them into the"
            + " inner basin of Sund.");
    wires.publishes(
        "kestrel",
        "Coastline cancels evening ferries between Sund and Ostby",
        "The ferry company Coastline cancelled its evening sailings because of the storm.",
        "Ships stay in the harbour of Ostby until the wind drops, it said.");
  }

  /// Most reports come by day, so the strip has a shape.
  private static void spreadOverTheDay(Path database) throws SQLException {
    try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = sqlite.createStatement()) {
      int unused =
          statement.executeUpdate(
              """
              update ledger set read_at = read_at - 84000000
                  + (select count(*) from ledger earlier where earlier.article_id < ledger.article_id)
                    * 1000000
                  + (article_id % 7) * 400000
              """);
    }
  }

  private static void happen(FeedServer wires, Chromium chromium, RunningProgram program) {
    try (PageView page = chromium.open(program.url(), PICTURE)) {
      wires.publishes(
          "norda",
          TREATY,
          "Arven and Tolm agreed by telephone to resume talks on a new water treaty for the Sorvane"
              + " river, the Arven Foreign Ministry said.",
          "Foreign ministers Mats Halvorsen and Nadia Idris will send 12 negotiators to Merrin. The"
              + " talks broke off four months ago.");
      page.shows("12 negotiators");
      wires.publishes(
          "kestrel",
          "Halvorsen and Idris set water treaty talks going again by telephone",
          "Foreign ministers Mats Halvorsen and Nadia Idris agreed by telephone to resume the water"
              + " treaty talks over the Sorvane river, officials in Tolm said.");
      page.shows("2 reports, 2 agencies");
      wires.publishes(
          "kestrel",
          "Farmers to know by end of month how much water Arven and Tolm will share",
          "Foreign ministers Mats Halvorsen and Nadia Idris agreed by telephone to resume the water"
              + " treaty talks over the Sorvane river, officials in Tolm said.",
          "Farmers in the lower valley will know by the end of the month how much water they can"
              + " count on, Idris said after the call with Halvorsen.");
      page.shows("Farmers in the lower valley");
      wires.publishes(
          "norda",
          "CORRECTED-" + TREATY,
          "(Corrects number of negotiators in paragraph 2: nine, not 12.)",
          "Arven and Tolm agreed by telephone to resume talks on a new water treaty for the Sorvane"
              + " river, the Arven Foreign Ministry said.",
          "Foreign ministers Mats Halvorsen and Nadia Idris will send nine negotiators to Merrin."
              + " The talks broke off four months ago.");
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
      Path file = FOLDER.resolve(name);
      page.picture(file);
      assertThat(file.toFile().length()).isBetween(20_000L, LARGEST);
    }
  }
}
