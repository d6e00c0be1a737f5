package app.bellwire.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What blocks show: their words, and what can be pressed. Pure.
final class SlackWords {
  /// Something that can be pressed.
  record Press(JsonNode block, JsonNode element) {
    String label() {
      return element.path("text").path("text").asText("");
    }
  }

  private static final Pattern RING = Pattern.compile("<!(channel|here|everyone|subteam)");

  /// Parts of a rich text whose words are taken as they are.
  private static final Set<String> PLAIN = Set.of("text", "link");

  private SlackWords() {}

  static String of(JsonNode blocks) {
    return blocks
        .valueStream()
        .map(SlackWords::block)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String block(JsonNode block) {
    return switch (block.path("type").asText()) {
      case "section" ->
          joined(
              Stream.concat(
                  Stream.of(text(block)), block.path("fields").valueStream().map(SlackWords::leaf)),
              "\n");
      case "header", "markdown" -> text(block);
      case "context" -> joined(block.path("elements").valueStream().map(SlackWords::leaf), " ");
      case "rich_text" -> joined(block.path("elements").valueStream().map(SlackWords::part), "\n");
      case "input" -> input(block);
      case "image" -> block.path("alt_text").asText();
      default -> "";
    };
  }

  private static String joined(Stream<String> words, String between) {
    return words.filter(word -> !word.isEmpty()).collect(Collectors.joining(between));
  }

  private static String text(JsonNode block) {
    JsonNode text = block.path("text");
    return text.isTextual() ? text.asText() : leaf(text);
  }

  private static String leaf(JsonNode text) {
    return text.path("text").asText(text.path("alt_text").asText(""));
  }

  private static String input(JsonNode block) {
    return joined(Stream.of(leaf(block.path("label")), leaf(block.path("hint"))), "\n");
  }

  private static String part(JsonNode part) {
    String between = part.path("type").asText().equals("rich_text_list") ? "\n" : "";
    return part.path("elements")
        .valueStream()
        .map(SlackWords::element)
        .collect(Collectors.joining(between));
  }

  private static String element(JsonNode element) {
    return switch (element.path("type").asText()) {
      case "rich_text_section" -> part(element);
      case "text" -> element.path("text").asText();
      case "link" -> element.path("text").asText(element.path("url").asText());
      case "date" -> element.path("fallback").asText(element.path("timestamp").asText());
      case "emoji" -> ":" + element.path("name").asText() + ":";
      case "user" -> "<@" + element.path("user_id").asText() + ">";
      case "channel" -> "<#" + element.path("channel_id").asText() + ">";
      case "broadcast" -> "@" + element.path("range").asText();
      default -> "";
    };
  }

  /// Whether it calls everybody in a channel.
  static boolean rings(String text, JsonNode blocks) {
    boolean told = blocks.findValuesAsText("type").contains("broadcast");
    return told
        || RING.matcher(text).find()
        || blocks.findParents("text").stream().anyMatch(SlackWords::rings);
  }

  private static boolean rings(JsonNode parent) {
    JsonNode text = parent.path("text").isObject() ? parent.path("text") : parent;
    boolean plain =
        text.path("type").asText().equals("plain_text")
            || PLAIN.contains(parent.path("type").asText());
    return !plain && RING.matcher(text.path("text").asText()).find();
  }

  static List<Press> presses(JsonNode blocks) {
    List<Press> presses = new ArrayList<>();
    for (JsonNode block : blocks) {
      Stream.concat(block.path("elements").valueStream(), Stream.of(block.path("accessory")))
          .flatMap(SlackWords::pressable)
          .forEach(element -> presses.add(new Press(block, element)));
    }
    return presses;
  }

  /// A button, or each choice of an overflow menu.
  private static Stream<JsonNode> pressable(JsonNode element) {
    return switch (element.path("type").asText()) {
      case "button" -> Stream.of(element);
      case "overflow" -> choices(element).valueStream();
      default -> Stream.empty();
    };
  }

  private static ArrayNode choices(JsonNode menu) {
    ArrayNode choices = JsonNodeFactory.instance.arrayNode();
    for (JsonNode option : menu.path("options")) {
      var choice = choices.addObject().put("type", "overflow");
      choice.set("action_id", menu.path("action_id"));
      choice.set("text", option.path("text"));
      choice.set("selected_option", option);
    }
    return choices;
  }

  /// The one whose label is this, else the first that contains it.
  static Press press(JsonNode blocks, String label) {
    List<Press> all = presses(blocks);
    Optional<Press> exact = all.stream().filter(press -> press.label().equals(label)).findFirst();
    return exact
        .or(() -> all.stream().filter(press -> press.label().contains(label)).findFirst())
        .orElseThrow(() -> none(label, all));
  }

  private static IllegalArgumentException none(String label, List<Press> all) {
    List<String> labels = all.stream().map(Press::label).toList();
    return new IllegalArgumentException("no button says " + label + "; there are " + labels);
  }
}
