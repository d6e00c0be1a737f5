package app.bellwire.chat.slack;

import java.net.URI;

/// How an app reaches Slack, and is reached by it. Immutable.
///
/// @param server where the methods of the Web API are, such as `https://slack.com/api/`
/// @param botToken `xoxb-`; it sends
/// @param appToken `xapp-`; it listens by Socket Mode. Empty where events come over HTTP
/// @param signingSecret what Slack signs events over HTTP with. Empty where none come
public record SlackAccess(URI server, String botToken, String appToken, String signingSecret) {
  /// Says nothing of the secrets.
  @Override
  public String toString() {
    return server.toString();
  }
}
