package app.bellwire.store;

import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.deliver.Delivery;
import app.bellwire.deliver.Delivery.State;
import app.bellwire.deliver.DeliveryPolicy;
import app.bellwire.deliver.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `settled_at` is null while a row stands in its chat's lane: QUEUED, SENDING, PARKED, and
/// UNCERTAIN while it is still to be looked into. An uncertain one that waits for an admin, or that
/// expired, has left the lane and stays UNCERTAIN, so that it is counted.
final class JdbcOutbox implements Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcOutbox.class);

  /// Rows expired in one step.
  private static final int STEP = 500;

  /// Without an order: SQLite would walk through all that waits to get it.
  static final String LATE =
      """
      select chat_id from outbox
      where settled_at is null and expires_at <= ? and state <> 'SENDING' limit ?
      """;

  private final Database database;
  private final LongSupplier ids;
  private final Lanes lanes;
  private final DeliveryEnds ends;
  private final DeliveryRemedies remedies;
  private final OutboxFigures figures;

  JdbcOutbox(Database database, LongSupplier ids) {
    this.database = database;
    this.ids = ids;
    this.lanes = new Lanes(database);
    this.ends = new DeliveryEnds(lanes);
    this.remedies = new DeliveryRemedies(lanes);
    this.figures = new OutboxFigures(database);
  }

  @Override
  public void add(ChatId chat, OutgoingMessage message, Instant now) {
    long id = ids.getAsLong();
    database.write(
        sql -> {
          boolean parked = lanes.lock(sql, chat);
          sql.update(
              """
              insert into outbox (id, chat_id, state, message, thread, priority, attempts,
                queued_at, due_at, expires_at)
              values (?, ?, ?, ?, ?, ?, 0, ?, ?, ?)
              """,
              id,
              chat,
              parked ? State.PARKED : State.QUEUED,
              MessageJson.write(message),
              message.thread(),
              message.priority().ordinal(),
              now,
              now,
              now.plus(
                  parked ? DeliveryPolicy.PARKED_LIFE : DeliveryPolicy.life(message.priority())));
          lanes.added(sql, chat, id, message.priority(), now);
          return id;
        });
  }

  @Override
  public List<Delivery> claim(int limit, String network, Gate gate, Instant now) {
    return database.write(
        sql ->
            opened(sql, limit, network, gate, now).stream()
                .flatMap(ready -> begin(sql, ready, now).stream())
                .toList());
  }

  private List<Lanes.Ready> opened(Sql sql, int limit, String network, Gate gate, Instant now) {
    List<Lanes.Ready> opened = new ArrayList<>();
    int seen = 0;
    List<Lanes.Ready> page;
    do {
      page = lanes.ready(sql, network, now, seen);
      seen += page.size();
    } while (open(page, limit, gate, opened) && Lanes.more(page));
    return opened;
  }

  /// @return whether the next page is wanted
  private static boolean open(
      List<Lanes.Ready> page, int limit, Gate gate, List<Lanes.Ready> opened) {
    for (Lanes.Ready ready : page) {
      if (opened.size() == limit) {
        return false;
      }
      switch (gate.opens(ready.front())) {
        case GO -> opened.add(ready);
        case PASS -> {}
        case STOP -> {
          return false;
        }
      }
    }
    return true;
  }

  /// Marks the front as on its way. One that cannot be read is given up, or every round would fail
  /// over it; its lane goes on.
  private Optional<Delivery> begin(Sql sql, Lanes.Ready ready, Instant now) {
    Optional<Delivery> delivery = readable(sql, ready.head(), now);
    if (delivery.isEmpty()) {
      lanes.refresh(sql, ready.front().chat(), now);
      return delivery;
    }
    sql.update(
        "update outbox set state = 'SENDING', attempts = attempts + 1 where id = ?", ready.head());
    lanes.take(sql, ready.front().chat());
    return DeliveryRows.find(sql, ready.head());
  }

  private static Optional<Delivery> readable(Sql sql, long id, Instant now) {
    try {
      return DeliveryRows.find(sql, id);
    } catch (RuntimeException damaged) {
      if (damaged instanceof StoreProblem) {
        throw damaged;
      }
      LOG.error("Delivery {} cannot be read and is given up", Delivery.externalId(id), damaged);
      DeliveryEnds.failed(sql, id, "its message is damaged in the store", now);
      return Optional.empty();
    }
  }

  /// Waits for no lane: a decider that holds some waits for others meanwhile.
  @Override
  public List<Settled> settle(List<Settled> settled) {
    if (settled.isEmpty()) {
      return List.of();
    }
    return database.write(sql -> settled.stream().filter(one -> !settledIfFree(sql, one)).toList());
  }

  private boolean settledIfFree(Sql sql, Settled one) {
    boolean free = lanes.lockIfFree(sql, one.delivery().chat());
    if (free) {
      ends.write(sql, one);
    }
    return free;
  }

  @Override
  public int expire(Instant now) {
    return database.write(
        sql -> {
          List<ChatId> late = sql.list(LATE, row -> new ChatId(row.number("chat_id")), now, STEP);
          return late.stream().distinct().mapToInt(chat -> expire(sql, chat, now)).sum();
        });
  }

  private int expire(Sql sql, ChatId chat, Instant now) {
    if (!lanes.lockIfFree(sql, chat)) {
      return 0;
    }
    int expired =
        sql.update(
            """
            update outbox set settled_at = ?,
              state = case state when 'UNCERTAIN' then state else 'EXPIRED' end
            where chat_id = ? and settled_at is null and expires_at <= ? and state <> 'SENDING'
            """,
            now,
            chat,
            now);
    lanes.refresh(sql, chat, now);
    return expired;
  }

  @Override
  public int recover(Instant now) {
    return database.write(
        sql -> {
          int lost =
              sql.update(
                  """
                  update outbox set state = 'UNCERTAIN', lost = lost + 1, doubtful = true,
                    due_at = ?, detail = 'Bellwire ended before the answer came'
                  where state = 'SENDING' and settled_at is null
                  """,
                  now);
          lanes.astray(sql).forEach(chat -> lanes.refresh(sql, chat, Instant.EPOCH));
          return lost;
        });
  }

  @Override
  public int putBack(Set<Long> inFlight, Instant now) {
    return database.write(
        sql -> {
          List<Stray> strays = strays(sql, inFlight);
          strays.forEach(stray -> putBack(sql, stray, now));
          return strays.size();
        });
  }

  private record Stray(long id, ChatId chat) {}

  private static List<Stray> strays(Sql sql, Set<Long> inFlight) {
    return sql
        .list(
            "select id, chat_id from outbox where state = 'SENDING' order by chat_id",
            row -> new Stray(row.number("id"), new ChatId(row.number("chat_id"))))
        .stream()
        .filter(stray -> !inFlight.contains(stray.id()))
        .toList();
  }

  private void putBack(Sql sql, Stray stray, Instant now) {
    lanes.lock(sql, stray.chat());
    sql.update(
        """
        update outbox set state = case when doubtful then 'UNCERTAIN' else 'QUEUED' end,
          attempts = attempts - 1
        where id = ? and state = 'SENDING'
        """,
        stray.id());
    lanes.refresh(sql, stray.chat(), now);
  }

  @Override
  public void wake(String network, Instant now) {
    database.write(
        sql -> {
          lanes.wake(sql, network, now);
          return true;
        });
  }

  @Override
  public Optional<String> root(ChatId chat, String thread) {
    return database.read(sql -> ThreadMessages.root(sql, chat, thread));
  }

  @Override
  public Optional<String> threadOf(ChatId chat, String messageId) {
    return database.read(sql -> ThreadMessages.threadOf(sql, chat, messageId));
  }

  @Override
  public List<Delivery> of(ChatId chat, String thread) {
    return database.read(sql -> DeliveryRows.of(sql, chat, thread));
  }

  @Override
  public Map<State, Long> countsSince(Instant since) {
    return figures.countsSince(since);
  }

  @Override
  public long sentAgainSince(Instant since) {
    return figures.sentAgainSince(since);
  }

  @Override
  public List<Waiting> waiting() {
    return figures.waiting();
  }

  @Override
  public List<Delivery> uncertain() {
    return database.read(DeliveryRows::uncertain);
  }

  @Override
  public int withdraw(ChatId chat, String thread) {
    return database.write(sql -> remedies.withdraw(sql, chat, thread));
  }

  @Override
  public boolean resend(long id, Instant now) {
    return database.write(sql -> remedies.resend(sql, id, now));
  }

  @Override
  public boolean drop(long id, String by, Instant now) {
    return database.write(sql -> remedies.drop(sql, id, by, now));
  }

  @Override
  public void park(ChatId chat, String detail, Instant now) {
    database.write(
        sql -> {
          lanes.lock(sql, chat);
          ends.park(sql, chat, detail, now);
          lanes.refresh(sql, chat, now);
          return true;
        });
  }

  @Override
  public Optional<Parked> parked(ChatId chat) {
    return database.read(sql -> lanes.parked(sql, chat));
  }

  @Override
  public Map<ChatId, Parked> parked() {
    return figures.parked();
  }

  @Override
  public List<Delivery> parkedFor(ChatId chat) {
    return database.read(sql -> DeliveryRows.parkedFor(sql, chat));
  }

  @Override
  public void unpark(ChatId chat, Instant now) {
    database.write(
        sql -> {
          remedies.unpark(sql, chat, now);
          return true;
        });
  }

  @Override
  public List<Recent> recent(Instant since, Instant now) {
    return figures.recent(since, now);
  }

  @Override
  public void clockMoved(Duration by) {
    database.write(
        sql -> {
          lanes.clockMoved(sql, by);
          return sql.update(
              """
              update outbox set due_at = due_at + ?
              where settled_at is null and (? or due_at > queued_at)
              """,
              by.toMillis(),
              by.isNegative());
        });
  }
}
