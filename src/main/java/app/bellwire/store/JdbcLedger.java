package app.bellwire.store;

import app.bellwire.chat.ChatId;
import app.bellwire.ledger.ChatEntry;
import app.bellwire.ledger.Ledger;
import app.bellwire.ledger.Outcome;
import app.bellwire.ledger.Ruling;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
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
  public void note(ChatEntry entry) {
    database.write(
        sql ->
            sql.update(
                """
                insert into verdicts (article_id, chat_id, event_id, read_at, noted_at, outcome,
                  reason, until_at, muted_by, subscriptions)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (article_id, chat_id) do update set noted_at = excluded.noted_at,
                  outcome = excluded.outcome, reason = excluded.reason,
                  until_at = excluded.until_at, muted_by = excluded.muted_by,
                  subscriptions = excluded.subscriptions
                """,
                entry.articleId(),
                entry.chat(),
                entry.event(),
                entry.at(),
                entry.at(),
                entry.ruling().outcome(),
                entry.ruling().reason(),
                entry.ruling().until(),
                entry.ruling().by(),
                Json.texts(entry.subscriptions().stream().map(String::valueOf).toList())
                    .toString()));
  }

  @Override
  public Optional<ChatEntry> entry(long articleId, ChatId chat) {
    return database.read(
        sql ->
            sql.first(
                "select * from verdicts where article_id = ? and chat_id = ?",
                JdbcLedger::chatEntry,
                articleId,
                chat));
  }

  private static ChatEntry chatEntry(Row row) throws SQLException {
    return new ChatEntry(
        row.number("article_id"),
        new ChatId(row.number("chat_id")),
        row.number("event_id"),
        row.instant("noted_at"),
        new Ruling(
            row.word(Outcome.class, "outcome"),
            row.text("reason"),
            row.instantIfAny("until_at"),
            row.text("muted_by")),
        Json.texts(Json.parse(row.text("subscriptions"))).stream().map(Long::valueOf).toList());
  }

  @Override
  public void becomes(ChatId chat, long event, Ruling ruling, Instant at) {
    database.inTransaction(() -> held(chat, event).forEach(entry -> rule(entry, ruling, at)));
  }

  private List<ChatEntry> held(ChatId chat, long event) {
    return database.read(
        sql ->
            sql.list(
                """
                select * from verdicts where chat_id = ? and event_id = ? and outcome = 'HELD'
                order by read_at, article_id
                """,
                JdbcLedger::chatEntry,
                chat,
                event));
  }

  /// What is due is told, and so is what nothing is held of any more, because it was let go before
  /// its time.
  @Override
  public void released(ChatId chat, long event, Instant at) {
    database.inTransaction(
        () -> {
          boolean allGone = heldAlerts(chat, event) == 0;
          for (ChatEntry entry : held(chat, event)) {
            if (allGone || entry.ruling().until().stream().noneMatch(at::isBefore)) {
              Outcome outcome = told(chat, event) ? Outcome.JOINED : Outcome.TOLD;
              rule(entry, new Ruling(outcome, entry.ruling().reason()), at);
            }
          }
        });
  }

  private long heldAlerts(ChatId chat, long event) {
    return database.read(
        sql ->
            sql.number(
                "select count(*) as n from held_alerts where chat_id = ? and event_id = ?",
                chat,
                event));
  }

  private boolean told(ChatId chat, long event) {
    return database.read(
            sql ->
                sql.number(
                    """
                    select count(*) as n from verdicts
                    where chat_id = ? and event_id = ? and outcome = 'TOLD'
                    """,
                    chat,
                    event))
        > 0;
  }

  private void rule(ChatEntry entry, Ruling ruling, Instant at) {
    note(
        new ChatEntry(
            entry.articleId(), entry.chat(), entry.event(), at, ruling, entry.subscriptions()));
    overall(entry.articleId())
        .ifPresent(over -> note(entry.articleId(), at, over.outcome(), over.reason()));
  }

  private Optional<Ruling> overall(long articleId) {
    Map<Outcome, String> reasons = new EnumMap<>(Outcome.class);
    database.read(
        sql ->
            sql.list(
                "select * from verdicts where article_id = ? order by chat_id",
                row ->
                    reasons.putIfAbsent(row.word(Outcome.class, "outcome"), row.text("reason"))
                        == null,
                articleId));
    return Outcome.BY_WEIGHT.stream()
        .filter(reasons::containsKey)
        .findFirst()
        .map(outcome -> new Ruling(outcome, reasons.getOrDefault(outcome, "")));
  }

  @Override
  public Map<Outcome, Long> since(ChatId chat, Instant since) {
    return counts(
        "select outcome, count(*) as n from verdicts where chat_id = ? and read_at >= ?"
            + " group by outcome",
        chat,
        since);
  }

  @Override
  public Map<Outcome, Long> since(Instant since) {
    return counts(
        "select outcome, count(*) as n from ledger where read_at >= ? group by outcome", since);
  }

  private Map<Outcome, Long> counts(String select, Object... values) {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    database.read(
        sql ->
            sql.list(
                select,
                row -> counts.put(row.word(Outcome.class, "outcome"), row.number("n")),
                values));
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
