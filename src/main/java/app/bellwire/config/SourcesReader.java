package app.bellwire.config;

import app.bellwire.config.Settings.Reading;
import app.bellwire.source.Backlog;
import app.bellwire.source.Source;
import app.bellwire.source.SourceId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the `sources` of the main file. Confined to one thread.
final class SourcesReader {
  private static final Duration LEAST = Duration.ofSeconds(30);
  private static final Duration LEAST_AT_HOME = Duration.ofSeconds(1);

  private final Section main;
  private final Map<String, Place> ids = new HashMap<>();

  SourcesReader(Section main) {
    this.main = main;
  }

  /// An empty list is taken at its word; a missing one is how a cut-off file looks.
  List<Source> sources() {
    List<Section> entries = main.sections("sources", Keys.SOURCE);
    if (entries.isEmpty() && main.items("sources").isEmpty()) {
      none();
    }
    List<Source> sources = new ArrayList<>();
    entries.forEach(entry -> source(entry).ifPresent(sources::add));
    return sources;
  }

  private void none() {
    if (main.isList("sources")) {
      main.note("sources", "there is none, so nothing is read");
    } else if (!main.misspelt("sources")) {
      main.wrong(
          main.place("sources"),
          "sources",
          "no source is set; the bundled wire is - { id: sample, url: \"sample:wires\" }");
    }
  }

  private Optional<Source> source(Section entry) {
    Optional<String> id = entry.required("id", Values::id);
    id.ifPresent(found -> unique(entry, found));
    Optional<URI> url = entry.required("url", Values::sourceAddress);
    boolean allowPrivate = entry.value("allow_private", Values::bool, false);
    boolean sample = url.map(URI::getScheme).filter(Source.SAMPLE_SCHEME::equals).isPresent();
    if (url.isPresent() && !allowPrivate && atHome(url.get())) {
      entry.note("url", "this machine is not dialled without allow_private: true");
    }
    Source source =
        new Source(
            new SourceId(id.orElse("")),
            url.orElse(URI.create("sample:wires")),
            entry.value("every", Values.duration(sample || allowPrivate ? LEAST_AT_HOME : LEAST)),
            entry.value("backlog", Values::backlog, Backlog.DEFAULT),
            allowPrivate,
            Optional.of(entry.text("agency", "")).filter(text -> !text.isBlank()),
            entry.value("zone", Values::zone, Reading.DEFAULT_SOURCE_ZONE));
    return id.isPresent() && url.isPresent() ? Optional.of(source) : Optional.empty();
  }

  private void unique(Section entry, String id) {
    Place first = ids.putIfAbsent(id, entry.place("id"));
    if (first != null) {
      entry.wrong(entry.place("id"), "id", "'" + id + "' is the source of line " + first.line());
    }
  }

  private static boolean atHome(URI url) {
    String host = String.valueOf(url.getHost());
    return host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }
}
