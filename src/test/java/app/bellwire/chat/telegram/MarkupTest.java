package app.bellwire.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.RichText;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

class MarkupTest {
  private static final URI LINK = URI.create("https://norda.example/1");

  @Test
  void eachKindOfTextHasItsEntity() {
    RichText text =
        RichText.build()
            .bold("Ferry resumes")
            .line()
            .link("Norda", LINK)
            .text(" · ")
            .add(new RichText.Time(Instant.ofEpochSecond(1_700_000_000), "14:05"))
            .line()
            .add(new RichText.Struck(RichText.of("old")))
            .add(new RichText.Fold("Background", RichText.of("said before")))
            .line()
            .code("a b")
            .line()
            .add(new RichText.Block("x\n ^"))
            .done();

    Formatted formatted = Markup.of(text);

    assertThat(formatted.text())
        .isEqualTo("Ferry resumes\nNorda · 14:05\noldBackground\nsaid before\na b\nx\n ^");
    assertThat(shown(formatted))
        .containsExactlyInAnyOrder(
            "bold: Ferry resumes",
            "text_link https://norda.example/1: Norda",
            "date_time 1700000000t: 14:05",
            "strikethrough: old",
            "bold: Background",
            "expandable_blockquote: Background\nsaid before",
            "code: a b",
            "pre: x\n ^");
  }

  @Test
  void nothingMovesWhereTheServerWouldTrim() {
    Formatted formatted =
        Markup.of(RichText.build().text(" \n\u200B").bold("Ferry ").text("resumes \n ").done());

    assertThat(formatted.text()).isEqualTo("Ferry resumes");
    assertThat(shown(formatted)).containsExactly("bold: Ferry ");
  }

  @Test
  void aTextOfNothingIsStillAMessage() {
    assertThat(Markup.of(RichText.of(" \u202E\n")).text()).isEqualTo("…");
  }

  static final List<Arguments> NEWS =
      List.of(
          Arguments.of("/stop now", "/\u2060stop now"),
          Arguments.of("write to @desk_bot", "write to @\u2060desk_bot"),
          Arguments.of("#one $USD", "#\u2060one $\u2060USD"),
          Arguments.of("see evil.example/x", "see evil.\u2060example/x"),
          Arguments.of("https://evil.example", "https:\u2060//evil.\u2060example"),
          Arguments.of("Я/stop (/stop", "Я/\u2060stop (/\u2060stop"),
          Arguments.of("in config/bellwire.yml", "in config/bellwire.yml"),
          Arguments.of("the U.S. said 3.5 per cent", "the U.S. said 3.5 per cent"),
          Arguments.of("a\u202Eb\u2066c\u2069d", "abcd"),
          Arguments.of("a\u0000b\u0007c\r\nd", "abc\nd"),
          Arguments.of("half \uD83D pair", "half \uFFFD pair"));

  @ParameterizedTest
  @FieldSource("NEWS")
  void newsIsInert(String news, String shown) {
    assertThat(Markup.of(RichText.build().news(news, "en").done()).text()).isEqualTo(shown);
  }

  @Test
  void whatWeSayOurselvesStaysLive() {
    assertThat(Markup.of(RichText.of("/list what is watched here")).text())
        .isEqualTo("/list what is watched here");
  }

  @Test
  void aLinkThatTelegramDoesNotTakeIsText() {
    RichText text =
        RichText.build()
            .link("script", URI.create("javascript:alert(1)"))
            .link("local", URI.create("http://localhost/x"))
            .link("Norda", LINK)
            .done();

    assertThat(shown(Markup.of(text))).containsExactly("text_link https://norda.example/1: Norda");
  }

  @Test
  void aLongTextIsShortenedWhereItIsLongest() {
    RichText text =
        RichText.build()
            .bold("Ferry resumes")
            .line()
            .link("Norda", LINK)
            .text("\n\n")
            .news("The harbour office said so. ".repeat(300), "en")
            .text("\n\nFor ")
            .code("ferry")
            .done();

    Formatted formatted = Markup.of(text);

    assertThat(formatted.text().length()).isBetween(3900, Markup.LONGEST);
    assertThat(formatted.text()).endsWith("… read on\n\nFor ferry");
    assertThat(shown(formatted))
        .contains("text_link https://norda.example/1: … read on", "code: ferry");
  }

  @Test
  void aCharacterIsNotCutInHalf() {
    for (int shift = 0; shift < 8; shift++) {
      String family = "👩‍👩‍👧‍👦";
      String news = "x".repeat(shift) + family.repeat(600);
      String shown = Markup.of(RichText.build().news(news, "en").done()).text();

      assertThat(shown.length()).isLessThanOrEqualTo(Markup.LONGEST);
      String kept = shown.substring(shift, shown.length() - 1);
      assertThat(kept.replace(family, "")).isEmpty();
    }
  }

  @Test
  void severalLongPartsFitTogether() {
    RichText.Builder text = RichText.build();
    for (int i = 0; i < 10; i++) {
      text.news("word ".repeat(200), "en").line();
    }
    assertThat(Markup.of(text.done()).text().length()).isLessThanOrEqualTo(Markup.LONGEST);
  }

  @Test
  void manyShortPartsEndWhereTheMessageIsFull() {
    RichText.Builder text = RichText.build();
    for (int i = 0; i < 500; i++) {
      text.text("26 Nov · ").link("Ferry " + i, LINK).text(" (Norda)").line();
    }
    Formatted formatted = Markup.of(text.done());
    assertThat(formatted.text().length()).isBetween(3500, Markup.LONGEST);
    assertThat(formatted.text()).startsWith("26 Nov · Ferry 0 (Norda)\n").endsWith("…");
  }

  @Test
  void namesInOurWordsAreInertAndOurCommandsAreNot() {
    String text = "Paused by @evil of evil.com: /resume, /list. /evil /listen";
    assertThat(Markup.of(RichText.of(text)).text())
        .isEqualTo(
            "Paused by @\u2060evil of evil.\u2060com: /resume, /list. /\u2060evil /\u2060listen");
  }

  @Test
  void noMoreEntitiesThanTheServerKeeps() {
    RichText.Builder text = RichText.build();
    for (int i = 0; i < 150; i++) {
      text.code("q" + i).text(" ");
    }
    assertThat(Markup.of(text.done()).entities()).hasSize(100);
  }

  private static List<String> shown(Formatted formatted) {
    return formatted.entities().stream().map(e -> shown(e, formatted.text())).toList();
  }

  private static String shown(MessageEntity e, String text) {
    String more =
        Stream.of(e.getUrl(), e.getUnixTime(), e.getDateTimeFormat())
            .filter(part -> part != null)
            .map(Object::toString)
            .reduce("", String::concat);
    String part = text.substring(e.getOffset(), e.getOffset() + e.getLength());
    return e.getType() + (more.isEmpty() ? "" : " " + more) + ": " + part;
  }
}
