package app.bellwire.config;

import app.bellwire.config.Settings.Connections;
import app.bellwire.config.Settings.Reading;
import app.bellwire.query.ParsedQuery;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the configuration: the main file, what it includes, its names and its secrets.
/// Thread-safe; reads files and nothing else.
///
/// All problems are found in one reading, but for what follows the first place where a file is no
/// YAML at all.
public final class ConfigLoader {
  private final Placeholders placeholders;
  private final Function<String, ParsedQuery> queries;
  private final InstantSource clock;

  /// @param environment the value of a variable, or null
  /// @param queries parses a query
  /// @param clock tells which subscriptions are over
  public ConfigLoader(
      Function<String, @Nullable String> environment,
      Function<String, ParsedQuery> queries,
      InstantSource clock) {
    this.placeholders = new Placeholders(environment);
    this.queries = queries;
    this.clock = clock;
  }

  /// @param file the main file; problems name it, and those beside it, in the same way
  /// @param overrides `key=value` each, over what the main file says
  public ConfigResult load(Path file, List<String> overrides) {
    return read(file, overrides).result();
  }

  /// A result and the digests of every file it rests on, those that are missing too.
  record Outcome(ConfigResult result, Map<Path, String> files) {}

  Outcome read(Path file, List<String> overrides) {
    Scope scope = new Scope(file, new Disk(), new Findings(), placeholders);
    Optional<Settings> settings =
        Document.main(scope)
            .map(main -> Overrides.apply(main, overrides, scope.findings()))
            .map(main -> settings(new Section(Keys.MAIN, main, scope)));
    Map<Path, String> files = scope.disk().digests();
    ConfigResult result =
        scope.findings().none() && settings.isPresent()
            ? new ConfigResult.Loaded(settings.get(), files)
            : new ConfigResult.Refused(scope.findings().problems());
    return new Outcome(result, files);
  }

  private Settings settings(Section main) {
    ZoneId zone = main.value("zone", Values::zone, Settings.DEFAULT_ZONE);
    SettingsReader reader = new SettingsReader(main);
    Connections connections = reader.connections();
    List<ConfigSubscription> subscriptions = subscriptions(main, zone, connections);
    Settings.People people = reader.people();
    Reading reading = reading(main, reader);
    Settings.Keep keep = reader.keep();
    return new Settings(
        zone, connections, people, reading, keep, subscriptions, main.scope().findings().notes());
  }

  private static Reading reading(Section main, SettingsReader reader) {
    return new Reading(
        main.text("contact", Reading.DEFAULT_CONTACT),
        reader.fetch(),
        new SourcesReader(main).sources(),
        Document.names(main),
        main.value("sample_to_networks", Values::bool, Reading.DEFAULT_SAMPLE_TO_NETWORKS));
  }

  private List<ConfigSubscription> subscriptions(
      Section main, ZoneId zone, Connections connections) {
    SubscriptionsReader reader =
        new SubscriptionsReader(queries, zone, connections, clock.instant());
    reader.read(main);
    included(main).forEach(reader::read);
    return reader.subscriptions();
  }

  private static List<Section> included(Section main) {
    List<Section> files = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Yaml item : main.items("include")) {
      Optional<String> name = main.read("include", item, Values::text);
      if (name.isPresent() && !names.add(name.get())) {
        main.wrong(item.place(), "include", "'" + name.get() + "' stands here twice");
      } else {
        name.flatMap(n -> Document.included(main, item.place(), n)).ifPresent(files::add);
      }
    }
    return files;
  }
}
