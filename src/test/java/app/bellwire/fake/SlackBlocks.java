package app.bellwire.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The rules of Block Kit for the blocks of a message or a view. Confined to one call.
final class SlackBlocks {
  static final int MOST_IN_MESSAGE = 50;
  static final int MOST_IN_VIEW = 100;

  /// Not documented; a message with more is refused.
  private static final int LONGEST_MESSAGE = 13_000;

  private static final int LONGEST_ID = 255;

  private final SlackFindings findings;
  private final SlackElements elements;
  private final Set<String> ids = new HashSet<>();

  SlackBlocks(SlackFindings findings) {
    this.findings = findings;
    this.elements = new SlackElements(findings);
  }

  /// The blocks of a call; none when it has none.
  static Optional<ArrayNode> of(SlackRequest call) {
    JsonNode blocks = call.nested("blocks", "invalid_blocks_format");
    return blocks.isMissingNode() ? Optional.empty() : Optional.of(message(blocks));
  }

  /// Checked, each with an id.
  static ArrayNode message(JsonNode blocks) {
    if (!(blocks instanceof ArrayNode list)) {
      throw SlackRefusal.of("invalid_blocks_format");
    }
    SlackFindings findings = new SlackFindings();
    new SlackBlocks(findings).check(list, MOST_IN_MESSAGE, "/blocks");
    if (!findings.isEmpty()) {
      throw SlackRefusal.of("invalid_blocks", findings.all());
    }
    if (length(list) > LONGEST_MESSAGE) {
      throw SlackRefusal.of("msg_blocks_too_long");
    }
    return list;
  }

  /// All characters of all texts.
  private static int length(JsonNode blocks) {
    return blocks.findValues("text").stream()
        .mapToInt(text -> text.isTextual() ? text.asText().length() : length(text))
        .sum();
  }

  void check(ArrayNode blocks, int most, String where) {
    findings.list(blocks, 0, most, where);
    for (int i = 0; i < blocks.size(); i++) {
      if (findings.object(blocks.get(i), where + "/" + i)) {
        block((ObjectNode) blocks.get(i), where + "/" + i);
      }
    }
    if (findings.isEmpty()) {
      SlackModel.checkBlocks(blocks, findings, where);
    }
  }

  private void block(ObjectNode block, String where) {
    id(block, where);
    switch (block.path("type").asText()) {
      case "section" -> section(block, where);
      case "header" -> findings.plain(block.path("text"), 150, where + "/text");
      case "divider" -> {}
      case "context" -> context(block.path("elements"), where + "/elements");
      case "actions" -> actions(block.path("elements"), where + "/elements");
      case "image" -> image(block, where);
      case "input" -> input(block, where);
      case "rich_text" -> new SlackRichText(findings).block(block, where);
      case "markdown" -> findings.string(block.path("text"), 1, 12_000, where + "/text");
      default -> findings.add("unsupported type: " + block.path("type").asText(), where + "/type");
    }
  }

  private void id(ObjectNode block, String where) {
    findings.perhaps(block.path("block_id"), 1, LONGEST_ID, where + "/block_id");
    if (!block.has("block_id")) {
      block.put("block_id", UUID.randomUUID().toString().substring(0, 6));
    }
    if (!ids.add(block.path("block_id").asText())) {
      findings.add("`block_id` must be unique", where + "/block_id");
    }
  }

  private void section(JsonNode block, String where) {
    if (block.has("text") || !block.has("fields")) {
      findings.text(block.path("text"), 3000, where + "/text");
    }
    if (block.has("fields") && findings.list(block.path("fields"), 1, 10, where + "/fields")) {
      for (int i = 0; i < block.path("fields").size(); i++) {
        findings.text(block.path("fields").get(i), 2000, where + "/fields/" + i);
      }
    }
    if (block.has("accessory")) {
      String place = where + "/accessory";
      elements.check(block.path("accessory"), SlackElements.IN_SECTION, new HashSet<>(), place);
    }
  }

  private void context(JsonNode list, String where) {
    if (findings.list(list, 1, 10, where)) {
      for (int i = 0; i < list.size(); i++) {
        JsonNode element = list.get(i);
        if (element.path("type").asText().equals("image")) {
          elements.image(element, where + "/" + i);
        } else {
          findings.text(element, 3000, where + "/" + i);
        }
      }
    }
  }

  private void actions(JsonNode list, String where) {
    if (findings.list(list, 1, 25, where)) {
      Set<String> actions = new HashSet<>();
      for (int i = 0; i < list.size(); i++) {
        elements.check(list.get(i), SlackElements.IN_ACTIONS, actions, where + "/" + i);
      }
    }
  }

  private void image(JsonNode block, String where) {
    elements.image(block, where);
    findings.perhapsPlain(block.path("title"), 2000, where + "/title");
  }

  private void input(JsonNode block, String where) {
    findings.plain(block.path("label"), 2000, where + "/label");
    findings.perhapsPlain(block.path("hint"), 2000, where + "/hint");
    findings.flag(block.path("optional"), where + "/optional");
    findings.flag(block.path("dispatch_action"), where + "/dispatch_action");
    elements.check(
        block.path("element"), SlackElements.IN_INPUT, new HashSet<>(), where + "/element");
  }
}
