package app.bellwire.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The machine's own Chromium, without a window. Confined to one thread.
public final class Chromium implements AutoCloseable {
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  /// @throws IllegalStateException when chromium or node is not on the PATH
  public Chromium() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        onPath("node").toString())));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(onPath("chromium", "chromium-browser", "google-chrome"))
                    .setHeadless(true)
                    .setArgs(ARGUMENTS));
  }

  /// A window of its own, like a new reader's.
  public PageView open(String url, PageView.Look look) {
    return PageView.open(browser, url, look);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Path onPath(String... programs) {
    return Stream.of(programs)
        .flatMap(Chromium::places)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(programs[0] + " is not on the PATH"));
  }

  private static Stream<Path> places(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program).toAbsolutePath());
  }
}
