package app.bellwire.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// The rules of a view that is sent. Confined to one call.
final class SlackViewRules {
  private static final Set<String> OF_BOTH =
      Set.of("type", "blocks", "private_metadata", "callback_id", "external_id");
  private static final Set<String> OF_MODAL =
      Set.of("title", "submit", "close", "clear_on_close", "notify_on_close", "submit_disabled");
  private static final int LONGEST_WORD = 24;
  private static final int LARGEST = 250 * 1024;

  private final SlackFindings findings = new SlackFindings();
  private final JsonNode view;

  private SlackViewRules(JsonNode view) {
    this.view = view;
  }

  static ObjectNode modal(SlackRequest call) {
    return modal(call.nested("view", "invalid_arguments"));
  }

  static ObjectNode modal(JsonNode view) {
    return new SlackViewRules(view).checked("modal");
  }

  static ObjectNode home(SlackRequest call) {
    return new SlackViewRules(call.nested("view", "invalid_arguments")).checked("home");
  }

  private ObjectNode checked(String type) {
    if (findings.object(view, "/view")) {
      findings.oneOf(view.path("type"), Set.of(type), "/view/type");
      fields(type.equals("modal"));
      blocks(type.equals("modal"));
    }
    if (findings.isEmpty()) {
      SlackModel.checkView(view, findings);
    }
    if (!findings.isEmpty()) {
      throw SlackRefusal.of("invalid_arguments", findings.all());
    }
    if (view.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST) {
      throw SlackRefusal.of("view_too_large");
    }
    return (ObjectNode) view;
  }

  private void fields(boolean modal) {
    view.fieldNames()
        .forEachRemaining(
            field -> {
              if (!OF_BOTH.contains(field) && !(modal && OF_MODAL.contains(field))) {
                findings.add("invalid additional property: " + field, "/view");
              }
            });
    findings.perhaps(view.path("private_metadata"), 0, 3000, "/view/private_metadata");
    findings.perhaps(view.path("callback_id"), 0, 255, "/view/callback_id");
    findings.perhaps(view.path("external_id"), 0, 255, "/view/external_id");
    if (modal) {
      findings.plain(view.path("title"), LONGEST_WORD, "/view/title");
      findings.perhapsPlain(view.path("submit"), LONGEST_WORD, "/view/submit");
      findings.perhapsPlain(view.path("close"), LONGEST_WORD, "/view/close");
    }
  }

  private void blocks(boolean modal) {
    if (!(view.path("blocks") instanceof ArrayNode blocks)) {
      findings.add("missing required field: blocks", "/view/blocks");
      return;
    }
    new SlackBlocks(findings).check(blocks, SlackBlocks.MOST_IN_VIEW, "/view/blocks");
    boolean asks = blocks.valueStream().anyMatch(b -> b.path("type").asText().equals("input"));
    if (modal && asks && !view.has("submit")) {
      findings.add("`submit` is required with an input block", "/view/submit");
    }
  }
}
