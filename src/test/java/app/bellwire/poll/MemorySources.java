package app.bellwire.poll;

import app.bellwire.source.SourceId;
import app.bellwire.source.SourceState;
import app.bellwire.source.SourceStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The states of sources, kept in memory.
final class MemorySources implements SourceStore {
  private final ConcurrentHashMap<SourceId, SourceState> states = new ConcurrentHashMap<>();
  private volatile boolean full;

  /// From here on nothing can be saved.
  void runsFull() {
    full = true;
  }

  @Override
  public Optional<SourceState> state(SourceId id) {
    return Optional.ofNullable(states.get(id));
  }

  @Override
  public List<SourceState> states() {
    return List.copyOf(states.values());
  }

  @Override
  public void save(SourceState state) {
    if (full) {
      throw new IllegalStateException("the disk is full");
    }
    states.put(state.id(), state);
  }
}
