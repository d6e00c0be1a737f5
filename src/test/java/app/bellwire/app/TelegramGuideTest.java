package app.bellwire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.bellwire.fake.FeedServer;
import app.bellwire.fake.RunningProgram;
import app.bellwire.fake.TelegramServer;
import app.bellwire.fake.TelegramTranscript;
import app.bellwire.fake.TelegramTranscript.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the README says of Telegram, done as it is said, by people of a [TelegramServer] with the
/// running program.
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TelegramGuideTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long ANN = 501;
  private static final long BOB = 502;
  private static final long CLEO = 503;
  private static final long DORA = 504;
  private static final long GROUP = -1001;
  private static final long CHANNEL = -1002;
  private static final long UNNAMED = -1003;
  private static final long NAMED = -1004;
  private static final long SMALL = -77;
  private static final long GROWN = -1077;
  private static final String LOOK = "Reports that have both words: water, treaty.";

  private FeedServer wires;
  private TelegramServer telegram;
  private TelegramTranscript transcript;
  private RunningProgram program;

  @BeforeAll
  void startWithTheTokenInAFile(@TempDir Path folder) throws IOException {
    wires = new FeedServer(InstantSource.system());
    telegram = new TelegramServer();
    transcript = telegram.transcript();
    telegram.people().user(ANN, "Ann").user(BOB, "Bob").user(CLEO, "Cleo").user(DORA, "Dora");
    program =
        new RunningProgram(folder)
            .config("telegram.token", TelegramServer.TOKEN + "\n")
            .config(
                "bellwire.yml",
                """
                telegram:
                  token_file: telegram.token
                  api_url: "%s"
                sources:
                  - { id: norda, url: "%s", agency: Norda, every: 1s, allow_private: true }
                """
                    .formatted(telegram.url(), wires.url("norda")))
            .start();
    await().atMost(PATIENCE).until(program::healthy);
  }

  @AfterAll
  void stop() throws Exception {
    program.close();
    telegram.close();
    wires.close();
  }

  private void configured(String more) throws IOException {
    Files.writeString(program.config("bellwire.yml"), more, StandardOpenOption.APPEND);
  }

  private String answer(long user, long chat, String text, int topic) {
    int before = transcript.size();
    telegram.people().say(user, chat, text, topic);
    return transcript.awaitAfter(before, chat, "").text();
  }

  /// Asks until a changed configuration is taken.
  private void answers(long user, long chat, String text, int topic, String wanted) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(answer(user, chat, text, topic)).contains(wanted));
  }

  private void subscribe(long user, long chat, String text, int topic) {
    int before = transcript.size();
    telegram.people().say(user, chat, text, topic);
    Entry look = transcript.awaitAfter(before, chat, LOOK);
    telegram.people().press(user, chat, look.message().id(), "Subscribe");
    transcript.awaitAfter(look.order(), chat, "ubscribed");
  }

  @Test
  void startNamesTheIdThatMakesAnAdminWithoutARestart() throws Exception {
    assertThat(answer(ANN, ANN, "/start", 0))
        .contains("If it is yours, add telegram:501 to admins in config/bellwire.yml.");
    assertThat(answer(ANN, ANN, "/status", 0)).doesNotContain("Running since");
    configured("admins: [ \"telegram:501\" ]\n");
    answers(ANN, ANN, "/status", 0, "Running since");
    assertThat(answer(ANN, ANN, "/start", 0)).doesNotContain("no admin yet");
  }

  @Test
  void inAGroupAlertsComeToTheTopicAndWhoMayDecides() throws Exception {
    telegram.places().forum(GROUP, "Newsroom").setMember(GROUP, DORA, "creator");
    telegram.places().setMember(GROUP, BOB, "member");
    int water = telegram.places().topic(GROUP, "Water");
    telegram.people().add(DORA, GROUP);
    transcript.await(GROUP, "Bellwire was added by Dora.");

    assertThat(answer(BOB, GROUP, "/unsub", water))
        .startsWith("Only admins of this group can change what comes here.");
    configured(
        "chats:\n  - { id: \"telegram:%d/%d\", who_may: members }\n".formatted(GROUP, water));
    answers(BOB, GROUP, "/unsub", water, "Nothing is watched here.");
    subscribe(BOB, GROUP, "/sub water treaty", water);
    assertThat(answer(BOB, GROUP, "/export", water)).contains("telegram:" + GROUP + "/" + water);

    wires.publishes(
        "norda", "Merrin lends rooms for water treaty talks", "The rooms are free, Merrin said.");
    assertThat(transcript.await(GROUP, "Merrin lends rooms").thread()).isEqualTo(water);
  }

  @Test
  void aChannelIsSetUpFromThePrivateChatOfItsAdministrator() {
    telegram.places().channel(CHANNEL, "Desk wire").publicName(CHANNEL, "deskwire");
    telegram.people().say(CLEO, "/sub @deskwire water treaty");
    int answer = transcript.await(CLEO, "Bellwire may not post in @deskwire yet.").message().id();
    telegram.people().promote(CLEO, CHANNEL);
    checkAgain(answer, "Only an administrator of @deskwire");
    telegram.places().setMember(CHANNEL, CLEO, "creator");
    Entry look = checkAgain(answer, "For @deskwire");
    telegram.people().press(CLEO, CLEO, answer, "Subscribe");
    transcript.awaitAfter(look.order(), CLEO, "Subscribed");
    assertThat(transcript.of(CHANNEL)).isEmpty();

    wires.publishes(
        "norda",
        "Farmers of Tolmar want a say in the water treaty",
        "The farmers wrote a letter of four pages, their union said.");
    transcript.await(CHANNEL, "Farmers of Tolmar");
    assertThat(answer(CLEO, CLEO, "/list @deskwire", 0)).contains("water treaty");
  }

  @Test
  void aChannelWithoutANameIsChosenWithAKey() {
    telegram.places().channel(UNNAMED, "Night desk").setMember(UNNAMED, DORA, "creator");
    telegram.people().say(DORA, "/sub @ water treaty");
    transcript.await(DORA, "Which channel should get alerts?");
    assertThat(telegram.keys().of(DORA)).containsExactly("Choose a channel", "Cancel");
    telegram.keys().choose(DORA, "Choose a channel", UNNAMED);
    Entry checking = transcript.await(DORA, "Checking Night desk.");
    Entry look = transcript.awaitAfter(checking.order(), DORA, "For Night desk");
    assertThat(look.text()).contains(LOOK);
    assertThat(telegram.keys().of(DORA)).isEmpty();
    telegram.people().press(DORA, DORA, look.message().id(), "Subscribe");
    Entry done = transcript.awaitAfter(look.order(), DORA, "Subscribed");
    assertThat(done.text()).contains("Change it here: /list telegram:" + UNNAMED);

    wires.publishes(
        "norda",
        "Ferries of Halm pay nothing under the water treaty",
        "The ferries are free on Sundays, Idris said.");
    transcript.await(UNNAMED, "Ferries of Halm");
    assertThat(answer(DORA, DORA, "/list telegram:" + UNNAMED, 0)).contains("water treaty");

    telegram.people().say(DORA, "/sub @");
    await().atMost(PATIENCE).until(() -> !telegram.keys().of(DORA).isEmpty());
    telegram.keys().press(DORA, "Cancel");
    await().atMost(PATIENCE).until(() -> telegram.keys().of(DORA).isEmpty());
  }

  @Test
  void aChannelThatTheConfigurationNamesIsOneChat() throws Exception {
    telegram.places().channel(NAMED, "Evening wire").publicName(NAMED, "eveningwire");
    telegram.places().setMember(NAMED, CLEO, "creator");
    telegram.people().promote(CLEO, NAMED);
    configured("subscriptions:\n  - { id: dusk, query: treaty, to: \"telegram:@eveningwire\" }\n");
    answers(CLEO, CLEO, "/list @eveningwire", 0, "dusk");
    subscribe(CLEO, CLEO, "/sub @eveningwire water treaty", 0);
    assertThat(answer(CLEO, CLEO, "/list @eveningwire", 0)).contains("2 subscriptions");

    String headline = "Gauges at Vell are read for the water treaty";
    wires.publishes("norda", headline, "The gauges were read twice, Runa Thorsen said.");
    Entry alert = transcript.await(NAMED, headline);
    assertThat(alert.text()).contains("For dusk, water treaty");
    assertThat(transcript.texts(NAMED)).hasSize(1);
  }

  /// Cleo presses until something else is said: more often than once a second nothing is asked.
  private Entry checkAgain(int answer, String wanted) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              boolean said = transcript.of(CLEO).getLast().text().contains(wanted);
              if (!said) {
                telegram.people().press(CLEO, CLEO, answer, "Check again");
              }
              return said;
            });
    return transcript.await(CLEO, wanted);
  }

  @Test
  void whatABlockedChatMissedIsToldLaterAndAGroupThatMovedIsFound() {
    subscribe(DORA, DORA, "water treaty", 0);
    telegram.places().group(SMALL, "Old group").setMember(SMALL, DORA, "creator");
    telegram.people().add(DORA, SMALL);
    subscribe(DORA, SMALL, "/sub water treaty", 0);

    telegram.people().block(DORA);
    telegram.places().migrate(SMALL, GROWN);
    wires.publishes(
        "norda",
        "Snow near Halm is measured under the water treaty",
        "The snow is two metres deep, Runa Thorsen said.");
    transcript.await(GROWN, "Snow near Halm");
    assertThat(transcript.texts(DORA)).noneMatch(text -> text.contains("Snow near Halm"));
    telegram.people().unblock(DORA);
    transcript.await(DORA, "Snow near Halm");
  }
}
