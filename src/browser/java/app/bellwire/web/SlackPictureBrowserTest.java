package app.bellwire.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.bellwire.fake.FeedServer;
import app.bellwire.fake.RunningProgram;
import app.bellwire.fake.SlackMessage;
import app.bellwire.fake.SlackServer;
import app.bellwire.fake.SlackTranscript;
import app.bellwire.fake.SlackTranscript.Entry;
import app.bellwire.fake.SlackTranscript.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Has a conversation with the running program over a [SlackServer] and draws it for the README:
/// left a channel from its subscription on, right the Home page and what opens there when Look is
/// pressed.
class SlackPictureBrowserTest {
  private static final String ANN = "U0000000A";
  private static final String NEWSROOM = "C0000001";
  private static final String WORDS = "Words to hear about";
  private static final String LOOK = "Look";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  /// What is on the screen, from above to below.
  private record Screen(List<SlackMessage> channel, SlackMessage home, SlackMessage modal) {
    List<SlackMessage> all() {
      return Stream.concat(channel.stream(), Stream.of(home, modal)).toList();
    }
  }

  @Test
  @Timeout(180)
  void theConversationThatTheReadmeShows(@TempDir Path folder) throws Exception {
    try (FeedServer wires = new FeedServer(InstantSource.system());
        SlackServer slack = new SlackServer();
        Chromium chromium = new Chromium()) {
      slack.user(ANN, "ann").admin(ANN).channel(NEWSROOM, "newsroom", ANN);
      InventedMonth.passes(wires, program(folder, wires, slack), folder);
      Screen screen;
      try (RunningProgram program = program(folder, wires, slack)) {
        await().atMost(PATIENCE).until(program.start()::healthy);
        await().atMost(PATIENCE).until(() -> slack.sockets() > 0);
        screen = talk(wires, slack);
      }
      assertThat(slack.violations()).isZero();
      Drawing.draw(chromium, "slack", json(screen), page -> showsWhatWasSaid(page, screen));
    }
  }

  private static RunningProgram program(Path folder, FeedServer wires, SlackServer slack)
      throws IOException {
    return new RunningProgram(folder)
        .config(
            "bellwire.yml",
            """
            zone: Europe/Berlin
            slack: { bot_token: "%s", app_token: "%s", api_url: "%s" }
            """
                    .formatted(SlackServer.BOT_TOKEN, SlackServer.APP_TOKEN, slack.baseUrl())
                + InventedDay.sources(wires));
  }

  private static Screen talk(FeedServer wires, SlackServer slack) {
    SlackTranscript said = slack.transcript();
    subscribesAlone(slack, said);
    slack.invites(ANN, NEWSROOM);
    said.await(Kind.EPHEMERAL, "Bellwire can post in this channel now");
    slack.slash(ANN, NEWSROOM, "sub water treaty").await();
    Entry look = said.await(Kind.EPHEMERAL, "Reports that have both words: water, treaty");
    slack.presses(ANN, NEWSROOM, look.message().ts(), "Subscribe").await();
    Entry subscribed = said.await(Kind.POST, "ann subscribed this channel: water treaty");
    Entry alert = theStoryGoesOn(wires, said);
    somethingElseIsReported(wires, said);
    slack.presses(ANN, NEWSROOM, alert.message().ts(), "Why").await();
    said.await(Kind.EPHEMERAL, "Why this came");

    int before = said.size();
    slack.opensHome(ANN);
    said.awaitAfter(before, entry -> entry.kind() == Kind.HOME);
    slack.fillsHome(ANN, Map.of(WORDS, "minister OR mayor"));
    slack.pressesOnHome(ANN, LOOK).await();
    said.await(Kind.OPEN, "minister, mayor");
    List<SlackMessage> channel =
        Stream.concat(
                slack.messages(NEWSROOM).stream(),
                slack.ephemerals(NEWSROOM, ANN).stream().map(SlackPictureBrowserTest::forOne))
            .filter(message -> message.ts().compareTo(subscribed.message().ts()) >= 0)
            .toList();
    return new Screen(channel, slack.home(ANN).orElseThrow(), slack.modal(ANN).orElseThrow());
  }

