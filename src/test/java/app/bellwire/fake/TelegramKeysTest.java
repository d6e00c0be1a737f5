package app.bellwire.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramKeysTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final long ANN = 501;
  private static final long BOB = 502;
  private static final long GROUP = -77;
  private static final long CHANNEL = -1002;
  private static final String POSTING =
      "'user_administrator_rights':{'can_post_messages':true},"
          + "'bot_administrator_rights':{'can_post_messages':true}";
  private static final String ASKS =
      "{'text':'Choose','request_chat':{'request_id':7,'chat_is_channel':true,'request_title':true,"
          + "'request_username':true,"
          + POSTING
          + "}}";

  private TelegramServer telegram;

  @BeforeEach
  void begin() throws IOException {
    telegram = new TelegramServer();
    telegram.people().user(ANN, "Ann").user(BOB, "Bob");
    telegram.places().group(GROUP, "Desk").channel(CHANNEL, "Wire");
    telegram.places().setMember(CHANNEL, ANN, "creator");
    telegram.people().add(ANN, GROUP);
    telegram.people().say(ANN, "/start");
    telegram.people().say(BOB, "/start");
  }

  @AfterEach
  void end() throws IOException {
    telegram.close();
  }

  private JsonNode call(String method, long chat, String more)
      throws IOException, InterruptedException {
    String body = "{'chat_id':%d,'text':'words',%s}".formatted(chat, more).replace('\'', '"');
    URI url = URI.create(telegram.url() + "/bot" + TelegramServer.TOKEN + "/" + method);
    HttpRequest request = HttpRequest.newBuilder(url).POST(BodyPublishers.ofString(body)).build();
    return JSON.readTree(CLIENT.send(request, BodyHandlers.ofString()).body());
  }

  private JsonNode keys(long chat, String key) throws IOException, InterruptedException {
    return call("sendMessage", chat, "'reply_markup':{'keyboard':[[" + key + "],['Cancel']]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "7 | can't parse keyboard button: KeyboardButton must be a String or an Object",
        "{} | can't parse keyboard button: Can't find field \"text\"",
        "'' | keyboard button text must be non-empty",
        "{'text':'A','request_chat':1} | can't parse keyboard button: field \"request_chat\" must"
            + " be of type Object",
        "{'text':'A','request_chat':{}} | can't parse keyboard button: Can't find field"
            + " \"request_id\"",
        "{'text':'A','request_chat':{'request_id':1}} | can't parse keyboard button: Can't find"
            + " field \"chat_is_channel\"",
        "{'text':'A','request_chat':{'request_id':1,'chat_is_channel':true,"
            + "'bot_administrator_rights':{'can_post_messages':true}}} | rights of the bot must be"
            + " a subset of the user's: can_post_messages",
      })
  void aKeyIsRefused(String key, String error) throws Exception {
    assertThat(keys(ANN, key).path("description").asText()).isEqualTo("Bad Request: " + error);
    assertThat(telegram.keys().of(ANN)).isEmpty();
  }

  @Test
  void rowsAreRows() throws Exception {
    assertThat(call("sendMessage", ANN, "'reply_markup':{'keyboard':['A']}").path("description"))
        .hasToString(
            "\"Bad Request: field \\\"keyboard\\\" of the ReplyKeyboardMarkup must be an Array of"
                + " Arrays\"");
  }

  @Test
  void chatsAreAskedForInPrivateOnly() throws Exception {
    assertThat(keys(GROUP, ASKS).path("description").asText())
        .isEqualTo("Bad Request: chats can be requested in private chats only");
    assertThat(keys(GROUP, "'A'").path("ok").asBoolean()).isTrue();
  }

  @Test
  void keysStayUntilTheyAreTakenAwayAndTheirMessageCannotBeEdited() throws Exception {
    int message = keys(ANN, ASKS).at("/result/message_id").asInt();
    assertThat(telegram.keys().of(ANN)).containsExactly("Choose", "Cancel");
    assertThat(telegram.keys().of(BOB)).isEmpty();
    assertThat(call("editMessageText", ANN, "'message_id':" + message).path("description").asText())
        .isEqualTo("Bad Request: message can't be edited");
    telegram.keys().press(ANN, "Cancel");
    assertThat(telegram.pending().getLast().at("/message/text").asText()).isEqualTo("Cancel");
    assertThat(telegram.keys().of(ANN)).hasSize(2);
    call("sendMessage", ANN, "'reply_markup':{'remove_keyboard':true}");
    assertThat(telegram.keys().of(ANN)).isEmpty();
  }

  @Test
  void anEditBringsButtonsOnly() throws Exception {
    int message =
        call("sendMessage", ANN, "'disable_notification':true").at("/result/message_id").asInt();
    String keys = ",'reply_markup':{'keyboard':[['A']]}";
    assertThat(
            call("editMessageText", ANN, "'message_id':" + message + keys)
                .path("description")
                .asText())
        .isEqualTo("Bad Request: inline keyboard expected");
  }

  @Test
  void whoeverChoosesLetsTheBotInAndSaysWhatTheKeyAskedFor() throws Exception {
    keys(ANN, ASKS);
    telegram.keys().choose(ANN, "Choose", CHANNEL);
    List<JsonNode> said = telegram.pending();
    assertThat(said.get(said.size() - 2).at("/my_chat_member/new_chat_member/status").asText())
        .isEqualTo("administrator");
    assertThat(said.getLast().at("/message/chat_shared"))
        .hasToString("{\"request_id\":7,\"chat_id\":-1002,\"title\":\"Wire\"}");
    assertThat(call("sendMessage", CHANNEL, "'entities':[]").path("ok").asBoolean()).isTrue();

    telegram.places().publicName(CHANNEL, "deskwire");
    telegram.keys().choose(ANN, "Choose", CHANNEL);
    assertThat(telegram.pending().getLast().at("/message/chat_shared/username").asText())
        .isEqualTo("deskwire");
  }

  @Test
  void whatTheClientDoesNotOfferIsNotChosen() throws Exception {
    keys(ANN, ASKS);
    keys(BOB, ASKS);
    assertThatThrownBy(() -> telegram.keys().choose(ANN, "Choose", GROUP))
        .as("a group")
        .hasMessage("Desk is not offered to 501");
    assertThatThrownBy(() -> telegram.keys().choose(BOB, "Choose", CHANNEL))
        .as("no administrator")
        .hasMessage("Wire is not offered to 502");
    telegram.places().setMember(CHANNEL, BOB, "administrator");
    assertThatThrownBy(() -> telegram.keys().choose(BOB, "Choose", CHANNEL))
        .as("the bot would have to be let in")
        .hasMessage("502 may not make admins in Wire");
    telegram.people().promote(ANN, CHANNEL);
    telegram.keys().choose(BOB, "Choose", CHANNEL);
    telegram.places().mayPost(CHANNEL, BOB, false);
    assertThatThrownBy(() -> telegram.keys().choose(BOB, "Choose", CHANNEL))
        .as("may not post")
        .hasMessage("Wire is not offered to 502");
    assertThatThrownBy(() -> telegram.keys().choose(ANN, "Other", CHANNEL))
        .hasMessage("no key says Other");
    assertThatThrownBy(() -> telegram.keys().press(ANN, "Choose"))
        .hasMessage("Choose asks for a chat");
  }
}
