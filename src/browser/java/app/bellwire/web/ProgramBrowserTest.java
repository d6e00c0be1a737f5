package app.bellwire.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.bellwire.fake.FeedServer;
import app.bellwire.fake.RunningProgram;
import app.bellwire.web.PageView.Look;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole program as it is shipped, with the sample wire and one wire of the test, used in a
/// browser. Each test has a chat of its own.
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgramBrowserTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String GAZETTE =
      """

        - id: gazette
          url: "%s"
          every: 1s
          backlog: all
          agency: "Gazette"
          allow_private: true
      """;

  private static final String FIRST = "Arven and Tolm agree to resume water treaty talks";
  private static final Pattern UNDO = Pattern.compile("Muted .* · Undo");
  private static final String CRANE = "Crane falls into the harbour of Torhaven in storm Mareike";

  private Chromium chromium;
  private FeedServer wires;
  private RunningProgram program;
  private Duration firstAlert;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    setDefaultAssertionTimeout(15_000);
    chromium = new Chromium();
    wires = new FeedServer(InstantSource.system());
    program = new RunningProgram(folder).shippedConfig();
    Files.writeString(
        program.config("bellwire.yml"),
        GAZETTE.formatted(wires.url("gazette")),
        StandardOpenOption.APPEND);
    long started = System.nanoTime();
    program.start();
    await().atMost(PATIENCE).until(program::healthy);
    try (PageView page = open("desk")) {
      assertThat(alert(page, "water treaty")).isVisible();
    }
    firstAlert = Duration.ofNanos(System.nanoTime() - started);
  }

  @AfterAll
  void stop() throws InterruptedException {
    program.close();
    wires.close();
    chromium.close();
  }

  @Test
  void theFirstAlertIsSeenWithinTwentySecondsOfTheStart() {
    assertThat(firstAlert).isLessThan(Duration.ofSeconds(20));
    try (PageView page = open("desk")) {
      Locator alert = alert(page, FIRST);
      assertThat(alert.locator("h3").first()).hasText(FIRST);
      assertThat(alert.locator(".by").first()).containsText("sample");
      assertThat(alert.locator(".why").first())
          .containsText("For water-treaty · found “water treaty”");
      assertThat(page.complaints()).isEmpty();
    }
  }

  @Test
  void aSubscriptionIsLookedAtThenMadeThenHeard() {
    try (PageView page = open("harbour")) {
      page.page().evaluate("window.loadedOnce = true");
      subscribe(page, "/sub storm harbour");

      publishTheCrane();
      Locator alert = alert(page, CRANE);
      assertThat(alert).isVisible();
      assertThat(alert.locator(".by").first()).containsText("Gazette");
      assertThat(alert).containsText("For storm harbour · found");
      assertThat(page.page().evaluate("window.loadedOnce")).isEqualTo(true);
      assertThat(page.complaints()).isEmpty();
    }
  }

  private static void subscribe(PageView page, String words) {
    page.says(words);
    Locator answer = page.page().locator("#log > .card").last();
    assertThat(answer).containsText("have both words: storm, harbour.");
    assertThat(answer).containsText(Pattern.compile("\\d+ stor(y|ies) "));
    assertThat(answer.getByRole(AriaRole.LINK).first()).isVisible();
    String id = answer.getAttribute("id");
    button(answer, "Subscribe").click();
    assertThat(page.page().locator("#" + id)).containsText("Subscribed: storm harbour.");
    assertThat(page.button("Undo")).isVisible();
    assertThat(page.button("Subscribe")).hasCount(0);
  }

  private void publishTheCrane() {
    wires.publishes(
        "gazette",
        CRANE,
        "A loading crane of the port company fell into the harbour of Torhaven at noon when storm"
            + " Mareike crossed the bay, harbour master Sven Aldane said.",
        "Nobody was near the crane. The basin is closed until divers have looked at it, Aldane"
            + " said.");
  }

  @Test
  void aMutedStoryStaysQuietUntilItIsUndone() {
    try (PageView page = open("quiet")) {
      subscribe(page, "storm harbour");
      wires.publishes(
          "gazette",
          "Mail ship Ostrava waits outside the harbour of Lindwick in storm",
          "The mail ship Ostrava is waiting outside the harbour of Lindwick because of the storm,"
              + " captain Inga Morell said by radio.",
          "The ship has food for a week on board, Morell said.");
      Locator alert = alert(page, "Mail ship Ostrava waits");
      assertThat(alert).isVisible();
      button(alert, "Mute story").click();
      assertThat(alert.locator(".toast")).containsText("Muted for 2 days: this story.");
      assertThat(button(alert, UNDO)).isVisible();
      assertThat(alert).containsText("captain Inga Morell said by radio");

      wires.publishes(
          "gazette",
          "Mail ship Ostrava enters the harbour of Lindwick after the storm",
          "The mail ship Ostrava has entered the harbour of Lindwick after waiting outside because"
              + " of the storm, captain Inga Morell said.",
          "Two tugs pulled the Ostrava to the northern quay, Morell said.");
      wires.publishes(
          "gazette",
          "Lamp oil is sold out in Brunnby before the storm, harbour shop says",
          "The shop at the harbour of Brunnby has sold its last lamp oil before the storm, its"
              + " owner Petter Lind said.");
      assertThat(alert(page, "Lamp oil is sold out")).isVisible();
      assertThat(page.page().getByText("Two tugs pulled")).hasCount(0);
      assertThat(alert.locator(".replies")).hasCount(0);

      button(alert, UNDO).click();
      assertThat(button(alert, "Mute story")).isVisible();
    }
  }

  @Test
  void everyQuestionIsAnswered() {
    try (PageView page = open("desk")) {
      Locator alert = alert(page, "water treaty");
      assertThat(alert).isVisible();
      page.says("/list");
      page.shows("from config");
      page.says("/status");
      page.shows("Running since");
      page.says("/help");
      page.shows("Type words to hear about them.");
      Locator answers = page.page().getByText("Why this came");
      button(alert, "Why").click();
      assertThat(answers).hasCount(1);
      button(alert, "Reply").click();
      page.says("/why");
      assertThat(alert.locator(".replies > .mine")).containsText("/why");
      assertThat(answers).hasCount(2);
      assertThat(page.complaints()).isEmpty();
    }
  }

  @Test
  void theDeskSaysHowThingsStand() {
    try (PageView page = open("desk")) {
      assertThat(page.verdict())
          .containsText("All 2 sources were read in the last minute. Nothing is waiting.");
      assertThat(page.desk().locator(".sources")).containsText("gazette");
      assertThat(page.desk()).containsText("Told");
    }
  }

  @Test
  void aTypoInAFileIsShownWithItsPlaceAndChangesNothing() throws IOException {
    Path file = program.config("subscriptions.yml");
    String right = Files.readString(file);
    try (PageView page = open("typo")) {
      Files.writeString(file, right.replace("    query: '\"water", "    qeury: '\"water"));
      Locator trouble = page.desk().locator(".troubles");
      assertThat(trouble).containsText(Pattern.compile("subscriptions\\.yml:\\d+"));
      assertThat(trouble).containsText("query");
      assertThat(page.verdict()).containsText("Trouble");
      page.says("/help");
      page.shows("Type words to hear about them.");

      Files.writeString(file, right);
      assertThat(trouble).hasCount(0);
      assertThat(page.verdict()).containsText("Nothing is waiting");
    }
  }

  /// The first card of a story that holds `words`.
  private static Locator alert(PageView page, String words) {
    return page.page()
        .locator("#log > .card:has(.why)")
        .filter(new Locator.FilterOptions().setHasText(words))
        .first();
  }

  private static Locator button(Locator card, String label) {
    return card.getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label).setExact(true))
        .first();
  }

  private static Locator button(Locator card, Pattern label) {
    return card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label)).first();
  }

  private PageView open(String chat) {
    PageView page = chromium.open(program.url() + "?chat=" + chat, Look.WIDE.sized(1280, 900));
    return page;
  }
}
