package app.bellwire.fake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who may call what. Confined to the lock of its world.
final class SlackTokens {
  private final SlackWorld world;
  private final Set<String> scopes =
      new LinkedHashSet<>(
          List.of(
              "app_mentions:read",
              "channels:history",
              "channels:join",
              "channels:read",
              "chat:write",
              "commands",
              "groups:history",
              "groups:read",
              "im:history",
              "im:read",
              "im:write",
              "users:read"));

  /// What the bot's token is answered with, while it is not good.
  @Nullable String refused;

  SlackTokens(SlackWorld world) {
    this.world = world;
  }

  void scopes(List<String> all) {
    scopes.clear();
    scopes.addAll(all);
  }

  void check(SlackRequest call) {
    if (call.method().equals("api.test")) {
      return;
    }
    boolean appLevel = call.method().equals(SlackMethod.CONNECT);
    String wanted = appLevel ? SlackServer.APP_TOKEN : SlackServer.BOT_TOKEN;
    String other = appLevel ? SlackServer.BOT_TOKEN : SlackServer.APP_TOKEN;
    if (call.token().isEmpty()) {
      throw SlackRefusal.of("not_authed");
    }
    if (call.token().equals(other)) {
      throw SlackRefusal.of("not_allowed_token_type");
    }
    if (!call.token().equals(wanted)) {
      throw SlackRefusal.of("invalid_auth");
    }
    if (!appLevel) {
      checkGood();
      checkScope(call);
    }
  }

  private void checkGood() {
    if (refused != null) {
      throw SlackRefusal.of(refused);
    }
  }

  private void checkScope(SlackRequest call) {
    String channel = call.text("channel");
    SlackRoom room = world.rooms().get(channel);
    SlackRoom.Type type = room == null ? SlackRoom.Type.PUBLIC : room.type;
    Optional<String> needed = SlackMethod.scope(call.method(), type);
    if (needed.isPresent() && !scopes.contains(needed.get())) {
      throw SlackRefusal.missingScope(needed.get(), scopes);
    }
  }
}
