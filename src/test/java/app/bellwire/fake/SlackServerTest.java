package app.bellwire.fake;

import static app.bellwire.fake.SlackCaller.json;
import static app.bellwire.fake.SlackCaller.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.bellwire.fake.SlackFaults.Rule;
import app.bellwire.fake.SlackTranscript.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class SlackServerTest {
  private static final String ANN = "U00000ANN";
  private static final String BOB = "U00000BOB";
  private static final String DESK = "C0000DESK";
  private static final String HALL = "C0000HALL";
  private static final String VAULT = "G000VAULT";
  private static final String POST = "chat.postMessage";

  private SlackServer slack;
  private SlackCaller caller;

  @BeforeEach
  void begin() throws IOException {
    slack = new SlackServer();
    slack.user(ANN, "ann").user(BOB, "bob", "Asia/Kolkata");
    slack.channel(DESK, "desk", ANN, SlackServer.BOT).channel(HALL, "hall", BOB);
    slack.privateChannel(VAULT, "vault", BOB);
    slack.rules().posts(1, Duration.ZERO).echoes(false);
    caller = new SlackCaller(slack);
  }

  @AfterEach
  void end() throws IOException {
    slack.close();
  }

  private String posted(String... arguments) {
    return caller.call(POST, arguments).done().path("ts").asText();
  }

  private String outcome(String method, String... arguments) {
    return caller.call(method, arguments).outcome();
  }

  // Who may

  @ParameterizedTest
  @CsvSource({
    "'', auth.test, not_authed",
    "xoxb-other, auth.test, invalid_auth",
    "xapp-test, auth.test, not_allowed_token_type",
    "xoxb-test, auth.test, ok",
    "xoxb-test, apps.connections.open, not_allowed_token_type",
    "xapp-test, apps.connections.open, ok",
    "xoxb-test, chat.telepathy, unknown_method"
  })
  void aTokenOpensItsOwnMethods(String token, String method, String outcome) {
    assertThat(caller.callAs(token, method).outcome()).isEqualTo(outcome);
  }

  @Test
  void aRevokedTokenIsRefusedUntilItIsRestored() {
    slack.revokesToken();
    assertThat(outcome("auth.test")).isEqualTo("token_revoked");
    slack.revokesToken("account_inactive");
    assertThat(outcome("auth.test")).isEqualTo("account_inactive");
    slack.restores();
    assertThat(outcome("auth.test")).isEqualTo("ok");
  }

  @Test
  void aMissingScopeIsNamedByTheKindOfChannel() {
    slack.rules().scopes("channels:read", "commands");
    JsonNode refused = caller.call(POST, "channel", DESK, "text", "x").json();
    assertThat(refused.path("error").asText()).isEqualTo("missing_scope");
    assertThat(refused.path("needed").asText()).isEqualTo("chat:write");
    assertThat(refused.path("provided").asText()).isEqualTo("channels:read,commands");

    assertThat(outcome("conversations.info", "channel", DESK)).isEqualTo("ok");
    JsonNode hidden = caller.call("conversations.info", "channel", VAULT).json();
    assertThat(hidden.path("needed").asText()).isEqualTo("groups:read");
  }

  // Posts

  record Bad(String method, String arguments, String outcome) {}

  static final List<Bad> BAD =
      List.of(
          new Bad(POST, "channel C404 text x", "channel_not_found"),
          new Bad(POST, "channel G000VAULT text x", "channel_not_found"),
          new Bad(POST, "channel C0000HALL text x", "not_in_channel"),
          new Bad(POST, "channel C0000DESK", "no_text"),
          new Bad(POST, "channel C0000DESK text x thread_ts 1", "invalid_thread_ts"),
          new Bad(POST, "channel C0000DESK text x metadata 7", "invalid_metadata_schema"),
          new Bad(POST, "channel C0000DESK text x metadata {", "invalid_metadata_format"),
          new Bad(POST, "channel U00000ANN text x", "ok"),
          new Bad("chat.update", "channel C0000DESK ts 1 text x", "message_not_found"),
          new Bad("chat.delete", "channel C0000DESK ts 1", "message_not_found"),
          new Bad("chat.postEphemeral", "channel C0000DESK user U404 text x", "user_not_found"),
          new Bad(
              "chat.postEphemeral",
              "channel C0000DESK user U00000BOB text x",
              "user_not_in_channel"),
          new Bad("chat.getPermalink", "channel C0000DESK message_ts 1", "message_not_found"),
          new Bad("conversations.open", "users U404", "user_not_found"),
          new Bad("conversations.open", "users U00000ANN,U00000BOB", "not_supported"),
          new Bad("conversations.history", "channel C0000HALL", "not_in_channel"),
          new Bad("conversations.history", "channel C0000DESK cursor x", "invalid_cursor"),
          new Bad("conversations.replies", "channel C0000DESK ts 1", "thread_not_found"),
          new Bad("users.info", "user U404", "user_not_found"));

  @ParameterizedTest
  @FieldSource("BAD")
  void whatIsWrongIsRefusedInSlacksWords(Bad bad) {
    assertThat(outcome(bad.method, bad.arguments.split(" "))).isEqualTo(bad.outcome);
  }

  @Test
  void blankTextsAreRefused() {
    assertThat(outcome(POST, "channel", DESK, "text", " \n")).isEqualTo("no_text");
  }

  @Test
  void longTextsAreRefusedAndThoseThatAreSplitAreComplainedOf() {
    assertThat(outcome(POST, "channel", DESK, "text", "x".repeat(40_001)))
        .isEqualTo("msg_too_long");
    String ts = posted("channel", DESK, "text", "x".repeat(4001));
    assertThat(slack.counts().complaints()).containsExactly("a text of 4001 characters is split");
    assertThat(outcome("chat.update", "channel", DESK, "ts", ts, "text", "x".repeat(4001)))
        .isEqualTo("msg_too_long");
  }

  @Test
  void aMessageThatCallsEverybodyIsComplainedOf() {
    String plain = json("[{'type':'header','text':{'type':'plain_text','text':'<!here>'}}]");
    String marked = json("[{'type':'section','text':{'type':'mrkdwn','text':'<!here>'}}]");
    posted("channel", DESK, "text", "&lt;!channel&gt;", "blocks", plain);
    String link = "{'type':'link','url':'https://agency.example.org','text':'<!here>'}";
    String section = "{'type':'rich_text_section','elements':[" + link + "]}";
    String linked = json("[{'type':'rich_text','elements':[" + section + "]}]");
    posted("channel", DESK, "text", "x", "blocks", linked);
    assertThat(slack.counts().complaints()).isEmpty();
    posted("channel", DESK, "text", "<!channel> fire");
    posted("channel", DESK, "text", "x", "blocks", marked);
    assertThat(slack.counts().complaints())
        .containsExactly(
            "a message that calls everybody: <!channel> fire", "a message that calls everybody: x");
  }

  @Test
  void anArchivedChannelTakesNothingUntilItIsOpenedAgain() {
    slack.archives(ANN, DESK);
    assertThat(outcome(POST, "channel", DESK, "text", "x")).isEqualTo("is_archived");
    slack.unarchives(ANN, DESK);
    assertThat(outcome(POST, "channel", DESK, "text", "x")).isEqualTo("ok");
    slack.deletes(ANN, DESK);
    assertThat(outcome(POST, "channel", DESK, "text", "x")).isEqualTo("channel_not_found");
  }

  @Test
  void aMessageIsChangedByItsTsAndKeepsWhatTheCallDoesNotName() {
    String blocks = json("[{'type':'divider'}]");
    String metadata = json("{'event_type':'alert','event_payload':{'delivery_id':'d1'}}");
    String ts = posted("channel", DESK, "text", "one", "blocks", blocks, "metadata", metadata);

    caller.call("chat.update", "channel", DESK, "ts", ts, "text", "two").done();
    SlackMessage shown = slack.posts(DESK).getFirst();
    assertThat(shown.text()).isEqualTo("two");
    assertThat(shown.blocks()).hasSize(1);
    assertThat(shown.metadata().path("event_type").asText()).isEqualTo("alert");

    caller.call("chat.update", "channel", DESK, "ts", ts, "text", "3", "blocks", "[]").done();
    assertThat(slack.posts(DESK).getFirst().blocks()).isEmpty();
    caller.call("chat.delete", "channel", DESK, "ts", ts).done();
    assertThat(slack.posts(DESK)).isEmpty();
    assertThat(slack.transcript().entries())
        .extracting(SlackTranscript.Entry::kind)
        .containsExactly(Kind.POST, Kind.UPDATE, Kind.UPDATE, Kind.DELETE);
  }

  @Test
  void onlyOwnMessagesAreChanged() {
    String ts = slack.says(ANN, DESK, "mine");
    assertThat(outcome("chat.update", "channel", DESK, "ts", ts, "text", "x"))
        .isEqualTo("cant_update_message");
    assertThat(outcome("chat.delete", "channel", DESK, "ts", ts)).isEqualTo("cant_delete_message");
  }

  @Test
  void anEphemeralIsSeenByOneAndCannotBeUpdated() {
    JsonNode told =
        caller.call("chat.postEphemeral", "channel", DESK, "user", ANN, "text", "psst").done();
    String ts = told.path("message_ts").asText();
    assertThat(texts(slack.ephemerals(DESK, ANN))).containsExactly("psst");
    assertThat(slack.ephemerals(DESK, BOB)).isEmpty();
    assertThat(slack.posts(DESK)).isEmpty();
    assertThat(outcome("chat.update", "channel", DESK, "ts", ts, "text", "x"))
        .isEqualTo("message_not_found");
  }

  @Test
  void threadsHangOnTheirRootAndHistoryShowsOnlyRoots() {
    String root = posted("channel", DESK, "text", "root");
    String reply = posted("channel", DESK, "text", "reply", "thread_ts", root);
    posted("channel", DESK, "text", "loud", "thread_ts", root, "reply_broadcast", "1");

    assertThat(read("conversations.history")).containsExactly("loud", "root");
    assertThat(read("conversations.replies", "ts", root)).containsExactly("root", "reply", "loud");
    assertThat(
            caller
                .call("chat.getPermalink", "channel", DESK, "message_ts", reply)
                .json()
                .path("permalink")
                .asText())
        .endsWith("?thread_ts=" + root + "&cid=" + DESK);

    assertThat(slack.counts().complaints()).isEmpty();
    posted("channel", DESK, "text", "x", "thread_ts", reply);
    posted("channel", DESK, "text", "x", "thread_ts", "1000000000.000001");
    assertThat(slack.counts().complaints())
        .containsExactly("a reply to a reply", "a reply to no message");
  }

  private List<String> read(String method, String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "channel";
    arguments[1] = DESK;
    System.arraycopy(more, 0, arguments, 2, more.length);
    return caller.call(method, arguments).done().path("messages").findValuesAsText("text");
  }

  @Test
  void historyIsReadInPagesBetweenTimesAndTellsMetadataOnDemand() {
    String metadata = json("{'event_type':'alert','event_payload':{'delivery_id':'d1'}}");
    String first = posted("channel", DESK, "text", "1", "metadata", metadata);
    posted("channel", DESK, "text", "2");
    String third = posted("channel", DESK, "text", "3");

    JsonNode page = caller.call("conversations.history", "channel", DESK, "limit", "2").done();
    assertThat(page.path("messages").findValuesAsText("text")).containsExactly("3", "2");
    String cursor = page.path("response_metadata").path("next_cursor").asText();
    assertThat(read("conversations.history", "cursor", cursor)).containsExactly("1");
    assertThat(read("conversations.history", "oldest", first, "latest", third))
        .containsExactly("2");
    assertThat(read("conversations.history", "oldest", first, "latest", third, "inclusive", "1"))
        .containsExactly("3", "2", "1");

    String history = "conversations.history";
    assertThat(caller.call(history, "channel", DESK).json().toString()).doesNotContain("d1");
    assertThat(caller.call(history, "channel", DESK, "include_all_metadata", "true").json())
        .asString()
        .contains("d1");
  }

  // People and channels

  @Test
  void peopleAndChannelsAreDescribed() {
    slack.admin(BOB);
    JsonNode bob = caller.call("users.info", "user", BOB, "include_locale", "1").done();
    assertThat(bob.at("/user/tz").asText()).isEqualTo("Asia/Kolkata");
    assertThat(bob.at("/user/is_admin").asBoolean()).isTrue();
    assertThat(bob.at("/user/locale").asText()).isEqualTo("en-US");
    assertThat(caller.call("users.info", "user", BOB).json().at("/user/locale").isMissingNode())
        .isTrue();

    JsonNode desk = caller.call("conversations.info", "channel", DESK).done();
    assertThat(desk.at("/channel/name").asText()).isEqualTo("desk");
    assertThat(desk.at("/channel/is_member").asBoolean()).isTrue();
    JsonNode members = caller.call("conversations.members", "channel", DESK).done();
    assertThat(members.path("members")).hasSize(2);
    JsonNode all = caller.call("conversations.list", "types", "public_channel,im").done();
    assertThat(all.path("channels").findValuesAsText("name")).containsExactly("desk", "hall");
    slack.renames(DESK, "newsroom");
    assertThat(
            caller.call("conversations.info", "channel", DESK).json().at("/channel/name").asText())
        .isEqualTo("newsroom");
  }

  @Test
  void aDirectConversationIsOpenedUnlessTheAccountIsClosed() {
    JsonNode opened = caller.call("conversations.open", "users", ANN).done();
    assertThat(opened.at("/channel/id").asText()).isEqualTo(slack.direct(ANN)).startsWith("D");
    slack.deactivates(ANN);
    assertThat(outcome("conversations.open", "users", ANN)).isEqualTo("user_disabled");
  }

  // Limits

  @Test
  void aChannelTakesOnePostASecondAndACallDuringTheWaitIsAViolation() {
    slack.rules().posts(1, Duration.ofSeconds(1));
    posted("channel", DESK, "text", "1");
    posted("channel", ANN, "text", "elsewhere");
    SlackCaller.Answer tooFast = caller.call(POST, "channel", DESK, "text", "2");
    assertThat(tooFast.status()).isEqualTo(429);
    assertThat(tooFast.retryAfter()).isEqualTo("1");
    assertThat(tooFast.outcome()).isEqualTo("ratelimited");
    assertThat(slack.violations()).isZero();
    assertThat(outcome(POST, "channel", DESK, "text", "2")).isEqualTo("ratelimited");
    assertThat(slack.violations()).isEqualTo(1);
    Awaitility.await().until(() -> outcome(POST, "channel", DESK, "text", "2").equals("ok"));
  }

  @Test
  void methodsAreLimitedAMinuteOnlyWhenTiersAreOn() {
    assertThat(outcome("apps.connections.open")).isEqualTo("ok");
    assertThat(outcome("apps.connections.open")).isEqualTo("ok");
    slack.rules().tiers(true);
    assertThat(outcome("apps.connections.open")).isEqualTo("ok");
    SlackCaller.Answer tooFast = caller.call("apps.connections.open");
    assertThat(tooFast.status()).isEqualTo(429);
    assertThat(Integer.parseInt(tooFast.retryAfter())).isBetween(58, 60);
  }

  // Faults

  @Test
  void faultsComeInTheirOrderAndOnlyWhereTheyBelong() {
    slack.fault(POST, SlackFault.error("fatal_error"), SlackFault.http503());
    assertThat(outcome("auth.test")).isEqualTo("ok");
    assertThat(outcome(POST, "channel", DESK, "text", "x")).isEqualTo("fatal_error");
    assertThat(caller.call(POST, "channel", DESK, "text", "x").status()).isEqualTo(503);
    assertThat(outcome(POST, "channel", DESK, "text", "x")).isEqualTo("ok");

    slack.faults().add(Rule.of(SlackFaults.ANY, SlackFault.http500()).in(DESK).times(2));
    assertThat(outcome(POST, "channel", ANN, "text", "x")).isEqualTo("ok");
    assertThat(caller.call(POST, "channel", DESK, "text", "x").status()).isEqualTo(500);
    slack.faults().end();
    assertThat(outcome(POST, "channel", DESK, "text", "x")).isEqualTo("ok");
  }

  @Test
  void anAnswerCanBeLostBeforeOrAfterTheDeed() {
    slack.fault(POST, SlackFault.resetBefore(), SlackFault.resetAfter(), SlackFault.garbage());
    assertThatThrownBy(() -> posted("channel", DESK, "text", "a"))
        .hasRootCauseInstanceOf(IOException.class);
    assertThat(slack.posts(DESK)).isEmpty();
    assertThatThrownBy(() -> posted("channel", DESK, "text", "b"))
        .hasRootCauseInstanceOf(IOException.class);
    assertThat(texts(slack.posts(DESK))).containsExactly("b");
    assertThat(slack.counts().lostAnswers()).isEqualTo(Map.of(new SlackCounts.Lost(DESK, "b"), 1));
    assertThat(caller.call(POST, "channel", DESK, "text", "c").json().isTextual()).isTrue();
    assertThat(slack.posts(DESK)).hasSize(1);
  }

  @Test
  void aWaitThatAFaultAsksForIsInsistedOnInThatChannel() {
    slack.fault(POST, SlackFault.tooFast(Duration.ofSeconds(30)));
    assertThat(caller.call(POST, "channel", DESK, "text", "x").retryAfter()).isEqualTo("30");
    assertThat(outcome(POST, "channel", DESK, "text", "x")).isEqualTo("ratelimited");
    assertThat(slack.violations()).isEqualTo(1);
    assertThat(outcome(POST, "channel", ANN, "text", "x")).isEqualTo("ok");
    assertThat(slack.counts().errors()).containsEntry(POST + " ratelimited", 2);
  }

  @Test
  void aSlowAnswerComesAndAHangingOneEndsWithTheServer() throws IOException {
    slack.fault("auth.test", SlackFault.slow(Duration.ofMillis(200)), SlackFault.hang());
    long begun = System.nanoTime();
    assertThat(outcome("auth.test")).isEqualTo("ok");
    assertThat(System.nanoTime() - begun).isGreaterThan(200_000_000);
    CompletableFuture<String> hanging = CompletableFuture.supplyAsync(() -> outcome("auth.test"));
    Awaitility.await().until(() -> slack.counts().calls("auth.test") == 2);
    assertThat(hanging).isNotDone();
    slack.close();
    assertThat(hanging).failsWithin(Duration.ofSeconds(5));
  }
}
