package app.bellwire.notice;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.NetworkCondition;
import app.bellwire.chat.NetworkCondition.Kind;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.deliver.Delivery;
import app.bellwire.deliver.Outbox;
import app.bellwire.deliver.Settlement;
import app.bellwire.fake.DirectWork;
import app.bellwire.fake.HandClock;
import app.bellwire.fake.MemoryButtons;
import app.bellwire.fake.MemoryChats;
import app.bellwire.fake.MemoryNotices;
import app.bellwire.fake.MemoryOutbox;
import app.bellwire.notice.Condition.ChatParked;
import app.bellwire.notice.Condition.NetworkTrouble;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.QuietHours;
import app.bellwire.work.Ids;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Who is told, and with what sound.
class NoticesTest {
  private static final Address DESK = Address.local("desk");
  private static final Address ANN = new Address(Address.TELEGRAM, null, "501", null);

  private final HandClock clock = HandClock.at("2031-03-04T22:30:00Z");
  private final MemoryChats chats = new MemoryChats();
  private final MemoryOutbox outbox = new MemoryOutbox(chat -> chats.settings(chat).address());
  private final List<Condition> wrong = new ArrayList<>();
  private boolean inDoubt;
  private int rings;
  private final Notices notices =
      new Notices(
          new DirectWork(),
          new MemoryNotices(),
          new Told(),
          new NoticePost(
              outbox,
              new MemoryButtons(clock),
              chats,
              () -> List.of(DESK, ANN, DESK),
              () -> ZoneOffset.UTC),
          new Ids(clock)::next,
          clock,
          () -> rings++);

  private final class Told implements Troubles {
    @Override
    public List<Condition> now() {
      return List.copyOf(wrong);
    }

    @Override
    public Optional<Ending> ending(Key key) {
      return inDoubt
          ? Optional.empty()
          : Optional.of(new Ending.ChatBack("telegram:9", clock.instant()));
    }
  }

  private Condition telegram(Kind kind) {
    return new NetworkTrouble(new NetworkCondition(Address.TELEGRAM, kind, clock.instant(), ""), 0);
  }

  private Condition parked(ChatId chat) {
    return new ChatParked(chat, "telegram:9", Address.TELEGRAM, clock.instant(), "blocked", 1);
  }

  private List<OutgoingMessage> at(Address address) {
    return outbox.all(chats.at(address)).stream().map(Delivery::message).toList();
  }

  @Test
  void nothingIsSaidOfANetworkOverIt() {
    chats.at(ANN);
    wrong.add(telegram(Kind.TOKEN_REFUSED));
    notices.tick();
    assertThat(at(DESK)).singleElement().matches(message -> !message.silent(), "sounds");
    assertThat(at(ANN)).isEmpty();
    assertThat(rings).isEqualTo(1);
  }

  @Test
  void nothingSoundsInQuietHours() {
    DeliveryPlan nights =
        new DeliveryPlan(
            Optional.empty(),
            Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0))),
            Optional.empty(),
            false);
    chats.save(chats.settings(chats.at(DESK)).with(nights));
    wrong.add(telegram(Kind.SECOND_POLLER));
    notices.tick();
    assertThat(at(DESK)).singleElement().matches(OutgoingMessage::silent, "is silent");
  }

  @Test
  void anAdminWhoNeverWroteIsNotWrittenTo() {
    wrong.add(parked(new ChatId(99)));
    notices.tick();
    assertThat(at(DESK)).singleElement().matches(OutgoingMessage::silent, "is silent");
    assertThat(chats.known(ANN)).isEmpty();
  }

  @Test
  void aChatThatTakesNothingIsNotToldSo() {
    ChatId ann = chats.at(ANN);
    outbox.add(ann, OutgoingMessage.of("a"), clock.instant());
    Delivery first =
        outbox.claim(1, Address.TELEGRAM, Outbox.Gate.OPEN, clock.instant()).getFirst();
    Settlement gone = new Settlement.ChatParked("blocked");
    outbox.settle(List.of(new Outbox.Settled(first, gone, clock.instant())));
    wrong.add(parked(ann));
    wrong.add(parked(new ChatId(99)));
    notices.tick();
    assertThat(at(DESK)).hasSize(2);
    assertThat(outbox.parkedFor(ann)).hasSize(1);
  }

  @Test
  void everyMessageOfItIsPutIntoThePastWhereItWasSent() {
    wrong.add(parked(new ChatId(99)));
    notices.tick();
    chats.at(ANN);
    clock.forward(Duration.ofHours(1));
    notices.tick();
    assertThat(at(DESK)).hasSize(2);
    assertThat(at(ANN)).hasSize(1);
    wrong.clear();
    inDoubt = true;
    clock.forward(Duration.ofMinutes(1));
    notices.tick();
    assertThat(at(DESK)).hasSize(2);
    inDoubt = false;
    notices.tick();
    notices.tick();
    assertThat(at(DESK)).hasSize(4);
    assertThat(at(ANN)).hasSize(2);
  }
}
