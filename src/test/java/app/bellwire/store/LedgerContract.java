package app.bellwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.ledger.Ledger;
import app.bellwire.ledger.Outcome;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

abstract class LedgerContract extends StoreContract {
  private final Ledger ledger = stores.ledger();

  LedgerContract(Database database) {
    super(database);
  }

  @Test
  void anEntryIsTheLastOutcomeNoted() {
    ledger.note(1, NOON, Outcome.HELD, "QUIET_HOURS");
    ledger.note(1, NOON.plusSeconds(9), Outcome.TOLD, "FIRST_REPORT");
    assertThat(ledger.entry(1))
        .contains(new Ledger.Entry(1, NOON.plusSeconds(9), Outcome.TOLD, "FIRST_REPORT"));
    assertThat(ledger.entry(2)).isEmpty();
  }

  @Test
  void outcomesAddUpToTheItemsRead() {
    ledger.note(1, NOON.minusSeconds(1), Outcome.HELD, "DIGEST");
    ledger.note(2, NOON, Outcome.HELD, "DIGEST");
    ledger.note(3, NOON.plusSeconds(1), Outcome.UNMATCHED, "NO_MATCH");
    ledger.note(1, NOON.plusSeconds(2), Outcome.TOLD, "DIGEST");
    ledger.note(2, NOON.plusSeconds(2), Outcome.TOLD, "DIGEST");
    assertThat(ledger.since(NOON)).isEqualTo(Map.of(Outcome.TOLD, 1L, Outcome.UNMATCHED, 1L));
  }

  @Test
  void itemsAreCountedByHalfHours() {
    Duration half = Duration.ofMinutes(30);
    ledger.note(1, NOON, Outcome.UNMATCHED, "");
    ledger.note(2, NOON.plus(half).minusMillis(1), Outcome.UNMATCHED, "");
    ledger.note(3, NOON.plus(half), Outcome.UNMATCHED, "");
    ledger.note(4, NOON.minusMillis(1), Outcome.UNMATCHED, "");
    assertThat(ledger.halfHours(NOON, EnumSet.allOf(Outcome.class)))
        .isEqualTo(Map.of(NOON, 2L, NOON.plus(half), 1L));
  }
}
