package app.bellwire.ledger;

import java.util.List;

/// The fate of one fetched item; the closed list every figure is counted from.
public enum Outcome {
  /// Read, and nothing anybody watches for.
  UNMATCHED,
  /// Told as a new story in at least one chat.
  TOLD,
  /// Joined a story that was told.
  JOINED,
  /// Held for a digest or the end of quiet hours.
  HELD,
  /// Matched, and muted in every chat it matched in.
  MUTED,
  /// Matched, and listed in a backlog line or left out for another reason that `/whynot` names.
  FILTERED,
  /// The same article as one that was read before.
  REPEATED,
  /// Could not be read or decided.
  FAILED;

  /// What matters most first: an article told in one chat and muted in another was told.
  public static final List<Outcome> BY_WEIGHT = List.of(TOLD, JOINED, HELD, MUTED, FILTERED);

  /// Whether a subscription asked for the item.
  public boolean matched() {
    return switch (this) {
      case TOLD, JOINED, HELD, MUTED, FILTERED -> true;
      case UNMATCHED, REPEATED, FAILED -> false;
    };
  }
}
