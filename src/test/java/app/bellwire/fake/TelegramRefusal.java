package app.bellwire.fake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/// What the Bot API answers instead of a result. Immutable.
final class TelegramRefusal extends RuntimeException {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final int code;
  private final ObjectNode parameters;

  private TelegramRefusal(int code, String description, ObjectNode parameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }

  static TelegramRefusal of(int code, String description) {
    return new TelegramRefusal(code, description, NODES.objectNode());
  }

  static TelegramRefusal bad(String what) {
    return of(400, "Bad Request: " + what);
  }

  static TelegramRefusal forbidden(String what) {
    return of(403, "Forbidden: " + what);
  }

  static TelegramRefusal migrated(long to) {
    return new TelegramRefusal(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        NODES.objectNode().put("migrate_to_chat_id", to));
  }

  /// In whole seconds, as the Bot API says it.
  static TelegramRefusal tooFast(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return new TelegramRefusal(
        429,
        "Too Many Requests: retry after " + seconds,
        NODES.objectNode().put("retry_after", seconds));
  }

  int code() {
    return code;
  }

  String description() {
    return String.valueOf(getMessage());
  }

  String json() {
    ObjectNode json = NODES.objectNode().put("ok", false).put("error_code", code);
    json.put("description", description());
    if (!parameters.isEmpty()) {
      json.set("parameters", parameters);
    }
    return json.toString();
  }

  String[] headers() {
    return parameters.has("retry_after")
        ? new String[] {"Retry-After: " + parameters.get("retry_after").asLong()}
        : new String[0];
  }
}
