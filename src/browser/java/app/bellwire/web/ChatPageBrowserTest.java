package app.bellwire.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Address;
import app.bellwire.chat.Button;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.RichText;
import app.bellwire.web.PageView.Look;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChatPageBrowserTest {
  private final Chromium chromium = new Chromium();
  private Rig rig = new Rig();

  @AfterEach
  void fresh() {
    rig.close();
    rig = new Rig();
  }

  @AfterAll
  void close() {
    rig.close();
    chromium.close();
  }

  @Test
  void whatIsTypedIsAnsweredWithButtonsWithoutAReload() throws InterruptedException {
    try (PageView page = open(Look.WIDE)) {
      page.page().evaluate("window.loadedOnce = true");
      page.says("/sub storm harbour");

      assertThat(page.message("/sub storm harbour")).isVisible();
      page.shows("Reports that have both words: storm, harbour.");
      assertThat(page.button("Subscribe")).isVisible();
      assertThat(page.page().evaluate("window.loadedOnce")).isEqualTo(true);
      assertThat(heard().text()).isEqualTo("/sub storm harbour");
      assertThat(page.input()).isFocused();
      assertThat(page.input()).hasValue("");
    }
  }

  @Test
  void pressingSubscribeChangesTheMessageInPlaceAndKeepsTheFocusThere() {
    try (PageView page = open(Look.WIDE)) {
      page.says("storm harbour");
      page.button("Subscribe").focus();
      page.page().keyboard().press("Enter");

      page.shows("Subscribed: storm harbour.");
      assertThat(page.button("Subscribe")).hasCount(0);
      assertThat(page.page().locator("#log > li")).hasCount(2);
      assertThat(page.message("Subscribed").locator("article").first()).isFocused();
      page.page().keyboard().press("Tab");
      assertThat(page.message("Subscribed").getByRole(AriaRole.BUTTON).first()).isFocused();
    }
  }

  @Test
  void theFocusStaysOnAButtonThatAnEditKeeps() {
    String root = rig.bot.says(ScriptedBot.alert(ScriptedBot.TREATY));
    try (PageView page = open(Look.WIDE)) {
      page.button("Mute story").focus();
      page.message("first step").locator("summary").click();
      page.button("Mute story").focus();
      rig.bot.changes(root, ScriptedBot.twoAgencies(rig.now()));

      page.shows("2 reports, 2 agencies");
      assertThat(page.button("Mute story")).isFocused();
      assertThat(page.page().getByText("divides the water of the Tolm river")).isVisible();
    }
  }

  @Test
  void anAlertArrivesWithoutAReload() {
    try (PageView page = open(Look.WIDE)) {
      page.shows("Nothing yet. The sample wire sends a report about every half minute;");
      String root = rig.bot.says(ScriptedBot.alert(ScriptedBot.TREATY));
      rig.bot.says(ScriptedBot.followUp(rig.now()), root);

      Locator card =
          page.page()
              .getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(ScriptedBot.TREATY));
      assertThat(card).isVisible();
      assertThat(card.getByRole(AriaRole.HEADING)).hasText(ScriptedBot.TREATY);
      assertThat(card.locator(".replies")).containsText("the dam at Varn");
      assertThat(page.page().locator("#empty")).isHidden();
      assertThat(page.complaints()).isEmpty();
    }
  }

  @Test
  void anAlertBelowIsCountedAndDoesNotMoveThePage() {
    for (int i = 0; i < 30; i++) {
      rig.bot.says(OutgoingMessage.of("Earlier answer " + i));
    }
    try (PageView page = open(Look.WIDE)) {
      page.shows("Earlier answer 29");
      page.page().locator("#scroll").evaluate("e => { e.scrollTop = 40; }");
      rig.bot.says(ScriptedBot.alert(ScriptedBot.TREATY));

      Locator fresh = page.button("1 new alert");
      assertThat(fresh).isVisible();
      assertThat(page.page()).hasTitle("(1) Bellwire");
      assertThat(page.page().locator("#scroll").evaluate("e => e.scrollTop")).isEqualTo(40);
      fresh.click();
      assertThat(page.page()).hasTitle("Bellwire");
      assertThat(fresh).hasCount(0);
    }
  }

  @Test
  void aPressIsAnsweredByALineInTheCard() {
    rig.bot.says(ScriptedBot.alert(ScriptedBot.TREATY));
    try (PageView page = open(Look.WIDE)) {
      page.button("Mute story").dblclick();

      Locator line = page.message("first step").locator(".toast");
      assertThat(line).hasText("Muted for 2 days: this story. Corrections still come.");
      assertThat(line).hasAttribute("role", "status");
    }
  }

  @Test
  void typingOnACardAnswersIt() throws InterruptedException {
    String root = rig.bot.says(ScriptedBot.alert(ScriptedBot.TREATY));
    try (PageView page = open(Look.WIDE)) {
      page.message("first step").locator("article").first().focus();
      page.page().keyboard().type("/why");
      assertThat(page.page().locator("#replying")).containsText("Replying to Arven and Tolm");
      page.page().keyboard().press("Enter");

      assertThat(page.page().locator(".replies")).containsText("Why this came");
      assertThat(page.page().locator("#replying")).isHidden();
      IncomingMessage why = heard();
      assertThat(why.text()).isEqualTo("/why");
      assertThat(why.replyTo()).isEqualTo(root);
    }
  }

  @Test
  void escapeLeavesAReplyAndAPicker() throws InterruptedException {
    rig.bot.says(ScriptedBot.alert(ScriptedBot.TREATY));
    try (PageView page = open(Look.WIDE)) {
      page.button("Reply").click();
      assertThat(page.page().locator("#replying")).isVisible();
      page.page().keyboard().press("Escape");
      assertThat(page.page().locator("#replying")).isHidden();

      page.says("storm harbour");
      page.button("Wider").focus();
      page.page().keyboard().press("Escape");
      page.shows("Cancelled. Nothing was stored.");
      assertThat(page.input()).isFocused();
      assertThat(heard().text()).isEqualTo("storm harbour");
      assertThat(heard().pressed()).isEqualTo("cancel");
    }
  }

  @Test
  void shiftAndEnterBreakTheLine() throws InterruptedException {
    try (PageView page = open(Look.WIDE)) {
      page.input().pressSequentially("one");
      page.page().keyboard().press("Shift+Enter");
      page.input().pressSequentially("two");
      page.page().keyboard().press("Enter");

      assertThat(heard().text()).isEqualTo("one\ntwo");
    }
  }

  @Test
  void aQueryIsCopiedByATap() {
    rig.bot.says(ScriptedBot.alert(ScriptedBot.TREATY));
    try (PageView page = open(Look.WIDE)) {
      page.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      page.button("\"water treaty\"").click();

      assertThat(page.page().locator(".toast").first()).hasText("Copied: \"water treaty\"");
      assertThat(page.page().evaluate("navigator.clipboard.readText()"))
          .isEqualTo("\"water treaty\"");
    }
  }

  @Test
  void timesAreTheReadersOwn() {
    String root = rig.bot.says(ScriptedBot.alert(ScriptedBot.TREATY));
    rig.bot.changes(root, ScriptedBot.twoAgencies(rig.now()));
    String berlin =
        DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Europe/Berlin")).format(rig.now());
    try (PageView page = open(Look.WIDE)) {
      Locator updated = page.message("first step").locator(".by time");
      assertThat(updated).hasText(Pattern.compile(berlin.substring(0, 3) + "\\d\\d"));
      assertThat(updated).hasAttribute("title", Pattern.compile(".*20\\d\\d.*"));
    }
  }

  @Test
  void whatWasNeverMeantAsMarkupStaysText() {
    List<String> corpus = Corpus.MARKUP;
    assertThat(corpus).hasSizeGreaterThanOrEqualTo(40);
    try (PageView page = open(Look.WIDE)) {
      page.page().evaluate("window.struck = 0; window.alert = () => { window.struck++; }; 0");
      corpus.forEach(text -> rig.bot.says(everywhere(text)));
      page.says(corpus.getFirst());
      assertThat(page.page().locator("#log > li")).hasCount(corpus.size() + 1);

      Stream.of(
              "script", "img", "iframe", "object", "embed", "style", "svg", "math", "form", "base")
          .forEach(tag -> assertThat(page.page().locator("#log " + tag)).hasCount(0));
      assertThat(page.page().locator("#log h3 bdi").allTextContents()).isEqualTo(corpus);
      assertThat(page.page().evaluate("window.struck")).isEqualTo(0);
      assertThat(
              page.page()
                  .locator("#log a")
                  .evaluateAll("all => all.filter(a => !/^https?:/.test(a.href)).length"))
          .isEqualTo(0);
      assertThat(page.complaints()).isEmpty();
    }
  }

  private static OutgoingMessage everywhere(String text) {
    RichText rich =
        RichText.build()
            .add(new RichText.Bold(RichText.build().news(text, "\" onload=alert(1)").done()))
            .line()
            .link(text, URI.create("javascript:alert(1)"))
            .link(text, URI.create("data:text/html,x"))
            .text("\n\n" + text)
            .code(text)
            .add(new RichText.Block(text))
            .add(new RichText.Fold(text, RichText.of(text)))
            .done();
    return OutgoingMessage.of(rich)
        .with(
            List.of(
                new Button.Press(text, text), new Button.Open(text, URI.create("javascript:1"))));
  }

  @ParameterizedTest
  @CsvSource({"360,740", "320,568", "320,200", "600,800", "960,700", "1280,800"})
  void nothingIsWiderThanTheWindow(int width, int height) {
    rig.bot.says(ScriptedBot.alert("W" + "o".repeat(200) + "rd"));
    rig.bot.says(OutgoingMessage.of(RichText.build().code("x".repeat(300)).done()));
    rig.desk(_ -> Desks.troubled(rig.now()));
    try (PageView page = open(Look.PHONE.sized(width, height))) {
      page.says("storm harbour");
      assertThat(page.button("Subscribe")).isVisible();
      assertThat(page.sideways()).isZero();
      if (width < 960) {
        page.button("Desk").click();
        assertThat(page.desk()).isVisible();
        assertThat(page.sideways()).isZero();
      }
    }
  }

  @Test
  void buttonsAreLargeEnoughForAThumb() {
    rig.bot.says(ScriptedBot.alert(ScriptedBot.TREATY));
    try (PageView page = open(Look.PHONE)) {
      for (String label : List.of("Why", "Mute story", "Less like this", "Reply", "Send")) {
        assertThat(page.button(label).boundingBox().height).as(label).isGreaterThanOrEqualTo(44);
      }
    }
  }

  @Test
  void aPhoneShowsOneOfTwoViews() {
    rig.desk(_ -> Desks.troubled(rig.now()));
    try (PageView page = open(Look.PHONE)) {
      assertThat(page.input()).isVisible();
      assertThat(page.desk()).isHidden();
      page.verdict().getByText("7 alerts wait for #newsroom").click();
      assertThat(page.desk()).isVisible();
      assertThat(page.input()).isHidden();
      assertThat(page.page().locator("#trouble-0")).isFocused();
      page.button("Chat").click();
      assertThat(page.input()).isVisible();
    }
  }

  @Test
  void theKeyboardIsEnough() throws InterruptedException {
    rig.bot.says(ScriptedBot.alert(ScriptedBot.TREATY));
    try (PageView page = open(Look.WIDE)) {
      assertThat(page.input()).isFocused();
      page.page()
          .evaluate(
              "document.activeElement.blur(); document.body.tabIndex = -1; document.body.focus()");
      page.page().keyboard().press("Tab");
      assertThat(page.page().getByText("Skip to the input")).isFocused();
      page.page().keyboard().press("Enter");
      assertThat(page.input()).isFocused();
      page.page().keyboard().type("hello");
      page.page().keyboard().press("Enter");
      assertThat(heard().text()).isEqualTo("hello");
      for (int i = 0; i < 12 && !page.focused().equals("Mute story"); i++) {
        page.page().keyboard().press("Shift+Tab");
      }
      page.page().keyboard().press("Enter");
      assertThat(heard().pressed()).isEqualTo("mute");
      assertThat(page.page().locator(":focus")).hasCSS("outline-style", "solid");
    }
  }

  @Test
  void thePageFollowsTheReadersColours() {
    try (PageView light = open(Look.WIDE);
        PageView dark = open(Look.WIDE.inTheDark())) {
      assertThat(light.page().locator("body")).hasCSS("background-color", "rgb(251, 250, 247)");
      assertThat(dark.page().locator("body")).hasCSS("background-color", "rgb(22, 23, 24)");
      assertThat(dark.page().locator("body")).hasCSS("color", "rgb(237, 237, 235)");
    }
  }

  @Test
  void aLostServerIsSaidAndWhatIsTypedMeanwhileIsSentOnce() throws InterruptedException {
    try (PageView page = open(Look.WIDE)) {
      page.shows("Nothing is waiting");
      rig.awayWhile(
          () -> {
            assertThat(page.verdict())
                .containsText(
                    Pattern.compile(
                        "This page has lost Bellwire since \\d\\d:\\d\\d and keeps trying"));
            assertThat(page.page().locator("#note")).hasText("Sent when it is back");
            page.says("while away");
            assertThat(page.page().locator("#note")).hasText("Sent when it is back: while away");
          });

      assertThat(page.verdict()).containsText("Nothing is waiting");
      assertThat(page.message("while away")).isVisible();
      assertThat(page.page().locator("#note")).hasText("");
      assertThat(heard().text()).isEqualTo("while away");
      assertThat(rig.bot.heard()).isEmpty();
    }
  }

  @Test
  void thePasswordIsAskedFor() {
    rig.close();
    rig = new Rig("wind");
    try (PageView stranger = open(Look.WIDE.knowing("rain"));
        PageView reader = open(Look.WIDE.knowing("wind"))) {
      stranger.shows("The password is missing or wrong.");
      reader.says("storm harbour");
      assertThat(reader.button("Subscribe")).isVisible();
    }
  }

  @Test
  void liveUpdatesCanBeHeldBack() {
    try (PageView page = open(Look.WIDE)) {
      page.shows("Nothing is waiting");
      Locator live =
          page.page().getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName("Live"));
      live.click();
      rig.bot.says(ScriptedBot.alert(ScriptedBot.TREATY));
      page.shows("Live is off; 1 change waits.");
      assertThat(page.page().locator("#log > li")).hasCount(0);

      live.click();
      assertThat(page.message(ScriptedBot.TREATY)).isVisible();
    }
  }

  @Test
  void earlierMessagesComeOnRequest() {
    String root = rig.bot.says(OutgoingMessage.of("Answer 0."));
    for (int i = 1; i < 430; i++) {
      rig.bot.says(OutgoingMessage.of("Answer " + i + "."));
    }
    rig.bot.says(ScriptedBot.followUp(rig.now()), root);
    try (PageView page = open(Look.WIDE)) {
      page.shows("Answer 429.");
      assertThat(page.page().getByText("Answer 29.")).hasCount(0);
      assertThat(page.message("the dam at Varn")).isVisible();
      page.button("Show earlier messages").click();
      page.shows("Answer 250.");
      page.button("Show earlier messages").click();
      assertThat(page.button("Show earlier messages")).isHidden();
      assertThat(page.page().locator("#log > li")).hasCount(430);
      assertThat(page.page().locator("#log > li").first()).containsText("Answer 0.");
    }
  }

  @Test
  void severalChatsAreOneLinkEach() {
    rig.bot.says(Address.local("night"), OutgoingMessage.of("Said at night."));
    try (PageView page = open(Look.WIDE)) {
      page.page().locator("#chats").getByText("night").click();
      page.shows("Said at night.");
      page.says("storm harbour");
      assertThat(page.message("storm harbour")).isVisible();
    }
  }

  @Test
  void thePageHasItsLandmarksAndOneFirstHeading() {
    try (PageView page = open(Look.WIDE)) {
      page.shows("Since midnight");
      Stream.of(AriaRole.BANNER, AriaRole.MAIN, AriaRole.COMPLEMENTARY, AriaRole.LOG)
          .forEach(role -> assertThat(page.page().getByRole(role)).hasCount(1));
      assertThat(page.page().locator("h1")).hasCount(1);
    }
  }

  private IncomingMessage heard() throws InterruptedException {
    IncomingMessage message = rig.bot.heard().poll(10, TimeUnit.SECONDS);
    assertThat(message).isNotNull();
    return Objects.requireNonNull(message);
  }

  private PageView open(Look look) {
    return chromium.open(rig.url(), look);
  }
}
