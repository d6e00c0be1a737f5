package app.bellwire.chat.slack;

import static app.bellwire.chat.slack.Samples.ANADOLU;
import static app.bellwire.chat.slack.Samples.NORDA;
import static app.bellwire.chat.slack.Samples.READ;
import static app.bellwire.chat.slack.Samples.WHY;
import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Button;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.RichText;
import app.bellwire.fake.Golden;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class LayoutTest {
  static final List<Arguments> MESSAGES =
      List.of(
          Arguments.of("alert.first", Samples.first(), 1),
          Arguments.of("alert.more", Samples.second(), 2),
          Arguments.of("alert.followup", Samples.followUp(), 1),
          Arguments.of("alert.fixed", Samples.corrected(), 1),
          Arguments.of("alert.killed", Samples.killed(), 3),
          Arguments.of("digest", Samples.digest(), 1),
          Arguments.of("sub.preview", Samples.preview(), 1));

  @ParameterizedTest
  @FieldSource("MESSAGES")
  void aMessageLooksAsAgreed(String key, OutgoingMessage message, int revision) {
    Laid laid = Layout.message(message, "8f3a21", revision);
    BlockRules.check(laid);
    Golden.check("slack", key, BlockRules.shown(laid));
  }

  @ParameterizedTest
  @FieldSource("MESSAGES")
  void anEditHasNoIdOfTheMessageBefore(String key, OutgoingMessage message, int revision) {
    List<String> before = values("block_id", Layout.message(message, "8f3a21", revision));
    List<String> after = values("block_id", Layout.message(message, "8f3a21", revision + 1));
    assertThat(after).as(key).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
  }

  @Test
  void whatOthersWroteIsTextAndNothingElse() {
    String words = "<!channel> <@U1> <http://evil|https://reuters.com> *a* _b_ ~c~ `d` :e: &lt;";
    Laid laid = laid(RichText.build().news(words, "en").text(words).done());

    assertThat(values("text", laid)).contains(words + words);
    assertThat(values("type", laid)).containsOnly("rich_text", "rich_text_section", "text");
    assertThat(laid.text()).startsWith("&lt;!channel&gt; &lt;@U1&gt; ").doesNotContain("<", ">");
  }

  @Test
  void stylesAddUp() {
    RichText struck = RichText.build().add(new RichText.Struck(RichText.of("a"))).done();
    RichText text =
        RichText.build()
            .add(new RichText.Bold(struck))
            .add(new RichText.Bold(RichText.build().link("b", NORDA).code("c").done()))
            .text("d")
            .done();

    assertThat(shown(text))
        .containsExactly("text a [bold, strike]", "link b [bold]", "text c [bold, code]", "text d");
  }

  @Test
  void aBlockAndAFoldStandOnLinesOfTheirOwn() {
    RichText inner = RichText.build().add(new RichText.Block("  ^")).text("\nz").done();
    RichText text =
        RichText.build()
            .text("a\n\n")
            .add(new RichText.Block("x\n  ^\n"))
            .text("\n\nb\n")
            .add(new RichText.Fold("Is it so?", inner))
            .text("\n")
            .done();

    assertThat(values("type", laid(text)))
        .containsSubsequence(
            "rich_text_section", "rich_text_preformatted", "rich_text_section", "rich_text_quote");
    assertThat(shown(text))
        .containsExactly(
            "text a",
            "text x\n  ^",
            "text b",
            "text Is it so?  [bold]",
            "text \n  ^\n [code]",
            "text \nz");
  }

  @Test
  void aFoldInAFoldIsItsTitleAndText() {
    RichText inner = RichText.build().add(new RichText.Fold("In", RichText.of("b"))).done();
    RichText text = RichText.build().add(new RichText.Fold("Out", inner)).done();

    assertThat(values("type", laid(text))).containsOnlyOnce("rich_text_quote");
    assertThat(shown(text)).containsExactly("text Out. In.  [bold]", "text b");
  }

  @Test
  void aTimeIsShownInTheReadersZone() {
    assertThat(json(laid(time(Instant.ofEpochSecond(1_644_955_500), "21:05 CET"))).toString())
        .contains(
            "{\"type\":\"date\",\"timestamp\":1644955500,\"format\":\"{time}\","
                + "\"fallback\":\"21:05 CET\"}");
  }

  static final List<Instant> STRANGE =
      List.of(Instant.MAX, Instant.MIN, Instant.ofEpochSecond(-1), Instant.ofEpochSecond(1L << 31));

  @ParameterizedTest
  @FieldSource("STRANGE")
  void anInstantThatSlackDoesNotCountIsText(Instant at) {
    assertThat(shown(time(at, "then"))).containsExactly("text then");
  }

  @Test
  void theHeadlineIsTheLinkAndReadFallsAway() {
    Laid laid = Layout.message(Samples.first(), "d", 1);

    assertThat(values("url", laid)).containsExactly(ANADOLU.toString());
    assertThat(values("action_id", laid)).containsExactly("bw.1", "bw.2", "bw.3");
    assertThat(laid.blocks()).as("what is left of its row stands before the next").hasSize(2);
  }

  @Test
  void whatIsLeftOfTheLastRowStandsAlone() {
    Laid laid =
        Layout.message(Samples.first().with(List.of(Samples.MUTE), List.of(READ, WHY)), "d", 1);
    assertThat(laid.blocks()).hasSize(3);
  }

  @Test
  void aHeadlineStaysTextWhereNoButtonOpensTheFirstLink() {
    OutgoingMessage alert = Samples.first().with(List.of(WHY));
    assertThat(shown(alert.text())).first().asString().startsWith("text Lavrov").endsWith("[bold]");
    assertThat(values("url", Layout.message(alert, "d", 1))).containsExactly(ANADOLU.toString());
  }

  @Test
  void aWordOfOursInBoldIsNoHeadline() {
    assertThat(shown(Samples.corrected()))
        .startsWith("text Corrected [bold]", "text  · ", "link Norda");
  }

  @Test
  void aPageIsLinkedOnce() {
    RichText text =
        RichText.build()
            .link("Gauge rises", NORDA)
            .text(" (")
            .link("Norda", NORDA)
            .text(")")
            .done();
    assertThat(shown(text)).containsExactly("link Gauge rises", "text  (Norda)");
  }

  @Test
  void aButtonThatOpensAnotherPageStays() {
    Button help = new Button.Open("Help", URI.create("https://bellwire.example/help"));
    Laid laid = Layout.message(Samples.first().with(List.of(READ, help, WHY)), "d", 1);

    assertThat(values("action_id", laid)).containsExactly("open.1", "bw.1");
    assertThat(values("url", laid)).contains("https://bellwire.example/help");
  }

  static final List<Arguments> TARGETS =
      List.of(
          Arguments.of("https://norda.example/a?b=c&d=%7C", true),
          Arguments.of("http://[2001:db8::1]/x", true),
          Arguments.of("javascript:alert(1)", false),
          Arguments.of("slack://user?team=T1&id=U1", false),
          Arguments.of("mailto:a@b.example", false),
          Arguments.of("http://localhost/x", false),
          Arguments.of("relative/path", false),
          Arguments.of("https://norda.example/" + "a".repeat(3000), false));

  @ParameterizedTest
  @FieldSource("TARGETS")
  void onlyPagesOfTheWebAreLinked(String target, boolean linked) {
    URI uri = URI.create(target);
    Laid laid = laid(RichText.build().link("Norda", uri).done());
    Laid button =
        Layout.message(OutgoingMessage.of("a").with(List.of(new Button.Open("Read", uri))), "d", 1);

    assertThat(values("url", laid)).hasSize(linked ? 1 : 0);
    assertThat(values("url", button)).hasSize(linked ? 1 : 0);
    assertThat(values("text", laid)).containsExactly("Norda");
  }

  @Test
  void whatCannotBeUndoneIsRed() {
    assertThat(json(Layout.message(Samples.preview(), "d", 1)).toString())
        .containsOnlyOnce("\"style\":\"danger\"");
  }

  @Test
  void aButtonSaysWhatItBelongsTo() {
    Laid laid = Layout.message(Samples.followUp(), "d", 1);
    assertThat(values("accessibility_label", laid))
        .containsExactly("Mute story: New · Norda · 21:05 CET");
  }

  @Test
  void aLongRowIsMoreThanOneBlock() {
    List<Button> row = Stream.generate(() -> WHY).limit(30).toList();
    Laid laid = Layout.message(OutgoingMessage.of("a").with(row), "d", 1);

    BlockRules.check(laid);
    assertThat(laid.blocks()).hasSize(3);
    assertThat(values("action_id", laid)).hasSize(30).startsWith("bw.1").endsWith("bw.30");
  }

  @Test
  void moreRowsThanSlackTakesEndWhereTheyAreTooMany() {
    List<List<Button>> rows = Stream.generate(() -> List.of(WHY)).limit(200).toList();
    Laid laid = Layout.message(Samples.reply(RichText.of("a"), rows), "d", 1);

    BlockRules.check(laid);
    assertThat(laid.blocks().size()).isBetween(20, 50);
    assertThat(values("text", laid)).first().isEqualTo("a");
  }

  static final List<Arguments> SUMMARIES =
      List.of(
          Arguments.of("Headline\nNorda · 15 Feb\n\nSentence.", "Headline · Norda · 15 Feb"),
          Arguments.of("\n \nMuted.\n\n3 stories.", "Muted. 3 stories."),
          Arguments.of("Q&A <b>", "Q&amp;A &lt;b&gt;"),
          Arguments.of("", "…"),
          Arguments.of("\u200B\u202E\n", "…"),
          Arguments.of("a ".repeat(200), "a ".repeat(74) + "a…"),
          Arguments.of("x".repeat(149) + "😀y", "x".repeat(149) + "…"));

  @ParameterizedTest
  @FieldSource("SUMMARIES")
  void notificationsSayTheFirstTwoLines(String text, String summary) {
    assertThat(laid(RichText.of(text)).text()).isEqualTo(summary);
  }

  @Test
  void theTextAloneIsForMessagesThatSlackRefuses() {
    Laid plain = Layout.plain(Samples.first());

    assertThat(plain.blocks()).isEmpty();
    assertThat(plain.text())
        .startsWith("Lavrov and Blinken discuss security guarantees by phone\nAnadolu · 15 Feb\n\n")
        .endsWith("For Lavrov Blinken, guarantees · found Lavrov, Blinken, “security guarantees”");
  }

  @Test
  void theTextAloneFitsAnEditWhenItIsEscaped() {
    String text = Layout.plain(OutgoingMessage.of("<&> ".repeat(5000))).text();

    assertThat(text.length()).isBetween(3000, 4000);
    assertThat(text).startsWith("&lt;&amp;&gt; ").endsWith("…");
    assertThat(Layout.plain(OutgoingMessage.of("\u200B\n")).text()).isEqualTo("…");
  }

  @Test
  void aLongTextIsShortenedWhereItIsLongest() {
    RichText text =
        RichText.build()
            .add(Samples.headline("Ferry resumes"))
            .line()
            .link("Norda", NORDA)
            .text("\n\n")
            .news("The harbour office said so. ".repeat(2000), "en")
            .text("\n\nFor ")
            .code("ferry")
            .done();
    Laid laid = laid(text);

    BlockRules.check(laid);
    assertThat(length(laid)).isGreaterThan(10_000);
    assertThat(shown(text)).startsWith("text Ferry resumes [bold]").endsWith("text ferry [code]");
  }

  @Test
  void inADigestOfLongAddressesTheAgenciesGiveUpTheirLinks() {
    RichText.Builder text = RichText.build();
    for (int i = 0; i < 15; i++) {
      URI norda = URI.create("https://norda.example/" + i + "/" + "a".repeat(350));
      URI kestrel = URI.create("https://kestrel.example/" + i + "/" + "a".repeat(350));
      text.text(i + ". ").link("Gauge " + i + " of the river rises", norda).line();
      text.link("Norda", norda).text(", ").link("Kestrel", kestrel).line();
      text.news("The wells are shut, the office said. ".repeat(5), "en").line();
    }
    Laid laid = laid(text.done());

    BlockRules.check(laid);
    assertThat(values("text", laid)).noneMatch(words -> words.contains("…"));
    assertThat(values("url", laid)).hasSize(15).allMatch(url -> url.contains("norda"));
  }

  @Test
  void manyShortPartsEndWhereTheMessageIsFull() {
    RichText.Builder text = RichText.build();
    for (int i = 0; i < 500; i++) {
      URI link = URI.create("https://norda.example/" + i);
      text.text("26 Nov · ").link("Ferry " + i, link).text(" (Norda)").line();
    }
    Laid laid = laid(text.done());

    BlockRules.check(laid);
    assertThat(length(laid)).isGreaterThan(10_000);
    assertThat(shown(text.done()))
        .startsWith("text 26 Nov · ", "link Ferry 0", "text  (Norda)\n26 Nov · ");
  }

  private static RichText time(Instant at, String fallback) {
    return RichText.build().add(new RichText.Time(at, fallback)).done();
  }

  private static Laid laid(RichText text) {
    return Layout.message(OutgoingMessage.of(text), "d", 1);
  }

  private static int length(Laid laid) {
    return json(laid).toString().length();
  }

  private static JsonElement json(Laid laid) {
    return BlockRules.JSON.toJsonTree(laid.blocks());
  }

  /// The values of a key, in order.
  private static List<String> values(String key, Laid laid) {
    List<String> found = new ArrayList<>();
    collect(key, json(laid), found);
    return found;
  }

  private static void collect(String key, JsonElement json, List<String> found) {
    if (json.isJsonArray()) {
      json.getAsJsonArray().forEach(part -> collect(key, part, found));
    } else if (json.isJsonObject()) {
      JsonObject object = json.getAsJsonObject();
      if (object.has(key) && object.get(key).isJsonPrimitive()) {
        found.add(object.get(key).getAsString());
      }
      object.asMap().values().forEach(value -> collect(key, value, found));
    }
  }

  private static List<String> shown(RichText text) {
    return shown(OutgoingMessage.of(text));
  }

  /// Each text and link with its styles.
  private static List<String> shown(OutgoingMessage message) {
    List<String> found = new ArrayList<>();
    JsonElement text = json(Layout.message(message, "d", 1)).getAsJsonArray().get(0);
    for (JsonElement part : text.getAsJsonObject().getAsJsonArray("elements")) {
      part.getAsJsonObject().getAsJsonArray("elements").forEach(e -> found.add(shown(e)));
    }
    return found;
  }

  private static String shown(JsonElement element) {
    JsonObject object = element.getAsJsonObject();
    String text = object.has("text") ? object.get("text").getAsString() : "";
    List<String> styles = new ArrayList<>();
    if (object.has("style")) {
      object
          .getAsJsonObject("style")
          .asMap()
          .forEach((style, on) -> styles.add(on.getAsBoolean() ? style : ""));
      styles.removeIf(String::isEmpty);
    }
    return object.get("type").getAsString() + " " + text + (styles.isEmpty() ? "" : " " + styles);
  }
}
