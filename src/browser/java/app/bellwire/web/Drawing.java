package app.bellwire.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.web.PageView.Look;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;

/// Draws what was said in a chat on a page of the tests, as wide as the README shows pictures.
final class Drawing {
  private static final Look PICTURE = Look.WIDE.sized(760, 600).scaled(2);
  private static final long LARGEST = 250_000;
  private static final Path PAGES = Path.of("src/test/resources/app/bellwire/web");
  private static final ZoneId BROWSER = ZoneId.of("Europe/Berlin");

  private Drawing() {}

  /// Keeps `telegram-light.png` and `telegram-dark.png`, for one.
  ///
  /// @param network the name of the page, whose `show` takes `said`
  /// @param shown makes sure that what was said stands there
  static void draw(Chromium chromium, String network, JsonNode said, Consumer<PageView> shown)
      throws IOException {
    draw(chromium, PICTURE, network, said, shown, "-light.png");
    draw(chromium, PICTURE.inTheDark(), network, said, shown, "-dark.png");
  }

  private static void draw(
      Chromium chromium,
      Look look,
      String network,
      JsonNode said,
      Consumer<PageView> shown,
      String ending)
      throws IOException {
    String url = PAGES.resolve(network + ".html").toUri().toString();
    try (PageView page = chromium.open(url, look)) {
      page.page().evaluate("json => show(json)", said.toString());
      page.page().evaluate("() => document.fonts.ready");
      shown.accept(page);
      assertThat(page.complaints()).isEmpty();
      byte[] png = page.page().screenshot(new ScreenshotOptions().setFullPage(true));
      Pictures.keep(png, network + ending, LARGEST);
    }
  }

  /// A time as the reader's clock has it.
  static String clock(long seconds) {
    return DateTimeFormatter.ofPattern("HH:mm")
        .format(Instant.ofEpochSecond(seconds).atZone(BROWSER));
  }
}
