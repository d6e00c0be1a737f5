package app.bellwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.alert.Reason;
import app.bellwire.chat.ChatId;
import app.bellwire.ledger.ChatEntry;
import app.bellwire.ledger.Ledger;
import app.bellwire.ledger.Outcome;
import app.bellwire.ledger.Ruling;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class LedgerContract extends StoreContract {
  private static final ChatId DESK = new ChatId(1);
  private static final ChatId AWAY = new ChatId(2);
  private static final long EVENT = 40;

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

  private static ChatEntry entry(long article, ChatId chat, Ruling ruling) {
    return new ChatEntry(article, chat, EVENT, NOON, ruling, List.of(7L, 8L));
  }

  private static Ruling held(int minutes) {
    Optional<Instant> until = Optional.of(NOON.plus(Duration.ofMinutes(minutes)));
    return new Ruling(Outcome.HELD, "digest", until, "");
  }

  private Outcome outcome(long article, ChatId chat) {
    return ledger.entry(article, chat).orElseThrow().ruling().outcome();
  }

  private Outcome outcome(long article) {
    return ledger.entry(article).orElseThrow().outcome();
  }

  private void holds(long article, ChatId chat, int minutes) {
    ledger.note(entry(article, chat, held(minutes)));
    ledger.note(article, NOON, Outcome.HELD, "digest");
  }

  @Test
  void eachChatHasItsOwnRuling() {
    Ruling muted =
        new Ruling(Outcome.MUTED, "story_muted", Optional.of(NOON.plusSeconds(60)), "Ann");
    ledger.note(entry(1, DESK, muted));
    ledger.note(entry(1, AWAY, new Ruling(Outcome.TOLD, "first_report")));
    assertThat(ledger.entry(1, DESK)).contains(entry(1, DESK, muted));
    assertThat(ledger.entry(1, AWAY))
        .contains(entry(1, AWAY, new Ruling(Outcome.TOLD, "first_report")));
    assertThat(ledger.entry(2, DESK)).isEmpty();
    assertThat(ledger.since(DESK, NOON)).isEqualTo(Map.of(Outcome.MUTED, 1L));
    assertThat(ledger.since(DESK, NOON.plusMillis(1))).isEmpty();
  }

  @Test
  void ofWhatIsReleasedTheFirstIsToldAndTheOthersJoinedIt() {
    holds(1, DESK, 60);
    holds(2, DESK, 60);
    holds(3, AWAY, 60);
    Instant then = NOON.plus(Duration.ofHours(1));
    ledger.released(DESK, EVENT, then);
    assertThat(ledger.entry(1, DESK).orElseThrow().at()).isEqualTo(then);
    assertThat(ledger.entry(1, DESK).orElseThrow().ruling())
        .isEqualTo(new Ruling(Outcome.TOLD, "digest"));
    assertThat(outcome(2, DESK)).isEqualTo(Outcome.JOINED);
    assertThat(outcome(3, AWAY)).isEqualTo(Outcome.HELD);
    assertThat(List.of(outcome(1), outcome(2), outcome(3)))
        .containsExactly(Outcome.TOLD, Outcome.JOINED, Outcome.HELD);
  }

  @Test
  void whatIsReleasedIntoAToldStoryJoinedIt() {
    ledger.note(entry(1, DESK, new Ruling(Outcome.TOLD, "first_report")));
    holds(2, DESK, 60);
    ledger.released(DESK, EVENT, NOON.plus(Duration.ofHours(1)));
    assertThat(outcome(2, DESK)).isEqualTo(Outcome.JOINED);
  }

  @Test
  void whatIsHeldLongerStaysHeldAndWhatIsLetGoDoesNot() {
    stores.held().hold(Samples.alert(5, DESK, EVENT, 2, NOON), Reason.DIGEST, NOON.plusSeconds(9));
    holds(1, DESK, 60);
    holds(2, DESK, 120);
    Instant then = NOON.plus(Duration.ofHours(1));
    ledger.released(DESK, EVENT, then);
    assertThat(outcome(1, DESK)).isEqualTo(Outcome.TOLD);
    assertThat(outcome(2, DESK)).isEqualTo(Outcome.HELD);
    stores.held().drop(DESK, EVENT);
    ledger.released(DESK, EVENT, then);
    assertThat(outcome(2, DESK)).isEqualTo(Outcome.JOINED);
  }

  @Test
  void whatBecomesOfHeldOnesChangesNothingElse() {
    holds(1, DESK, 60);
    ledger.note(entry(1, AWAY, new Ruling(Outcome.FILTERED, "backlog")));
    ledger.note(entry(2, DESK, new Ruling(Outcome.TOLD, "first_report")));
    ledger.becomes(DESK, EVENT, new Ruling(Outcome.MUTED, "story_muted"), NOON.plusSeconds(1));
    assertThat(outcome(1, DESK)).isEqualTo(Outcome.MUTED);
    assertThat(outcome(1, AWAY)).isEqualTo(Outcome.FILTERED);
    assertThat(outcome(2, DESK)).isEqualTo(Outcome.TOLD);
    assertThat(outcome(1)).isEqualTo(Outcome.MUTED);
  }
}
