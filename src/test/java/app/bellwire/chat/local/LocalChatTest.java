package app.bellwire.chat.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.bellwire.chat.Address;
import app.bellwire.chat.Button;
import app.bellwire.chat.Incoming;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.Lookup;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.Role;
import app.bellwire.chat.SendResult;
import app.bellwire.chat.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalChatTest {
  private static final Address DESK = Address.local("desk");
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  private final MemoryLocalMessages messages = new MemoryLocalMessages();
  private final List<Incoming> inbox = new ArrayList<>();
  private final List<LocalEvent> events = new ArrayList<>();
  private final LocalChat chat =
      new LocalChat(
          messages, inbox::add, new AtomicLong(100)::incrementAndGet, InstantSource.fixed(NOON));

  @Test
  void aPostedMessageIsKeptAndTold() {
    try (var _ = chat.listen(events::add)) {
      SendResult result = chat.post(DESK, OutgoingMessage.of("Ferry resumes"), "d-1", null);

      assertThat(result).isEqualTo(new SendResult.Sent("101"));
      assertThat(messages.of("desk"))
          .singleElement()
          .satisfies(
              kept -> {
                assertThat(kept.content().text().plain()).isEqualTo("Ferry resumes");
                assertThat(kept.from()).isEqualTo(LocalMessage.From.BOT);
                assertThat(kept.at()).isEqualTo(NOON);
              });
      assertThat(events).containsExactly(new LocalEvent.Posted(messages.of("desk").getFirst()));
    }
  }

  @Test
  void theSameDeliveryIsKeptOnceAndToldOnce() {
    chat.listen(events::add);
    SendResult first = chat.post(DESK, OutgoingMessage.of("one"), "d-1", null);
    SendResult second = chat.post(DESK, OutgoingMessage.of("one"), "d-1", null);

    assertThat(second).isEqualTo(first);
    assertThat(messages.of("desk")).hasSize(1);
    assertThat(events).hasSize(1);
    assertThat(chat.find(DESK, "d-1", null, Instant.EPOCH)).isEqualTo(new Lookup.Found("101"));
  }

  @Test
  void aDeliveryIsNotFoundInAnotherChat() {
    chat.post(DESK, OutgoingMessage.of("one"), "d-1", null);

    assertThat(chat.find(Address.local("night"), "d-1", null, Instant.EPOCH))
        .isEqualTo(new Lookup.Absent());
    assertThat(chat.find(DESK, "d-2", null, Instant.EPOCH)).isEqualTo(new Lookup.Absent());
  }

  @Test
  void anEditReplacesTheContentAndKeepsTheRest() {
    chat.post(DESK, OutgoingMessage.of("root"), "d-1", null);
    chat.post(DESK, OutgoingMessage.of("before"), "d-2", "101");
    chat.listen(events::add);

    SendResult result = chat.edit(DESK, "102", OutgoingMessage.of("after"), "d-3");

    assertThat(result).isEqualTo(new SendResult.Sent("102"));
    LocalMessage now = messages.find("102").orElseThrow();
    assertThat(now.content().text().plain()).isEqualTo("after");
    assertThat(now.edited()).isTrue();
    assertThat(now.thread()).isEqualTo("101");
    assertThat(events).containsExactly(new LocalEvent.Edited(now));
  }

  @Test
  void anEditOfWhatIsNotThereIsMessageGone() {
    chat.post(DESK, OutgoingMessage.of("elsewhere"), "d-1", null);

    assertThat(chat.edit(DESK, "7", OutgoingMessage.of("x"), "d-2"))
        .isInstanceOf(SendResult.MessageGone.class);
    assertThat(chat.edit(Address.local("night"), "101", OutgoingMessage.of("x"), "d-3"))
        .isInstanceOf(SendResult.MessageGone.class);
  }

  @Test
  void whatThePersonSaysIsKeptToldAndHandedIn() {
    chat.listen(events::add);
    LocalMessage said = chat.say("desk", "/why", "55");

    assertThat(said.from()).isEqualTo(LocalMessage.From.USER);
    assertThat(events).containsExactly(new LocalEvent.Posted(said));
    assertThat(inbox)
        .containsExactly(
            new IncomingMessage(
                said.id(), DESK, LocalChat.PERSON, "You", "/why", "55", null, NOON));
  }

  @Test
  void whatIsSentOnceMoreUnderItsKeyIsTheSameUtterance() {
    LocalMessage first = chat.say("desk", "/sub ferry", null, "k1");
    LocalMessage again = chat.say("desk", "/sub ferry", null, "k1");

    assertThat(again).isEqualTo(first);
    assertThat(messages.of("desk")).hasSize(1);
    assertThat(inbox).extracting(Incoming::updateId).containsOnly(first.id());
  }

  @Test
  void aPressAnswersTheMessageThatShowsTheButton() {
    OutgoingMessage asking =
        OutgoingMessage.of("Subscribe?").with(List.of(new Button.Press("Subscribe", "b7")));
    chat.post(DESK, asking, "d-1", null);

    assertThat(chat.press("desk", "b7")).contains("101");
    assertThat(inbox).singleElement().extracting("replyTo", "pressed").containsExactly("101", "b7");
  }

  @Test
  void aPressOfAButtonThatIsGoneIsHandedInAllTheSame() {
    assertThat(chat.press("desk", "old")).isEmpty();
    assertThat(inbox).singleElement().extracting("pressed").isEqualTo("old");
  }

  @Test
  void twoPressesAreTwoUpdates() {
    chat.press("desk", "b7");
    chat.press("desk", "b7");

    assertThat(inbox).extracting(Incoming::updateId).doesNotHaveDuplicates();
  }

  @Test
  void aToastIsToldAndNotKept() {
    chat.listen(events::add);
    chat.toast("desk", "101", "Muted for 2 days: this story.");

    assertThat(events)
        .containsExactly(new LocalEvent.Toast("desk", "101", "Muted for 2 days: this story."));
    assertThat(messages.of("desk")).isEmpty();
  }

  @Test
  void aListenerThatIsTakenOffHearsNothing() {
    chat.listen(events::add).close();
    chat.post(DESK, OutgoingMessage.of("one"), "d-1", null);

    assertThat(events).isEmpty();
  }

  @Test
  void everybodyIsAnAdmin() {
    assertThat(chat.roleOf(new UserId("local", "anyone"), DESK)).isEqualTo(Role.ADMIN);
    assertThat(chat.find(DESK, "none", null, Instant.EPOCH)).isEqualTo(new Lookup.Absent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "two words", "telegram:1", "<script>", "a\u0000b"})
  void whatIsNotANameIsNoChat(String name) {
    assertThatThrownBy(() -> chat.say(name, "hello", null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(inbox).isEmpty();
  }
}
