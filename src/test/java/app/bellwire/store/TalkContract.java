package app.bellwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.bellwire.chat.Action;
import app.bellwire.chat.Address;
import app.bellwire.chat.Button;
import app.bellwire.chat.Buttons;
import app.bellwire.chat.ChatEvent;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.Inbox;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.UserId;
import app.bellwire.chat.local.LocalMessage;
import app.bellwire.chat.local.LocalMessages;
import app.bellwire.command.InboxQueue;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Buttons, the inbox and the local chat's messages.
abstract class TalkContract extends StoreContract {
  private static final ChatId DESK = new ChatId(1);

  private final Buttons buttons = stores.buttons();
  private final Inbox inbox = stores.inbox();
  private final InboxQueue queue = stores.inboxQueue();
  private final LocalMessages messages = stores.localMessages();

  TalkContract(Database database) {
    super(database);
  }

  @Test
  void aButtonStandsForItsActionInItsChatOnly() {
    Action action = Action.of("mute", "event", 17, "“2 days”");
    String id = buttons.issue(DESK, action);
    assertThat(buttons.find(DESK, id)).contains(action);
    assertThat(buttons.find(new ChatId(2), id)).isEmpty();
    assertThat(buttons.find(DESK, id + "x")).isEmpty();
  }

  @Test
  void aButtonActsUntilItsLifeIsOver() {
    String id = buttons.issue(DESK, Action.of("why"));
    clock.forward(Buttons.LIFE.minusMillis(1));
    assertThat(buttons.find(DESK, id)).isPresent();
    clock.forward(Duration.ofMillis(1));
    assertThat(buttons.find(DESK, id)).isEmpty();
  }

  @Test
  void buttonIdsAreShortAsciiAndNeverTheSame() {
    Set<String> issued = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      issued.add(buttons.issue(DESK, Action.of("why")));
    }
    assertThat(issued).hasSize(50).allMatch(id -> id.matches("[A-Za-z0-9_-]{22,32}"));
  }

  private static IncomingMessage typed(String updateId, String network, String text) {
    return new IncomingMessage(
        updateId,
        new Address(network, "T1", "C7", "9"),
        new UserId(network, "501"),
        "Ann",
        text,
        "m4",
        "pressed-id",
        NOON);
  }

  @Test
  void whatIsHandedInTwiceIsKeptOnce() {
    assertThat(inbox.accept(typed("u1", "telegram", "a"))).isTrue();
    assertThat(inbox.accept(typed("u1", "telegram", "a"))).isFalse();
    assertThat(inbox.accept(typed("u1", "slack", "b"))).isTrue();
    assertThat(queue.open())
        .containsExactly(typed("u1", "telegram", "a"), typed("u1", "slack", "b"));
  }

  @Test
  void aCommandIsDoneOnceAndStaysKnown() {
    IncomingMessage message = typed("u1", "telegram", "a");
    inbox.accept(message);
    assertThat(queue.done(message)).isTrue();
    assertThat(queue.done(message)).isFalse();
    assertThat(queue.open()).isEmpty();
    assertThat(inbox.accept(message)).isFalse();
    List<String> kept =
        database.read(sql -> sql.list("select * from inbox", row -> row.text("message")));
    assertThat(kept).as("what was typed is forgotten").containsExactly("");
  }

  @Test
  void whatBecomesOfAChatIsKeptAsItIs() {
    Address group = Address.parse("telegram:-1001").orElseThrow();
    List<ChatEvent.What> all =
        List.of(
            new ChatEvent.Added("Ann"),
            new ChatEvent.Added("Ann", new UserId("telegram", "501")),
            new ChatEvent.Gone("removed"),
            new ChatEvent.Back(),
            new ChatEvent.Moved(Address.parse("telegram:-1009").orElseThrow()));
    for (ChatEvent.What what : all) {
      inbox.accept(new ChatEvent("e" + all.indexOf(what), group, what, NOON));
    }
    assertThat(queue.open()).extracting(e -> ((ChatEvent) e).what()).isEqualTo(all);
  }

  @Test
  void aCommandWhoseEffectFailedIsStillOpen() {
    IncomingMessage message = typed("u1", "telegram", "a");
    inbox.accept(message);
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    () -> {
                      queue.done(message);
                      throw new IllegalStateException("the effect failed");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(queue.open()).containsExactly(message);
  }

  private static LocalMessage said(String id, String text, @Nullable String thread) {
    return new LocalMessage(
        id,
        "desk",
        NOON,
        LocalMessage.From.BOT,
        OutgoingMessage.of(text).with(List.of(new Button.Press("Why", "id1"))),
        thread,
        false);
  }

  @Test
  void localMessagesAreListedInOrderOfArrival() {
    messages.add(said("b", "first", null), "d-1");
    messages.add(said("a", "second", "b"), "d-2");
    messages.add(said("c", "typed", null), null);
    messages.add(said("d", "typed", null), null);
    assertThat(messages.of("desk"))
        .containsExactly(
            said("b", "first", null),
            said("a", "second", "b"),
            said("c", "typed", null),
            said("d", "typed", null));
    assertThat(messages.of("nowhere")).isEmpty();
    assertThat(messages.chats()).containsExactly("desk");
  }

  @Test
  void aDeliveryIsKeptOnce() {
    LocalMessage first = said("a", "first", null);
    assertThat(messages.add(first, "d-1")).isEqualTo(first);
    assertThat(messages.add(said("b", "again", null), "d-1")).isEqualTo(first);
    assertThat(messages.of("desk")).containsExactly(first);
    assertThat(messages.byDelivery("d-1")).contains(first);
    assertThat(messages.byDelivery("d-2")).isEmpty();
  }

  @Test
  void anEditReplacesTheContentInItsPlace() {
    messages.add(said("a", "first", null), "d-1");
    messages.add(said("b", "second", null), "d-2");
    assertThat(messages.replace(said("a", "edited", null))).isTrue();
    assertThat(messages.replace(said("x", "edited", null))).isFalse();
    LocalMessage edited = messages.find("a").orElseThrow();
    assertThat(edited.edited()).isTrue();
    assertThat(edited.content().text().plain()).isEqualTo("edited");
    assertThat(messages.of("desk")).extracting(LocalMessage::id).containsExactly("a", "b");
  }
}
