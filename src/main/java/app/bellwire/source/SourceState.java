package app.bellwire.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known about a source between two looks. Immutable.
///
/// @param nextLook when it is due; the truth that the schedule is rebuilt from
/// @param lastLook the last attempt, whatever came of it
/// @param lastRead the last look that got an answer (new content, or "unchanged")
/// @param failures looks failed in a row
/// @param problem what went wrong last, in words for an admin; null when all is well
public record SourceState(
    SourceId id,
    Instant nextLook,
    @Nullable Instant lastLook,
    @Nullable Instant lastRead,
    Validators validators,
    int failures,
    @Nullable String problem) {

  /// A source nobody has looked at.
  public static SourceState unread(SourceId id, Instant due) {
    return new SourceState(id, due, null, null, Validators.NONE, 0, null);
  }

  /// From the last look to the next, whatever clocks have shown since; none where nobody has
  /// looked.
  public Optional<Duration> interval() {
    return Optional.ofNullable(lastLook)
        .map(look -> Duration.between(look, nextLook))
        .filter(Duration::isPositive);
  }

  /// Whether no look has succeeded so far, so that what it lists is backlog.
  public boolean neverRead() {
    return lastRead == null;
  }
}
