package app.bellwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.bellwire.article.Article;
import app.bellwire.article.ArticleStore;
import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.ledger.Outcome;
import app.bellwire.story.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
abstract class DatabaseContract extends StoreContract {
  private final ArticleStore articles = stores.articles();

  DatabaseContract(Database database) {
    super(database);
  }

  /// A failure only its thrower knows.
  private static final class Thrown extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static void fail() {
    throw new Thrown();
  }

  private List<Long> kept() {
    return articles.readSince(NOON, 100).stream().map(Article::id).sorted().toList();
  }

  @Test
  void aTransactionIsCommittedAsAWhole() {
    long answer =
        database.inTransaction(
            () -> {
              articles.save(Samples.article(1, NOON));
              articles.save(Samples.article(2, NOON));
              return 42L;
            });
    assertThat(answer).isEqualTo(42);
    assertThat(kept()).containsExactly(1L, 2L);
  }

  @Test
  void aTransactionThatThrowsLeavesNothingAndPassesItsExceptionOn() {
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    () -> {
                      articles.save(Samples.article(1, NOON));
                      stores.ledger().note(1, NOON, Outcome.TOLD, "");
                      fail();
                    }))
        .isInstanceOf(Thrown.class);
    assertThat(kept()).isEmpty();
    assertThat(count("ledger")).isZero();
  }

  @Test
  void anErrorRollsBackToo() {
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    () -> {
                      articles.save(Samples.article(1, NOON));
                      throw new AssertionError("a bug");
                    }))
        .isInstanceOf(AssertionError.class);
    assertThat(kept()).isEmpty();
  }

  @Test
  void readsInsideATransactionSeeItsWritesAndReadsOutsideDoNot() {
    database.inTransaction(
        () -> {
          articles.save(Samples.article(1, NOON));
          assertThat(articles.find(1)).isPresent();
          assertThat(elsewhere(() -> articles.find(1).isPresent())).isFalse();
        });
    assertThat(articles.find(1)).isPresent();
  }

  private static <T> T elsewhere(Callable<T> work) {
    try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
      return other.submit(work).get(20, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void aNestedTransactionEndsWithTheOutermost() {
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    () -> {
                      database.inTransaction(() -> articles.save(Samples.article(1, NOON)));
                      fail();
                    }))
        .isInstanceOf(Thrown.class);
    assertThat(kept()).isEmpty();
  }

  @Test
  void aNestedTransactionThatThrowsTakesBackItsOwnWritesOnly() {
    database.inTransaction(
        () -> {
          articles.save(Samples.article(1, NOON));
          assertThatThrownBy(
                  () ->
                      database.inTransaction(
                          () -> {
                            articles.save(Samples.article(2, NOON));
                            articles.save(Samples.article(1, NOON));
                          }))
              .isInstanceOf(StoreProblem.class);
          articles.save(Samples.article(3, NOON));
        });
    assertThat(kept()).containsExactly(1L, 3L);
  }

  @Test
  void afterAFailureTheNextTransactionIsAFreshOne() {
    articles.save(Samples.article(1, NOON));
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> articles.save(Samples.article(1, NOON)))
          .isInstanceOf(StoreProblem.class);
    }
    articles.save(Samples.article(2, NOON));
    assertThat(kept()).containsExactly(1L, 2L);
    assertThat(database.trouble()).isEmpty();
  }

  @Test
  void anInterruptedCallerStillLearnsWhatBecameOfItsTransaction() {
    Thread.currentThread().interrupt();
    try {
      articles.save(Samples.article(1, NOON));
    } catch (StoreProblem interrupted) {
      assertThat(interrupted).hasMessageContaining("Interrupted");
    }
    boolean stillInterrupted = Thread.interrupted();
    assertThat(stillInterrupted).isTrue();
  }

  @Test
  void manyVirtualThreadsWriteWithoutStandstill() throws Exception {
    AtomicInteger done = new AtomicInteger();
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int thread = 0; thread < 50; thread++) {
        long first = 1_000L * thread;
        all.add(threads.submit(() -> write(first, done)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(done).hasValue(50 * 20);
    assertThat(count("ledger")).isEqualTo(50 * 20);
  }

  private void write(long first, AtomicInteger done) {
    for (int i = 0; i < 20; i++) {
      long id = first + i;
      database.inTransaction(() -> stores.ledger().note(id, NOON, Outcome.TOLD, ""));
      assertThat(stores.ledger().entry(id)).isPresent();
      done.incrementAndGet();
    }
  }

  /// More writers wait than there are carriers: were they to block them, the one that ends the
  /// transaction they wait for could not run.
  @Test
  void waitingWritersLeaveTheProcessorsToOthers() throws Exception {
    int waiting = 4 * Runtime.getRuntime().availableProcessors();
    CountDownLatch holding = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch waiters = new CountDownLatch(waiting);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.submit(
          () ->
              database.inTransaction(
                  () -> {
                    stores.ledger().note(999, NOON, Outcome.TOLD, "");
                    holding.countDown();
                    return await(release);
                  }));
      assertThat(holding.await(20, TimeUnit.SECONDS)).isTrue();
      for (int i = 0; i < waiting; i++) {
        threads.submit(
            () -> {
              waiters.countDown();
              stores.ledger().note(999, NOON, Outcome.JOINED, "");
            });
      }
      assertThat(waiters.await(20, TimeUnit.SECONDS)).isTrue();
      threads.submit(release::countDown).get(20, TimeUnit.SECONDS);
    }
    assertThat(stores.ledger().entry(999).orElseThrow().outcome()).isEqualTo(Outcome.JOINED);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Test
  void theHighestIdIsOfAllTables() {
    assertThat(database.highestId()).isZero();
    articles.save(Samples.article(7, NOON));
    assertThat(database.highestId()).isEqualTo(7);
    stores.stories().save(new Event(8, 9, 1, "h", NOON, NOON, List.of()));
    assertThat(database.highestId()).isEqualTo(9);
    ChatId chat = stores.chats().at(Address.local("desk"));
    assertThat(database.highestId()).isEqualTo(chat.value());
    stores.outbox().add(chat, OutgoingMessage.of("x"), NOON);
    assertThat(database.highestId()).isEqualTo(ids.next() - 1);
    stores.alerts().record(Samples.alert(Long.MAX_VALUE, chat, 8, 1, NOON));
    assertThat(database.highestId()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aTextKeepsEveryCharacterButNul() {
    String odd = "a\u0000b \u2067 \uD83D\uDD14 'quoted' \\ % ? \u202E \n\t";
    stores.ledger().note(1, NOON, Outcome.FAILED, odd);
    assertThat(stores.ledger().entry(1).orElseThrow().reason())
        .isEqualTo(odd.replace("\u0000", ""));
  }
}
