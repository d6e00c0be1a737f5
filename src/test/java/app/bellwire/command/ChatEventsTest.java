package app.bellwire.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatEvent;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.fake.Golden;
import app.bellwire.fake.Shown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatEventsTest {
  private static final Address GROUP = Address.parse("telegram:-1001").orElseThrow();
  private static final Address TOPIC = Address.parse("telegram:-1001/7").orElseThrow();
  private static final Address THERE = Address.parse("telegram:-1009").orElseThrow();

  private final Desk desk = new Desk();
  private final List<ChatId> back = new ArrayList<>();
  private final ChatEvents events = new ChatEvents(desk.stores(), back::add, desk.clock);
  private int updates;

  @Test
  void whoAddsItIsToldWhatToDoOnce() {
    ChatEvent added = event(GROUP, new ChatEvent.Added("Ann"));
    List<OutgoingMessage> said = events.happened(added);
    Golden.check("command", "group.added", Shown.message(said.getFirst()));
    assertThat(said.getFirst().silent()).isTrue();
    assertThat(events.happened(added)).as("the same update").isEmpty();
  }

  @Test
  void aChatThatIsGoneIsParkedWithItsTopics() {
    ChatId group = desk.chats.at(GROUP);
    ChatId topic = desk.chats.at(TOPIC);
    ChatId other = desk.chats.at(THERE);
    events.happened(event(GROUP, new ChatEvent.Gone("Bellwire was removed")));
    assertThat(desk.outbox.parked(group)).isPresent();
    assertThat(desk.outbox.parked(topic)).isPresent();
    assertThat(desk.outbox.parked(other)).isEmpty();

    events.happened(event(GROUP, new ChatEvent.Back()));
    assertThat(back).containsExactly(group, topic);
  }

  @Test
  void aRefusalThatIsWrittenDownLateDoesNotParkAChatThatIsBack() {
    ChatId group = desk.chats.at(GROUP);
    events.happened(event(GROUP, new ChatEvent.Back()));
    desk.clock.forward(Duration.ofSeconds(30));
    events.again();
    assertThat(back).containsExactly(group, group);
    desk.clock.forward(Duration.ofSeconds(1));
    events.again();
    assertThat(back).as("long ago").hasSize(2);

    events.happened(event(GROUP, new ChatEvent.Back()));
    events.happened(event(GROUP, new ChatEvent.Gone("removed")));
    events.again();
    assertThat(back).as("gone again").hasSize(3);
  }

  @Test
  void aChatThatMovesKeepsItsKey() {
    ChatId group = desk.chats.at(GROUP);
    ChatId topic = desk.chats.at(TOPIC);
    ChatEvent.Moved moved = new ChatEvent.Moved(THERE);
    events.happened(event(GROUP, moved));
    events.happened(event(GROUP, moved));
    assertThat(desk.chats.known(THERE)).contains(group);
    assertThat(desk.chats.known(Address.parse("telegram:-1009/7").orElseThrow())).contains(topic);
    assertThat(desk.chats.known(GROUP)).isEmpty();
  }

  @Test
  void aPrivateChatThatIsUnblockedIsNotGreeted() {
    Address ann = Address.parse("telegram:501").orElseThrow();
    assertThat(events.happened(event(ann, new ChatEvent.Back()))).isEmpty();
  }

  private ChatEvent event(Address from, ChatEvent.What what) {
    ChatEvent event = new ChatEvent("e" + ++updates, from, what, desk.clock.instant());
    desk.inbox.accept(event);
    return event;
  }
}
