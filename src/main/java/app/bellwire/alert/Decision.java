package app.bellwire.alert;

import java.time.Instant;

/// What becomes of a match in a chat. Immutable.
public sealed interface Decision {
  Reason reason();

  record SendNow(Reason reason, boolean silent) implements Decision {}

  /// Kept and told at `until`, alone or together with others.
  record Hold(Reason reason, Instant until) implements Decision {}

  record Suppress(Reason reason) implements Decision {}
}
