package app.bellwire.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.bellwire.chat.Address;
import app.bellwire.chat.Button;
import app.bellwire.chat.ChatEvent;
import app.bellwire.chat.Incoming;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.NetworkCondition;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.RichText;
import app.bellwire.chat.Role;
import app.bellwire.chat.SendResult;
import app.bellwire.chat.UserId;
import app.bellwire.fake.ChatFault;
import app.bellwire.fake.TelegramFault;
import app.bellwire.fake.TelegramMessage;
import app.bellwire.fake.TelegramPress;
import app.bellwire.fake.TelegramServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class TelegramChatTest {
  private static final long ANN = 501;
  private static final long BEN = 502;
  private static final long GROUP = -1001;
  private static final long FORUM = -1002;
  private static final Address PRIVATE = address(ANN, null);
  private static final RichText FERRY = RichText.build().bold("Ferry resumes").done();

  private final List<Incoming> inbox = new CopyOnWriteArrayList<>();
  private TelegramServer server;
  private TelegramChat chat;
  private volatile boolean storeIsDown;

  @BeforeEach
  void begin() throws IOException {
    server = new TelegramServer();
    server.people().user(ANN, "Ann");
    server.people().user(BEN, "Ben");
    server.people().say(ANN, "/start");
    chat = chat(server.url(), TelegramServer.TOKEN);
  }

  private TelegramChat chat(URI url, String token) {
    return new TelegramChat(
        url,
        token,
        TelegramLimits.OF_A_BOT,
        this::keep,
        Thread.ofVirtual().factory(),
        InstantSource.system());
  }

  private boolean keep(Incoming incoming) {
    if (storeIsDown) {
      throw new IllegalStateException("the store is down");
    }
    return inbox.add(incoming);
  }

  @AfterEach
  void end() throws Exception {
    chat.close();
    server.close();
  }

  @Test
  void aMessageIsPostedAndEditedWithItsButtons() {
    OutgoingMessage message =
        OutgoingMessage.of(FERRY)
            .with(
                List.of(
                    new Button.Open("Read", URI.create("https://norda.example/1")),
                    new Button.Press("Why", "b1")));
    SendResult sent = chat.post(PRIVATE, message, "d1", null);
    TelegramMessage there = last(ANN);
    assertThat(sent).isEqualTo(new SendResult.Sent(Integer.toString(there.id())));
    assertThat(there.text()).isEqualTo("Ferry resumes");
    assertThat(there.buttons()).containsExactly("Read", "Why");

    OutgoingMessage edit = OutgoingMessage.of("Ferry stops").with(message.keyboard().getFirst());
    assertThat(chat.edit(PRIVATE, id(there), edit, "d2")).isEqualTo(sent);
    assertThat(last(ANN).text()).isEqualTo("Ferry stops");
    assertThat(last(ANN).buttons()).containsExactly("Read", "Why");
    assertThat(chat.edit(PRIVATE, id(there), edit, "d3")).as("not modified").isEqualTo(sent);
  }

  @Test
  void aButtonThatCannotBeUndoneIsRed() {
    chat.post(
        PRIVATE,
        OutgoingMessage.of(FERRY)
            .with(List.of(new Button.Press("Remove", "b1", true), new Button.Press("Keep", "b2"))),
        "d1",
        null);
    JsonNode row = last(ANN).json().at("/reply_markup/inline_keyboard/0");
    assertThat(row.at("/0/style").asText()).isEqualTo("danger");
    assertThat(row.at("/1").has("style")).isFalse();
  }

  @Test
  void aChannelIsAskedForWithAKeyUntilThatIsOver() {
    Button choose = new Button.ChooseChannel("Choose a channel", "Cancel");
    OutgoingMessage question =
        OutgoingMessage.of("Which?").with(List.of(choose, new Button.Press("Why", "b1")));
    assertThat(chat.post(PRIVATE, question, "d1", null)).isInstanceOf(SendResult.Sent.class);
    assertThat(server.keys().of(ANN)).containsExactly("Choose a channel", "Cancel");
    JsonNode key = server.transcript().of(ANN).getLast().request().at("/reply_markup/keyboard/0/0");
    assertThat(key.at("/request_chat/chat_is_channel").asBoolean()).isTrue();
    for (String whose : List.of("user", "bot")) {
      JsonNode rights = key.at("/request_chat/" + whose + "_administrator_rights");
      List<String> wanted =
          rights
              .propertyStream()
              .filter(right -> right.getValue().asBoolean())
              .map(right -> right.getKey())
              .toList();
      assertThat(wanted).as(whose).containsExactly("can_post_messages");
    }

    chat.post(
        PRIVATE, OutgoingMessage.of("Over").with(List.of(new Button.ChoiceOver())), "d2", null);
    assertThat(server.keys().of(ANN)).isEmpty();
    assertThat(last(ANN).buttons()).isEmpty();
  }

  @Test
  void anEditedMessageHasNoKeys() {
    chat.post(PRIVATE, OutgoingMessage.of("Which?"), "d1", null);
    OutgoingMessage edit =
        OutgoingMessage.of("Which one?")
            .with(
                List.of(new Button.ChooseChannel("Choose a channel", "Cancel")),
                List.of(new Button.Press("Why", "b1")));
    assertThat(chat.edit(PRIVATE, id(last(ANN)), edit, "d2")).isInstanceOf(SendResult.Sent.class);
    assertThat(last(ANN).buttons()).containsExactly("Why");
    assertThat(server.keys().of(ANN)).isEmpty();
  }

  @Test
  void aReplyToAMessageThatIsGoneComesAllTheSame() {
    assertThat(chat.post(PRIVATE, OutgoingMessage.of("New"), "d1", "99"))
        .isInstanceOf(SendResult.Sent.class);
    assertThat(chat.edit(PRIVATE, "99", OutgoingMessage.of("New"), "d2"))
        .isEqualTo(new SendResult.MessageGone("message to edit not found"));
  }

  @Test
  void aSilentMessageIsSilent() {
    chat.post(
        PRIVATE,
        new OutgoingMessage(FERRY, List.of(), null, OutgoingMessage.Placement.POST, true),
        "d1",
        null);
    assertThat(server.transcript().of(ANN).getLast().silent()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(ChatFault.How.class)
  void anAnswerThatIsLostMayHaveCome(ChatFault.How how) {
    if (how == ChatFault.How.HANG) {
      return;
    }
    server.faults().next("sendmessage", ChatFault.lostAnswer(how));
    assertThat(chat.post(PRIVATE, OutgoingMessage.of(FERRY), "d1", null))
        .isInstanceOf(SendResult.Uncertain.class);
    assertThat(last(ANN).text()).isEqualTo("Ferry resumes");
  }

  @Test
  void anAnswerThatSaysNothingMayHaveCome() {
    server
        .faults()
        .next("sendmessage", new TelegramFault.WithoutOk(true), TelegramFault.internalError());
    assertThat(post()).isInstanceOf(SendResult.Uncertain.class);
    assertThat(post()).isInstanceOf(SendResult.Uncertain.class);
  }

  @Test
  void aServerThatIsNotThereTookNothing() throws Exception {
    server.close();
    assertThat(post()).isInstanceOf(SendResult.Unavailable.class);
  }

  @Test
  void aWaitIsAWait() {
    server.faults().next("sendmessage", new ChatFault.TooFast(Duration.ofSeconds(7)));
    assertThat(post()).isEqualTo(new SendResult.TooFast(Duration.ofSeconds(7)));
  }

  @Test
  void whoBlocksItIsGone() {
    server.people().block(ANN);
    assertThat(post()).isEqualTo(new SendResult.ChatGone("bot was blocked by the user"));
  }

  @Test
  void aGroupThatBecameASupergroupIsFoundThere() {
    server.places().group(-77, "Desk");
    server.people().add(ANN, -77);
    server.places().migrate(-77, -10077);
    assertThat(chat.post(address(-77, null), OutgoingMessage.of(FERRY), "d1", null))
        .isEqualTo(new SendResult.Moved(address(-10077, null)));
  }

  @Test
  void aTopicThatIsClosedOrGoneLeavesTheChat() {
    server.places().forum(FORUM, "Desk");
    server.people().add(ANN, FORUM);
    int topic = server.places().topic(FORUM, "Ferries");
    Address there = address(FORUM, Integer.toString(topic));
    chat.post(there, OutgoingMessage.of("one"), "d1", null);
    server.places().closeTopic(FORUM, topic);
    chat.post(there, OutgoingMessage.of("two"), "d2", null);
    server.places().deleteTopic(FORUM, topic);
    chat.post(there, OutgoingMessage.of("three"), "d3", null);

    assertThat(server.transcript().of(FORUM))
        .extracting(entry -> entry.thread())
        .containsExactly(topic, 0, 0);
    assertThat(chat.topics().lost()).containsOnlyKeys(there);

    int other = server.places().topic(FORUM, "Harbours");
    Address another = address(FORUM, Integer.toString(other));
    chat.post(another, OutgoingMessage.of("four"), "d4", null);
    assertThat(chat.topics().fine()).containsExactly(another);
  }

  @Test
  void whatIsNotTakenGoesOutPlain() {
    OutgoingMessage odd =
        OutgoingMessage.of(FERRY).with(List.of(new Button.Press("Why", "b".repeat(65))));
    assertThat(chat.post(PRIVATE, odd, "d1", null)).isInstanceOf(SendResult.Sent.class);
    assertThat(last(ANN).text()).isEqualTo("Ferry resumes");
    assertThat(last(ANN).buttons()).isEmpty();
  }

  @Test
  void newsIsNotLinked() {
    RichText news =
        RichText.build()
            .news("/stop @desk #tag $US https://evil.example evil.com x@evil.com", "en")
            .done();
    chat.post(PRIVATE, OutgoingMessage.of(news), "d1", null);
    assertThat(server.transcript().of(ANN).getLast().words().linked()).isEmpty();
  }

  @Test
  void whoSomebodyIsIsAskedEachTime() {
    server.places().supergroup(GROUP, "Desk");
    server.people().add(ANN, GROUP);
    server.places().setMember(GROUP, ANN, "creator");
    server.places().setMember(GROUP, BEN, "member");
    Address group = address(GROUP, null);
    assertThat(chat.roleOf(user(ANN), group)).isEqualTo(Role.ADMIN);
    assertThat(chat.roleOf(user(BEN), group)).isEqualTo(Role.MEMBER);
    server.places().setMember(GROUP, BEN, "administrator");
    assertThat(chat.roleOf(user(BEN), group)).isEqualTo(Role.ADMIN);
    server.places().setMember(GROUP, BEN, "left");
    assertThat(chat.roleOf(user(BEN), group)).isEqualTo(Role.STRANGER);
    assertThat(chat.roleOf(user(GROUP), group)).as("an anonymous admin").isEqualTo(Role.ADMIN);
    assertThat(chat.roleOf(user(ANN), PRIVATE)).isEqualTo(Role.ADMIN);
    assertThat(chat.roleOf(user(BEN), PRIVATE)).isEqualTo(Role.STRANGER);
    server.faults().next("getchatmember", TelegramFault.internalError());
    assertThat(chat.roleOf(user(ANN), group)).isEqualTo(Role.UNKNOWN);
  }

  @Test
  void whatPeopleWriteIsHandedInOnce() {
    chat.start();
    await().until(() -> inbox.size() == 1);
    server.people().say(ANN, "water treaty");
    await().until(() -> inbox.size() == 2);

    assertThat(texts()).containsExactly("/start", "water treaty");
    await().until(() -> server.pending().isEmpty());
    await().until(() -> server.commands().size() == 4);
  }

  @Test
  void whatTheStoreDoesNotTakeComesAgain() {
    storeIsDown = true;
    chat.start();
    await().until(() -> server.counts().calls("getupdates") >= 1);
    storeIsDown = false;
    await().until(() -> texts().equals(List.of("/start")));
  }

  @Test
  void anUpdateThatCannotBeReadIsLeftOut() throws IOException {
    chat.start();
    ObjectNode poison = (ObjectNode) new ObjectMapper().readTree("{\"message\":{\"text\":7}}");
    server.people().inject(poison);
    server.people().say(ANN, "after");
    await().until(() -> texts().equals(List.of("/start", "after")));
    assertThat(chat.poisonUpdates()).isEqualTo(1);
  }

  @Test
  void itListensWhateverTheServerSays() {
    server
        .faults()
        .next(
            "getupdates",
            TelegramFault.of(ChatFault.lostRequest(ChatFault.How.RESET)),
            TelegramFault.of(ChatFault.lostRequest(ChatFault.How.BAD_GATEWAY)),
            TelegramFault.of(new ChatFault.TooFast(Duration.ofSeconds(1))),
            TelegramFault.unauthorized());
    chat.start();
    await().atMost(Duration.ofSeconds(30)).until(() -> texts().equals(List.of("/start")));
    await().until(() -> chat.condition().isEmpty());
  }

  @Test
  void aTokenThatIsRefusedIsTold() throws Exception {
    chat.close();
    chat = chat(server.url(), "1000:WRONG");
    chat.start();
    await()
        .until(
            () ->
                chat.condition()
                    .filter(c -> c.kind() == NetworkCondition.Kind.TOKEN_REFUSED)
                    .isPresent());
  }

  @Test
  void aPressIsAnsweredInTimeWhateverIsSaid() {
    chat.start();
    OutgoingMessage message =
        OutgoingMessage.of(FERRY).with(List.of(new Button.Press("Why", "b1")));
    chat.post(PRIVATE, message, "d1", null);
    TelegramPress said = server.people().press(ANN, ANN, last(ANN).id(), "Why");
    await().until(() -> inbox.size() == 2);
    chat.toast((IncomingMessage) inbox.getLast(), "Found in the headline.");
    assertThat(said.await(Duration.ofSeconds(5)).text()).isEqualTo("Found in the headline.");

    TelegramPress unsaid = server.people().press(ANN, ANN, last(ANN).id(), "Why");
    TelegramPress.Answer answer = unsaid.await(Duration.ofSeconds(5));
    assertThat(answer.text()).isEmpty();
    assertThat(answer.took()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(2));
  }

  @Test
  void aLongNoteStaysUntilItIsClosed() {
    chat.start();
    chat.post(
        PRIVATE,
        OutgoingMessage.of(FERRY).with(List.of(new Button.Press("Why", "b1"))),
        "d1",
        null);
    TelegramPress press = server.people().press(ANN, ANN, last(ANN).id(), "Why");
    await().until(() -> inbox.size() == 2);
    chat.toast((IncomingMessage) inbox.getLast(), "😀".repeat(300));
    TelegramPress.Answer answer = press.await(Duration.ofSeconds(5));
    assertThat(answer.alert()).isTrue();
    assertThat(answer.text().length()).isBetween(190, 200);
  }

  @Test
  void whatBecomesOfAChatIsHandedIn() {
    chat.start();
    server.places().supergroup(GROUP, "Desk");
    server.people().add(ANN, GROUP);
    server.people().kick(ANN, GROUP);
    server.people().block(ANN);
    server.people().unblock(ANN);
    await().until(() -> inbox.size() == 5);
    assertThat(inbox.subList(1, 5))
        .extracting(event -> ((ChatEvent) event).what())
        .containsExactly(
            new ChatEvent.Added("Ann"),
            new ChatEvent.Gone("Bellwire was removed"),
            new ChatEvent.Gone("blocked by the user"),
            new ChatEvent.Back());
  }

  @Test
  void theBotsLinksNameIt() {
    chat.start();
    await().until(() -> chat.name().isPresent());
    assertThat(chat.startLink("sub_x"))
        .contains(URI.create("https://t.me/" + TelegramServer.BOT_NAME + "?start=sub_x"));
  }

  private SendResult post() {
    return chat.post(PRIVATE, OutgoingMessage.of(FERRY), "d1", null);
  }

  private TelegramMessage last(long where) {
    return server.messages(where).getLast();
  }

  private static String id(TelegramMessage message) {
    return Integer.toString(message.id());
  }

  private List<String> texts() {
    return inbox.stream().map(message -> ((IncomingMessage) message).text()).toList();
  }

  private static UserId user(long id) {
    return new UserId("telegram", Long.toString(id));
  }

  private static Address address(long id, @Nullable String topic) {
    return new Address("telegram", null, Long.toString(id), topic);
  }
}
