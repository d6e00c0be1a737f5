package app.bellwire.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatEvent;
import app.bellwire.chat.Chosen;
import app.bellwire.chat.Incoming;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.UserId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class UpdateReaderTest {
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final String ANN = "'from':{'id':501,'first_name':'Ann','last_name':'Lee'}";
  private static final String GROUP = "'chat':{'id':-1001,'type':'supergroup'}";
  private static final String CHANNEL = "'chat':{'id':-1002,'type':'channel'}";
  private static final String PRIVATE = "'chat':{'id':501,'type':'private'}";

  private final UpdateReader reader = new UpdateReader(7, "Bell_Bot", InstantSource.fixed(NOON));

  @Test
  void whatIsTypedInPrivateIsMeant() throws JsonProcessingException {
    assertThat(message(PRIVATE + "," + ANN + ",'text':'water treaty'"))
        .contains(said(address("501", null), "water treaty", null));
  }

  @Test
  void whatIsNoTextIsToldAsNothing() throws JsonProcessingException {
    assertThat(message(PRIVATE + "," + ANN + ",'photo':[]"))
        .contains(said(address("501", null), "", null));
  }

  @ParameterizedTest
  @CsvSource({
    "/list, /list",
    "/list@bell_bot, /list@bell_bot",
    "/LIST@BELL_BOT x, /LIST@BELL_BOT x",
    "@Bell_bot water treaty, /bellwire water treaty",
    "@bell_bot, /bellwire"
  })
  void inAGroupItMustBeAddressed(String text, String heard) throws JsonProcessingException {
    assertThat(message(GROUP + "," + ANN + ",'text':'" + text + "'"))
        .contains(said(address("-1001", null), heard, null));
  }

  @ParameterizedTest
  @CsvSource({"good morning", "/list@other_bot", "@other_bot water", "a /list"})
  void whatOthersSayIsNotHeard(String text) throws JsonProcessingException {
    assertThat(message(GROUP + "," + ANN + ",'text':'" + text + "'")).isEmpty();
  }

  @Test
  void aReplyToTheBotIsMeant() throws JsonProcessingException {
    String reply = ",'reply_to_message':{'message_id':9,'from':{'id':7}}";
    assertThat(message(GROUP + "," + ANN + ",'text':'water treaty'" + reply))
        .contains(said(address("-1001", null), "water treaty", "9"));
    String other = ",'reply_to_message':{'message_id':9,'from':{'id':8}}";
    assertThat(message(GROUP + "," + ANN + ",'text':'water treaty'" + other)).isEmpty();
  }

  @Test
  void aTopicIsPartOfTheAddress() throws JsonProcessingException {
    String topic =
        ",'message_thread_id':5,'is_topic_message':true,'reply_to_message':{'message_id':5}";
    assertThat(message(GROUP + "," + ANN + ",'text':'/list'" + topic))
        .contains(said(address("-1001", "5"), "/list", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'title':'Desk wire','username':'deskwire' | @deskwire",
        "'title':'Night desk' | Night desk",
        "'request_id':1 | telegram:-1002",
      })
  void aChannelThatIsChosenIsNamedByItsId(String fields, String name)
      throws JsonProcessingException {
    String shared = ",'chat_shared':{'chat_id':-1002," + fields + "}";
    IncomingMessage chosen = (IncomingMessage) message(PRIVATE + "," + ANN + shared).orElseThrow();
    assertThat(chosen.chosen()).isEqualTo(new Chosen(address("-1002", null), name));
    assertThat(chosen.user()).isEqualTo(new UserId("telegram", "501"));
    assertThat(chosen.text()).isEmpty();
  }

  @Test
  void aChoiceWithoutAChatCannotBeRead() {
    assertThatThrownBy(() -> message(PRIVATE + "," + ANN + ",'chat_shared':{'request_id':1}"))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void anAnonymousAdminSpeaksAsTheGroup() throws JsonProcessingException {
    String anonymous =
        "'from':{'id':1087968824,'is_bot':true,'first_name':'Group'},'sender_chat':{'id':-1001}";
    assertThat(message(GROUP + "," + anonymous + ",'text':'/list'"))
        .get()
        .extracting(m -> ((IncomingMessage) m).user())
        .isEqualTo(new UserId("telegram", "-1001"));
    String channel = anonymous.replace("'sender_chat':{'id':-1001}", "'sender_chat':{'id':-1009}");
    assertThat(message(GROUP + "," + channel + ",'text':'/list'")).isEmpty();
  }

  @Test
  void otherBotsAreNotHeard() throws JsonProcessingException {
    assertThat(message(GROUP + ",'from':{'id':8,'is_bot':true},'text':'/list'")).isEmpty();
  }

  @Test
  void aPressNamesItsMessage() throws JsonProcessingException {
    String update =
        "'callback_query':{'id':'99',"
            + ANN
            + ",'data':'b1','message':{'message_id':4,"
            + GROUP
            + ",'message_thread_id':5,'is_topic_message':true}}";
    assertThat(read(update))
        .contains(
            new IncomingMessage(
                "1",
                address("-1001", "5"),
                new UserId("telegram", "501"),
                "Ann Lee",
                "",
                "4",
                "b1",
                NOON));
    assertThat(UpdateReader.pressId(json(update))).contains("99");
  }

  @Test
  void aPressWithoutItsMessageIsLeft() throws JsonProcessingException {
    assertThat(read("'callback_query':{'id':'99'," + ANN + ",'data':'b1'}")).isEmpty();
  }

  @Test
  void aGroupThatMovesSaysSoTwice() throws JsonProcessingException {
    ChatEvent.Moved moved = new ChatEvent.Moved(address("-1001", null));
    assertThat(message("'chat':{'id':-77,'type':'group'}," + ANN + ",'migrate_to_chat_id':-1001"))
        .contains(event("-77", moved));
    assertThat(message(GROUP + "," + ANN + ",'migrate_from_chat_id':-77"))
        .contains(event("-77", moved));
  }

  static final List<Arguments> MEMBERS =
      List.of(
          Arguments.of(PRIVATE, "'member'", "'kicked'", gone("blocked by the user")),
          Arguments.of(PRIVATE, "'kicked'", "'member'", new ChatEvent.Back()),
          Arguments.of(GROUP, "'left'", "'member'", new ChatEvent.Added("Ann Lee")),
          Arguments.of(GROUP, "'kicked'", "'administrator'", added()),
          Arguments.of(GROUP, "'member'", "'administrator'", new ChatEvent.Back()),
          Arguments.of(GROUP, "'member'", "'left'", gone("Bellwire was removed")),
          Arguments.of(GROUP, "'member'", "'kicked'", gone("Bellwire was removed")),
          Arguments.of(
              GROUP,
              "'member'",
              "'restricted','is_member':true,'can_send_messages':false",
              gone("Bellwire may not post there")),
          Arguments.of(
              GROUP,
              "'restricted','is_member':true",
              "'restricted','is_member':true,'can_send_messages':true",
              new ChatEvent.Back()),
          Arguments.of(CHANNEL, "'left'", "'administrator'", new ChatEvent.Back()),
          Arguments.of(
              CHANNEL,
              "'administrator'",
              "'administrator','can_post_messages':false",
              gone("Bellwire may not post there")));

  private static ChatEvent.What gone(String reason) {
    return new ChatEvent.Gone(reason);
  }

  private static ChatEvent.What added() {
    return new ChatEvent.Added("Ann Lee");
  }

  @ParameterizedTest
  @FieldSource("MEMBERS")
  void whatBecomesOfTheBotIsTold(String chat, String before, String after, ChatEvent.What what)
      throws JsonProcessingException {
    String update =
        "'my_chat_member':{%s,%s,'date':1793620800,'old_chat_member':{'status':%s},'new_chat_member':{'status':%s}}"
            .formatted(chat, ANN, before, after);
    assertThat(read(update)).get().extracting(e -> ((ChatEvent) e).what()).isEqualTo(what);
  }

  @Test
  void unknownKindsAreNoneOfItsBusiness() throws JsonProcessingException {
    assertThat(read("'edited_message':{}")).isEmpty();
    assertThat(read("'something_new':{'a':1}")).isEmpty();
  }

  @Test
  void aMessageThatIsNoneCannotBeRead() {
    assertThatThrownBy(() -> read("'message':{'text':7}")).isInstanceOf(RuntimeException.class);
  }

  @Test
  void aMessageOfATimeThatCannotBeKeptCannotBeRead() {
    String update = "'message':{%s,%s,'text':'/list','date':%d}";
    assertThatThrownBy(() -> read(update.formatted(PRIVATE, ANN, 10_000_000_000_000_000L)))
        .isInstanceOf(ArithmeticException.class);
  }

  private Optional<Incoming> message(String fields) throws JsonProcessingException {
    return read("'message':{'message_id':3,'date':1793620800," + fields + "}");
  }

  private Optional<Incoming> read(String fields) throws JsonProcessingException {
    return reader.read(json(fields));
  }

  private static com.fasterxml.jackson.databind.JsonNode json(String fields)
      throws JsonProcessingException {
    return new ObjectMapper().readTree(("{'update_id':1," + fields + "}").replace('\'', '"'));
  }

  private static Incoming said(Address from, String text, @Nullable String replyTo) {
    return new IncomingMessage(
        "1", from, new UserId("telegram", "501"), "Ann Lee", text, replyTo, null, NOON);
  }

  private static Incoming event(String chat, ChatEvent.What what) {
    return new ChatEvent("1", address(chat, null), what, NOON);
  }

  private static Address address(String id, @Nullable String topic) {
    return new Address("telegram", null, id, topic);
  }
}
