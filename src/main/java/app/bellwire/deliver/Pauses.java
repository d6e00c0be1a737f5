package app.bellwire.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The waits that networks asked for, so that a restart forgets none. Implementations are
/// thread-safe; writes join the caller's transaction.
public interface Pauses {
  /// Those that have not ended at `now`.
  List<Pause> of(Instant now);

  /// Adds the pause, or lengthens the one that is there.
  void put(Pause pause);

  /// Somebody set the wall clock: pauses keep their length.
  void clockMoved(Duration by);

  /// @param scope a network's name, or an address
  record Pause(String scope, Instant until) {
    /// What a network asked for at `now`.
    ///
    /// @param whole whether the whole network waits
    static Pause of(Place place, boolean whole, Duration wait, Instant now) {
      return new Pause(whole ? place.network() : place.id(), now.plus(wait));
    }
  }
}
