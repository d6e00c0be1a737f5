package app.bellwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.deliver.Delivery;
import app.bellwire.deliver.Outbox;
import app.bellwire.deliver.Outbox.Settled;
import app.bellwire.deliver.Settlement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A courier and a decider at the same lanes, which only a server lets in at once.
class PostgresLanesTest extends StoreContract {
  private static final Database OPENED = Database.open(PostgresServer.freshDatabase());

  private final Outbox outbox = stores.outbox();
  private ChatId desk;
  private ChatId room;

  PostgresLanesTest() {
    super(OPENED);
  }

  @AfterAll
  static void close() {
    OPENED.close();
  }

  @BeforeEach
  void makeTheChats() {
    desk = stores.chats().at(Address.local("desk"));
    room = stores.chats().at(Address.local("room"));
  }

  private static Settled accepted(Delivery delivery) {
    return new Settled(delivery, new Settlement.Accepted("m" + delivery.id()), NOON);
  }

  /// What another thread gets within a second.
  private static <T> T meanwhile(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work).orTimeout(1, TimeUnit.SECONDS).join();
  }

  @Test
  void aCourierWaitsForNoLaneThatADeciderHolds() {
    outbox.add(desk, OutgoingMessage.of("a"), NOON);
    outbox.add(room, OutgoingMessage.of("x"), NOON);
    List<Settled> sent =
        outbox.claim(10, "local", Outbox.Gate.OPEN, NOON).stream()
            .map(PostgresLanesTest::accepted)
            .toList();
    List<Settled> left =
        database.inTransaction(
            () -> {
              outbox.add(desk, OutgoingMessage.of("b"), NOON);
              return meanwhile(() -> outbox.settle(sent));
            });
    assertThat(left).extracting(one -> one.delivery().chat()).containsExactly(desk);
    assertThat(outbox.settle(left)).isEmpty();
    assertThat(outbox.claim(10, "local", Outbox.Gate.OPEN, NOON))
        .extracting(d -> d.message().text().plain())
        .containsExactly("b");
  }

  @Test
  void expiryLeavesALaneThatADeciderHoldsForLater() {
    outbox.add(desk, OutgoingMessage.of("a"), NOON);
    int expired =
        database.inTransaction(
            () -> {
              outbox.add(desk, OutgoingMessage.of("b"), NOON.plusSeconds(7_200));
              return meanwhile(() -> outbox.expire(NOON.plusSeconds(90_000)));
            });
    assertThat(expired).isZero();
    assertThat(outbox.expire(NOON.plusSeconds(90_000))).isEqualTo(1);
  }
}
