package app.bellwire.store;

import app.bellwire.chat.ChatId;
import app.bellwire.chat.UserId;
import app.bellwire.query.ParsedQuery;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.Subscription;
import app.bellwire.subscription.SubscriptionStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class JdbcSubscriptions implements SubscriptionStore {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcSubscriptions.class);

  private final Database database;
  private final Function<String, ParsedQuery> parser;

  JdbcSubscriptions(Database database, Function<String, ParsedQuery> parser) {
    this.database = database;
    this.parser = parser;
  }

  @Override
  public List<Subscription> all() {
    return database
        .read(
            sql ->
                sql.list(
                    "select * from subscriptions where ended_at is null order by id",
                    this::subscription))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Subscription> subscription(Row row) throws SQLException {
    String text = row.text("query");
    return switch (parser.apply(text)) {
      case ParsedQuery.Valid query -> Optional.of(subscription(row, query));
      case ParsedQuery.Invalid invalid -> {
        LOG.warn(
            "Subscription {} is left out, its query {} no longer parses: {}",
            row.number("id"),
            text,
            invalid.message());
        yield Optional.empty();
      }
    };
  }

  private static Subscription subscription(Row row, ParsedQuery.Valid query) throws SQLException {
    return new Subscription(
        row.number("id"),
        new ChatId(row.number("chat_id")),
        query.query(),
        query.text(),
        PlanJson.read(row.text("plan")),
        owner(row),
        row.instant("since_at"),
        row.instantIfAny("until_at"));
  }

  private static Owner owner(Row row) throws SQLException {
    return row.isNull("config_id")
        ? new Owner.InChat(
            new UserId(row.text("owner_network"), row.text("owner_user")), row.text("owner_name"))
        : new Owner.InConfig(row.text("config_id"), row.text("config_file"));
  }

  @Override
  public void save(Subscription subscription) {
    Optional<Owner.InChat> person = as(Owner.InChat.class, subscription.owner());
    Optional<Owner.InConfig> config = as(Owner.InConfig.class, subscription.owner());
    database.write(
        sql ->
            sql.update(
                """
                insert into subscriptions
                  (id, chat_id, query, plan, owner_network, owner_user, owner_name,
                   config_id, config_file, since_at, until_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set chat_id = excluded.chat_id,
                  query = excluded.query, plan = excluded.plan,
                  owner_network = excluded.owner_network, owner_user = excluded.owner_user,
                  owner_name = excluded.owner_name, config_id = excluded.config_id,
                  config_file = excluded.config_file, since_at = excluded.since_at,
                  until_at = excluded.until_at, ended_at = null
                """,
                subscription.id(),
                subscription.chat(),
                subscription.text(),
                PlanJson.write(subscription.plan()),
                person.map(p -> p.user().network()),
                person.map(p -> p.user().id()),
                person.map(Owner.InChat::name),
                config.map(Owner.InConfig::id),
                config.map(Owner.InConfig::file),
                subscription.since(),
                subscription.until()));
  }

  private static <T> Optional<T> as(Class<T> kind, Owner owner) {
    return Optional.of(owner).filter(kind::isInstance).map(kind::cast);
  }

  @Override
  public void end(long id, Instant at) {
    database.write(
        sql ->
            sql.update(
                "update subscriptions set ended_at = ? where id = ? and ended_at is null", at, id));
  }

  @Override
  public OptionalLong formerId(String configId, ChatId chat, Instant since) {
    return database
        .read(
            sql ->
                sql.first(
                    """
                    select id from subscriptions
                    where config_id is not null and config_id = ? and chat_id = ?
                      and ended_at >= ?
                    order by ended_at desc, id desc limit 1
                    """,
                    row -> OptionalLong.of(row.number("id")),
                    configId,
                    chat,
                    since))
        .orElse(OptionalLong.empty());
  }
}
