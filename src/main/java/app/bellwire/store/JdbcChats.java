package app.bellwire.store;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.subscription.ChatBook;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.subscription.ChatSettings.Pause;
import app.bellwire.subscription.DeliveryPlan;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

final class JdbcChats implements ChatBook {
  private final Database database;
  private final LongSupplier ids;
  private final ChatMoves moves;

  JdbcChats(Database database, LongSupplier ids) {
    this.database = database;
    this.ids = ids;
    this.moves = new ChatMoves(new Lanes(database));
  }

  @Override
  public ChatId at(Address address) {
    return known(address).orElseGet(() -> make(address));
  }

  private ChatId make(Address address) {
    return database.inTransaction(
        () -> {
          Address now = database.read(sql -> ChatMoves.now(sql, address)).orElse(address);
          insert(ChatSettings.fresh(new ChatId(ids.getAsLong()), now));
          return known(now).orElseThrow();
        });
  }

  private void insert(ChatSettings chat) {
    database.write(
        sql ->
            sql.update(
                """
                insert into chats (id, network, workspace, address, topic, explained)
                values (?, ?, ?, ?, ?, ?)
                on conflict (network, workspace, address, topic) do nothing
                """,
                chat.id(),
                chat.address().network(),
                orEmpty(chat.address().workspace()),
                chat.address().id(),
                orEmpty(chat.address().topic()),
                chat.explained()));
  }

  @Override
  public Optional<ChatId> known(Address address) {
    return database.read(
        sql ->
            known(sql, address)
                .or(() -> ChatMoves.now(sql, address).flatMap(now -> known(sql, now))));
  }

  private static Optional<ChatId> known(Sql sql, Address address) {
    return sql.first(
        """
        select id from chats
        where network = ? and address = ? and topic = ?
          and (workspace = ? or workspace = '' or ? = '')
        order by workspace desc limit 1
        """,
        row -> new ChatId(row.number("id")),
        address.network(),
        address.id(),
        orEmpty(address.topic()),
        orEmpty(address.workspace()),
        orEmpty(address.workspace()));
  }

  @Override
  public List<ChatSettings> within(Address whole) {
    return database.read(
        sql ->
            sql.list(
                """
                select * from chats
                where network = ? and address = ?
                  and (workspace = ? or workspace = '' or ? = '')
                order by id
                """,
                JdbcChats::settings,
                whole.network(),
                whole.id(),
                orEmpty(whole.workspace()),
                orEmpty(whole.workspace())));
  }

  @Override
  public void move(Address from, Address to) {
    move(from, to, false);
  }

  @Override
  public void settle(Address name, Address at) {
    move(name, at, true);
  }

  private void move(Address from, Address to, boolean messages) {
    database.write(
        sql -> {
          moves.move(sql, from, to, messages);
          return true;
        });
  }

  @Override
  public Address now(Address address) {
    return database.read(sql -> ChatMoves.now(sql, address)).orElse(address);
  }

  @Override
  public ChatSettings settings(ChatId chat) {
    return database
        .read(sql -> sql.first("select * from chats where id = ?", JdbcChats::settings, chat))
        .orElseThrow(() -> new NoSuchElementException("No chat " + chat.value()));
  }

  @Override
  public void save(ChatSettings settings) {
    database.write(
        sql ->
            sql.update(
                """
                update chats set network = ?, workspace = ?, address = ?, topic = ?, plan = ?,
                  explained = ?, paused_at = ?, paused_by = ?
                where id = ?
                """,
                settings.address().network(),
                orEmpty(settings.address().workspace()),
                settings.address().id(),
                orEmpty(settings.address().topic()),
                PlanJson.write(settings.plan()),
                settings.explained(),
                settings.pause().map(Pause::since),
                settings.pause().map(Pause::by),
                settings.id()));
  }

  @Override
  public List<ChatSettings> all() {
    return database.read(sql -> sql.list("select * from chats order by id", JdbcChats::settings));
  }

  private static ChatSettings settings(Row row) throws SQLException {
    return new ChatSettings(
        new ChatId(row.number("id")), address(row), plan(row), row.flag("explained"), pause(row));
  }

  /// Chats of version 1 had a zone and quiet hours in columns of their own.
  private static DeliveryPlan plan(Row row) throws SQLException {
    Optional<String> plan = row.textIfAny("plan");
    return plan.isPresent()
        ? PlanJson.read(plan.get())
        : new DeliveryPlan(
            Optional.empty(),
            row.textIfAny("quiet").map(PlanJson::quiet),
            row.textIfAny("zone").map(ZoneId::of),
            false);
  }

  private static Optional<Pause> pause(Row row) throws SQLException {
    Optional<String> by = row.textIfAny("paused_by");
    return by.isPresent()
        ? Optional.of(new Pause(row.instant("paused_at"), by.get()))
        : Optional.empty();
  }

  static Address address(Row row) throws SQLException {
    return new Address(
        row.text("network"),
        orNull(row.text("workspace")),
        row.text("address"),
        orNull(row.text("topic")));
  }

  static String orEmpty(@Nullable String part) {
    return Objects.requireNonNullElse(part, "");
  }

  private static @Nullable String orNull(String part) {
    return part.isEmpty() ? null : part;
  }
}
