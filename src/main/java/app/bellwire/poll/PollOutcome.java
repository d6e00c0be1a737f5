package app.bellwire.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What came of a look, as far as the next one depends on it. Immutable.
public sealed interface PollOutcome {
  /// @param fresh items that were new
  /// @param freshFor how long the server asks not to be asked again
  record Read(int fresh, Optional<Duration> freshFor) implements PollOutcome {}

  record Unchanged(Optional<Duration> freshFor) implements PollOutcome {}

  /// The server asks to be left alone until `until`.
  record Throttled(Instant until) implements PollOutcome {}

  /// @param lasting true where another look soon cannot help (404, 410, a forbidden address)
  record Failed(String detail, boolean lasting) implements PollOutcome {}
}
