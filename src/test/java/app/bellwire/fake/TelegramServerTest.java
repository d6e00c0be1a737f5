package app.bellwire.fake;

import static app.bellwire.fake.TelegramFaults.Rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.bellwire.chat.Limits;
import app.bellwire.chat.Limits.Window;
import app.bellwire.fake.ChatFault.How;
import app.bellwire.fake.TelegramTranscript.Entry;
import app.bellwire.fake.TelegramTranscript.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class TelegramServerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final long ANN = 501;
  private static final long BOB = 502;
  private static final long GROUP = -77;
  private static final long FORUM = -1001;
  private static final long CHANNEL = -1002;
  private static final Duration SOON = Duration.ofSeconds(10);

  private TelegramServer telegram;
  private int topic;

  @BeforeEach
  void begin() throws IOException {
    telegram = new TelegramServer();
    telegram.people().user(ANN, "Ann").user(BOB, "Bob");
    telegram.places().group(GROUP, "Desk").forum(FORUM, "Forum").channel(CHANNEL, "Wire");
    telegram.people().add(ANN, GROUP);
    telegram.people().add(ANN, FORUM);
    topic = telegram.places().topic(FORUM, "Ukraine");
    telegram.people().say(ANN, "/start");
  }

  @AfterEach
  void end() throws IOException {
    telegram.close();
  }

  private record Answer(int status, JsonNode json) {
    JsonNode result() {
      assertThat(json.path("ok").asBoolean()).as("%s", json).isTrue();
      return json.get("result");
    }

    String error() {
      return json.path("error_code").asText() + " " + json.path("description").asText();
    }
  }

  private HttpRequest request(String token, String method, String body) {
    return HttpRequest.newBuilder(URI.create(telegram.url() + "/bot" + token + "/" + method))
        .timeout(SOON)
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private Answer call(String method, String body) {
    return call(TelegramServer.TOKEN, method, body);
  }

  private Answer call(String token, String method, String body) {
    try {
      return answer(CLIENT.send(request(token, method, body), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Answer answer(HttpResponse<String> response) throws IOException {
    return new Answer(response.statusCode(), JSON.readTree(response.body()));
  }

  private CompletableFuture<Answer> callLater(String method, String body) {
    return CompletableFuture.supplyAsync(() -> call(method, body));
  }

  private static ObjectNode message(long chat, String text) {
    return JSON.createObjectNode().put("chat_id", chat).put("text", text);
  }

  private Answer send(long chat, String text) {
    return call("sendMessage", message(chat, text).toString());
  }

  private int sent(long chat, String text) {
    return send(chat, text).result().get("message_id").asInt();
  }

  private List<String> kinds(String body) {
    return call("getUpdates", body)
        .result()
        .valueStream()
        .map(update -> update.propertyStream().skip(1).findFirst().orElseThrow().getKey())
        .toList();
  }

  private int lastUpdate() {
    return telegram.pending().getLast().get("update_id").asInt();
  }

  private void forgetUpdates() {
    call("deleteWebhook", "{\"drop_pending_updates\":true}").result();
  }

  // The door

  @Test
  void methodsAreFoundInAnyCaseAndParametersInTheQueryToo() {
    assertThat(call("GETME", "").result().get("username").asText()).isEqualTo("bellwire_bot");
    assertThat(call("sendmessage?chat_id=501&text=a%20b", "").result().get("text").asText())
        .isEqualTo("a b");
  }

  @Test
  void anotherTokenIsUnauthorizedAndAnotherMethodIsNotFound() {
    assertThat(call("1:X", "getMe", "").error()).isEqualTo("401 Unauthorized");
    assertThat(call("sendTelepathy", "").error()).isEqualTo("404 Not Found: method not found");
    assertThat(telegram.counts().errors("sendTelepathy")).isEqualTo(1);
  }

  // Texts and buttons

  record Refused(String rule, String body, String error) {
    @Override
    public String toString() {
      return rule;
    }
  }

  private static Refused text(String rule, String text, String error) {
    return new Refused(rule, message(ANN, text).toString(), "400 Bad Request: " + error);
  }

  private static Refused with(String rule, String more, String error) {
    String body = "{\"chat_id\":501,\"text\":\"words\"," + more.replace('\'', '"') + "}";
    return new Refused(rule, body, "400 Bad Request: " + error);
  }

  private static Refused button(String rule, String button, String error) {
    return with(rule, "'reply_markup':{'inline_keyboard':[[" + button + "]]}", error);
  }

  static final List<Refused> REFUSED =
      List.of(
          text("nothing", "", "message text is empty"),
          text("only blanks", " \n ", "text must be non-empty"),
          text("4097 units", "x".repeat(4097), "message is too long"),
          text("2049 pairs", "\ud83d\udd14".repeat(2049), "message is too long"),
          with("half a pair", "'text':'\\ud83d'", "strings must be encoded in UTF-8"),
          with("a parse mode", "'parse_mode':'X'", "unsupported parse_mode"),
          with("no entities", "'entities':'x'", "can't parse entities JSON object"),
          with(
              "an entity without its place",
              "'entities':[{'type':'bold','length':1}]",
              "can't parse MessageEntity: Can't find field \"offset\""),
          with(
              "an entity outside",
              "'entities':[{'type':'bold','offset':2,'length':9}]",
              "entity beginning at UTF-16 offset 2 ends after the end of the text"
                  + " at UTF-16 offset 11"),
          with("no chat", "'chat_id':''", "chat_id is empty"),
          with("an unknown chat", "'chat_id':99", "chat not found"),
          with("a topic in a private chat", "'message_thread_id':7", "message thread not found"),
          with(
              "a reply to nothing",
              "'reply_parameters':{'message_id':99}",
              "message to be replied not found"),
          with("markup that is none", "'reply_markup':[]", "object expected as reply markup"),
          button(
              "a button without text", "{'text':' ','callback_data':'x'}", "BUTTON_TEXT_INVALID"),
          button(
              "a button that does nothing",
              "{'text':'A'}",
              "can't parse inline keyboard button: Text buttons are unallowed in the inline"
                  + " keyboard"),
          button(
              "66 bytes in 33 letters",
              "{'text':'A','callback_data':'" + "ж".repeat(33) + "'}",
              "BUTTON_DATA_INVALID"),
          button(
              "a page that is none",
              "{'text':'A','url':'nowhere'}",
              "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL"),
          button(
              "101 buttons",
              "{'text':'A','callback_data':'a'}" + ",{'text':'A','callback_data':'a'}".repeat(100),
              "reply markup is too long"));

  @ParameterizedTest
  @FieldSource("REFUSED")
  void aMessageIsRefused(Refused refused) {
    Answer answer = call("sendMessage", refused.body);
    assertThat(answer.error()).isEqualTo(refused.error);
    assertThat(answer.status).isEqualTo(400);
    assertThat(telegram.transcript().entries()).isEmpty();
  }

  @Test
  void theLongestTextAndTheLongestDataAreTaken() {
    ObjectNode longest = message(ANN, " " + "x".repeat(4096) + "\n");
    ObjectNode key = JSON.createObjectNode().put("text", "A").put("callback_data", "x".repeat(64));
    longest.putObject("reply_markup").putArray("inline_keyboard").addArray().add(key);
    JsonNode result = call("sendMessage", longest.toString()).result();
    assertThat(result.get("text").asText()).hasSize(4096);
    assertThat(telegram.messages(ANN).getLast().buttons()).containsExactly("A");
  }

  @Test
  void entitiesMoveWithTheTextAndAHundredAreKept() {
    ObjectNode body = message(ANN, "  " + "x".repeat(200));
    IntStream.range(0, 150)
        .forEach(
            i ->
                body.withArray("entities")
                    .addObject()
                    .put("type", "bold")
                    .put("offset", 2 + i)
                    .put("length", 1));
    call("sendMessage", body.toString()).result();
    TelegramText words = telegram.transcript().entries().getLast().words();
    assertThat(words.entities()).hasSize(100);
    assertThat(words.entities().getFirst().get("offset").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          see /start now        | /start
          and/or, 1/2, TASS/.   |
          MOSCOW. /TASS/.       |
          said @kremlin_e today | @kremlin_e
          ask a@tass.ru         | a@tass.ru
          the #Ukraine talks    | #Ukraine
          the #5 of them        |
          on tass.com today.    | tass.com
          https://a.b/c?d, then | https://a.b/c?d
          It ended.He left      |
          for $US 5 bn          | $US
          at /\u2060start       |
          """)
  void whatTelegramLinksByItselfIsTold(String text, String linked) {
    send(ANN, text);
    assertThat(telegram.transcript().entries().getLast().words().linkedWords())
        .isEqualTo(linked == null ? List.of() : List.of(linked));
  }

  @Test
  void whatTheSenderMarkedIsNotLinkedAgain() {
    ObjectNode body = message(ANN, "tass.com");
    body.putArray("entities")
        .addObject()
        .put("type", "text_link")
        .put("offset", 0)
        .put("length", 8)
        .put("url", "https://example.org");
    call("sendMessage", body.toString()).result();
    assertThat(telegram.transcript().entries().getLast().words().linked()).isEmpty();
  }

  // Chats

  @Test
  void whoeverDidNotStartTheBotIsNotWrittenTo() {
    assertThat(send(BOB, "hello").error())
        .isEqualTo("403 Forbidden: bot can't initiate conversation with a user");
  }

  @Test
  void whoeverBlockedTheBotIsNotWrittenTo() {
    telegram.people().block(ANN);
    assertThat(send(ANN, "x").error()).isEqualTo("403 Forbidden: bot was blocked by the user");
    telegram.people().unblock(ANN);
    assertThat(send(ANN, "x").status).isEqualTo(200);
    telegram.people().deactivate(ANN);
    assertThat(send(ANN, "x").error()).isEqualTo("403 Forbidden: user is deactivated");
  }

  @Test
  void aChatThatTheBotIsNotInIsNotWrittenTo() {
    telegram.people().kick(ANN, GROUP);
    assertThat(send(GROUP, "x").error())
        .isEqualTo("403 Forbidden: bot was kicked from the group chat");
    assertThat(send(CHANNEL, "x").error())
        .isEqualTo("403 Forbidden: bot is not a member of the channel chat");
    assertThat(call("leaveChat", "{\"chat_id\":-1001}").result().asBoolean()).isTrue();
    assertThat(call("getChat", "{\"chat_id\":-1001}").error())
        .isEqualTo("403 Forbidden: bot is not a member of the supergroup chat");
  }

  @Test
  void aChannelWantsAnAdminAndSpeaksInItsOwnName() {
    telegram.people().add(ANN, CHANNEL);
    assertThat(send(CHANNEL, "x").error())
        .isEqualTo("400 Bad Request: need administrator rights in the channel chat");
    telegram.people().promote(ANN, CHANNEL);
    assertThat(send(CHANNEL, "x").result().has("from")).isFalse();
  }

  @Test
  void aRestrictedGroupIsForAdmins() {
    telegram.places().restrict(GROUP, true);
    assertThat(send(GROUP, "x").error())
        .isEqualTo("400 Bad Request: not enough rights to send text messages to the chat");
    telegram.people().promote(ANN, GROUP);
    assertThat(send(GROUP, "x").status).isEqualTo(200);
  }

  @Test
  void aGroupThatMovedSaysWhereTo() {
    sent(GROUP, "old");
    telegram.places().migrate(GROUP, -10077);
    Answer moved = send(GROUP, "x");
    assertThat(moved.error())
        .isEqualTo("400 Bad Request: group chat was upgraded to a supergroup chat");
    assertThat(moved.json.at("/parameters/migrate_to_chat_id").asLong()).isEqualTo(-10077);
    assertThat(send(-10077, "new").status).isEqualTo(200);
    assertThat(telegram.messages(-10077)).extracting(TelegramMessage::text).containsExactly("new");
  }

  private Answer sendIn(int thread) {
    ObjectNode body = message(FORUM, "x").put("message_thread_id", thread);
    return call("sendMessage", body.toString());
  }

  @Test
  void topicsAreKnownOpenAndNotTheGeneralOne() {
    assertThat(sendIn(topic).result().get("message_thread_id").asInt()).isEqualTo(topic);
    assertThat(telegram.transcript().entries().getLast().thread()).isEqualTo(topic);
    assertThat(sendIn(1).error()).isEqualTo("400 Bad Request: message thread not found");
    telegram.places().closeTopic(FORUM, topic);
    assertThat(sendIn(topic).error()).isEqualTo("400 Bad Request: TOPIC_CLOSED");
    telegram.places().deleteTopic(FORUM, topic);
    assertThat(sendIn(topic).error()).isEqualTo("400 Bad Request: message thread not found");
  }

  @Test
  void aReplyStandsUnderItsMessageWhileThatIsThere() {
    int root = sent(ANN, "root");
    ObjectNode body = message(ANN, "reply").put("disable_notification", true);
    body.putObject("reply_parameters")
        .put("message_id", root)
        .put("allow_sending_without_reply", true);
    call("sendMessage", body.toString()).result();
    telegram.places().deleteMessage(ANN, root);
    call("sendMessage", body.toString()).result();
    assertThat(telegram.transcript().of(ANN))
        .extracting(Entry::replyTo)
        .containsExactly(0, root, 0);
    assertThat(telegram.transcript().of(ANN))
        .extracting(Entry::silent)
        .containsExactly(false, true, true);
  }

  @Test
  void theMembersOfAChatAreTold() {
    telegram.people().say(BOB, GROUP, "hello");
    telegram.places().setMember(GROUP, ANN, "creator");
    String group = "{\"chat_id\":-77";
    assertThat(call("getChatMember", group + ",\"user_id\":501}").result().get("status").asText())
        .isEqualTo("creator");
    assertThat(call("getChatMember", group + ",\"user_id\":9}").error())
        .isEqualTo("400 Bad Request: user not found");
    assertThat(call("getChatMemberCount", group + "}").result().asInt()).isEqualTo(3);
    assertThat(call("getChatAdministrators", group + "}").result()).hasSize(1);
    assertThat(call("getChat", group + "}").result().get("title").asText()).isEqualTo("Desk");
  }

  // Edits

  private Answer edit(int id, String text, String more) {
    ObjectNode body = message(ANN, text).put("message_id", id);
    return call("editMessageText", body.toString().replace("}", more + "}"));
  }

  private static final String KEYS =
      ",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"Mute\",\"callback_data\":\"m:7\"}]]}";

  @Test
  void anEditChangesWhatStandsAndTakesTheButtonsUnlessItBringsThem() {
    int id = sent(ANN, "first");
    edit(id, "second", KEYS).result();
    assertThat(telegram.messages(ANN).getLast().buttons()).containsExactly("Mute");
    edit(id, "second", "").result();
    assertThat(telegram.messages(ANN).getLast().buttons()).isEmpty();
    assertThat(telegram.messages(ANN).getLast().text()).isEqualTo("second");
    assertThat(telegram.transcript().entries())
        .extracting(Entry::kind)
        .containsExactly(Kind.SEND, Kind.EDIT, Kind.EDIT);
  }

  @Test
  void anEditMustChangeSomethingThatIsThereAndOwn() {
    int id = sent(ANN, "first");
    assertThat(edit(id, "first", "").error())
        .startsWith("400 Bad Request: message is not modified");
    assertThat(edit(99, "x", "").error()).isEqualTo("400 Bad Request: message to edit not found");
    assertThat(edit(1, "x", "").error()).isEqualTo("400 Bad Request: message can't be edited");
  }

  @Test
  void buttonsAreChangedAlone() {
    int id = sent(ANN, "first");
    String body = "{\"chat_id\":501,\"message_id\":" + id;
    call("editMessageReplyMarkup", body + KEYS + "}").result();
    assertThat(telegram.messages(ANN).getLast().buttons()).containsExactly("Mute");
    assertThat(telegram.messages(ANN).getLast().text()).isEqualTo("first");
    call("editMessageReplyMarkup", body + "}").result();
    assertThat(telegram.messages(ANN).getLast().buttons()).isEmpty();
  }

  // Presses

  private TelegramPress pressed() {
    int id = sent(ANN, "first");
    edit(id, "with keys", KEYS).result();
    return telegram.people().press(ANN, ANN, id, "Mute");
  }

  private Answer answer(String id, String text) {
    ObjectNode body = JSON.createObjectNode().put("callback_query_id", id).put("text", text);
    return call("answerCallbackQuery", body.toString());
  }

  @Test
  void aPressIsTold() {
    TelegramPress press = pressed();
    JsonNode query = telegram.pending().getLast().get("callback_query");
    assertThat(query.get("data").asText()).isEqualTo("m:7");
    answer(press.id(), "done").result();
    assertThat(press.await(SOON).text()).isEqualTo("done");
    assertThat(press.await(SOON).took()).isLessThan(SOON);
    assertThat(telegram.transcript().entries().getLast().kind()).isEqualTo(Kind.ANSWER);
  }

  @Test
  void aPressIsAnsweredOnceInTimeAndShortly() {
    String tooOld =
        "400 Bad Request: query is too old and response timeout expired or query ID is invalid";
    TelegramPress press = pressed();
    assertThat(answer("9", "x").error()).isEqualTo(tooOld);
    assertThat(answer(press.id(), "x".repeat(201)).error())
        .isEqualTo("400 Bad Request: MESSAGE_TOO_LONG");
    answer(press.id(), "x").result();
    assertThat(answer(press.id(), "x").error()).isEqualTo(tooOld);
    telegram.pressesLive(Duration.ZERO);
    TelegramPress old = telegram.people().pressOld(ANN, ANN, press.message(), "m:7");
    assertThat(answer(old.id(), "x").error()).isEqualTo(tooOld);
    assertThat(old.answered()).isEmpty();
  }

  // Updates

  @Test
  void anOffsetConfirmsWhatCameBefore() {
    int first = telegram.pending().getFirst().get("update_id").asInt();
    assertThat(kinds("{}")).containsExactly("my_chat_member", "my_chat_member", "message");
    assertThat(kinds("{\"offset\":" + (first + 1) + ",\"limit\":1}"))
        .containsExactly("my_chat_member");
    assertThat(kinds("{\"offset\":-1}")).containsExactly("message");
    assertThat(kinds("{\"offset\":" + (lastUpdate() + 1) + "}")).isEmpty();
    assertThat(telegram.pending()).isEmpty();
  }

  @Test
  void aPollWaitsUntilSomethingComes() {
    forgetUpdates();
    CompletableFuture<Answer> poll = callLater("getUpdates", "{\"timeout\":50}");
    Awaitility.await().until(telegram::isPolled);
    telegram.people().say(ANN, "hello @tass_en");
    JsonNode message = poll.join().result().get(0).get("message");
    assertThat(message.get("text").asText()).isEqualTo("hello @tass_en");
    assertThat(message.at("/entities/0/type").asText()).isEqualTo("mention");
  }

  @Test
  void theOlderOfTwoPollersIsSentAway() {
    forgetUpdates();
    CompletableFuture<Answer> older = callLater("getUpdates", "{\"timeout\":50}");
    Awaitility.await().until(telegram::isPolled);
    CompletableFuture<Answer> younger = callLater("getUpdates", "{\"timeout\":50}");
    assertThat(older.join().error())
        .startsWith("409 Conflict: terminated by other getUpdates request");
    telegram.people().say(ANN, "hello");
    assertThat(younger.join().result()).hasSize(1);
    assertThat(telegram.counts().conflicts()).isEqualTo(1);
  }

  @Test
  void aPollerThatLeftIsNoConflict() {
    forgetUpdates();
    HttpClient other = HttpClient.newHttpClient();
    var left =
        other.sendAsync(
            request(TelegramServer.TOKEN, "getUpdates", "{\"timeout\":50}"),
            BodyHandlers.ofString());
    Awaitility.await().until(telegram::isPolled);
    left.cancel(true);
    other.shutdownNow();
    other.close();
    CompletableFuture<Answer> poll = callLater("getUpdates", "{\"timeout\":50}");
    Awaitility.await().until(() -> telegram.counts().errors("getUpdates") == 1);
    telegram.people().say(ANN, "hello");
    assertThat(poll.join().result()).hasSize(1);
    assertThat(telegram.counts().conflicts()).isZero();
  }

  @Test
  void whoeverAsksForTheSameAgainAtOnceIsSlowedDown() {
    assertThat(kinds("{}")).hasSize(3);
    assertThat(kinds("{}")).hasSize(1);
  }

  @Test
  void onlyTheKindsThatWereAskedForCome() {
    forgetUpdates();
    telegram.places().setMember(GROUP, BOB, "administrator");
    assertThat(telegram.pending()).isEmpty();
    kinds("{\"allowed_updates\":[\"chat_member\"]}");
    telegram.places().setMember(GROUP, BOB, "member");
    telegram.people().say(ANN, "hello");
    assertThat(kinds("{}")).containsExactly("chat_member");
  }

  @Test
  void inAGroupABotIsToldOfWhatIsMeantForIt() {
    forgetUpdates();
    telegram.people().say(BOB, GROUP, "good morning");
    telegram.people().say(BOB, GROUP, "/list");
    telegram.people().promote(ANN, GROUP);
    telegram.people().say(BOB, GROUP, "good evening");
    telegram.people().sayAnonymously(GROUP, "as the group", 0);
    assertThat(telegram.pending())
        .extracting(update -> update.at("/message/text").asText())
        .containsExactly("/list", "", "good evening", "as the group");
    assertThat(telegram.pending().getLast().at("/message/sender_chat/id").asLong())
        .isEqualTo(GROUP);
  }

  @Test
  void peopleCannotDoWhatTheirAppDoesNotOffer() {
    int id = sent(ANN, "no buttons");
    assertThatThrownBy(() -> telegram.people().press(ANN, ANN, id, "Mute"))
        .hasMessage("no button says Mute; there are []");
    assertThatThrownBy(() -> telegram.people().say(ANN, FORUM, "x", 99))
        .hasMessage("no topic is 99");
    telegram.people().block(ANN);
    assertThatThrownBy(() -> telegram.people().say(ANN, "x")).hasMessage("501 has blocked the bot");
  }

  @Test
  void whatIsSaidInATopicAnswersTheMessageThatOpenedIt() {
    telegram.people().say(ANN, FORUM, "/list", topic);
    JsonNode message = telegram.pending().getLast().get("message");
    assertThat(message.get("message_thread_id").asInt()).isEqualTo(topic);
    assertThat(message.get("reply_to_message").has("forum_topic_created")).isTrue();
  }

  @Test
  void postsOfAChannelHaveNoAuthorAndAnyUpdateCanBeMade() {
    telegram.people().promote(ANN, CHANNEL);
    telegram.people().post(CHANNEL, "news");
    JsonNode post = telegram.pending().getLast().get("channel_post");
    assertThat(post.has("from")).isFalse();
    assertThat(post.at("/sender_chat/id").asLong()).isEqualTo(CHANNEL);
    telegram.people().inject(JSON.createObjectNode().put("aerogram", 7));
    assertThat(telegram.pending().getLast().get("aerogram").asInt()).isEqualTo(7);
  }

  // Commands

  @Test
  void commandsAreKeptByScopeAndChecked() {
    String list = "{\"commands\":[{\"command\":\"list\",\"description\":\"Show\"}]";
    call("setMyCommands", list + "}").result();
    call(
            "setMyCommands",
            list + ",\"scope\":{\"type\":\"all_group_chats\"},\"language_code\":\"ru\"}")
        .result();
    assertThat(telegram.commands()).containsOnlyKeys("default", "all_group_chats/ru");
    call("deleteMyCommands", "{}").result();
    assertThat(telegram.commands()).containsOnlyKeys("all_group_chats/ru");
    assertThat(call("setMyCommands", list.replace("list", "List") + "}").error())
        .isEqualTo("400 Bad Request: BOT_COMMAND_INVALID");
  }

  // Limits

  @Test
  void goingOverALimitIsAViolationAndSoIsNotWaiting() {
    Window one = new Window(1, Duration.ofHours(1));
    telegram.limit(new Limits(List.of(), List.of(one), List.of()));
    sent(ANN, "a");
    Answer refused = send(ANN, "b");
    assertThat(refused.error()).isEqualTo("429 Too Many Requests: retry after 3600");
    assertThat(refused.json.at("/parameters/retry_after").asInt()).isEqualTo(3600);
    assertThat(send(ANN, "c").status).isEqualTo(429);
    assertThat(send(GROUP, "d").status).isEqualTo(200);
    assertThat(telegram.counts().violations()).isEqualTo(2);
    assertThat(telegram.counts().errors())
        .containsExactly(Map.entry("429 Too Many Requests: retry after N", 2));
  }

  @Test
  void editsCountInGroupsOnly() {
    telegram.limit(TelegramServer.namedLimits(1));
    int own = sent(ANN, "a");
    assertThat(edit(own, "b", "").status).isEqualTo(200);
    int shared = sent(GROUP, "a");
    ObjectNode body = message(GROUP, "b").put("message_id", shared);
    assertThat(call("editMessageText", body.toString()).status).isEqualTo(429);
  }

  // Faults

  @ParameterizedTest
  @EnumSource
  void aLostAnswerIsCountedAndALostRequestIsNotDone(How how) {
    telegram.faults().next("sendMessage", ChatFault.lostAnswer(how), ChatFault.lostRequest(how));
    assertThatLost("taken", how);
    assertThatLost("not taken", how);
    assertThat(telegram.transcript().texts(ANN)).containsExactly("taken");
    assertThat(telegram.counts().lostAnswers())
        .isEqualTo(Map.of(new TelegramCounts.Lost(ANN, "taken"), 1));
  }

  /// By a client of its own, whose connection nobody else meets.
  private void assertThatLost(String text, How how) {
    HttpRequest request =
        request(TelegramServer.TOKEN, "sendMessage", message(ANN, text).toString());
    HttpRequest hasty =
        HttpRequest.newBuilder(request, (_, _) -> true).timeout(Duration.ofMillis(500)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThatThrownBy(() -> answer(client.send(hasty, BodyHandlers.ofString())))
          .as("%s", how)
          .isInstanceOf(IOException.class);
      client.shutdownNow();
    }
  }

  @Test
  void errorsOfTheServerItselfAreToldInItsWords() {
    telegram
        .faults()
        .next(
            "sendMessage",
            TelegramFault.internalError(),
            TelegramFault.unauthorized(),
            new TelegramFault.WithoutOk(true),
            TelegramFault.of(new ChatFault.Gone()),
            TelegramFault.of(new ChatFault.Refused()));
    assertThat(send(ANN, "a").error()).isEqualTo("500 Internal Server Error");
    assertThat(send(ANN, "b").error()).isEqualTo("401 Unauthorized");
    assertThat(send(ANN, "c").json.has("ok")).isFalse();
    assertThat(send(ANN, "d").error()).isEqualTo("403 Forbidden: bot was blocked by the user");
    assertThat(send(ANN, "e").error()).isEqualTo("400 Bad Request: message can't be sent");
    assertThat(telegram.transcript().texts(ANN)).containsExactly("c");
    assertThat(telegram.counts().lostAnswers()).hasSize(1);
  }

  @Test
  void aWaitThatWasAskedForIsInsistedOn() {
    telegram.faults().next("sendMessage", new ChatFault.TooFast(Duration.ofSeconds(7)));
    assertThat(send(ANN, "a").error()).isEqualTo("429 Too Many Requests: retry after 7");
    assertThat(telegram.counts().violations()).isZero();
    assertThat(send(ANN, "b").error()).isEqualTo("429 Too Many Requests: retry after 7");
    assertThat(telegram.counts().violations()).isEqualTo(1);
    assertThat(send(GROUP, "c").status).isEqualTo(200);
  }

  @Test
  void aFaultHitsTheMethodAndTheChatItNames() {
    TelegramFault fault = TelegramFault.internalError();
    telegram.faults().add(Rule.of(TelegramFaults.ANY, fault).in(GROUP).times(2));
    assertThat(send(ANN, "a").status).isEqualTo(200);
    assertThat(send(GROUP, "b").status).isEqualTo(500);
    assertThat(send(GROUP, "c").status).isEqualTo(500);
    assertThat(send(GROUP, "d").status).isEqualTo(200);
    telegram.faults().add(Rule.of(TelegramFaults.ANY, fault).always());
    assertThat(call("getUpdates", "{}").status).isEqualTo(200);
    telegram.faults().next("getUpdates", fault).end();
    telegram.faults().next("getUpdates", fault);
    assertThat(call("getUpdates", "{\"offset\":1}").status).isEqualTo(500);
  }

  @Test
  void whatIsAwaitedComesOrIsMissed() {
    CompletableFuture<Answer> later = callLater("sendMessage", message(ANN, "news").toString());
    assertThat(telegram.transcript().await(ANN, "new").text()).isEqualTo("news");
    later.join();
    int before = telegram.transcript().size();
    send(ANN, "newer");
    assertThat(telegram.transcript().awaitAfter(before, ANN, "new").text()).isEqualTo("newer");
    assertThatThrownBy(() -> telegram.transcript().await(3, _ -> true, Duration.ofMillis(20)))
        .hasMessage("2 of 3 came; said was [news, newer]");
  }
}
