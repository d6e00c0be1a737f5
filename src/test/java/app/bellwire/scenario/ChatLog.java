package app.bellwire.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.alert.Reason;
import app.bellwire.app.HandWiring;
import app.bellwire.chat.Address;
import app.bellwire.chat.Button;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.local.LocalChat;
import app.bellwire.chat.local.LocalEvent;
import app.bellwire.chat.local.LocalMessage;
import app.bellwire.fake.Shown;
import app.bellwire.scenario.Heard.How;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.subscription.ChatSettings.Pause;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Mute;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.QuietHours;
import app.bellwire.subscription.Subscription;
import app.bellwire.subscription.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;

/// A local chat as the one who sits at it has it: what came in, and what is typed and pressed
/// there. Confined to one thread.
final class ChatLog {
  private final Newsroom room;
  private final String name;
  private final List<Said> unread = new ArrayList<>();

  private record Said(How how, String text) {}

  ChatLog(Newsroom room, String name) {
    this.room = room;
    this.name = name;
    listen();
  }

  void listen() {
    LocalChat.Listening unused = room.parts().local.listen(this::heard);
  }

  private synchronized void heard(LocalEvent event) {
    if (event.chat().equals(name)) {
      switch (event) {
        case LocalEvent.Posted posted -> posted(posted.message());
        case LocalEvent.Edited edited -> unread.add(new Said(How.EDIT, text(edited.message())));
        case LocalEvent.Toast toast -> unread.add(new Said(How.TOAST, toast.text()));
      }
    }
  }

  private void posted(LocalMessage message) {
    if (message.from() == LocalMessage.From.BOT) {
      unread.add(new Said(how(message), text(message)));
    }
  }

  private static How how(LocalMessage message) {
    boolean silent = message.content().silent();
    if (message.thread() == null) {
      return silent ? How.COMES_SILENTLY : How.RINGS;
    }
    return silent ? How.REPLY_COMES_SILENTLY : How.REPLY_RINGS;
  }

  private static String text(LocalMessage message) {
    StringBuilder text = new StringBuilder(Shown.text(message.content().text()));
    message.content().keyboard().forEach(row -> text.append('\n').append(Shown.row(row)));
    return text.toString();
  }

