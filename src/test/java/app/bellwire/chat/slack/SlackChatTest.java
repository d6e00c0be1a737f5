package app.bellwire.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Address;
import app.bellwire.chat.Button;
import app.bellwire.chat.ChatCard;
import app.bellwire.chat.Lookup;
import app.bellwire.chat.NetworkCondition;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Priority;
import app.bellwire.chat.SendResult;
import app.bellwire.chat.Standing;
import app.bellwire.chat.UserId;
import app.bellwire.fake.ChatFault;
import app.bellwire.fake.HandClock;
import app.bellwire.fake.SlackFault;
import app.bellwire.fake.SlackMessage;
import app.bellwire.fake.SlackServer;
import app.bellwire.fake.SlackTranscript;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SlackChatTest {
  private static final String POST = "chat.postMessage";
  private static final String UPDATE = "chat.update";
  private static final String HISTORY = "conversations.history";
  private static final String REPLIES = "conversations.replies";
  private static final Address NEWSROOM = address("C1");
  private static final OutgoingMessage FERRY = OutgoingMessage.of("Ferry resumes");

  private final HandClock clock = HandClock.at(Instant.now());
  private SlackServer server;
  private SlackChat chat;

  @BeforeEach
  void begin() throws IOException {
    server = new SlackServer();
    server.user("U1", "Ann").user("U2", "Ben").channel("C1", "newsroom", "U1", "U2");
    server.invites("U1", "C1");
    server.rules().posts(1, Duration.ZERO);
    chat = chat(SlackServer.BOT_TOKEN);
  }

  private SlackChat chat(String token) {
    return new SlackChat(
        URI.create(server.baseUrl()),
        token,
        SlackLimits.OF_AN_APP,
        Thread.ofVirtual().factory(),
        clock);
  }

  @AfterEach
  void end() throws Exception {
    chat.close();
    server.close();
  }

  // Sending

  @Test
  void aMessageIsPostedAndEditedWithItsButtons() {
    OutgoingMessage message = FERRY.with(List.of(new Button.Press("Why", "b1")));
    SendResult sent = chat.post(NEWSROOM, message, "d-1", null);
    assertThat(sent).isEqualTo(new SendResult.Sent(last().ts()));
    assertThat(last().text()).isNotEmpty();
    assertThat(last().words()).contains("Ferry resumes");
    assertThat(last().buttons()).containsExactly("Why");
    assertThat(delivery(last())).isEqualTo("d-1");

    OutgoingMessage edit = OutgoingMessage.of("Ferry stops").with(message.keyboard().getFirst());
    assertThat(chat.edit(NEWSROOM, last().ts(), edit, "d-2")).isEqualTo(sent);
    assertThat(last().words()).contains("Ferry stops").doesNotContain("resumes");
    assertThat(last().buttons()).containsExactly("Why");
    assertThat(delivery(last())).isEqualTo("d-2");
    assertThat(server.counts().complaints()).isEmpty();
  }

  @Test
  void everyEditHasBlocksOfItsOwn() {
    String ts = posted(FERRY);
    List<String> first = blockIds();
    chat.edit(NEWSROOM, ts, FERRY, "d-2");
    List<String> second = blockIds();
    chat.edit(NEWSROOM, ts, FERRY, "d-2");
    assertThat(second).doesNotContainAnyElementsOf(first);
    assertThat(blockIds()).doesNotContainAnyElementsOf(first).doesNotContainAnyElementsOf(second);
  }

  @Test
  void linksAreNotUnfurledAndNothingInATextIsFound() {
    posted(FERRY);
    JsonNode request = request(SlackTranscript.Kind.POST);
    assertThat(request.path("unfurl_links").asText()).isIn("0", "false");
    assertThat(request.path("unfurl_media").asText()).isIn("0", "false");
    assertThat(request.path("link_names").asText()).isIn("0", "false");
    assertThat(request.path("parse").asText()).isEqualTo("none");
    chat.edit(NEWSROOM, last().ts(), FERRY, "d-2");
    assertThat(request(SlackTranscript.Kind.UPDATE).path("parse").asText()).isEqualTo("none");
  }

  @Test
  void aReplyHangsOnItsRootAndOnlyWhatWasWrongIsToldToAll() {
    String root = posted(FERRY);
    chat.post(NEWSROOM, FERRY, "d-2", root);
    assertThat(last().threadTs()).contains(root);
    assertThat(broadcast(last())).isFalse();
    chat.post(NEWSROOM, FERRY.with(Priority.CORRECTION), "d-3", root);
    assertThat(last().threadTs()).contains(root);
    assertThat(broadcast(last())).isTrue();
    chat.post(NEWSROOM, FERRY.with(Priority.CORRECTION), "d-4", null);
    assertThat(last().threadTs()).isEmpty();
    assertThat(broadcast(last())).isFalse();
    assertThat(server.counts().complaints()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"restricted_action_thread_locked", "cannot_reply_to_message", "thread_not_found"})
  void aThreadThatTakesNoReplyIsLeftAloneForAWhile(String error) {
    String root = posted(FERRY);
    server.fault(POST, SlackFault.error(error));
    assertThat(chat.post(NEWSROOM, FERRY, "d-2", root)).isInstanceOf(SendResult.Sent.class);
    assertThat(last().threadTs()).isEmpty();
    assertThat(calls(POST)).isEqualTo(3);

    chat.post(NEWSROOM, FERRY, "d-3", root);
    assertThat(last().threadTs()).isEmpty();
    assertThat(calls(POST)).isEqualTo(4);
    String other = posted(FERRY);
    chat.post(NEWSROOM, FERRY, "d-4", other);
    assertThat(last().threadTs()).contains(other);

    clock.forward(Duration.ofHours(1));
    chat.post(NEWSROOM, FERRY, "d-5", root);
    assertThat(last().threadTs()).contains(root);
  }

  @Test
  void aChannelWithoutThreadsGetsNoRepliesAtAll() {
    String root = posted(FERRY);
    server.fault(POST, SlackFault.error("restricted_action_non_threadable_channel"));
    chat.post(NEWSROOM, FERRY, "d-2", root);
    String other = posted(FERRY);
    chat.post(NEWSROOM, FERRY, "d-3", other);
    assertThat(last().threadTs()).isEmpty();

    server.fault(POST, SlackFault.error("restricted_action_thread_only_channel"));
    assertThat(chat.post(NEWSROOM, FERRY, "d-4", other)).isInstanceOf(SendResult.Sent.class);
    assertThat(last().threadTs()).as("it was changed").contains(other);
  }

  @Test
  void aChannelThatTakesRepliesOnlyTakesNoFirstMessage() {
    server.fault(POST, SlackFault.error("restricted_action_thread_only_channel"));
    assertThat(post()).isEqualTo(new SendResult.ChatGone("restricted_action_thread_only_channel"));
    assertThat(calls(POST)).isEqualTo(1);
  }

  @Test
  void whatIsNotTakenGoesOutPlain() {
    OutgoingMessage message = FERRY.with(List.of(new Button.Press("Why", "b1")));
    server.fault(POST, SlackFault.error("invalid_blocks"));
    assertThat(chat.post(NEWSROOM, message, "d-1", null)).isInstanceOf(SendResult.Sent.class);
    assertThat(last().blocks()).isEmpty();
    assertThat(last().text()).contains("Ferry resumes");
    assertThat(delivery(last())).isEqualTo("d-1");

    String ts = posted(message);
    server.fault(UPDATE, SlackFault.error("msg_blocks_too_long"));
    assertThat(chat.edit(NEWSROOM, ts, OutgoingMessage.of("Ferry stops"), "d-2"))
        .isEqualTo(new SendResult.Sent(ts));
    assertThat(last().blocks()).isEmpty();
    assertThat(last().words()).contains("Ferry stops");

    server.fault(POST, SlackFault.error("no_text"), SlackFault.error("no_text"));
    assertThat(post()).isEqualTo(new SendResult.Refused("no_text"));
  }

  @Test
  void whatIsNotThereTakesNothing() {
    assertThat(chat.post(address("C9"), FERRY, "d-1", null))
        .isEqualTo(new SendResult.ChatGone("channel_not_found"));
    assertThat(chat.edit(NEWSROOM, "1700000000.000001", FERRY, "d-1"))
        .isEqualTo(new SendResult.MessageGone("message_not_found"));
    server.kicks("U1", "C1");
    assertThat(post()).isEqualTo(new SendResult.ChatGone("not_in_channel"));
    server.invites("U1", "C1");
    server.archives("U1", "C1");
    assertThat(post()).isEqualTo(new SendResult.ChatGone("is_archived"));
    assertThat(chat.condition()).isEmpty();
  }

  @Test
  void aWaitIsAWait() {
    server.fault(POST, SlackFault.tooFast(Duration.ofSeconds(7)));
    assertThat(post()).isEqualTo(new SendResult.TooFast(Duration.ofSeconds(7)));
    server.fault(UPDATE, SlackFault.error("rate_limited"));
    assertThat(chat.edit(NEWSROOM, "1.000001", FERRY, "d-1"))
        .isEqualTo(new SendResult.TooFast(Duration.ofSeconds(5)));
  }

  @Test
  void anAnswerThatIsLostMayHaveCome() {
    server.fault(
        POST,
        SlackFault.resetAfter(),
        SlackFault.of(ChatFault.lostAnswer(ChatFault.How.GARBAGE)),
        SlackFault.http500(),
        SlackFault.http503(),
        SlackFault.error("fatal_error"));
    for (int i = 0; i < 5; i++) {
      assertThat(post()).isInstanceOf(SendResult.Uncertain.class);
    }
    assertThat(server.posts("C1")).hasSize(2);
    assertThat(calls(POST)).isEqualTo(5);
  }

  @Test
  void aServerThatIsNotThereTookNothing() throws IOException {
    server.close();
    assertThat(post()).isInstanceOf(SendResult.Unavailable.class);
    clock.forward(Duration.ofSeconds(61));
    assertThat(chat.condition().map(NetworkCondition::kind))
        .contains(NetworkCondition.Kind.NOT_REACHED);
  }

  @Test
  void aRefusedTokenLosesNothingAndIsTold() {
    server.revokesToken("account_inactive");
    assertThat(post())
        .isEqualTo(new SendResult.Unavailable("Slack refuses the token: account_inactive"));
    assertThat(condition()).isEqualTo("account_inactive");
    server.restores();
    assertThat(post()).isInstanceOf(SendResult.Sent.class);
    assertThat(chat.condition()).isEmpty();
  }

  @Test
  void aMissingScopeIsNamed() {
    server.rules().scopes("channels:read");
    assertThat(post()).isInstanceOf(SendResult.Unavailable.class);
    assertThat(condition()).isEqualTo("missing_scope, needs chat:write");
  }

  @Test
  void aTokenStandsInNoAnswer() throws InterruptedException {
    chat.close();
    chat = chat("xoxb-wrong-secret");
    assertThat(post().toString()).doesNotContain("secret");
    assertThat(condition()).isEqualTo("invalid_auth");
  }

  // Looking for a message

  @Test
  void aMessageIsFoundByItsDelivery() {
    posted(FERRY);
    server.fault(POST, SlackFault.resetAfter());
    chat.post(NEWSROOM, FERRY, "d-2", null);
    String ts = last().ts();
    for (int i = 0; i < 40; i++) {
      server.says("U1", "C1", "and what is that");
    }
    assertThat(find("d-2", null)).isEqualTo(new Lookup.Found(ts));
    assertThat(calls(HISTORY)).isEqualTo(3);
    assertThat(find("d-3", null)).isEqualTo(new Lookup.Absent());
  }

  @Test
  void aReplyIsFoundInItsThreadOrWhereItStandsInstead() {
    String root = posted(FERRY);
    for (int i = 0; i < 20; i++) {
      server.says("U1", "C1", "so what", root);
    }
    chat.post(NEWSROOM, FERRY, "d-2", root);
    assertThat(find("d-2", root)).isEqualTo(new Lookup.Found(last().ts()));
    assertThat(calls(HISTORY)).isZero();
    assertThat(find("d-2", null)).isEqualTo(new Lookup.Absent());

    server.fault(POST, SlackFault.error("thread_not_found"));
    chat.post(NEWSROOM, FERRY, "d-3", root);
    assertThat(last().threadTs()).isEmpty();
    assertThat(find("d-3", root)).isEqualTo(new Lookup.Found(last().ts()));
    assertThat(find("d-4", "1700000000.000001")).isEqualTo(new Lookup.Absent());
  }

  @Test
  void anEditIsFoundInItsMessage() {
    String ts = posted(FERRY);
    clock.forward(Duration.ofHours(2));
    server.fault(UPDATE, SlackFault.resetAfter());
    assertThat(chat.edit(NEWSROOM, ts, FERRY, "d-2")).isInstanceOf(SendResult.Uncertain.class);
    assertThat(find("d-2", ts)).isEqualTo(new Lookup.Found(ts));
  }

  @Test
  void aClockThatIsAheadFindsItToo() {
    clock.forward(Duration.ofSeconds(50));
    String ts = posted(FERRY);
    assertThat(chat.find(NEWSROOM, "d-1", null, clock.instant())).isEqualTo(new Lookup.Found(ts));
    assertThat(chat.find(NEWSROOM, "d-1", null, clock.instant().plusSeconds(60)))
        .as("what was there before is not looked through")
        .isEqualTo(new Lookup.Absent());
  }

  @Test
  void whoCannotReadTheChannelCannotTell() {
    String root = posted(FERRY);
    server.fault(HISTORY, SlackFault.error("ratelimited"), SlackFault.http500());
    assertThat(find("d-1", null)).isEqualTo(new Lookup.Unknown());
    assertThat(find("d-1", null)).isEqualTo(new Lookup.Unknown());
    server.rules().scopes("chat:write");
    assertThat(find("d-1", null)).isEqualTo(new Lookup.Unknown());
    assertThat(find("d-1", root)).isEqualTo(new Lookup.Unknown());
    assertThat(calls(REPLIES)).isEqualTo(1);
    assertThat(chat.condition()).isEmpty();
  }

  @Test
  void aChannelThatIsTooLongIsNotReadToItsEnd() {
    posted(FERRY);
    for (int i = 0; i < 160; i++) {
      server.says("U1", "C1", "and what is that");
    }
    assertThat(find("d-1", null)).isEqualTo(new Lookup.Unknown());
    assertThat(calls(HISTORY)).isEqualTo(10);
  }

  private Lookup find(String delivery, @Nullable String root) {
    return chat.find(NEWSROOM, delivery, root, clock.instant().minusSeconds(5));
  }

  // Channels and people

  @Test
  void aChannelIsKnownByItsId() {
    Standing found =
        new Standing.Found(
            new ChatCard(NEWSROOM, "#newsroom", 3, true), chat.roleOf(user("U1"), NEWSROOM));
    assertThat(List.of("<#C1|newsroom>", "<#C1>", "#C1", "C1"))
        .allSatisfy(name -> assertThat(standing(name)).isEqualTo(found));
    server.archives("U1", "C1");
    assertThat(((Standing.Found) standing("C1")).card().postable()).isFalse();
    server.channel("C2", "hall", "U1");
    assertThat(((Standing.Found) standing("C2")).card().postable()).as("not in it").isFalse();
    assertThat(List.of("#newsroom", "D1", "U1", "<@U1>", "C9", ""))
        .allSatisfy(name -> assertThat(standing(name)).isEqualTo(new Standing.NotFound()));
  }

  private Standing standing(String named) {
    return chat.standing(named, user("U1"));
  }

  @Test
  void theDirectChannelOfAPersonIsOpenedOnce() {
    Optional<Address> direct = chat.privately(user("U1"));
    assertThat(direct).contains(address(server.direct("U1")));
    assertThat(chat.privately(user("U1"))).isEqualTo(direct);
    assertThat(calls("conversations.open")).isEqualTo(1);
    assertThat(chat.post(direct.orElseThrow(), FERRY, "d-1", null))
        .isInstanceOf(SendResult.Sent.class);

    assertThat(chat.privately(user("U9"))).isEmpty();
    assertThat(chat.privately(user("U9"))).isEmpty();
    assertThat(calls("conversations.open")).isEqualTo(2);
    assertThat(chat.privately(new UserId("telegram", "U1"))).isEmpty();
  }

  @Test
  void aNetworkThatIsAwayIsAskedAgain() {
    server.fault("auth.test", SlackFault.http500());
    assertThat(chat.privately(user("U1"))).isEmpty();
    assertThat(chat.privately(user("U1"))).isPresent();
    assertThat(chat.bot().map(Bot::user)).contains(SlackServer.BOT);
  }

  @Test
  void whatOthersSeeIsADiscreetAnswerElsewhere() {
    assertThat(chat.discreet(NEWSROOM)).isTrue();
    assertThat(chat.discreet(address("D1"))).isFalse();
    assertThat(chat.group(NEWSROOM)).isTrue();
    assertThat(chat.group(address("D1"))).isFalse();
    assertThat(chat.panels()).isTrue();
  }

  private SendResult post() {
    return chat.post(NEWSROOM, FERRY, "d-1", null);
  }

  private String posted(OutgoingMessage message) {
    return ((SendResult.Sent) chat.post(NEWSROOM, message, "d-1", null)).messageId();
  }

  private SlackMessage last() {
    return server.posts("C1").getLast();
  }

  private List<String> blockIds() {
    return StreamSupport.stream(last().blocks().spliterator(), false)
        .map(block -> block.path("block_id").asText())
        .toList();
  }

  private static String delivery(SlackMessage message) {
    assertThat(message.metadata().path("event_type").asText()).isEqualTo("bellwire_alert");
    return message.metadata().at("/event_payload/delivery_id").asText();
  }

  private static boolean broadcast(SlackMessage message) {
    return message.json().path("subtype").asText().equals("thread_broadcast");
  }

  private JsonNode request(SlackTranscript.Kind kind) {
    return server.transcript().of(kind).getLast().request();
  }

  private int calls(String method) {
    return server.counts().calls(method);
  }

  private String condition() {
    return chat.condition()
        .filter(now -> now.kind() == NetworkCondition.Kind.TOKEN_REFUSED)
        .map(NetworkCondition::detail)
        .orElse("");
  }

  private static UserId user(String id) {
    return new UserId("slack", id);
  }

  private static Address address(String channel) {
    return new Address("slack", SlackServer.TEAM, channel, null);
  }
}
