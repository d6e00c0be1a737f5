package app.bellwire.ledger;

import java.time.Instant;
import java.util.Optional;

/// How it was decided about an article in one chat. Immutable.
///
/// @param reason a word of the closed list of the part that decided
/// @param until when what is held is told, or when the mute ends
/// @param by who muted; empty where nobody did or nobody knows
public record Ruling(Outcome outcome, String reason, Optional<Instant> until, String by) {
  public Ruling(Outcome outcome, String reason) {
    this(outcome, reason, Optional.empty(), "");
  }
}
