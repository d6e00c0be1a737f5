package app.bellwire.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.web.PageView.Look;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Draws the page for people to look at, into `target/pictures`.
class PicturesBrowserTest {
  private static final Path FOLDER = Path.of("target", "pictures");

  @Test
  void thePageInAllItsForms() {
    try (Rig rig = new Rig();
        Chromium chromium = new Chromium()) {
      rig.desk(_ -> Desks.fresh(rig.now()));
      drawAsItIs(chromium, rig, Look.WIDE, "fresh");
      rig.desk(_ -> Desks.well(rig.now()));
      tellTheStory(rig);
      drawAtWork(chromium, rig, Look.WIDE.scaled(2), "work-light");
      drawAsItIs(chromium, rig, Look.PHONE.scaled(2), "phone-alert");
      drawAsItIs(chromium, rig, Look.PHONE.sized(320, 256), "zoomed");
      draw(chromium, rig, Look.WIDE.scaled(2), "full-light");
      draw(chromium, rig, Look.WIDE.scaled(2).inTheDark(), "full-dark");
      draw(chromium, rig, Look.PHONE.scaled(2), "phone-light");
      draw(chromium, rig, Look.PHONE.scaled(2).inTheDark(), "phone-dark");
      rig.bot.says(ScriptedBot.withdrawn());
      rig.desk(_ -> Desks.troubled(rig.now()));
      draw(chromium, rig, Look.WIDE.scaled(2), "trouble-light");
      draw(chromium, rig, Look.WIDE.scaled(2).inTheDark(), "trouble-dark");
      drawForced(chromium, rig, "forced");
      drawDesk(chromium, rig, Look.PHONE.scaled(2).sized(360, 1700), "phone-desk");
      assertThat(FOLDER.resolve("full-light.png")).isNotEmptyFile();
      assertThat(FOLDER.resolve("full-dark.png")).isNotEmptyFile();
    }
  }

  private static void tellTheStory(Rig rig) {
    String root = rig.bot.says(ScriptedBot.alert(ScriptedBot.TREATY));
    rig.bot.changes(root, ScriptedBot.twoAgencies(rig.now()));
    rig.bot.says(ScriptedBot.followUp(rig.now()), root);
    rig.bot.says(ScriptedBot.corrected(rig.now()), root);
  }

  private static void draw(Chromium chromium, Rig rig, Look look, String name) {
    try (PageView page = chromium.open(rig.url(), look)) {
      page.shows("Since midnight");
      if (page.page().getByText("Reports that have both words").count() == 0) {
        page.says("storm harbour");
      }
      page.shows("Reports that have both words");
      page.picture(FOLDER.resolve(name + ".png"));
    }
  }

  private static void drawAsItIs(Chromium chromium, Rig rig, Look look, String name) {
    try (PageView page = chromium.open(rig.url(), look)) {
      page.shows("Since midnight");
      page.picture(FOLDER.resolve(name + ".png"));
    }
  }

  private static void drawAtWork(Chromium chromium, Rig rig, Look look, String name) {
    try (PageView page = chromium.open(rig.url(), look)) {
      page.button("Mute story").click();
      page.shows("Muted for 2 days");
      page.page().getByText("Background, not sent here before").click();
      page.button("Reply").click();
      rig.awayWhile(
          () -> {
            page.shows("keeps trying");
            page.picture(FOLDER.resolve(name + ".png"));
          });
    }
  }

  private static void drawForced(Chromium chromium, Rig rig, String name) {
    try (PageView page = chromium.open(rig.url(), Look.WIDE)) {
      page.page().emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
      page.shows("Since midnight");
      page.picture(FOLDER.resolve(name + ".png"));
    }
  }

  private static void drawDesk(Chromium chromium, Rig rig, Look look, String name) {
    try (PageView page = chromium.open(rig.url(), look)) {
      page.shows("Trouble");
      page.button("Desk").click();
      page.picture(FOLDER.resolve(name + ".png"));
    }
  }
}
