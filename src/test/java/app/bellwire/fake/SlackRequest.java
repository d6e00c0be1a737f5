package app.bellwire.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// One call of a method of the Web API: arguments come in the query, in a form or in a JSON body; a
/// nested value of a form is a string that holds JSON. Immutable.
///
/// @param token from the Authorization header, else from the arguments; empty without one
/// @param method as it stands in the path
/// @param arguments by name
record SlackRequest(String token, String method, ObjectNode arguments) {
  static final String API = "/api/";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BEARER = "Bearer ";

  static SlackRequest of(RawHttp.Request request) {
    String[] target = request.target().split("\\?", 2);
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    if (target.length > 1) {
      form(target[1], arguments);
    }
    if (request.header("content-type").startsWith("application/json")) {
      arguments.setAll(body(request.body()));
    } else {
      form(request.body(), arguments);
    }
    String method = target[0].substring(API.length());
    return new SlackRequest(token(request, arguments), method, arguments);
  }

  private static void form(String form, ObjectNode into) {
    for (String pair : form.isBlank() ? new String[0] : form.split("&", -1)) {
      String[] sides = pair.split("=", 2);
      into.put(decoded(sides[0]), sides.length > 1 ? decoded(sides[1]) : "");
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  static ObjectNode body(String text) {
    if (parsed(text).orElse(MissingNode.getInstance()) instanceof ObjectNode object) {
      return object;
    }
    throw SlackRefusal.of("invalid_json");
  }

  /// Nothing when it is no JSON.
  static Optional<JsonNode> parsed(String text) {
    try {
      return Optional.ofNullable(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static String token(RawHttp.Request request, ObjectNode arguments) {
    String header = request.header("authorization");
    return header.startsWith(BEARER)
        ? header.substring(BEARER.length())
        : arguments.path("token").asText("");
  }

  boolean has(String name) {
    JsonNode value = arguments.path(name);
    boolean blank = value.isMissingNode() || value.isNull();
    return !blank && !(value.isTextual() && value.asText().isEmpty());
  }

  /// Empty when it is not there.
  String text(String name) {
    return has(name) ? arguments.get(name).asText() : "";
  }

  boolean flag(String name) {
    String value = text(name);
    return value.equals("true") || value.equals("1");
  }

  int number(String name, int otherwise) {
    return has(name) ? (int) arguments.get(name).asDouble(otherwise) : otherwise;
  }

  /// A nested value; a missing node when it is not there.
  ///
  /// @param error what is answered when it is no JSON
  JsonNode nested(String name, String error) {
    if (!has(name)) {
      return MissingNode.getInstance();
    }
    JsonNode value = arguments.get(name);
    return value.isTextual()
        ? parsed(value.asText()).orElseThrow(() -> SlackRefusal.of(error))
        : value;
  }
}
