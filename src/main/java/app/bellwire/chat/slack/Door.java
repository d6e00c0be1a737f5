package app.bellwire.chat.slack;

import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Asks Slack, once each, where the next connection is to be made. Blocks for a few seconds at most
/// and never throws for what a network can do.
interface Door {
  Answer knock();

  /// @param api calls with the token of the app, `xapp-`
  static Door of(WebApi api, Watch watch) {
    return () -> {
      Reply<AppsConnectionsOpenResponse> reply =
          api.ask(slack -> slack.appsConnectionsOpen(open -> open));
      watch.opened(reply);
      return switch (reply) {
        case Reply.Done<AppsConnectionsOpenResponse>(AppsConnectionsOpenResponse opened) ->
            new Open(URI.create(opened.getUrl()));
        case Reply.Denied<AppsConnectionsOpenResponse> denied ->
            new Shut(denied.words(), denied.retryAfter());
        case Reply.Unreached<AppsConnectionsOpenResponse>(String detail) -> new Shut(detail, null);
        case Reply.Lost<AppsConnectionsOpenResponse>(String detail) -> new Shut(detail, null);
      };
    };
  }

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