  /// Ann fills in the form of the Home page twice.
  private static void subscribesAlone(SlackServer slack, SlackTranscript said) {
    slack.opensHome(ANN);
    said.await(Kind.HOME, "Bellwire reads 3 news sources");
    fillsIn(slack, said, "harbour*", "At once");
    fillsIn(slack, said, "Nadia Idris", "Digest 08:00, 18:00");
  }

  private static void fillsIn(
      SlackServer slack, SlackTranscript said, String words, String timing) {
    int before = said.size();
    slack.pressesOnHome(ANN, "Subscribe…").await();
    said.awaitAfter(before, e -> e.kind() == Kind.OPEN && e.words().contains(WORDS));
    slack.submits(ANN, Map.of(WORDS, words, "When they come", timing)).await();
    said.awaitAfter(before, "Subscribed: " + words);
    said.awaitAfter(before, e -> e.kind() == Kind.HOME && e.words().contains(words));
    slack.closesModal(ANN);
  }

  /// The same, marked as one that only its reader sees.
  private static SlackMessage forOne(SlackMessage message) {
    return new SlackMessage(((ObjectNode) message.json().deepCopy()).put("for_one", true));
  }

  /// @return the first message of the story
  private static Entry theStoryGoesOn(FeedServer wires, SlackTranscript said) {
    InventedTalks.begin(wires);
    Entry alert = said.await(Kind.POST, InventedTalks.HEADLINE);
    InventedTalks.areReportedAgain(wires);
    Entry more = said.await(Kind.UPDATE, "2 reports, 2 agencies");
    assertThat(more.message().ts()).isEqualTo(alert.message().ts());
    InventedTalks.goOn(wires);
    Entry followUp = said.await(Kind.POST, InventedTalks.FOLLOW_UP);
    assertThat(followUp.message().threadTs()).contains(alert.message().ts());
    said.await(Kind.UPDATE, "see thread");
    return alert;
  }

  /// What came by a subscription of Ann's own.
  private static void somethingElseIsReported(FeedServer wires, SlackTranscript said) {
    wires.publishes(
        "oriel",
        "Harbour of Lindwick gets two cranes",
        "They are green, the city of Lindwick said.");
    said.await(Kind.POST, "Harbour of Lindwick");
  }

  private static JsonNode json(Screen screen) {
    ObjectNode json = JSON.createObjectNode().put("name", "newsroom").put("pressed", LOOK);
    ArrayNode messages = json.putArray("messages");
    screen.channel.forEach(message -> messages.add(message.json()));
    json.set("home", screen.home.json());
    json.set("modal", screen.modal.json());
    return json;
  }

  private static void showsWhatWasSaid(PageView page, Screen screen) {
    Locator shown = page.page().locator(".said");
    List<SlackMessage> all = screen.all();
    assertThat(shown).hasCount(all.size());
    for (int i = 0; i < all.size(); i++) {
      JsonNode blocks = all.get(i).blocks();
      Locator at = shown.nth(i);
      assertThat(at.locator(".part").allTextContents()).isEqualTo(parts(blocks));
      assertThat(at.locator(".button").allTextContents()).isEqualTo(all.get(i).buttons());
      assertThat(at.locator("a").all().stream().map(link -> link.getAttribute("href")))
          .isEqualTo(blocks.findValuesAsText("url"));
      assertThat(at.locator("label").allTextContents()).isEqualTo(labels(blocks));
    }
  }

  /// What each part of a text shows, with times as the reader's clock has them.
  private static List<String> parts(JsonNode blocks) {
    List<String> parts = new ArrayList<>();
    for (JsonNode block : blocks) {
      if (block.path("type").asText().equals("rich_text")) {
        block.path("elements").forEach(part -> parts.add(text(part)));
      }
    }
    return parts;
  }

  private static String text(JsonNode part) {
    return part.path("elements")
        .valueStream()
        .map(
            piece ->
                piece.has("timestamp")
                    ? Drawing.clock(piece.path("timestamp").asLong())
                    : piece.path("text").asText())
        .collect(Collectors.joining());
  }

  private static List<String> labels(JsonNode blocks) {
    return blocks.findValues("label").stream().map(label -> label.path("text").asText()).toList();
  }
}
