package app.bellwire.chat.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/// Who the app is on Slack. Immutable.
///
/// @param team id of its workspace
/// @param user id of its user, which people mention
/// @param id what its messages are signed with; empty where Slack does not say
/// @param workspace address of the workspace, such as `https://desk.slack.com/`
record Bot(String team, String user, String id, URI workspace) {
  /// None where the answer is not about a bot in a workspace.
  static Optional<Bot> of(AuthTestResponse us) {
    if (us.getTeamId() == null || us.getUserId() == null || us.getUrl() == null) {
      return Optional.empty();
    }
    String id = Objects.requireNonNullElse(us.getBotId(), "");
    return Optional.of(new Bot(us.getTeamId(), us.getUserId(), id, URI.create(us.getUrl())));
  }

  boolean wrote(String botId) {
    return id.isEmpty() || id.equals(botId);
  }
}
