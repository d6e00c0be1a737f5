package app.bellwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.article.ArticleStore.Sighting;
import app.bellwire.article.Identity;
import app.bellwire.chat.Action;
import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.UserId;
import app.bellwire.deliver.Delivery;
import app.bellwire.deliver.Outbox;
import app.bellwire.deliver.Pauses;
import app.bellwire.deliver.Settlement;
import app.bellwire.ledger.ChatEntry;
import app.bellwire.ledger.Outcome;
import app.bellwire.ledger.Ruling;
import app.bellwire.story.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class PruningContract extends StoreContract {
  private static final Keep KEEP =
      new Keep(Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(10));
  private static final ChatId DESK = new ChatId(1);

  private final Pruning pruning = new Pruning(database);

  PruningContract(Database database) {
    super(database);
  }

  private static Instant after(int days) {
    return NOON.plus(Duration.ofDays(days));
  }

  private static Event event(long id, Instant updated, long... articles) {
    return new Event(
        id,
        id + 1,
        1,
        "h",
        NOON,
        updated,
        Arrays.stream(articles).mapToObj(a -> Samples.report(a, NOON)).toList());
  }

  @Test
  void anEmptyStoreHasNothingToPrune() {
    assertThat(pruning.prune(KEEP, after(1_000))).isZero();
  }

  @Test
  void pausesThatHaveEndedGo() {
    stores.pauses().put(new Pauses.Pause("local:c1", after(1)));
    stores.pauses().put(new Pauses.Pause("local:c2", after(3)));
    pruning.prune(KEEP, after(2));
    assertThat(count("pauses")).isEqualTo(1);
  }

  @Test
  void oldArticlesGoAndNewOnesStay() {
    stores.articles().save(Samples.article(1, NOON));
    stores.articles().save(Samples.article(2, after(5)));
    assertThat(pruning.prune(KEEP, after(30))).isZero();
    assertThat(pruning.prune(KEEP, after(31))).isEqualTo(1);
    assertThat(stores.articles().find(1)).isEmpty();
    assertThat(stores.articles().find(2)).isPresent();
  }

  @Test
  void anArticleStaysAsLongAsItsEvent() {
    stores.articles().save(Samples.article(1, NOON));
    stores.stories().save(event(10, after(20), 1));
    stores.alerts().record(Samples.alert(5, DESK, 10, 1, NOON));
    assertThat(pruning.prune(KEEP, after(40))).isZero();
    assertThat(pruning.prune(KEEP, after(51))).isEqualTo(4);
    assertThat(stores.articles().find(1)).isEmpty();
    assertThat(stores.stories().event(10)).isEmpty();
    assertThat(stores.alerts().find(5)).isEmpty();
    assertThat(count("event_reports") + count("alert_subscriptions")).isZero();
  }

  @Test
  void anItemThatIsStillListedStaysKnown() {
    Identity gone = Samples.identity("gone", "gone", "gone", "gone");
    Identity listed = Samples.identity("listed", "listed", "listed", "listed");
    stores.articles().seen(Samples.NORDA, gone, NOON);
    stores.articles().seen(Samples.NORDA, listed, NOON);
    stores.articles().seen(Samples.NORDA, listed, after(40));
    pruning.prune(KEEP, after(40));
    assertThat(stores.articles().sighting(Samples.NORDA, listed)).isEqualTo(Sighting.SEEN);
    assertThat(stores.articles().sighting(Samples.NORDA, gone)).isEqualTo(Sighting.NEW);
  }

  @Test
  void whatASourceListedLastStaysHoweverLongItWasSilent() {
    Identity last = Samples.identity("last", "last", "last", "last");
    stores.articles().seen(Samples.NORDA, last, NOON);
    pruning.prune(KEEP, after(1_000));
    assertThat(stores.articles().sighting(Samples.NORDA, last)).isEqualTo(Sighting.SEEN);
  }

  @Test
  void theLedgerIsKeptForItsOwnTime() {
    stores.ledger().note(1, NOON, Outcome.TOLD, "");
    Ruling told = new Ruling(Outcome.TOLD, "");
    stores.ledger().note(new ChatEntry(1, DESK, 10, NOON, told, List.of()));
    stores.ledger().note(new ChatEntry(1, new ChatId(2), 10, after(1), told, List.of()));
    stores.audit().note(NOON, "telegram:501", "subscribe");
    assertThat(pruning.prune(KEEP, after(90))).isZero();
    assertThat(pruning.prune(KEEP, after(91))).isEqualTo(3);
    assertThat(count("audit")).isZero();
    assertThat(count("verdicts")).isEqualTo(1);
  }

  @Test
  void onlySettledDeliveriesGo() {
    ChatId desk = stores.chats().at(Address.local("desk"));
    stores.outbox().add(desk, OutgoingMessage.of("sent"), NOON);
    stores.outbox().add(desk, OutgoingMessage.of("waits"), NOON);
    Delivery first = stores.outbox().claim(1, "local", Outbox.Gate.OPEN, NOON).getFirst();
    stores.outbox().settle(List.of(new Outbox.Settled(first, new Settlement.Accepted("m1"), NOON)));
    assertThat(pruning.prune(KEEP, after(11))).isEqualTo(1);
    assertThat(stores.outbox().waiting()).hasSize(1);
  }

  @Test
  void expiredButtonsAndDoneCommandsGo() {
    stores.buttons().issue(DESK, Action.of("why"));
    IncomingMessage message =
        new IncomingMessage(
            "u1", Address.local("desk"), new UserId("local", "me"), "me", "hi", null, null, NOON);
    stores.inbox().accept(message);
    assertThat(pruning.prune(KEEP, after(8))).as("the button").isEqualTo(1);
    assertThat(pruning.prune(KEEP, after(100))).as("an open command stays").isZero();
    stores.inboxQueue().done(message);
    assertThat(pruning.prune(KEEP, after(100))).isEqualTo(1);
  }

  @Test
  void moreThanOneStepIsPrunedInOneGo() {
    database.inTransaction(
        () -> {
          for (int i = 0; i < 1_234; i++) {
            stores.ledger().note(i, NOON, Outcome.UNMATCHED, "");
          }
        });
    assertThat(pruning.prune(KEEP, after(91))).isEqualTo(1_234);
    assertThat(count("ledger")).isZero();
  }

  @Test
  void aStorylineGoesWithItsLastEvent() {
    stores.stories().save(event(10, after(1)));
    pruning.prune(KEEP, after(32));
    assertThat(List.of(count("events"), count("storylines"))).containsOnly(0L);
  }
}
