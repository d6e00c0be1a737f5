package app.bellwire.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What is wrong with a piece of Block Kit, in Slack's words, each with a pointer to its place.
/// Confined to one call.
final class SlackFindings {
  private final List<String> all = new ArrayList<>();

  List<String> all() {
    return List.copyOf(all);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  void add(String what, String where) {
    all.add(what + " [json-pointer:" + where + "]");
  }

  /// Says whether it is an object.
  boolean object(JsonNode node, String where) {
    if (!node.isObject()) {
      add(node.isMissingNode() ? "missing required field" : "must be an object", where);
    }
    return node.isObject();
  }

  /// Says whether it is a list, and finds fault with one of too few or too many.
  boolean list(JsonNode node, int least, int most, String where) {
    if (!node.isArray()) {
      add(node.isMissingNode() ? "missing required field" : "must be an array", where);
      return false;
    }
    if (node.size() < least) {
      add("must have at least " + least + " items", where);
    }
    if (node.size() > most) {
      add("no more than " + most + " items allowed", where);
    }
    return true;
  }

  /// A string of so many UTF-16 units.
  void string(JsonNode node, int least, int most, String where) {
    if (!node.isTextual()) {
      add(node.isMissingNode() ? "missing required field" : "must be a string", where);
      return;
    }
    if (node.asText().length() < least) {
      add("must be more than " + (least - 1) + " characters", where);
    }
    if (node.asText().length() > most) {
      add("must be less than " + (most + 1) + " characters", where);
    }
  }

  /// The same, or nothing.
  void perhaps(JsonNode node, int least, int most, String where) {
    if (!node.isMissingNode()) {
      string(node, least, most, where);
    }
  }

  void oneOf(JsonNode node, Set<String> words, String where) {
    if (!words.contains(node.asText())) {
      add("must be a valid enum value: " + node.asText(), where);
    }
  }

  void flag(JsonNode node, String where) {
    if (!node.isMissingNode() && !node.isBoolean()) {
      add("must be a boolean", where);
    }
  }

  /// Nothing but these fields.
  void only(JsonNode node, Set<String> fields, String where) {
    node.fieldNames()
        .forEachRemaining(
            field -> {
              if (!fields.contains(field)) {
                add("invalid additional property: " + field, where);
              }
            });
  }

  /// A text object of either kind.
  void text(JsonNode node, int most, String where) {
    if (!object(node, where)) {
      return;
    }
    boolean plain = node.path("type").asText().equals("plain_text");
    oneOf(node.path("type"), Set.of("plain_text", "mrkdwn"), where + "/type");
    only(node, Set.of("type", "text", plain ? "emoji" : "verbatim"), where);
    string(node.path("text"), 1, most, where + "/text");
  }

  /// A text object in which nothing is markup.
  void plain(JsonNode node, int most, String where) {
    text(node, most, where);
    if (node.isObject()) {
      oneOf(node.path("type"), Set.of("plain_text"), where + "/type");
    }
  }

  void perhapsPlain(JsonNode node, int most, String where) {
    if (!node.isMissingNode()) {
      plain(node, most, where);
    }
  }
}
