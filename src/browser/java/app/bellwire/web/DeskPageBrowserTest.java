package app.bellwire.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.web.PageView.Look;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskPageBrowserTest {
  private final Rig rig = new Rig();
  private final Chromium chromium = new Chromium();

  @AfterAll
  void close() {
    rig.close();
    chromium.close();
  }

  @Test
  void aQuietDeskSaysThatAllIsWell() {
    rig.desk(_ -> Desks.well(rig.now()));
    try (PageView page = open()) {
      assertThat(page.verdict())
          .hasText("All 3 sources were read in the last minute. Nothing is waiting.");
      assertThat(page.desk().getByText("Trouble")).hasCount(0);
      assertThat(headings(page))
          .isEqualTo(
              List.of(
                  "Last 24 hours",
                  "Since midnight",
                  "Sources",
                  "Waiting",
                  "Last alerts",
                  "Config"));
      assertThat(page.complaints()).isEmpty();
    }
  }

  @Test
  void theSumAddsUp() {
    rig.desk(_ -> Desks.well(rig.now()));
    try (PageView page = open()) {
      Locator sum = page.desk().locator("#sum");
      assertThat(sum).containsText("Read 412 = Matched 41 + Not watched for 360 + Read before 11");
      assertThat(sum).containsText("Matched 41 = Told 12 + Joined 27 + Muted 2");
      assertThat(sum).containsText("Messages 32 = Sent 31 + Waiting 0 + Uncertain 1 + Failed 0");
      assertThat(sum).containsText("Source to chat: median 41 s, slowest 3 min 10 s");
      page.button("Late 1").click();
      assertThat(sum).containsText("Ilka turns north, forecasters say");
      page.button("Late 1").click();
      assertThat(sum).not().containsText("Ilka turns north");
    }
  }

  @Test
  void troubleComesFirstAndGoesWithoutAReload() {
    rig.desk(_ -> Desks.well(rig.now()));
    try (PageView page = open()) {
      assertThat(page.verdict()).containsText("All 3 sources");
      rig.desk(_ -> Desks.troubled(rig.now()));
      assertThat(page.verdict())
          .containsText("Trouble 7 alerts wait for #newsroom. Oriel is not read since");
      assertThat(headings(page)).first().isEqualTo("Trouble");
      assertThat(page.desk().locator("#trouble-1"))
          .containsText("A story that only Oriel has would come late.");
      assertThat(page.desk().locator("#config")).containsText("subscriptions.yml, line 12: “qury”");
      assertThat(page.desk().locator("#sources tbody tr").filter(rowOf("Oriel")))
          .containsText("failing: 503");
      rig.desk(_ -> Desks.well(rig.now()));
      assertThat(page.desk().locator("#trouble")).hasCount(0);
    }
  }

  @Test
  void theDayIsAPictureInWordsAndATable() {
    rig.desk(_ -> Desks.troubled(rig.now()));
    try (PageView page = open()) {
      Locator picture = page.desk().getByRole(AriaRole.IMG);
      assertThat(picture.locator(".bar")).hasCount(48);
      assertThat(picture.locator("> title")).containsText("425 reports, 10 stories, Oriel missing");
      assertThat(picture.locator(".missed").first()).isVisible();
      page.desk().getByText("As a table").click();
      assertThat(page.desk().locator("#day tbody tr")).hasCount(48);
    }
  }

  @Test
  void aFreshDeskSaysWhatIsMissing() {
    rig.desk(_ -> Desks.fresh(rig.now()));
    try (PageView page = open()) {
      page.shows("No source is set. Add one under sources: in config/bellwire.yml;");
      page.shows("No story told yet. 3 subscriptions listen.");
      page.shows("Nothing is waiting.");
      assertThat(page.desk().getByRole(AriaRole.IMG)).containsText("started ");
      assertThat(page.desk().locator("svg .base")).hasCount(1);
    }
  }

  private static Locator.FilterOptions rowOf(String name) {
    return new Locator.FilterOptions().setHasText(name);
  }

  private static List<String> headings(PageView page) {
    return page.desk()
        .getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(2))
        .allTextContents();
  }

  private PageView open() {
    PageView page = chromium.open(rig.url(), Look.WIDE);
    assertThat(page.page().getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions()))
        .containsText("Since midnight");
    return page;
  }
}
