package app.bellwire.app;

import app.bellwire.command.SourceProbe;
import app.bellwire.source.Source;
import app.bellwire.source.SourceState;
import app.bellwire.source.SourceStore;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// The sources of the configuration in force with what is known of each. Thread-safe.
record ConfiguredSources(Supplier<List<Source>> sources, SourceStore states, InstantSource clock)
    implements SourceProbe {
  @Override
  public List<Probe> all() {
    return sources.get().stream().map(source -> new Probe(source, state(source))).toList();
  }

  SourceState state(Source source) {
    return states
        .state(source.id())
        .orElseGet(() -> SourceState.unread(source.id(), clock.instant()));
  }
}
