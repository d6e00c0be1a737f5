package app.bellwire.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.request.SocketModeEnvelope;
import com.slack.api.socket_mode.response.AckResponse;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Slack's own Java client finds in a [SlackServer] what it knows.
class SlackClientTest {
  private static final String ANN = "U00000ANN";
  private static final String DESK = "C0000DESK";

  private SlackServer slack;
  private Slack client;
  private final Queue<SocketModeEnvelope> came = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void begin() throws IOException {
    slack = new SlackServer();
    slack.user(ANN, "ann").channel(DESK, "desk", ANN, SlackServer.BOT);
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(slack.baseUrl());
    config.setProxyUrl(null);
    config.setStatsEnabled(false);
    client = Slack.getInstance(config);
  }

  @AfterEach
  void end() throws Exception {
    client.close();
    slack.close();
  }

  private MethodsClient methods() {
    return client.methods(SlackServer.BOT_TOKEN);
  }

  private SocketModeClient connected() throws IOException {
    SocketModeClient socket =
        client.socketMode(SlackServer.APP_TOKEN, SocketModeClient.Backend.Tyrus);
    socket.addSlashCommandsEnvelopeListener(came::add);
    socket.addInteractiveEnvelopeListener(came::add);
    socket.addEventsApiEnvelopeListener(came::add);
    socket.connect();
    Awaitility.await().until(() -> slack.sockets() == 1);
    return socket;
  }

  private void ack(SocketModeClient socket) {
    SocketModeEnvelope envelope = Awaitility.await().until(came::poll, each -> each != null);
    socket.sendSocketModeResponse(new AckResponse(envelope.getEnvelopeId()));
  }

  private static List<LayoutBlock> blocks() {
    PlainTextObject label = PlainTextObject.builder().text("Mute").build();
    ButtonElement button = ButtonElement.builder().actionId("bw.1").value("x").text(label).build();
    RichTextSectionElement.Text bold =
        RichTextSectionElement.Text.builder()
            .text("NATO meets")
            .style(RichTextSectionElement.TextStyle.builder().bold(true).build())
            .build();
    return List.of(
        RichTextBlock.builder()
            .elements(List.of(RichTextSectionElement.builder().elements(List.of(bold)).build()))
            .build(),
        ActionsBlock.builder().elements(List.of(button)).build());
  }

  @Test
  void aCommandAPressAndAnEventGoOverTheSocketAndAreAcked() throws Exception {
    var posted = methods().chatPostMessage(r -> r.channel(DESK).text("Hello").blocks(blocks()));
    assertThat(posted.getError()).isNull();
    try (SocketModeClient socket = connected()) {
      assertThat(socket.verifyConnection()).isTrue();
      SlackDelivery command = slack.slash(ANN, DESK, "sub NATO");
      ack(socket);
      command.await();
      SlackDelivery press = slack.presses(ANN, DESK, posted.getTs(), "Mute");
      ack(socket);
      press.await();
      slack.says(ANN, slack.direct(ANN), "help");
      ack(socket);
      slack.deliveries().getLast().await();
    }
    assertThat(slack.ackTimes()).hasSize(3);
    assertThat(slack.counts().complaints()).isEmpty();
  }

  @Test
  void whatItReadsIsWhatWasWritten() throws Exception {
    methods().chatPostMessage(r -> r.channel(DESK).text("Hello").blocks(blocks()));
    var history = methods().conversationsHistory(r -> r.channel(DESK).limit(15));
    assertThat(history.getMessages()).hasSize(1);
    assertThat(history.getMessages().getFirst().getBlocks()).hasSize(2);
    assertThat(methods().usersInfo(r -> r.user(ANN)).getUser().getTz()).isEqualTo("Europe/Berlin");
    assertThat(methods().conversationsInfo(r -> r.channel(DESK)).getChannel().isMember()).isTrue();
    assertThat(methods().authTest(r -> r).getTeamId()).isEqualTo(SlackServer.TEAM);
  }
}
