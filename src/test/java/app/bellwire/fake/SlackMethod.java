package app.bellwire.fake;

import java.util.Map;
import java.util.Optional;

/// What Slack's tables say of its methods. Pure.
final class SlackMethod {
  static final String CONNECT = "apps.connections.open";

  private static final Map<String, String> SCOPES =
      Map.ofEntries(
          Map.entry("chat.postMessage", "chat:write"),
          Map.entry("chat.postEphemeral", "chat:write"),
          Map.entry("chat.update", "chat:write"),
          Map.entry("chat.delete", "chat:write"),
          Map.entry("conversations.list", "channels:read"),
          Map.entry("conversations.open", "im:write"),
          Map.entry("conversations.join", "channels:join"),
          Map.entry("users.info", "users:read"));

  /// Whose scope depends on the kind of channel.
  private static final Map<String, String> SCOPES_BY_CHANNEL =
      Map.of(
          "conversations.info", "read",
          "conversations.members", "read",
          "conversations.history", "history",
          "conversations.replies", "history");

  private static final Map<String, Integer> PER_MINUTE =
      Map.ofEntries(
          Map.entry(CONNECT, 1),
          Map.entry("chat.postMessage", 600),
          Map.entry("chat.update", 50),
          Map.entry("chat.delete", 50),
          Map.entry("chat.postEphemeral", 100),
          Map.entry("conversations.info", 50),
          Map.entry("conversations.list", 20),
          Map.entry("conversations.open", 50),
          Map.entry("conversations.history", 50),
          Map.entry("conversations.replies", 50),
          Map.entry("conversations.members", 100),
          Map.entry("users.info", 100),
          Map.entry("views.open", 100),
          Map.entry("views.push", 100),
          Map.entry("views.update", 100),
          Map.entry("views.publish", 100));

  private SlackMethod() {}

  /// What the token must be allowed; nothing when any token will do.
  static Optional<String> scope(String method, SlackRoom.Type type) {
    String suffix = SCOPES_BY_CHANNEL.get(method);
    return suffix == null
        ? Optional.ofNullable(SCOPES.get(method))
        : Optional.of(prefix(type) + ":" + suffix);
  }

  private static String prefix(SlackRoom.Type type) {
    return switch (type) {
      case PUBLIC -> "channels";
      case PRIVATE -> "groups";
      case DIRECT -> "im";
    };
  }

  static int perMinute(String method) {
    return PER_MINUTE.getOrDefault(method, Integer.MAX_VALUE);
  }
}
