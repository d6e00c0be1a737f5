package app.bellwire.deliver;

import java.time.Instant;
import java.util.List;

/// The waits that networks asked for, so that a restart forgets none. Implementations are
/// thread-safe; writes join the caller's transaction.
public interface Pauses {
  /// Those that have not ended at `now`.
  List<Pause> of(Instant now);

  /// Adds the pause, or lengthens the one that is there.
  void put(Pause pause);

  /// @param scope a network's name, or an address
  record Pause(String scope, Instant until) {}
}
