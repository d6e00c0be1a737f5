package app.bellwire.command;

import app.bellwire.source.Source;
import app.bellwire.source.SourceState;
import java.util.List;

/// The sources as the configuration names them, with what is known of each. Thread-safe.
public interface SourceProbe {
  /// In the order of the configuration.
  List<Probe> all();

  record Probe(Source source, SourceState state) {
    /// Whether its looks fail.
    boolean failing() {
      return state.failures() > 0;
    }
  }
}
