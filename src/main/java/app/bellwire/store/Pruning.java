package app.bellwire.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Removes what is older than it is to be kept, in transactions so short that nobody waits.
/// Thread-safe.
public final class Pruning {
  /// Rows removed in one transaction.
  private static final int STEP = 500;

  /// The items of one look are seen within this time of each other.
  private static final Duration ONE_LOOK = Duration.ofHours(1);

  private final Database database;

  public Pruning(Database database) {
    this.database = database;
  }

  /// @return how many rows went
  public int prune(Keep keep, Instant now) {
    return pruneStories(now.minus(keep.articles()))
        + pruneSeen(now.minus(keep.articles()))
        + pruneLedger(now.minus(keep.ledger()))
        + pruneChats(now.minus(keep.outbox()), now);
  }

  /// An article stays as long as its event, and what chats were told of an event as long as that.
  private int pruneStories(Instant before) {
    return prune("events", "id", "updated_at < ?", before)
        + prune(
            "storylines",
            "id",
            """
            opened_at < ?
              and not exists (select 1 from events e where e.storyline_id = storylines.id)
            """,
            before)
        + prune(
            "articles",
            "id",
            """
            read_at < ?
              and not exists (select 1 from event_reports r where r.article_id = articles.id)
            """,
            before)
        + prune(
            "alert_log",
            "id",
            "decided_at < ? and not exists (select 1 from events e where e.id ="
                + " alert_log.event_id)",
            before);
  }

  /// What a source still listed when it last showed anything stays, however long ago that was: a
  /// feed that stood still for a year has nothing new when it moves again.
  private int pruneSeen(Instant before) {
    int pruned = 0;
    for (Look look : lastLooks()) {
      Instant listed = look.at().minus(ONE_LOOK);
      pruned +=
          prune(
              "seen_items",
              "source, guid",
              "source = ? and last_seen < ?",
              look.source(),
              listed.isBefore(before) ? listed : before);
    }
    return pruned;
  }

  private List<Look> lastLooks() {
    return database.read(
        sql ->
            sql.list(
                "select source, max(last_seen) as at from seen_items group by source",
                row -> new Look(row.text("source"), row.instant("at"))));
  }

  private record Look(String source, Instant at) {}

  private int pruneLedger(Instant before) {
    return prune("ledger", "article_id", "noted_at < ?", before)
        + prune("verdicts", "article_id, chat_id", "noted_at < ?", before)
        + prune("audit", "id", "noted_at < ?", before)
        + prune("story_labels", "article_id, other_id", "said_at < ?", before);
  }

  private int pruneChats(Instant before, Instant now) {
    return prune("outbox", "id", "settled_at is not null and settled_at < ?", before)
        + prune("thread_messages", "chat_id, message_id", "sent_at < ?", before)
        + prune("inbox", "id", "done_at is not null and done_at < ?", before)
        + prune("local_messages", "id", "said_at < ?", before)
        + prune("digest_messages", "id", "made_at < ?", before)
        + prune("digests", "chat_id, day, at_time", "made_at < ?", before)
        + prune("left_out", "chat_id, article_id", "due_at < ?", before)
        + prune("mutes", "chat_id, scope, target", "until_at < ?", before)
        + prune("notices", "cause, thing", "ended_at is not null and ended_at < ?", before)
        + prune("pauses", "scope", "until_at < ?", now)
        + prune("buttons", "id", "expires_at < ?", now);
  }

  private int prune(String table, String key, String condition, Object... values) {
    String sql =
        "delete from %1$s where (%2$s) in (select %2$s from %1$s where %3$s limit %4$d)"
            .formatted(table, key, condition, STEP);
    int pruned = 0;
    int step;
    do {
      step = database.write(statement -> statement.update(sql, values));
      pruned += step;
    } while (step == STEP);
    return pruned;
  }
}
