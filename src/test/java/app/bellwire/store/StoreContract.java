package app.bellwire.store;

import app.bellwire.query.ParsedQuery;
import app.bellwire.query.Query;
import app.bellwire.work.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/// What every contract has at hand: an empty store, a clock that is moved by hand, ids.
abstract class StoreContract {
  static final Instant NOON = Instant.parse("2031-03-04T12:00:00Z");

  private static final List<String> TABLES =
      List.of(
          "sources",
          "seen_items",
          "articles",
          "event_reports",
          "story_labels",
          "events",
          "storylines",
          "chats",
          "moved_chats",
          "subscriptions",
          "mutes",
          "empty_days",
          "source_gaps",
          "alert_subscriptions",
          "alert_log",
          "held_alerts",
          "digest_stories",
          "digest_messages",
          "digests",
          "left_out",
          "outbox",
          "notices",
          "lanes",
          "pauses",
          "thread_messages",
          "inbox",
          "buttons",
          "audit",
          "ledger",
          "verdicts",
          "local_messages");

  final Database database;
  final HandClock clock = new HandClock(NOON);
  final Ids ids = new Ids(clock);
  final Stores stores;

  StoreContract(Database database) {
    this.database = database;
    this.stores = new Stores(database, ids::next, clock, StoreContract::parse);
  }

  @BeforeEach
  void emptyTheStore() {
    database.write(
        sql -> {
          TABLES.forEach(table -> sql.update("delete from " + table));
          return true;
        });
  }

  /// One word is a query; a text that begins with `(` is none.
  private static ParsedQuery parse(String text) {
    return text.startsWith("(")
        ? new ParsedQuery.Invalid(text, text.length(), "A bracket is not closed.", Optional.empty())
        : new ParsedQuery.Valid(new Query.Word(text, false, false), text);
  }

  long count(String table) {
    return database.read(sql -> sql.number("select count(*) as n from " + table));
  }
}
