package app.bellwire.config;

import app.bellwire.chat.Address;
import app.bellwire.config.Settings.Connections;
import app.bellwire.config.Settings.Embeddings;
import app.bellwire.query.ParsedQuery;
import app.bellwire.subscription.DeliveryPlan;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads `subscriptions` of one file after the other; ids are unique among all of them. Confined to
/// one thread.
final class SubscriptionsReader {
  private final Function<String, ParsedQuery> queries;
  private final ZoneId install;
  private final Optional<Connections> connections;
  private final Instant now;
  private final Map<String, Place> ids = new HashMap<>();
  private final List<ConfigSubscription> read = new ArrayList<>();

  SubscriptionsReader(
      Function<String, ParsedQuery> queries, ZoneId install, Connections connections, Instant now) {
    this(queries, install, Optional.of(connections), now);
  }

  private SubscriptionsReader(
      Function<String, ParsedQuery> queries,
      ZoneId install,
      Optional<Connections> connections,
      Instant now) {
    this.queries = queries;
    this.install = install;
    this.connections = connections;
    this.now = now;
  }

  /// For subscriptions of one chat, whoever they were written for: ids may be missing and chats are
  /// not looked at.
  static SubscriptionsReader ofPasted(
      Function<String, ParsedQuery> queries, ZoneId install, Instant now) {
    return new SubscriptionsReader(queries, install, Optional.empty(), now);
  }

  /// Those of every file read so far, in order.
  List<ConfigSubscription> subscriptions() {
    return read;
  }

  void read(Section file) {
    file.sections("subscriptions", Keys.SUBSCRIPTION)
        .forEach(entry -> subscription(entry).ifPresent(read::add));
  }

  private Optional<ConfigSubscription> subscription(Section entry) {
    Optional<String> id = id(entry);
    id.ifPresent(found -> unique(entry, found));
    Optional<ParsedQuery.Valid> query =
        entry.required("query", Values::text).flatMap(q -> query(entry, q));
    List<Address> to = connections.map(c -> to(entry, c)).orElse(List.of());
    DeliveryPlan plan = plan(entry);
    if (id.isEmpty() || query.isEmpty()) {
      return Optional.empty();
    }
    ConfigSubscription subscription =
        new ConfigSubscription(
            id.get(),
            query.get(),
            to,
            plan,
            Optional.of(entry.text("owner", "")).filter(text -> !text.isBlank()),
            entry.value("until", Values::date),
            entry.scope().file(),
            entry.place().line());
    noteEnd(entry, subscription);
    noteMeaning(entry, subscription);
    return Optional.of(subscription);
  }

  private Optional<String> id(Section entry) {
    boolean needed = connections.isPresent() || entry.has("id");
    return needed ? entry.required("id", Values::id) : Optional.of("line-" + entry.place().line());
  }

  private void unique(Section entry, String id) {
    Place first = ids.putIfAbsent(id, entry.place("id"));
    if (first != null) {
      entry.wrong(
          entry.place("id"),
          "id",
          "'" + id + "' is the subscription of " + first.file() + ":" + first.line());
    }
  }

  private Optional<ParsedQuery.Valid> query(Section entry, String text) {
    return switch (queries.apply(text)) {
      case ParsedQuery.Valid valid -> Optional.of(valid);
      case ParsedQuery.Invalid invalid -> {
        entry.wrongAt(
            "query", invalid.text(), invalid.offset(), sentence(invalid), invalid.nearest());
        yield Optional.empty();
      }
    };
  }

  private static String sentence(ParsedQuery.Invalid invalid) {
    return invalid.message().strip().replaceFirst("\\.$", "");
  }

  private static List<Address> to(Section entry, Connections connections) {
    List<Address> to = entry.oneOrMore("to", Values::address).stream().distinct().toList();
    if (!entry.has("to") || entry.isEmptyList("to")) {
      entry.missing("to", ": no chat would be told");
    }
    to.stream()
        .filter(address -> !on(address, connections))
        .forEach(
            a -> entry.note("to", "'" + a + "' is told nothing while " + a.network() + " is off"));
    return to;
  }

  private static boolean on(Address address, Connections connections) {
    return switch (address.network()) {
      case Address.TELEGRAM -> connections.telegram().on();
      case Address.SLACK -> connections.slack().on();
      default -> connections.local();
    };
  }

  private static DeliveryPlan plan(Section entry) {
    return new DeliveryPlan(
        entry.value("deliver", Values::deliver),
        entry.value("quiet", Values::quiet),
        entry.value("zone", Values::zone),
        entry.value("urgent", Values::bool, false));
  }

  private void noteMeaning(Section entry, ConfigSubscription subscription) {
    boolean off = connections.filter(c -> c.embeddings() == Embeddings.OFF).isPresent();
    if (off && subscription.query().query().asksMeaning()) {
      entry.note(
          "query",
          "about: needs story.embeddings: on; until then '"
              + subscription.id()
              + "' hears what its other words find");
    }
  }

  private void noteEnd(Section entry, ConfigSubscription subscription) {
    subscription
        .ends(install)
        .filter(end -> !end.isAfter(now))
        .ifPresent(_ -> entry.note("until", "is over; '" + subscription.id() + "' tells nothing"));
  }
}
