package app.bellwire.store;

import app.bellwire.ledger.Ledger;
import app.bellwire.ledger.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Items are counted by when they were noted first, whatever their outcome became later, so that
/// the outcomes of a time add up to the items read in it.
final class JdbcLedger implements Ledger {
  private static final long HALF_HOUR = Duration.ofMinutes(30).toMillis();

  private final Database database;

  JdbcLedger(Database database) {
    this.database = database;
  }

  @Override
  public void note(long articleId, Instant at, Outcome outcome, String reason) {
    database.write(
        sql ->
            sql.update(
                """
                insert into ledger (article_id, read_at, noted_at, outcome, reason)
                values (?, ?, ?, ?, ?)
                on conflict (article_id) do update set noted_at = excluded.noted_at,
                  outcome = excluded.outcome, reason = excluded.reason
                """,
                articleId,
                at,
                at,
                outcome,
                reason));
  }

  @Override
  public Optional<Entry> entry(long articleId) {
    return database.read(
        sql ->
            sql.first("select * from ledger where article_id = ?", JdbcLedger::entry, articleId));
  }

  private static Entry entry(Row row) throws SQLException {
    return new Entry(
        row.number("article_id"),
        row.instant("noted_at"),
        row.word(Outcome.class, "outcome"),
        row.text("reason"));
  }

  @Override
  public Map<Outcome, Long> since(Instant since) {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    database.read(
        sql ->
            sql.list(
                "select outcome, count(*) as n from ledger where read_at >= ? group by outcome",
                row -> counts.put(row.word(Outcome.class, "outcome"), row.number("n")),
                since));
    return counts;
  }

  @Override
  public Map<Instant, Long> halfHours(Instant since, Set<Outcome> outcomes) {
    Map<Instant, Long> counts = new TreeMap<>();
    database.read(
        sql ->
            sql.list(
                "select read_at / ? as half, outcome, count(*) as n from ledger where read_at >= ?"
                    + " group by 1, 2",
                row ->
                    outcomes.contains(row.word(Outcome.class, "outcome"))
                        ? counts.merge(halfHour(row), row.number("n"), Long::sum)
                        : Long.valueOf(0),
                HALF_HOUR,
                since));
    return counts;
  }

  private static Instant halfHour(Row row) throws SQLException {
    return Instant.ofEpochMilli(row.number("half") * HALF_HOUR);
  }
}
