package app.bellwire.app;

import app.bellwire.source.SourceId;
import app.bellwire.source.SourceState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says in the log, once each, that a source cannot be read, why, and that it is read again.
/// Confined to one thread.
final class SourceLog {
  private static final Logger LOG = LoggerFactory.getLogger(SourceLog.class);

  private final Map<SourceId, String> failing = new HashMap<>();

  void note(SourceState state) {
    words(state).ifPresent(LOG::warn);
  }

  /// What is news about the source; none when nothing has changed.
  Optional<String> words(SourceState state) {
    if (state.failures() == 0) {
      return Optional.ofNullable(failing.remove(state.id()))
          .map(was -> state.id() + " is read again");
    }
    String problem = String.valueOf(state.problem());
    return problem.equals(failing.put(state.id(), problem))
        ? Optional.empty()
        : Optional.of(state.id() + " cannot be read: " + problem);
  }
}
