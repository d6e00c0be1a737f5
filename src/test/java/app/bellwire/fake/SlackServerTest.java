package app.bellwire.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.request.SocketModeEnvelope;
import com.slack.api.socket_mode.response.AckResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlackServerTest {
  private static final String ANN = "U00000ANN";
  private static final String DESK = "C0000DESK";

  private SlackServer slack;
  private Slack client;
  private final Queue<SocketModeEnvelope> came = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void begin() throws IOException {
    slack = new SlackServer();
    slack.user(ANN, "ann").channel(DESK, "desk", ANN);
    slack.rules().unsubscribes("member_joined_channel");
    slack.invites(ANN, DESK);
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

  private SocketModeEnvelope next() {
    return Awaitility.await().until(came::poll, envelope -> envelope != null);
  }

  private static List<LayoutBlock> button(String label) {
    return List.of(
        ActionsBlock.builder()
            .elements(
                List.of(
                    ButtonElement.builder()
                        .actionId("bw.1")
                        .value("x")
                        .text(PlainTextObject.builder().text(label).build())
                        .build()))
            .build());
  }

  @Test
  void aCommandAPressAndAnEventGoOverTheSocketAndAreAcked() throws Exception {
    ChatPostMessageResponse posted =
        methods().chatPostMessage(r -> r.channel(DESK).text("Hello").blocks(button("Mute")));
    assertThat(posted.getError()).isNull();

    try (SocketModeClient socket = connected()) {
      SlackDelivery command = slack.slash(ANN, DESK, "sub NATO");
      socket.sendSocketModeResponse(new AckResponse(next().getEnvelopeId()));
      assertThat(command.await().took()).isLessThan(Duration.ofSeconds(3));
      SlackDelivery press = slack.presses(ANN, DESK, posted.getTs(), "Mute");
      SocketModeEnvelope envelope = next();
      assertThat(envelope.getPayload().toString()).contains("block_actions");
      socket.sendSocketModeResponse(new AckResponse(envelope.getEnvelopeId()));
      press.await();
      slack.says(ANN, slack.direct(ANN), "help");
      socket.sendSocketModeResponse(new AckResponse(next().getEnvelopeId()));
      slack.deliveries().getLast().await();
    }
    assertThat(slack.ackTimes()).hasSize(3);
    assertThat(slack.counts().complaints()).isEmpty();
  }

  @Test
  void aChannelTakesOnePostASecond() throws Exception {
    assertThat(methods().chatPostMessage(r -> r.channel(DESK).text("1")).isOk()).isTrue();
    try {
      methods().chatPostMessage(r -> r.channel(DESK).text("2"));
      throw new AssertionError();
    } catch (SlackApiException e) {
      assertThat(e.getResponse().code()).isEqualTo(429);
      assertThat(e.getResponse().header("Retry-After")).isEqualTo("1");
    }
  }
}
