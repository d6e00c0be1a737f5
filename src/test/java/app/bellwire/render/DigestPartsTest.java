package app.bellwire.render;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Alert.Kind;
import app.bellwire.alert.Digest;
import app.bellwire.alert.Digest.Occasion;
import app.bellwire.article.Article;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Placement;
import app.bellwire.chat.RichText;
import app.bellwire.fake.Draft;
import app.bellwire.text.When;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Digests that are too long for one message.
class DigestPartsTest {
  private static final Instant NOW = Instant.parse("2026-03-05T07:00:00Z");
  private static final Instant EVENING = Instant.parse("2026-03-04T17:00:00Z");
  private static final Occasion DAILY =
      new Occasion.Daily(Optional.of(Instant.parse("2026-03-05T17:00:00Z")));

  private final View view =
      new View(new When(ZoneId.of("Europe/Berlin"), true, NOW), action -> action.verb());

  /// @param headline and `sentence` of every story, in UTF-16 units
  record Ugly(
      String what, Occasion occasion, int stories, String headline, String sentence, int parts) {
    @Override
    public String toString() {
      return what;
    }
  }

  static final Ugly[] UGLY = {
    new Ugly("nothing", DAILY, 0, "", "", 1),
    new Ugly("one line each", DAILY, 15, "Wells shut.", "Wells.", 1),
    new Ugly("15 long stories", DAILY, 15, words(90), sentences(500), 3),
    new Ugly("15 of a message each", DAILY, 15, words(90), sentences(9_000), 15),
    new Ugly("40 long stories", DAILY, 40, words(90), sentences(500), 3),
    new Ugly("headlines of 300", DAILY, 15, words(300), sentences(90), 2),
    new Ugly("headlines of a message", DAILY, 3, words(6_000), "Wells.", 3),
    new Ugly("headlines of one word", DAILY, 3, "W".repeat(5_000), "Wells.", 3),
    new Ugly("headlines of emoji", DAILY, 3, "x" + "😀".repeat(2_500), "Wells.", 3),
    new Ugly("sentences of emoji", DAILY, 15, words(90), "😀".repeat(250), 3),
    new Ugly("a sentence without an end", DAILY, 2, words(90), "w".repeat(9_000), 1),
    new Ugly("a long reason", new Occasion.Back("r".repeat(5_000)), 15, words(90), "Wells.", 1),
  };

