package app.bellwire.source;

import java.util.List;
import java.util.Optional;

/// Keeps the states of sources. Implementations are thread-safe; writes join the caller's
/// transaction.
public interface SourceStore {
  /// The state of `id`, or none when it was never seen.
  Optional<SourceState> state(SourceId id);

  List<SourceState> states();

  void save(SourceState state);
}
