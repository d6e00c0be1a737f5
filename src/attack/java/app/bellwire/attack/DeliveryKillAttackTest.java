package app.bellwire.attack;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.OnUncertain;
import app.bellwire.store.PostgresServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` while alerts are sent and answers are lost.
class DeliveryKillAttackTest {
  private static final double LOST_ANSWERS = .02;

  @TempDir Path folder;

  @Test
  void onSqliteNothingIsLostAndOnlyWhatWasInFlightComesTwice() throws Exception {
    resend(new Books.Sqlite(folder.resolve("data/bellwire.db")), Size.of(40, 300));
  }

  @Test
  void onPostgresNothingIsLostAndOnlyWhatWasInFlightComesTwice() throws Exception {
    resend(new Books.Postgres(PostgresServer.freshDatabase()), Size.of(15, 100));
  }

  @Test
  void aChatThatWantsNothingTwiceGetsNothingTwiceAndWhatMayNotHaveComeIsListed() throws Exception {
    Books books = new Books.Sqlite(folder.resolve("data/bellwire.db"));
    try (DeliveryRun run = new DeliveryRun(folder, books, OnUncertain.HOLD)) {
      attack(run, Size.of(15, 100));
      Map<String, Set<String>> states = run.states();
      assertThat(run.duplicates()).isEmpty();
      assertThat(states).containsOnlyKeys("SENT", "UNCERTAIN");
      assertThat(run.server().ledger().deliveries().keySet()).containsAll(states.get("SENT"));
    }
  }

  private void resend(Books books, int kills) throws Exception {
    try (DeliveryRun run = new DeliveryRun(folder, books, OnUncertain.RESEND)) {
      attack(run, kills);
      Map<String, Integer> excuses = run.excuses();
      assertThat(run.duplicates())
          .allSatisfy(
              (delivery, more) ->
                  assertThat(more)
                      .as(delivery)
                      .isLessThanOrEqualTo(excuses.getOrDefault(delivery, 0)));
      assertThat(run.states()).containsOnlyKeys("SENT");
    }
  }

  private static void attack(DeliveryRun run, int kills) throws Exception {
    run.losing(LOST_ANSWERS).publish();
    for (int kill = 0; kill < kills; kill++) {
      run.start();
      if (kill % 4 == 0) {
        run.work(0, 600);
      } else {
        run.sendAndWork(0, 900);
      }
      run.kill();
    }
    run.start();
    try {
      run.drain();
    } finally {
      System.out.println(run.summary());
    }
    run.terminate();
    assertThat(run.lost()).isEmpty();
    assertThat(run.books().sound()).isTrue();
  }
}
