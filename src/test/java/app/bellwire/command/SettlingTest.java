package app.bellwire.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.OutgoingMessage;
import app.bellwire.deliver.Delivery;
import app.bellwire.deliver.Delivery.State;
import app.bellwire.deliver.Outbox;
import app.bellwire.deliver.Settlement;
import app.bellwire.fake.Golden;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Messages whose answer was lost, and the admin's word on them.
class SettlingTest {
  private final Desk desk = new Desk().in("telegram:501").zone(Desk.BERLIN);

  @Test
  void whatWaitsForAWordIsListed() {
    desk.admin();
    lost("Arven and Tolm agree to resume talks\nNorda", "the connection was reset");
    lost("Storm closes the harbour", "no answer within 10 s");
    check("lost", desk.types("/resend"));
    check("lost.again", desk.presses("1: Send again"));
    assertThat(states(State.QUEUED)).isEqualTo(1);
    check("lost.dropped", desk.presses("1: Drop"));
    assertThat(states(State.WITHDRAWN)).isEqualTo(1);
    assertThat(desk.types("/drop")).contains("No message waits for a word");
  }

  @Test
  void aDoublePressSendsOnce() {
    desk.admin();
    lost("a", "timeout");
    lost("b", "timeout");
    desk.types("/resend");
    String press = desk.id("1: Send again");
    desk.pressesId(press);
    assertThat(desk.pressesId(press)).contains("That message waits no longer.");
    assertThat(states(State.QUEUED)).isEqualTo(1);
  }

  @Test
  void allOfThemAreAskedAboutFirst() {
    desk.admin();
    for (int i = 1; i <= 7; i++) {
      lost("Story " + i, "timeout");
    }
    check("lost.many", desk.types("/resend"));
    check("resend.all", desk.types("/resend all"));
    desk.presses("Keep");
    assertThat(states(State.UNCERTAIN)).isEqualTo(7);
    check("drop.all", desk.types("/drop all"));
    check("drop.all.done", desk.presses("Drop 7"));
    assertThat(states(State.WITHDRAWN)).isEqualTo(7);
    lost("One", "timeout");
    desk.types("/drop");
    desk.presses("Send all again");
    check("resend.all.done", desk.presses("Send 1 again"));
    assertThat(states(State.QUEUED)).isEqualTo(1);
  }

  @Test
  void othersAreRefusedPolitely() {
    lost("a", "timeout");
    check("lost.refused", desk.types("/resend"));
    assertThat(desk.types("/drop all")).contains("Only the admins of this Bellwire");
    assertThat(states(State.UNCERTAIN)).isEqualTo(1);
  }

  private void lost(String text, String detail) {
    Instant now = desk.clock.instant();
    desk.outbox.add(desk.chat(), OutgoingMessage.of(text), now.minus(Duration.ofMinutes(5)));
    Delivery delivery = desk.outbox.claim(1, "local", Outbox.Gate.OPEN, now).getFirst();
    desk.outbox.settle(List.of(new Outbox.Settled(delivery, new Settlement.HeldBack(detail), now)));
  }

  private long states(State state) {
    return desk.outbox.countsSince(Instant.EPOCH).getOrDefault(state, 0L);
  }

  private static void check(String key, String actual) {
    Golden.check("command", key, actual);
  }
}
