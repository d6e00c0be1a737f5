package app.bellwire.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.bellwire.fake.FeedServer;
import app.bellwire.fake.RunningProgram;
import app.bellwire.fake.TelegramMessage;
import app.bellwire.fake.TelegramServer;
import app.bellwire.fake.TelegramTranscript;
import app.bellwire.fake.TelegramTranscript.Entry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Has a conversation with the running program over a [TelegramServer] and draws it for the README:
/// left as it stands when Subscribe is pressed, right as it stands when the story went on.
class TelegramPictureBrowserTest {
  private static final long ANN = 501;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  /// What is on the reader's screen.
  ///
  /// @param pressed the button of the last message that is being pressed, empty for none
  private record Moment(List<TelegramMessage> messages, String pressed) {}

  @Test
  @Timeout(180)
  void theConversationThatTheReadmeShows(@TempDir Path folder) throws Exception {
    try (FeedServer wires = new FeedServer(InstantSource.system());
        TelegramServer telegram = new TelegramServer();
        Chromium chromium = new Chromium()) {
      telegram.limit(TelegramServer.namedLimits(1)).people().user(ANN, "Ann");
      InventedMonth.passes(wires, program(folder, wires, telegram), folder);
      List<Moment> moments;
      try (RunningProgram program = program(folder, wires, telegram)) {
        await().atMost(PATIENCE).until(program.start()::healthy);
        moments = talk(wires, telegram);
      }
      assertThat(telegram.counts().violations()).isZero();
      List<TelegramMessage> all = moments.stream().flatMap(m -> m.messages.stream()).toList();
      Drawing.draw(chromium, "telegram", json(moments), page -> showsWhatWasSaid(page, all));
    }
  }

  private static RunningProgram program(Path folder, FeedServer wires, TelegramServer telegram)
      throws IOException {
    return new RunningProgram(folder)
        .config(
            "bellwire.yml",
            """
            zone: Europe/Berlin
            telegram: { token: "%s", api_url: "%s" }
            """
                    .formatted(TelegramServer.TOKEN, telegram.url())
                + InventedDay.sources(wires));
  }

  private static List<Moment> talk(FeedServer wires, TelegramServer telegram) {
    TelegramTranscript transcript = telegram.transcript();
    telegram.people().say(ANN, "/start");
    Entry start = transcript.await(ANN, "Type the words you want to hear about.");
    assertThat(start.text()).contains("add telegram:501 to admins in config/bellwire.yml");
    telegram.people().say(ANN, "water treaty");
    int preview = transcript.await(ANN, "Reports that have both words").message().id();
    Moment asked = new Moment(telegram.messages(ANN), "Subscribe");

    telegram.people().press(ANN, ANN, preview, "Subscribe");
    transcript.await(ANN, "Subscribed: water treaty.");
    int alert = theStoryGoesOn(wires, transcript);
    telegram.people().press(ANN, ANN, alert, "Why");
    Entry why = transcript.await(ANN, "Why this came");
    assertThat(why.text()).contains("Subscription: water treaty, added by Ann");
    Stream<TelegramMessage> later = telegram.messages(ANN).stream().filter(m -> m.id() >= preview);
    return List.of(asked, new Moment(later.toList(), ""));
  }

  /// @return the first message of the story
  private static int theStoryGoesOn(FeedServer wires, TelegramTranscript transcript) {
    InventedTalks.begin(wires);
    Entry alert = transcript.await(ANN, InventedTalks.HEADLINE);
    assertThat(alert.silent()).isFalse();
    InventedTalks.areReportedAgain(wires);
    Entry more = transcript.await(ANN, "2 reports, 2 agencies");
    assertThat(more.message().id()).isEqualTo(alert.message().id());
    InventedTalks.goOn(wires);
    Entry followUp = transcript.await(ANN, InventedTalks.FOLLOW_UP);
    assertThat(followUp.replyTo()).isEqualTo(alert.message().id());
    assertThat(followUp.silent()).isTrue();
    transcript.await(ANN, "see reply");
    return alert.message().id();
  }

  private static JsonNode json(List<Moment> moments) {
    ArrayNode json = JSON.createArrayNode();
    for (Moment moment : moments) {
      ArrayNode messages = json.addObject().put("pressed", moment.pressed).putArray("messages");
      moment.messages.forEach(message -> messages.add(message.json()));
    }
    return json;
  }

  private static void showsWhatWasSaid(PageView page, List<TelegramMessage> messages) {
    Locator shown = page.page().locator(".message");
    assertThat(shown).hasCount(messages.size());
    for (int i = 0; i < messages.size(); i++) {
      TelegramMessage message = messages.get(i);
      Locator at = shown.nth(i);
      assertThat(at.locator(".text").textContent()).isEqualTo(text(message));
      assertThat(at.locator(".key").allTextContents()).isEqualTo(message.buttons());
      assertThat(links(at)).isEqualTo(links(message));
      assertThat(at.locator(".answered").count() == 1)
          .isEqualTo(message.json().has("reply_to_message"));
    }
  }

  /// The text with times as the reader's clock has them.
  private static String text(TelegramMessage message) {
    StringBuilder text = new StringBuilder(message.text());
    List<JsonNode> entities = new ArrayList<>();
    message.json().path("entities").forEach(entities::addFirst);
    for (JsonNode entity : entities) {
      if (entity.path("type").asText().equals("date_time")) {
        int from = entity.path("offset").asInt();
        String clock = Drawing.clock(entity.path("unix_time").asLong());
        text.replace(from, from + entity.path("length").asInt(), clock);
      }
    }
    return text.toString();
  }

  private static List<String> links(TelegramMessage message) {
    Stream<JsonNode> linked =
        Stream.concat(message.json().path("entities").valueStream(), message.keys().stream());
    return linked.filter(node -> node.has("url")).map(node -> node.get("url").asText()).toList();
  }

  private static List<String> links(Locator shown) {
    return shown.locator("a").all().stream().map(link -> link.getAttribute("href")).toList();
  }
}
