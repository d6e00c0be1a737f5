package app.bellwire.alert;

import java.time.Instant;

/// What becomes of a match in a chat. Immutable.
public sealed interface Decision {
  Reason reason();

  record SendNow(Reason reason, boolean silent) implements Decision {}

  /// Kept and told at `until`, alone or together with others.
  record Hold(Reason reason, Instant until) implements Decision {
    /// Until somebody lets go of it.
    public static final Instant OPEN_END = Instant.parse("9999-12-31T00:00:00Z");
  }

  record Suppress(Reason reason) implements Decision {}
}
