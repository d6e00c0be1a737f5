package app.bellwire.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Action;
import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.deliver.Delivery;
import app.bellwire.deliver.Delivery.State;
import app.bellwire.deliver.Outbox;
import app.bellwire.deliver.Settlement;
import app.bellwire.notice.NoticeVerbs;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The buttons under notices, pressed by admins and by others.
class RemedyingTest {
  private final Desk desk = new Desk().in("telegram:501").zone(Desk.BERLIN);

  private String presses(String verb, Object... arguments) {
    return desk.pressesId(desk.buttons.issue(desk.chat(), Action.of(verb, arguments)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        NoticeVerbs.LOOK,
        NoticeVerbs.HUSH,
        NoticeVerbs.RESUME,
        NoticeVerbs.DROP_ASK,
        NoticeVerbs.DROP,
        NoticeVerbs.TAKE_CHANGE,
        NoticeVerbs.KEEP_OLD,
        NoticeVerbs.SHOW_PROBLEMS,
        NoticeVerbs.SHOW_ENDS
      })
  void othersAreRefused(String verb) {
    assertThat(presses(verb, "7", "8"))
        .isEqualTo("(toast) Only the admins of this Bellwire can do that.");
    assertThat(desk.done).isEmpty();
  }

  @Test
  void aSourceIsLookedAtOrLeftUnsaid() {
    desk.admin();
    assertThat(presses(NoticeVerbs.LOOK, "tass")).contains("looks at it now");
    assertThat(presses(NoticeVerbs.HUSH, "SOURCE", "tass")).contains("Not said again for 24 h");
    Instant tomorrow = desk.clock.instant().plusSeconds(86_400);
    assertThat(desk.done).containsExactly("look tass", "hush SOURCE tass until " + tomorrow);
    desk.lasts = false;
    assertThat(presses(NoticeVerbs.HUSH, "SOURCE", "tass")).contains("over already");
  }

  @Test
  void aChangeIsTakenOrNot() {
    desk.admin();
    Instant change = Instant.parse("2031-03-04T14:02:00.123Z");
    assertThat(presses(NoticeVerbs.TAKE_CHANGE, change.toEpochMilli())).contains("taken now");
    assertThat(presses(NoticeVerbs.KEEP_OLD, change.toEpochMilli())).contains("old file is kept");
    assertThat(desk.done).containsExactly("take " + change, "keep from " + change);
    desk.lasts = false;
    assertThat(presses(NoticeVerbs.KEEP_OLD, change.toEpochMilli())).contains("over already");
  }

  @Test
  void whatIsWrongWithAChangeAndWhatItWouldEndIsShown() {
    desk.admin();
    long change = desk.clock.instant().toEpochMilli();
    assertThat(presses(NoticeVerbs.SHOW_PROBLEMS, change))
        .startsWith("(post, rings)\n*2 problems in the change of 13:00:*\na.yml:3: 'qury' is not")
        .contains("Did you mean `query`?\nb.yml:7: 'to' names no chat.");
    assertThat(presses(NoticeVerbs.SHOW_ENDS, change)).contains("treaty in telegram:-1001");
    desk.lasts = false;
    assertThat(presses(NoticeVerbs.SHOW_PROBLEMS, 1)).contains("over already");
    assertThat(presses(NoticeVerbs.SHOW_ENDS, 1)).contains("over already");
  }

  @Test
  void aChatIsResumedOnce() {
    desk.admin();
    ChatId chat = parked("a", "b");
    assertThat(presses(NoticeVerbs.RESUME, chat.value())).contains("What waits is sent again");
    assertThat(presses(NoticeVerbs.RESUME, chat.value())).contains("over already");
    assertThat(states(State.QUEUED)).isEqualTo(2);
  }

  @Test
  void whatWaitsIsDroppedAfterAQuestion() {
    desk.admin();
    ChatId chat = parked("a", "b", "c");
    assertThat(presses(NoticeVerbs.DROP_ASK, chat.value()))
        .contains("Drop the 3 alerts that wait for slack:C1? They will not be sent.")
        .contains("[Drop 3] [Keep]");
    desk.presses("Keep");
    assertThat(states(State.PARKED)).isEqualTo(3);
    presses(NoticeVerbs.DROP_ASK, chat.value());
    assertThat(desk.presses("Drop 3")).contains("Dropped: 3 alerts.");
    assertThat(states(State.WITHDRAWN)).isEqualTo(3);
    assertThat(presses(NoticeVerbs.DROP_ASK, chat.value())).contains("over already");
  }

  private ChatId parked(String... texts) {
    ChatId chat = desk.chats.at(Address.parse("slack:C1").orElseThrow());
    Instant now = desk.clock.instant();
    for (String text : texts) {
      desk.outbox.add(chat, OutgoingMessage.of(text), now);
    }
    Delivery first = desk.outbox.claim(1, "local", Outbox.Gate.OPEN, now).getFirst();
    Settlement gone = new Settlement.ChatParked("not_in_channel");
    desk.outbox.settle(List.of(new Outbox.Settled(first, gone, now)));
    return chat;
  }

  private long states(State state) {
    return desk.outbox.countsSince(Instant.EPOCH).getOrDefault(state, 0L);
  }
}
