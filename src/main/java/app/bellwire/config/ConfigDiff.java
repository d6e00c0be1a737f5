package app.bellwire.config;

import app.bellwire.chat.Address;
import app.bellwire.source.Source;
import app.bellwire.source.SourceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a new configuration would change. Immutable; made by comparing, nothing else.
///
/// @param added declared for a chat for which the old one does not declare them
/// @param changed as the new configuration declares them
/// @param ended as the old configuration declares them
/// @param before how many the old configuration declares, one for each chat
/// @param keys the settings that differ, but for sources and subscriptions, such as
///   `limits.alerts_per_day`
/// @param sources the sources that differ
public record ConfigDiff(
    List<Declared> added,
    List<Declared> changed,
    List<Declared> ended,
    int before,
    List<String> keys,
    Sources sources) {

  private static final int FEW = 3;
  private static final List<String> CONNECTIONS =
      List.of("store.", "web.", "telegram.", "slack.", "local.", "story.");
  private static final List<String> TOKENS =
      List.of("telegram.token", "slack.bot_token", "slack.app_token", "slack.signing_secret");

  public ConfigDiff {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    ended = List.copyOf(ended);
    keys = List.copyOf(keys);
  }

  /// A subscription for one of its chats; the id and the chat tell which one it is.
  public record Declared(ConfigSubscription subscription, Address to) {
    private Key key() {
      return new Key(subscription.id(), to);
    }
  }

  private record Key(String id, Address to) {}

  /// Sources by id: the new ones, those whose keys differ (as they are now), those that are gone.
  public record Sources(List<Source> added, List<Source> changed, List<SourceId> removed) {
    public Sources {
      added = List.copyOf(added);
      changed = List.copyOf(changed);
      removed = List.copyOf(removed);
    }

    boolean none() {
      return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
  }

  public static ConfigDiff between(Settings old, Settings now) {
    Map<Key, Declared> was = declared(old);
    Map<Key, Declared> is = declared(now);
    return new ConfigDiff(
        without(is, was),
        is.values().stream()
            .filter(d -> was.containsKey(d.key()))
            .filter(d -> !same(Objects.requireNonNull(was.get(d.key())), old, d, now))
            .toList(),
        without(was, is),
        was.size(),
        differing(flat(old), flat(now)),
        sources(old.reading().sources(), now.reading().sources()));
  }

  /// Whether it would end more than half of the subscriptions and more than three, which waits for
  /// an admin's word.
  public boolean massEnd() {
    return ended.size() > FEW && ended.size() * 2 > before;
  }

  /// The changed keys that are taken at the next start only.
  public List<String> restart() {
    return keys.stream().filter(key -> CONNECTIONS.stream().anyMatch(key::startsWith)).toList();
  }

  /// Those of [#restart] that are tokens; a running network could take them at once.
  public List<String> tokens() {
    return keys.stream().filter(TOKENS::contains).toList();
  }

  /// Whether both say the same.
  public boolean isEmpty() {
    return Stream.of(added, changed, ended, keys).allMatch(List::isEmpty) && sources.none();
  }

  private static Map<Key, Declared> declared(Settings settings) {
    Map<Key, Declared> all = new LinkedHashMap<>();
    for (ConfigSubscription subscription : settings.subscriptions()) {
      for (Address to : subscription.to()) {
        Declared declared = new Declared(subscription, to);
        all.put(declared.key(), declared);
      }
    }
    return all;
  }

  private static List<Declared> without(Map<Key, Declared> all, Map<Key, Declared> others) {
    return all.values().stream().filter(d -> !others.containsKey(d.key())).toList();
  }

  /// The line does not count: it moves with every comment.
  private static boolean same(Declared old, Settings oldIn, Declared now, Settings nowIn) {
    ConfigSubscription a = old.subscription();
    ConfigSubscription b = now.subscription();
    return a.query().equals(b.query())
        && a.plan().equals(b.plan())
        && a.owner().equals(b.owner())
        && a.file().equals(b.file())
        && a.ends(oldIn.zone()).equals(b.ends(nowIn.zone()));
  }

  private static Sources sources(List<Source> old, List<Source> now) {
    Map<SourceId, Source> was = byId(old);
    Map<SourceId, Source> is = byId(now);
    return new Sources(
        now.stream().filter(s -> !was.containsKey(s.id())).toList(),
        now.stream().filter(s -> was.containsKey(s.id()) && !s.equals(was.get(s.id()))).toList(),
        was.keySet().stream().filter(id -> !is.containsKey(id)).toList());
  }

  private static Map<SourceId, Source> byId(List<Source> sources) {
    return sources.stream()
        .collect(
            Collectors.toMap(Source::id, Function.identity(), (a, _) -> a, LinkedHashMap::new));
  }

  private static List<String> differing(Map<String, Object> old, Map<String, Object> now) {
    return now.keySet().stream()
        .filter(key -> !Objects.equals(old.get(key), now.get(key)))
        .toList();
  }

  /// Every key with its value, but for sources and subscriptions.
  private static Map<String, Object> flat(Settings settings) {
    Map<String, Object> flat = new LinkedHashMap<>();
    flat.put("zone", settings.zone());
    flat.put("contact", settings.reading().contact());
    connections(settings.connections(), flat);
    flat.put("admins", settings.people().admins());
    flat.put("chats", settings.people().chats());
    flat.put("users", settings.people().users());
    flat.put("limits.subscriptions_per_chat", settings.people().limits().subscriptionsPerChat());
    flat.put("limits.alerts_per_day", settings.people().limits().alertsPerDay());
    flat.put("keep.articles", settings.keep().articles());
    flat.put("keep.ledger", settings.keep().ledger());
    flat.put("keep.outbox", settings.keep().outbox());
    flat.put("fetch.per_host", settings.reading().fetch().perHost());
    flat.put("fetch.spacing", settings.reading().fetch().spacing());
    flat.put("fetch.timeout", settings.reading().fetch().timeout());
    flat.put("fetch.max_body", settings.reading().fetch().maxBody());
    flat.put("names", settings.reading().names());
    flat.put("sample_to_networks", settings.reading().sampleToNetworks());
    return flat;
  }

  private static void connections(Settings.Connections to, Map<String, Object> flat) {
    flat.put("store.url", to.store().url());
    flat.put("web.host", to.web().host());
    flat.put("web.port", to.web().port());
    flat.put("web.hosts", to.web().hosts());
    flat.put("web.password", to.web().password());
    flat.put("telegram.token", to.telegram().token());
    flat.put("telegram.api_url", to.telegram().apiUrl());
    flat.put("telegram.on_uncertain", to.telegram().onUncertain());
    flat.put("slack.bot_token", to.slack().botToken());
    flat.put("slack.app_token", to.slack().appToken());
    flat.put("slack.signing_secret", to.slack().signingSecret());
    flat.put("slack.api_url", to.slack().apiUrl());
    flat.put("slack.on_uncertain", to.slack().onUncertain());
    flat.put("local.enabled", to.local());
    flat.put("story.embeddings", to.embeddings());
  }
}
