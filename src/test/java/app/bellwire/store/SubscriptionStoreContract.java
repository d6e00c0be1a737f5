package app.bellwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.ChatId;
import app.bellwire.chat.UserId;
import app.bellwire.command.EmptyDayLog;
import app.bellwire.query.Query;
import app.bellwire.source.SourceId;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.QuietHours;
import app.bellwire.subscription.Subscription;
import app.bellwire.subscription.SubscriptionStore;
import app.bellwire.subscription.Timing;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class SubscriptionStoreContract extends StoreContract {
  private static final ChatId CHAT = new ChatId(3);
  private static final Owner CONFIG = new Owner.InConfig("talks", "config/subscriptions.yml");

  private final SubscriptionStore subscriptions = stores.subscriptions();

  SubscriptionStoreContract(Database database) {
    super(database);
  }

  private static Subscription subscription(long id, String text, Owner owner) {
    return new Subscription(
        id,
        CHAT,
        new Query.Word(text, false, false),
        text,
        DeliveryPlan.OPEN,
        owner,
        NOON,
        Optional.empty());
  }

  @Test
  void aSubscriptionIsFoundAsItWasSaved() {
    Subscription full =
        new Subscription(
            1,
            CHAT,
            new Query.Word("treaty", false, false),
            "treaty",
            new DeliveryPlan(
                Optional.of(Timing.digest(LocalTime.of(8, 0), LocalTime.of(18, 30))),
                Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0))),
                Optional.of(ZoneId.of("Europe/Berlin")),
                true),
            new Owner.InChat(new UserId("telegram", "501:7"), "Ann"),
            NOON,
            Optional.of(NOON.plusSeconds(3600)));
    subscriptions.save(full);
    subscriptions.save(subscription(2, "storm", CONFIG));
    assertThat(subscriptions.all()).containsExactly(full, subscription(2, "storm", CONFIG));
  }

  @Test
  void savingAgainChangesIt() {
    subscriptions.save(subscription(1, "storm", CONFIG));
    subscriptions.save(subscription(1, "harbour", CONFIG));
    assertThat(subscriptions.all()).containsExactly(subscription(1, "harbour", CONFIG));
  }

  @Test
  void oneThatNoLongerParsesIsLeftOut() {
    subscriptions.save(subscription(1, "(storm", CONFIG));
    subscriptions.save(subscription(2, "storm", CONFIG));
    assertThat(subscriptions.all()).extracting(Subscription::id).containsExactly(2L);
  }

  @Test
  void anEndedOneIsGoneAndRevivesBySaving() {
    subscriptions.save(subscription(1, "storm", CONFIG));
    subscriptions.end(1, NOON);
    assertThat(subscriptions.all()).isEmpty();
    subscriptions.save(subscription(1, "storm", CONFIG));
    assertThat(subscriptions.all()).hasSize(1);
    assertThat(subscriptions.formerId("talks", CHAT, NOON.minusSeconds(1))).isEmpty();
  }

  @Test
  void aConfigSubscriptionIsFoundAgainAfterItsEnd() {
    subscriptions.save(subscription(1, "storm", CONFIG));
    assertThat(subscriptions.formerId("talks", CHAT, NOON)).as("it lives").isEmpty();
    subscriptions.end(1, NOON);
    assertThat(subscriptions.formerId("talks", CHAT, NOON)).hasValue(1);
    assertThat(subscriptions.formerId("talks", CHAT, NOON.plusSeconds(1))).isEmpty();
    assertThat(subscriptions.formerId("talks", new ChatId(4), NOON)).isEmpty();
    assertThat(subscriptions.formerId("other", CHAT, NOON)).isEmpty();
  }

  @Test
  void endingTwiceKeepsTheFirstEnd() {
    subscriptions.save(subscription(1, "storm", CONFIG));
    subscriptions.end(1, NOON);
    subscriptions.end(1, NOON.plusSeconds(60));
    assertThat(subscriptions.formerId("talks", CHAT, NOON.plusSeconds(1))).isEmpty();
  }

  @Test
  void aWatchIsOpenUntilItIsSettled() {
    EmptyDayLog log = stores.emptyDays();
    EmptyDayLog.Watch watch = new EmptyDayLog.Watch(7, CHAT, "storm", NOON, Optional.empty());
    log.save(watch);
    assertThat(log.open(NOON.minusMillis(1))).isEmpty();
    assertThat(log.open(NOON)).containsExactly(watch);
    assertThat(log.settle(watch, NOON.plusSeconds(9))).isTrue();
    assertThat(log.settle(watch, NOON.plusSeconds(10))).isFalse();
    assertThat(log.open(NOON)).isEmpty();
    assertThat(log.all())
        .extracting(EmptyDayLog.Watch::settled)
        .containsExactly(Optional.of(NOON.plusSeconds(9)));
    log.forget(7);
    assertThat(log.all()).isEmpty();
  }

  @Test
  void aGapGrowsAndIsForgotten() {
    EmptyDayLog log = stores.emptyDays();
    SourceId norda = new SourceId("norda");
    log.save(new EmptyDayLog.Gap(norda, NOON, NOON.plusSeconds(60)));
    EmptyDayLog.Gap grown = new EmptyDayLog.Gap(norda, NOON, NOON.plusSeconds(120));
    log.save(grown);
    assertThat(log.gaps(NOON.plusSeconds(120))).containsExactly(grown);
    assertThat(log.gaps(NOON.plusSeconds(121))).isEmpty();
    log.forgetGaps(NOON.plusSeconds(121));
    assertThat(log.gaps(NOON)).isEmpty();
  }
}
