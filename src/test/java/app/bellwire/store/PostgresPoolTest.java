package app.bellwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.deliver.Delivery;
import app.bellwire.deliver.Outbox;
import app.bellwire.query.ParsedQuery;
import app.bellwire.work.Ids;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PostgresPoolTest {
  private static final HandClock CLOCK = new HandClock(StoreContract.NOON);

  private static Stores stores(Database database) {
    return new Stores(
        database,
        new Ids(CLOCK)::next,
        CLOCK,
        text -> new ParsedQuery.Invalid(text, 0, "", Optional.empty()));
  }

  /// A node that opens the same database finds it migrated.
  @Test
  void twoNodesNeverClaimTheSameDelivery() {
    String url = PostgresServer.freshDatabase();
    List<Long> claimed = Collections.synchronizedList(new ArrayList<>());
    try (Database one = Database.open(url);
        Database two = Database.open(url)) {
      Stores first = stores(one);
      one.inTransaction(
          () -> {
            for (int chat = 1; chat <= 200; chat++) {
              ChatId to = first.chats().at(Address.local("c" + chat));
              first.outbox().add(to, OutgoingMessage.of("m"), StoreContract.NOON);
            }
          });
      try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Stores node : List.of(first, stores(two), first, stores(two))) {
          nodes.submit(() -> claimAll(node, claimed));
        }
      }
    }
    assertThat(claimed).hasSize(200).doesNotHaveDuplicates();
  }

  private static List<Delivery> claim(Stores node) {
    return node.outbox().claim(7, "local", Outbox.Gate.OPEN, StoreContract.NOON);
  }

  private static void claimAll(Stores node, List<Long> claimed) {
    List<Delivery> batch = claim(node);
    while (!batch.isEmpty()) {
      batch.forEach(delivery -> claimed.add(delivery.id()));
      batch = claim(node);
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsNamedWithoutThePassword() {
    assertThatThrownBy(
            () -> Database.open("jdbc:postgresql://127.0.0.1:1/news?user=bw&password=hunter2"))
        .isInstanceOf(StoreProblem.class)
        .hasMessageContaining("PostgreSQL //127.0.0.1:1/news cannot be reached")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aPasswordBeforeTheServersNameIsNotRepeated() {
    assertThatThrownBy(() -> Database.open("jdbc:postgresql://bw:hunter2@127.0.0.1:1/news"))
        .satisfies(
            failure ->
                assertThat(failure.toString() + failure.getCause()).doesNotContain("hunter2"))
        .isInstanceOf(StoreProblem.class);
  }

  @Test
  void passwordsAreTakenOutOfTheAddressAndDecoded() {
    PostgresUrl url =
        PostgresUrl.of("jdbc:postgresql://db/news?user=bw&password=a%26b%3Dc+d&sslpassword=p&x=1");

    assertThat(url.open()).isEqualTo("jdbc:postgresql://db/news?user=bw&x=1");
    assertThat(url.secrets()).isEqualTo(Map.of("password", "a&b=c d", "sslpassword", "p"));
    assertThat(PostgresUrl.of("jdbc:postgresql://db/news?password=p").open())
        .isEqualTo("jdbc:postgresql://db/news");
  }

  @Test
  void aPasswordThatIsNotEncodedIsToldWithoutIt() {
    assertThatThrownBy(() -> Database.open("jdbc:postgresql://db/news?password=50%zz"))
        .isInstanceOf(StoreProblem.class)
        .hasMessage("The password in store.url has a % alone. Write %25 for it.");
  }

  @Test
  void aDatabaseThatIsNotThereIsNamed() {
    String url = PostgresServer.freshDatabase().replaceAll("/bellwire\\d+", "/nowhere");
    assertThatThrownBy(() -> Database.open(url))
        .isInstanceOf(StoreProblem.class)
        .hasMessageContaining("does not let us in");
  }

  @Test
  void itsCopiesAreLeftToItsOwnTools() {
    assertThatThrownBy(() -> Database.backup("jdbc:postgresql://db/news", Path.of("copy")))
        .isInstanceOf(StoreProblem.class)
        .hasMessageContaining("pg_dump");
  }
}
