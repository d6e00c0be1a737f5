package app.bellwire.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// The page as a person uses it. Confined to one thread.
public final class PageView implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  /// How the window looks.
  ///
  /// @param scale device pixels to a CSS pixel
  /// @param password what to answer when asked for one, or null
  public record Look(
      int width, int height, double scale, boolean dark, boolean touch, @Nullable String password) {
    public static final Look WIDE = new Look(1280, 800, 1, false, false, null);
    public static final Look PHONE = new Look(360, 740, 1, false, true, null);

    public Look inTheDark() {
      return new Look(width, height, scale, true, touch, password);
    }

    public Look sized(int width, int height) {
      return new Look(width, height, scale, dark, touch, password);
    }

    public Look scaled(double scale) {
      return new Look(width, height, scale, dark, touch, password);
    }

    public Look knowing(String password) {
      return new Look(width, height, scale, dark, touch, password);
    }
  }

  private PageView(BrowserContext context, Page page) {
    this.context = context;
    this.page = page;
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
  }

  static PageView open(Browser browser, String url, Look look) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setViewportSize(look.width(), look.height())
            .setDeviceScaleFactor(look.scale())
            .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
            .setHasTouch(look.touch())
            .setReducedMotion(ReducedMotion.REDUCE)
            .setTimezoneId("Europe/Berlin")
            .setLocale("en-GB");
    if (look.password() != null) {
      options.setHttpCredentials("desk", look.password());
    }
    BrowserContext context = browser.newContext(options);
    PageView view = new PageView(context, context.newPage());
    view.page.navigate(url);
    return view;
  }

  /// What lies below the verbs, for assertions.
  public Page page() {
    return page;
  }

  /// Types words into the input and sends them.
  public void says(String text) {
    input().fill(text);
    input().press("Enter");
  }

  public Locator input() {
    return page.getByLabel("Words or a command");
  }

  public Locator button(String label) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true));
  }

  /// The card or bubble that holds `text`.
  public Locator message(String text) {
    return page.locator("#log li").filter(new Locator.FilterOptions().setHasText(text)).last();
  }

  public Locator verdict() {
    return page.locator("#verdict");
  }

  public Locator desk() {
    return page.locator("#desk");
  }

  /// Waits until `text` stands on the page.
  public void shows(String text) {
    assertThat(page.locator("body")).containsText(text);
  }

  /// The text of what has the focus.
  public String focused() {
    return String.valueOf(
        page.evaluate(
            "document.activeElement.id || document.activeElement.textContent.slice(0, 60)"));
  }

  /// How far the page can be scrolled sideways, in pixels.
  public int sideways() {
    Object pixels =
        page.evaluate(
            "Math.max(...[document.documentElement, document.body,"
                + " ...document.querySelectorAll('main, aside, #scroll')]"
                + ".map(e => e.scrollWidth - e.clientWidth))");
    return ((Number) pixels).intValue();
  }

  /// Errors of scripts and of the content security policy so far.
  public List<String> complaints() {
    return complaints;
  }

  public void picture(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  @Override
  public void close() {
    context.close();
  }
}
