package app.bellwire.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.bellwire.chat.ChatId;
import app.bellwire.chat.UserId;
import app.bellwire.fake.HandClock;
import app.bellwire.fake.MemorySubscriptions;
import app.bellwire.query.ParsedQuery;
import app.bellwire.query.QueryParser;
import app.bellwire.work.Ids;
import app.bellwire.work.UnitOfWork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SubscriptionBookTest {
  private static final ChatId DESK = new ChatId(1);
  private static final ChatId OTHER = new ChatId(2);
  private static final Owner ANN = new Owner.InChat(new UserId("telegram", "501"), "Ann");
  private static final Owner FILE = new Owner.InConfig("treaty", "config/subscriptions.yml");

  private final HandClock clock = HandClock.at("2031-03-04T12:00:00Z");
  private final MemorySubscriptions kept = new MemorySubscriptions();
  private final Ids ids = new Ids(clock);
  private boolean commits = true;
  private final SubscriptionBook book =
      new SubscriptionBook(kept, kept, new Committing(), ids::next, clock);

  /// Fails at the commit when told so.
  private final class Committing implements UnitOfWork {
    @Override
    public <T> T inTransaction(Supplier<T> work) {
      T answer = work.get();
      if (!commits) {
        throw new IllegalStateException("the commit was lost");
      }
      return answer;
    }
  }

  private static ParsedQuery.Valid query(String text) {
    return (ParsedQuery.Valid) QueryParser.parse(text);
  }

  private Subscription add(ChatId chat, String query, Owner owner) {
    return book.add(chat, query(query), DeliveryPlan.OPEN, owner, Optional.empty());
  }

  private static Subscription saying(Subscription old, String text) {
    ParsedQuery.Valid query = query(text);
    return new Subscription(
        old.id(),
        old.chat(),
        query.query(),
        query.text(),
        old.plan(),
        old.owner(),
        old.since(),
        old.until());
  }

  @Test
  void whatWasAddedChangedAndEndedIsSeenByAllWhoAsk() {
    Subscription first = add(DESK, "treaty", ANN);
    Subscription second = add(OTHER, "storm", ANN);
    assertThat(book.all()).containsExactly(first, second);
    assertThat(book.of(DESK)).containsExactly(first);
    assertThat(book.find(second.id())).contains(second);

    Subscription changed = book.change(saying(first, "treaty river"));
    assertThat(book.of(DESK)).containsExactly(changed);
    book.end(second, "telegram:501");
    assertThat(book.all()).containsExactly(changed);
    assertThat(book.find(second.id())).isEmpty();
    assertThat(kept.all()).containsExactly(changed);
  }

  @Test
  void everyChangeRaisesTheRevisionAndIsWrittenDown() {
    long before = book.revision();
    Subscription treaty = add(DESK, "treaty", ANN);
    book.change(saying(treaty, "storm"));
    book.end(treaty, "telegram:502");
    assertThat(book.revision()).isEqualTo(before + 3);
    assertThat(kept.notes())
        .containsExactly(
            "telegram:501 subscribe " + treaty.id() + " chat 1 treaty",
            "telegram:501 change " + treaty.id() + " chat 1 storm",
            "telegram:502 end " + treaty.id() + " chat 1 treaty");
  }

  @Test
  void aRollbackLeavesMemoryAsItWas() {
    Subscription treaty = add(DESK, "treaty", ANN);
    long before = book.revision();
    commits = false;
    assertThatThrownBy(() -> add(DESK, "storm", ANN)).hasMessage("the commit was lost");
    assertThatThrownBy(() -> book.change(saying(treaty, "storm"))).hasMessageContaining("lost");
    assertThatThrownBy(() -> book.end(treaty, "telegram:501")).hasMessageContaining("lost");
    assertThat(book.all()).containsExactly(treaty);
    assertThat(book.revision()).isEqualTo(before);
  }

  @Test
  void aConfigSubscriptionComesBackUnderItsOldIdForThirtyDays() {
    Subscription first = add(DESK, "treaty", FILE);
    book.end(first, "config/subscriptions.yml");
    clock.forward(Duration.ofDays(30));
    Subscription revived = add(DESK, "water treaty", FILE);
    assertThat(revived.id()).isEqualTo(first.id());
    assertThat(revived.since()).isEqualTo(clock.instant());
    assertThat(book.all()).containsExactly(revived);

    book.end(revived, "config/subscriptions.yml");
    clock.forward(Duration.ofDays(30).plusMillis(1));
    assertThat(add(DESK, "treaty", FILE).id()).isGreaterThan(first.id());
  }

  @Test
  void neitherAnotherChatNorAPersonRevivesIt() {
    Subscription first = add(DESK, "treaty", FILE);
    book.end(first, "config/subscriptions.yml");
    assertThat(add(OTHER, "treaty", FILE).id()).isNotEqualTo(first.id());
    assertThat(add(DESK, "treaty", ANN).id()).isNotEqualTo(first.id());
  }

  @Test
  void theSameQueryInOtherWordsIsFoundInItsChatOnly() {
    Subscription calls = add(DESK, "Halvorsen AND Idris", ANN);
    assertThat(book.same(DESK, query("Halvorsen Idris"))).contains(calls);
    assertThat(book.same(DESK, query("( Halvorsen Idris )"))).contains(calls);
    assertThat(book.same(DESK, query("Halvorsen OR Idris"))).isEmpty();
    assertThat(book.same(OTHER, query("Halvorsen Idris"))).isEmpty();
    book.end(calls, "telegram:501");
    assertThat(book.same(DESK, query("Halvorsen Idris"))).isEmpty();
  }

  @Test
  void onesWhoseTimeIsOverAreNoLongerAmongAll() {
    Subscription ending =
        book.add(
            DESK,
            query("treaty"),
            DeliveryPlan.OPEN,
            ANN,
            Optional.of(clock.instant().plusSeconds(60)));
    assertThat(book.all()).containsExactly(ending);
    clock.forward(Duration.ofSeconds(60));
    assertThat(book.all()).isEmpty();
    assertThat(book.of(DESK)).isEmpty();
    assertThat(book.find(ending.id())).contains(ending);
  }

  @Test
  void aReloadTakesWhatTheStoreHolds() {
    Subscription treaty = add(DESK, "treaty", ANN);
    Subscription storm = add(DESK, "storm", ANN);
    long before = book.revision();
    kept.end(treaty.id(), clock.instant());
    Subscription changed = saying(storm, "storm Ilka");
    kept.save(changed);
    book.reload();
    assertThat(book.all()).containsExactly(changed);
    assertThat(book.revision()).isGreaterThan(before);
    assertThat(new SubscriptionBook(kept, kept, new Committing(), ids::next, clock).all())
        .isEqualTo(List.of(changed));
  }
}