  /// Since it was last asked the chat heard exactly this, in this order.
  synchronized void hears(Heard... expected) {
    assertThat(unread).extracting(Said::how).as(this::told).containsExactly(hows(expected));
    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < expected.length; i++) {
      expected[i].has().forEach(softly.assertThat(unread.get(i).text())::contains);
      expected[i].hasNot().forEach(softly.assertThat(unread.get(i).text())::doesNotContain);
    }
    softly.assertAll();
    unread.clear();
  }

  synchronized void hearsNothing() {
    assertThat(unread).as(this::told).isEmpty();
  }

  /// What came so far is not looked at.
  synchronized void isCleared() {
    unread.clear();
  }

  /// The texts of the messages that came `how` since it was last asked; the others are not looked
  /// at.
  synchronized List<String> came(How how) {
    List<String> texts = unread.stream().filter(s -> s.how() == how).map(Said::text).toList();
    unread.clear();
    return texts;
  }

  /// The first messages as they now stand, replies not among them.
  List<String> roots() {
    return room.stores().localMessages().of(name).stream()
        .filter(message -> message.thread() == null)
        .map(ChatLog::text)
        .toList();
  }

  private String told() {
    StringBuilder told = new StringBuilder("what the chat " + name + " heard:");
    unread.forEach(
        said -> told.append("\n--- ").append(said.how()).append('\n').append(said.text()));
    return told.append('\n').toString();
  }

  /// The newest reply belongs to a message that begins so.
  void lastReplyStandsUnder(String beginning) {
    List<LocalMessage> all = room.stores().localMessages().of(name);
    String thread =
        all.stream()
            .map(LocalMessage::thread)
            .filter(Objects::nonNull)
            .reduce((one, later) -> later)
            .orElseThrow();
    assertThat(all)
        .filteredOn(message -> message.id().equals(thread))
        .singleElement()
        .satisfies(root -> assertThat(text(root)).startsWith(beginning));
  }

  private static How[] hows(Heard... expected) {
    How[] hows = new How[expected.length];
    for (int i = 0; i < expected.length; i++) {
      hows[i] = expected[i].how();
    }
    return hows;
  }

  Subscription watches(String query) {
    return watches(query, DeliveryPlan.OPEN);
  }

  Subscription watches(String query, DeliveryPlan plan) {
    return watches(id(), query, plan);
  }

  /// Subscribes a chat that is not this one, such as one of a network that is switched off.
  Subscription watchesFor(String address, String query) {
    Address there = Address.parse(address).orElseThrow();
    return watches(room.stores().chats().at(there), query, DeliveryPlan.OPEN);
  }

  private Subscription watches(ChatId chat, String query, DeliveryPlan plan) {
    Owner owner = new Owner.InChat(LocalChat.PERSON, LocalChat.PERSON_NAME);
    return room.parts().book.add(chat, HandWiring.query(query), plan, owner, Optional.empty());
  }

  /// Holds alerts between these times of the zone, such as `22:00-07:00`.
  void isQuiet(String hours, String zone) {
    ChatSettings now = room.stores().chats().settings(id());
    String[] times = hours.split("-", 2);
    QuietHours quiet = new QuietHours(LocalTime.parse(times[0]), LocalTime.parse(times[1]));
    room.stores()
        .chats()
        .save(
            now.with(
                new DeliveryPlan(
                    now.plan().timing(), Optional.of(quiet), Optional.of(ZoneId.of(zone)), false)));
  }

  /// Tells in digests at these times of the zone.
  void digests(String zone, String... times) {
    ChatSettings now = room.stores().chats().settings(id());
    Timing timing = new Timing.Digest(Stream.of(times).map(LocalTime::parse).toList());
    room.stores()
        .chats()
        .save(
            now.with(
                new DeliveryPlan(
                    Optional.of(timing), now.plan().quiet(), Optional.of(ZoneId.of(zone)), false)));
  }

  void pauses() {
    ChatSettings now = room.stores().chats().settings(id());
    Pause pause = new Pause(room.now(), LocalChat.PERSON_NAME);
    room.stores().chats().save(now.with(Optional.of(pause)));
  }

  void resumes() {
    ChatSettings now = room.stores().chats().settings(id());
    room.stores().chats().save(now.with(Optional.<Pause>empty()));
    room.stores().held().letGo(id(), Reason.PAUSED, room.now());
    room.later(Duration.ZERO);
  }

  void mutes(Subscription subscription, Duration span) {
    mutes(Mute.Scope.SUBSCRIPTION, subscription.id(), span);
  }

  /// All of this chat.
  void mutes(Duration span) {
    mutes(Mute.Scope.CHAT, 0, span);
  }

  /// The running story of the newest alert that was decided for this chat.
  void mutesRunningStory(Duration span) {
    long event = room.stores().alerts().latest(id(), 1).getFirst().event();
    mutes(
        Mute.Scope.STORYLINE, room.stores().stories().event(event).orElseThrow().storyline(), span);
  }

  private void mutes(Mute.Scope scope, long target, Duration span) {
    Instant until = room.now().plus(span);
    room.stores().mutes().put(new Mute(id(), scope, target, until, LocalChat.PERSON_NAME));
  }

  ChatId id() {
    return room.stores().chats().at(Address.local(name));
  }

  /// Types a line; the answer has come when this returns.
  void types(String text) {
    LocalMessage unused = room.parts().local.say(name, text, null);
    room.parts().answer();
  }

  /// Presses the newest button with this label.
  void presses(String label) {
    Optional<String> shownBy = room.parts().local.press(name, button(label));
    assertThat(shownBy).as("the message with [" + label + "]").isPresent();
    room.parts().answer();
  }

  private String button(String label) {
    return room.stores().localMessages().of(name).reversed().stream()
        .flatMap(message -> message.content().keyboard().stream().flatMap(List::stream))
        .filter(button -> button.label().equals(label))
        .map(Button.Press.class::cast)
        .map(Button.Press::id)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no [" + label + "] in " + name));
  }
}
