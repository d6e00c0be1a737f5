package app.bellwire.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One call of a method of the Bot API: parameters come in the query, in a JSON body or in both; a
/// nested value may be JSON or a string that holds JSON. Immutable.
///
/// @param token as it stands in the path
/// @param method in lower case
/// @param parameters by name
record TelegramRequest(String token, String method, ObjectNode parameters) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static TelegramRequest of(RawHttp.Request request) {
    String[] target = request.target().split("\\?", 2);
    String[] path = target[0].split("/", 3);
    if (path.length < 3 || !path[1].startsWith("bot")) {
      throw TelegramRefusal.of(404, "Not Found");
    }
    ObjectNode parameters = JsonNodeFactory.instance.objectNode();
    if (target.length > 1) {
      query(target[1], parameters);
    }
    if (!request.body().isBlank()) {
      parameters.setAll(body(request.body()));
    }
    String method = path[2].toLowerCase(Locale.ROOT);
    return new TelegramRequest(decoded(path[1].substring(3)), method, parameters);
  }

  private static void query(String query, ObjectNode into) {
    for (String pair : query.split("&", -1)) {
      String[] sides = pair.split("=", 2);
      into.put(decoded(sides[0]), sides.length > 1 ? decoded(sides[1]) : "");
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static ObjectNode body(String text) {
    try {
      if (JSON.readTree(text) instanceof ObjectNode body) {
        return body;
      }
    } catch (JsonProcessingException e) {
      throw TelegramRefusal.bad("can't parse JSON object");
    }
    throw TelegramRefusal.bad("can't parse JSON object");
  }

  boolean has(String name) {
    JsonNode value = parameters.path(name);
    boolean blank = value.isMissingNode() || value.isNull();
    return !blank && !(value.isTextual() && value.asText().isEmpty());
  }

  /// Empty when it is not there.
  String text(String name) {
    return has(name) ? parameters.get(name).asText() : "";
  }

  /// 0 when it is not there or no number.
  int number(String name) {
    return (int) parameters.path(name).asLong(0);
  }

  boolean flag(String name) {
    return parameters.path(name).asBoolean(false);
  }

  /// A nested value; a missing node when it is not there.
  JsonNode nested(String name) {
    if (!has(name)) {
      return MissingNode.getInstance();
    }
    JsonNode value = parameters.get(name);
    try {
      return value.isTextual() ? JSON.readTree(value.asText()) : value;
    } catch (JsonProcessingException e) {
      throw TelegramRefusal.bad("can't parse " + name + " JSON object");
    }
  }
}
