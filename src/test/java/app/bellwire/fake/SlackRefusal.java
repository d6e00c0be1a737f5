package app.bellwire.fake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// What the Web API answers instead of a result. Immutable.
final class SlackRefusal extends RuntimeException {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final int status;
  private final ObjectNode more;
  private final String[] headers;

  private SlackRefusal(int status, String error, ObjectNode more, String... headers) {
    super(error);
    this.status = status;
    this.more = more;
    this.headers = headers;
  }

  static SlackRefusal of(String error) {
    return new SlackRefusal(200, error, NODES.objectNode());
  }

  /// With the reasons that Slack gives, each with a pointer to its place.
  static SlackRefusal of(String error, List<String> reasons) {
    ObjectNode more = NODES.objectNode();
    var messages = more.putObject("response_metadata").putArray("messages");
    reasons.forEach(reason -> messages.add("[ERROR] " + reason));
    var errors = more.putArray("errors");
    reasons.forEach(errors::add);
    return new SlackRefusal(200, error, more);
  }

  static SlackRefusal missingScope(String needed, Set<String> provided) {
    ObjectNode more = NODES.objectNode().put("needed", needed);
    return new SlackRefusal(200, "missing_scope", more.put("provided", String.join(",", provided)));
  }

  /// In whole seconds, as Slack says it.
  static SlackRefusal tooFast(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return new SlackRefusal(429, "ratelimited", NODES.objectNode(), "Retry-After: " + seconds);
  }

  int status() {
    return status;
  }

  String error() {
    return String.valueOf(getMessage());
  }

  String json() {
    return NODES.objectNode().put("ok", false).put("error", error()).setAll(more).toString();
  }

  String[] headers() {
    return headers.clone();
  }
}
