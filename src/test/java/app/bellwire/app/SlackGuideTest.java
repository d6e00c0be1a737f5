package app.bellwire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.bellwire.fake.FeedServer;
import app.bellwire.fake.RunningProgram;
import app.bellwire.fake.SlackMessage;
import app.bellwire.fake.SlackServer;
import app.bellwire.fake.SlackTranscript;
import app.bellwire.fake.SlackTranscript.Entry;
import app.bellwire.fake.SlackTranscript.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the README says of Slack, done as it is said, by people of a [SlackServer] with the running
/// program.
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlackGuideTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ANN = "U0000000A";
  private static final String BOB = "U0000000B";
  private static final String NEWSROOM = "C0000001";
  private static final String DESK = "C0000002";

  private FeedServer wires;
  private SlackServer slack;
  private SlackTranscript said;
  private RunningProgram program;

  @BeforeAll
  void startWithTheTokensInFiles(@TempDir Path folder) throws IOException {
    wires = new FeedServer(InstantSource.system());
    slack = new SlackServer();
    said = slack.transcript();
    slack.user(ANN, "ann").user(BOB, "bob").admin(ANN);
    slack.channel(NEWSROOM, "newsroom", ANN, BOB).channel(DESK, "desk", ANN, BOB);
    program =
        new RunningProgram(folder)
            .config("bot.token", SlackServer.BOT_TOKEN + "\n")
            .config("app.token", SlackServer.APP_TOKEN + "\n")
            .config(
                "bellwire.yml",
                """
                slack:
                  bot_token_file: bot.token
                  app_token_file: app.token
                  api_url: "%s"
                sources:
                  - { id: norda, url: "%s", agency: Norda, every: 1s, allow_private: true }
                """
                    .formatted(slack.baseUrl(), wires.url("norda")))
            .start();
    await().atMost(PATIENCE).until(program::healthy);
    await().atMost(PATIENCE).until(() -> slack.sockets() > 0);
  }

  @AfterAll
  void stop() throws Exception {
    program.close();
    slack.close();
    wires.close();
  }

  private Entry typed(String user, String channel, String text, String wanted) {
    int before = said.size();
    slack.slash(user, channel, text).await();
    return said.awaitAfter(before, wanted);
  }

  @Test
  void aCommandInAChannelIsAnsweredToTheAskerAndItsEffectToAll() {
    slack.invites(ANN, NEWSROOM);
    said.await(
        Kind.EPHEMERAL,
        "Bellwire can post in this channel now. /bellwire sub and the words starts it");
    Entry look = typed(ANN, NEWSROOM, "sub water treaty", "Reports that have both words");
    assertThat(look.kind()).isEqualTo(Kind.EPHEMERAL);
    assertThat(look.user()).isEqualTo(ANN);
    int before = said.size();
    slack.presses(ANN, NEWSROOM, look.message().ts(), "Subscribe").await();
    said.awaitAfter(before, "Subscribed: water treaty");
    Entry told =
        said.awaitAfter(
            before, entry -> entry.words().contains("ann subscribed this channel: water treaty"));
    assertThat(told.kind()).isEqualTo(Kind.POST);

    wires.publishes(
        "norda", "Merrin lends rooms for water treaty talks", "The rooms are free, Merrin said.");
    Entry alert = said.await(Kind.POST, "Merrin lends rooms");
    assertThat(alert.channel()).isEqualTo(NEWSROOM);
    assertThat(alert.message().buttons()).contains("Why", "Mute story", "Less like this");

    before = said.size();
    slack.presses(BOB, NEWSROOM, alert.message().ts(), "Why").await();
    Entry why = said.awaitAfter(before, "Why this came");
    assertThat(why.kind()).isEqualTo(Kind.EPHEMERAL);
    assertThat(why.user()).isEqualTo(BOB);

    before = said.size();
    slack.presses(ANN, NEWSROOM, alert.message().ts(), "Mute story").await();
    Entry muted = said.awaitAfter(before, entry -> entry.kind() == Kind.UPDATE);
    assertThat(muted.message().buttons()).anyMatch(label -> label.startsWith("Muted by ann"));
  }

  @Test
  void onTheHomePageWordsAreLookedAtAndSubscribedInAModal() {
    slack.opensHome(BOB);
    said.await(Kind.HOME, "Bellwire reads 1 news source");
    slack.fillsHome(BOB, Map.of("Words to hear about", "harbour cranes"));
    slack.pressesOnHome(BOB, "Look").await();
    said.await(Kind.OPEN, "harbour, cranes");
    slack.pressesInModal(BOB, "Subscribe").await();
    said.await(Kind.UPDATE_VIEW, "Subscribed: harbour cranes");
    said.await(Kind.HOME, "harbour cranes");

    wires.publishes("norda", "Harbour of Tolmar gets four cranes", "They are green.");
    Entry alert = said.await(Kind.POST, "Harbour of Tolmar");
    assertThat(alert.channel()).isEqualTo(slack.direct(BOB));
  }

  @Test
  void aFormSubscribesAChannelFromHome() {
    slack.invites(ANN, DESK);
    slack.opensHome(ANN);
    said.awaitAfter(0, entry -> entry.kind() == Kind.HOME && entry.user().equals(ANN));
    slack.pressesOnHome(ANN, "Subscribe…").await();
    said.await(Kind.OPEN, "Words to hear about");
    slack.fills(ANN, Map.of("Words to hear about", "(", "Where alerts come", DESK));
    int before = said.size();
    slack.pressesInModal(ANN, "Look").await();
    said.awaitAfter(before, entry -> entry.kind() == Kind.UPDATE_VIEW);
    assertThat(slack.modal(ANN).map(SlackMessage::title)).contains("Subscribe");
    slack.submits(ANN, Map.of("Words to hear about", "tax reform")).await();
    said.await(Kind.UPDATE_VIEW, "Subscribed: tax reform");
    said.await(Kind.POST, "ann subscribed this channel: tax reform");
  }

  @Test
  void whoAsksForAFormThatComesTooLateIsToldSo() {
    slack.rules().triggersLive(Duration.ZERO);
    try {
      Entry late = typed(ANN, NEWSROOM, "sub", "The form could not be shown");
      assertThat(late.kind()).isEqualTo(Kind.EPHEMERAL);
      assertThat(late.user()).isEqualTo(ANN);
      assertThat(late.words()).contains("Nothing was changed; try again.");
    } finally {
      slack.rules().triggersLive(Duration.ofSeconds(3));
    }
  }

  @Test
  void whoSubscribesAChannelWithoutBellwireIsToldAtOnce() {
    String alone = "C0000004";
    slack.channel(alone, "alone", ANN);
    Entry look = typed(ANN, alone, "sub glacier", "Reports that have the word");
    slack.presses(ANN, alone, look.message().ts(), "Subscribe").await();
    Entry told = said.await(Kind.EPHEMERAL, "Bellwire may not post in that channel yet.");
    assertThat(told.user()).isEqualTo(ANN);
    slack.invites(ANN, alone);
    wires.publishes("norda", "A glacier is measured", "It is long.");
    said.await(Kind.POST, "A glacier is measured");
  }

  @Test
  void adminsAreToldWhatIsWrongAndHowToMendIt() throws Exception {
    Files.writeString(
        program.config("bellwire.yml"),
        "admins: [ \"slack:%s\" ]\n".formatted(ANN),
        StandardOpenOption.APPEND);
    String lost = "C0000003";
    slack.channel(lost, "lost", ANN);
    slack.invites(ANN, lost);
    Entry look = typed(ANN, lost, "sub comet", "Reports that have the word");
    slack.presses(ANN, lost, look.message().ts(), "Subscribe").await();
    said.await(Kind.POST, "subscribed this channel: comet");
    slack.kicks(ANN, lost);
    wires.publishes("norda", "A comet is seen", "It is far away.");
    Entry notice = said.await(Kind.POST, "#lost takes no alerts since");
    assertThat(notice.channel()).isEqualTo(slack.direct(ANN));
    assertThat(notice.words()).contains("/invite @Bellwire in that channel");
    slack.invites(ANN, lost);
    said.await(Kind.POST, "A comet is seen");
  }

  @Test
  void whatSlackTakesAwayComesBackByItself() {
    slack.dropsSockets();
    await().atMost(PATIENCE).until(() -> slack.sockets() > 0);
    assertThat(typed(BOB, NEWSROOM, "help", "Type words").user()).isEqualTo(BOB);
    assertThat(slack.violations()).isZero();
  }
}
