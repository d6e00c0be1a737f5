package app.bellwire.chat.slack;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Asks Slack, once each, where the next connection is to be made. Blocks for a few seconds at most
/// and never throws for what a network can do.
interface Door {
  Answer knock();

  /// What Slack answered. Immutable.
  sealed interface Answer {}

  /// A connection may be made.
  ///
  /// @param at good for one connection within half a minute; a secret until then
  record Open(URI at) implements Answer {}

  /// None may be made now.
  ///
  /// @param why short and without secrets
  /// @param patience how long Slack wants to be left alone, or null
  record Shut(String why, @Nullable Duration patience) implements Answer {}
}
