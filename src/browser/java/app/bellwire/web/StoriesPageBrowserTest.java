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

/// The running stories as a person reads them.
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoriesPageBrowserTest {
  private final Rig rig = new Rig();
  private final Chromium chromium = new Chromium();

  @AfterAll
  void close() {
    rig.close();
    chromium.close();
  }

  @Test
  void fromTheListToATimelineAndBack() {
    try (PageView page = open("stories", Look.WIDE)) {
      assertThat(stories(page)).hasCount(2);
      assertThat(stories(page).first()).containsText("3 stories, 6 reports, updated ");
      page.page().getByText("Arven and Tolm sign the treaty").click();
      assertThat(page.page().getByRole(AriaRole.HEADING, level(2))).hasText("Story so far");
      assertThat(stories(page)).hasCount(3);
      assertThat(stories(page).first()).containsText("Norda, Kestrel, 2 reports, 2 agencies");
      page.page().getByText("Running stories").click();
      assertThat(stories(page)).hasCount(2);
      assertThat(page.complaints()).isEmpty();
    }
  }

  @Test
  void whatWasCorrectedAndWithdrawnIsSaidInWords() {
    try (PageView page = open("stories/1001", Look.WIDE)) {
      assertThat(stories(page).nth(1)).containsText("Corrected");
      assertThat(stories(page).nth(1)).containsText("Norda, 1 Nov");
      assertThat(stories(page).nth(2)).containsText("Withdrawn");
      assertThat(stories(page).nth(2).locator("s")).hasText("Halvorsen to resign, aide says");
      assertThat(page.complaints()).isEmpty();
    }
  }

  @Test
  void aStoryThatIsGoneIsSaid() {
    try (PageView page = open("stories/7", Look.WIDE)) {
      page.shows("That story is no longer kept.");
    }
  }

  @Test
  void nothingScrollsSidewaysOnAPhone() {
    for (String path : List.of("stories", "stories/1001")) {
      try (PageView page = open(path, Look.PHONE.sized(320, 700))) {
        assertThat(stories(page).first()).isVisible();
        assertThat(page.sideways()).as(path).isZero();
      }
    }
  }

  private static Locator stories(PageView page) {
    return page.page().locator("#stories > li");
  }

  private static Page.GetByRoleOptions level(int level) {
    return new Page.GetByRoleOptions().setLevel(level);
  }

  private PageView open(String path, Look look) {
    return chromium.open(rig.url() + path, look);
  }
}