  @ParameterizedTest(name = "{0}")
  @FieldSource("UGLY")
  void everyMessageIsShortEnoughAndNoStoryIsLost(Ugly ugly) {
    Digest digest = digest(ugly);
    List<OutgoingMessage> messages = DigestRenderer.render(digest, view);
    assertThat(digest.parts()).hasSize(ugly.parts());
    assertThat(messages).hasSize(ugly.parts());
    assertThat(messages).allSatisfy(DigestPartsTest::fits);
    for (int part = 0; part < ugly.parts(); part++) {
      String text = messages.get(part).text().plain();
      for (int i = 0; i < digest.part(part).size(); i++) {
        assertThat(text).contains("\n\n" + (digest.before(part) + i + 1) + ". ");
      }
    }
    assertThat(digest.before(ugly.parts()) + digest.leftOver().size()).isEqualTo(ugly.stories());
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("UGLY")
  void theRestIsAsShort(Ugly ugly) {
    Digest digest = digest(ugly);
    if (ugly.stories() > 0) {
      List<RichText> rest = DigestRenderer.rest(digest, 0, view);
      assertThat(rest).isNotEmpty().allSatisfy(text -> fits(text.plain()));
    }
  }

  @Test
  void onlyTheFirstMaySoundAndOnlyTheLastHasButtons() {
    List<OutgoingMessage> messages =
        DigestRenderer.render(digest(15, words(90), sentences(500)), view);
    assertThat(messages).extracting(OutgoingMessage::silent).containsExactly(false, true, true);
    assertThat(messages)
        .extracting(OutgoingMessage::thread)
        .containsExactly("digest:5", "digest:5/2", "digest:5/3");
    assertThat(messages).extracting(message -> message.keyboard().size()).containsExactly(0, 0, 1);
    assertThat(messages.get(1).text().plain()).startsWith("Digest · Thu 5 Mar, 08:00 · 2 of 3\n");
    assertThat(messages.get(2).text().plain())
        .startsWith("Digest · Thu 5 Mar, 08:00 · 3 of 3\n")
        .endsWith("\n\nNext digest today, 18:00.");
    assertThat(messages.subList(0, 2))
        .noneMatch(message -> message.text().plain().contains("Next digest"));
  }

  @Test
  void anEditTouchesOnlyTheMessageThatChanges() {
    Digest digest = digest(15, words(90), sentences(500));
    int event = digest.before(2) + 1;
    Digest now = says(digest, event, "Other words.");
    List<OutgoingMessage> edits = DigestRenderer.edits(digest, now, view);
    assertThat(edits).extracting(OutgoingMessage::thread).containsExactly("digest:5/3");
    assertThat(edits).extracting(OutgoingMessage::placement).containsExactly(Placement.EDIT_ROOT);
    assertThat(edits.getFirst().text().plain()).contains("Other words.");
    assertThat(DigestRenderer.edits(digest, digest, view)).isEmpty();
  }

  @Test
  void aStoryThatGrowsIsCutAndMovesNoOther() {
    Digest digest = digest(15, words(90), sentences(500));
    Digest now = says(digest, 2, sentences(3_000));
    assertThat(now.parts()).isEqualTo(digest.parts());
    List<OutgoingMessage> edits = DigestRenderer.edits(digest, now, view);
    assertThat(edits).hasSize(1).allSatisfy(DigestPartsTest::fits);
    String text = edits.getFirst().text().plain();
    assertThat(text).contains("\n\n" + digest.parts().getFirst() + ". ").doesNotContain("…");
    assertThat(text).contains(sentences(500));
  }

  @Test
  void aStoryIsCutAtASentence() {
    String text =
        DigestRenderer.render(digest(1, words(90), sentences(9_000)), view)
            .getFirst()
            .text()
            .plain();
    assertThat(text.length()).isBetween(DigestRenderer.LONGEST - 100, DigestRenderer.LONGEST);
    assertThat(text).contains("The wells are shut.\n\nNext digest").doesNotContain("…");
  }

  @Test
  void whatIsLeftOverBelongsToTheLastMessage() {
    Digest digest = digest(40, words(90), sentences(500));
    assertThat(digest.partOf(1)).isZero();
    assertThat(digest.partOf(15)).isEqualTo(2);
    assertThat(digest.partOf(40)).isEqualTo(2);
    assertThat(digest.leftOver()).hasSize(25);
    assertThat(DigestRenderer.render(digest, view).getLast().text().plain())
        .contains("\n\nand 25 more: /digest more\n\nNext");
  }

  private static void fits(OutgoingMessage message) {
    fits(message.text().plain());
  }

  private static void fits(String text) {
    assertThat(text.length()).isLessThanOrEqualTo(DigestRenderer.LONGEST);
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text))
        .as("no half character")
        .isTrue();
  }

  private Digest digest(Ugly ugly) {
    return digest(ugly.occasion(), ugly.stories(), ugly.headline(), ugly.sentence());
  }

  private Digest digest(int stories, String headline, String sentence) {
    return digest(DAILY, stories, headline, sentence);
  }

  private Digest digest(Occasion occasion, int stories, String headline, String sentence) {
    List<Alert> alerts =
        IntStream.rangeClosed(1, stories).mapToObj(id -> alert(id, headline, sentence)).toList();
    return DigestRenderer.inParts(
        new Digest(5, new ChatId(1), occasion, EVENING, NOW, alerts, 0), view);
  }

  private static Digest says(Digest digest, int event, String sentence) {
    List<Alert> stories = new ArrayList<>(digest.stories());
    stories.replaceAll(s -> s.event() == event ? s.saying(List.of(sentence)) : s);
    return digest.with(stories);
  }

  private static Alert alert(int id, String headline, String sentence) {
    Article article =
        Draft.by("Norda", id).headline(headline).says(sentence).published(NOW + "").article();
    return new Alert(
        id,
        new ChatId(1),
        id,
        1,
        Kind.FIRST,
        article,
        List.of(sentence),
        List.of(Draft.report(article)),
        List.of(),
        Alert.Marks.NONE,
        NOW);
  }

  private static String words(int units) {
    return "Gauge of the river rises ".repeat(units).substring(0, units - 1) + "x";
  }

  private static String sentences(int units) {
    String one = "The wells are shut.";
    return (one + " ").repeat(units / one.length() + 1).substring(0, units / 20 * 20 - 1);
  }
}
