package app.bellwire.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What stands in the fields of a view or a message: `state.values`, by block and by action.
/// Confined to the lock of its world.
final class SlackForm {
  /// How the value of a kind of element is named, in the state and at first.
  private record Kept(String now, String first, boolean several) {}

  private static final Kept TEXT = new Kept("value", "initial_value", false);
  private static final Kept OPTION = new Kept("selected_option", "initial_option", false);
  private static final Kept OPTIONS = new Kept("selected_options", "initial_options", true);
  private static final Map<String, Kept> KEPT =
      Map.ofEntries(
          Map.entry("plain_text_input", TEXT),
          Map.entry("email_text_input", TEXT),
          Map.entry("url_text_input", TEXT),
          Map.entry("number_input", TEXT),
          Map.entry("static_select", OPTION),
          Map.entry("radio_buttons", OPTION),
          Map.entry("multi_static_select", OPTIONS),
          Map.entry("checkboxes", OPTIONS),
          Map.entry("users_select", new Kept("selected_user", "initial_user", false)),
          Map.entry("multi_users_select", new Kept("selected_users", "initial_users", true)),
          Map.entry("channels_select", new Kept("selected_channel", "initial_channel", false)),
          Map.entry(
              "multi_channels_select", new Kept("selected_channels", "initial_channels", true)),
          Map.entry(
              "conversations_select",
              new Kept("selected_conversation", "initial_conversation", false)),
          Map.entry(
              "multi_conversations_select",
              new Kept("selected_conversations", "initial_conversations", true)),
          Map.entry("datepicker", new Kept("selected_date", "initial_date", false)),
          Map.entry("timepicker", new Kept("selected_time", "initial_time", false)),
          Map.entry("datetimepicker", new Kept("selected_date_time", "initial_date_time", false)));

  /// A field in its block.
  private record Field(JsonNode block, JsonNode element) {
    String blockId() {
      return block.path("block_id").asText();
    }

    String actionId() {
      return element.path("action_id").asText();
    }

    String label() {
      return block.path("label").path("text").asText();
    }

    Kept kept() {
      return KEPT.getOrDefault(element.path("type").asText(), TEXT);
    }

    boolean is(String name) {
      return actionId().equals(name) || blockId().equals(name) || label().equals(name);
    }
  }

  private SlackForm() {}

  private static List<Field> fields(JsonNode shown) {
    List<Field> fields = new ArrayList<>();
    for (JsonNode block : shown.path("blocks")) {
      Stream.concat(
              Stream.of(block.path("element"), block.path("accessory")),
              block.path("elements").valueStream())
          .filter(element -> KEPT.containsKey(element.path("type").asText()))
          .forEach(element -> fields.add(new Field(block, element)));
    }
    return fields;
  }

  /// Every field says what it says at first.
  ///
  /// @param current the channel that the person looks at; empty for none
  static void begin(ObjectNode shown, String current) {
    ObjectNode values = shown.putObject("state").putObject("values");
    for (Field field : fields(shown)) {
      ObjectNode value = values.withObjectProperty(field.blockId()).putObject(field.actionId());
      value.put("type", field.element.path("type").asText());
      JsonNode first = field.element.path(field.kept().first);
      boolean said = !first.isMissingNode();
      value.set(field.kept().now, said ? first : unsaid(field, current, value));
    }
  }

  private static JsonNode unsaid(Field field, String current, ObjectNode value) {
    boolean follows = field.element.path("default_to_current_conversation").asBoolean();
    JsonNode kinds = field.element.path("filter").path("include");
    boolean offered =
        kinds.isEmpty()
            || !current.startsWith("D")
            || kinds.valueStream().anyMatch(kind -> kind.asText().equals("im"));
    return follows && offered && !current.isEmpty()
        ? value.textNode(current)
        : nothing(field, value);
  }

  private static JsonNode nothing(Field field, ObjectNode value) {
    return field.kept().several ? value.arrayNode() : NullNode.getInstance();
  }

  /// Fields whose ids are the same keep what was put into them.
  static void keep(JsonNode old, ObjectNode shown) {
    JsonNode before = old.path("state").path("values");
    for (Field field : fields(shown)) {
      JsonNode value = before.path(field.blockId()).path(field.actionId());
      if (value.path("type").asText().equals(field.element.path("type").asText())) {
        values(shown).withObjectProperty(field.blockId()).set(field.actionId(), value);
      }
    }
  }

  private static ObjectNode values(ObjectNode shown) {
    return shown.withObjectProperty("state").withObjectProperty("values");
  }

  /// Puts words into a field.
  ///
  /// @param name its label, its action id or its block id
  /// @param words of several choices, one a line; a choice by its label or its value
  static void fill(ObjectNode shown, String name, String words) {
    Field field =
        fields(shown).stream()
            .filter(each -> each.is(name))
            .findFirst()
            .orElseThrow(() -> noField(shown, name));
    ObjectNode value =
        (ObjectNode) values(shown).withObjectProperty(field.blockId()).get(field.actionId());
    value.set(field.kept().now, value(field, words, value));
  }

  private static IllegalArgumentException noField(ObjectNode shown, String name) {
    List<String> all = fields(shown).stream().map(f -> f.label() + "/" + f.actionId()).toList();
    return new IllegalArgumentException("no field is " + name + "; there are " + all);
  }

  private static JsonNode value(Field field, String words, ObjectNode nodes) {
    if (field.kept().several) {
      ArrayNode several = nodes.arrayNode();
      words.lines().filter(line -> !line.isBlank()).forEach(l -> several.add(one(field, l, nodes)));
      return several;
    }
    return words.isEmpty() ? NullNode.getInstance() : one(field, words, nodes);
  }

  private static JsonNode one(Field field, String words, ObjectNode nodes) {
    if (!field.kept().now.startsWith("selected_option")) {
      return nodes.textNode(words);
    }
    return field
        .element
        .path("options")
        .valueStream()
        .filter(option -> means(option, words))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no option is " + words));
  }

  private static boolean means(JsonNode option, String words) {
    return option.path("text").path("text").asText().equals(words)
        || option.path("value").asText().equals(words);
  }

  /// What a person's own screen would not let them send.
  static void checkComplete(ObjectNode shown) {
    for (Field field : fields(shown)) {
      JsonNode value =
          values(shown).path(field.blockId()).path(field.actionId()).path(field.kept().now);
      boolean input = field.block.path("type").asText().equals("input");
      boolean empty = value.isNull() || (value.isArray() && value.isEmpty());
      if (input && empty && !field.block.path("optional").asBoolean()) {
        throw new IllegalStateException("the field " + field.label() + " must be filled");
      }
      if (value.isTextual() && value.asText().length() > longest(field)) {
        throw new IllegalStateException("too long for the field " + field.label());
      }
    }
  }

  private static int longest(Field field) {
    return field.element.path("max_length").asInt(3000);
  }

  /// What stands in the fields of a message, in which nothing is ever changed.
  static ObjectNode state(ObjectNode message) {
    ObjectNode shown = message.deepCopy();
    begin(shown, "");
    return (ObjectNode) shown.get("state");
  }
}
