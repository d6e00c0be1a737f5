package app.bellwire.chat.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.SlackConfig;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Slack's reference says of blocks (docs.slack.dev/reference/block-kit), held against what we
/// send.
final class BlockRules {
  static final Gson JSON = GsonFactory.createSnakeCase(strict());

  private static final Pattern STYLE_SWITCHED_OFF =
      Pattern.compile(
          "\"(?:bold|italic|strike|highlight|client_highlight|underline|unlink|code)\":false,?");

  private static final Pattern INNERMOST = Pattern.compile("[{\\[][^{}\\[\\]]*[}\\]]");

  /// The most characters of a text by the type of what has it.
  private static final Map<String, Integer> TEXTS =
      Map.of("text", 3000, "link", 3000, "plain_text", 2000);

  private static final Map<String, Integer> STRINGS =
      Map.of(
          "block_id", 255,
          "action_id", 255,
          "callback_id", 255,
          "private_metadata", 3000,
          "url", 3000,
          "accessibility_label", 75,
          "initial_value", 3000);

  private BlockRules() {}

  private static SlackConfig strict() {
    SlackConfig config = new SlackConfig();
    config.setFailOnUnknownProperties(true);
    return config;
  }

  static void check(Laid laid) {
    assertThat(laid.text()).isNotBlank();
    wellFormed(laid.text());
    JsonArray blocks = JSON.toJsonTree(laid.blocks()).getAsJsonArray();
    blocks(blocks, 50);
    assertThat(blocks.toString().length()).isLessThanOrEqualTo(12_000);
    List<LayoutBlock> read = new ArrayList<>();
    blocks.forEach(block -> read.add(JSON.fromJson(block, LayoutBlock.class)));
    assertThat(read).isEqualTo(laid.blocks());
    assertThat(JSON.toJsonTree(read)).isEqualTo(blocks);
  }

  static void check(View view) {
    JsonObject json = JSON.toJsonTree(view).getAsJsonObject();
    for (String part : List.of("title", "submit", "close")) {
      if (json.has(part)) {
        assertThat(json.getAsJsonObject(part).get("text").getAsString().length()).isBetween(1, 24);
      }
    }
    walk(json);
    blocks(json.getAsJsonArray("blocks"), 100);
    assertThat(JSON.fromJson(json, View.class)).isEqualTo(view);
    assertThat(json.toString().getBytes(UTF_8).length).isLessThanOrEqualTo(250 * 1024);
  }

  private static void blocks(JsonArray blocks, int most) {
    assertThat(blocks.size()).isLessThanOrEqualTo(most);
    List<String> blockIds = new ArrayList<>();
    List<String> actionIds = new ArrayList<>();
    for (JsonElement block : blocks) {
      blockIds.add(block.getAsJsonObject().get("block_id").getAsString());
      if (block.getAsJsonObject().has("elements")) {
        JsonArray elements = block.getAsJsonObject().getAsJsonArray("elements");
        assertThat(elements.size()).isBetween(1, 25);
        elements.forEach(element -> named(element.getAsJsonObject(), actionIds));
      }
    }
    assertThat(blockIds).doesNotHaveDuplicates();
    assertThat(actionIds).doesNotHaveDuplicates();
    walk(blocks);
  }

  private static void named(JsonObject element, List<String> actionIds) {
    if (element.has("action_id")) {
      actionIds.add(element.get("action_id").getAsString());
    }
    if (element.get("type").getAsString().equals("button")) {
      String label = element.getAsJsonObject("text").get("text").getAsString();
      assertThat(label.length()).isBetween(1, 75);
    }
  }

  private static void walk(JsonElement json) {
    if (json.isJsonArray()) {
      assertThat(json.getAsJsonArray()).isNotEmpty();
      json.getAsJsonArray().forEach(BlockRules::walk);
    } else if (json.isJsonObject()) {
      json.getAsJsonObject().asMap().forEach((key, value) -> member(json, key, value));
    }
  }

  private static void member(JsonElement owner, String key, JsonElement value) {
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      walk(value);
      return;
    }
    String text = value.getAsString();
    int most = STRINGS.getOrDefault(key, 3000);
    if (key.equals("text")) {
      most = TEXTS.getOrDefault(owner.getAsJsonObject().get("type").getAsString(), 0);
    }
    assertThat(text.length()).as(key).isBetween(key.equals("private_metadata") ? 0 : 1, most);
    wellFormed(text);
  }

  /// No half of a character, nothing that is not text, nothing that turns other text around.
  static void wellFormed(String text) {
    assertThat(text.codePoints())
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
        .noneMatch(c -> Character.isISOControl(c) && c != '\n')
        .noneMatch(c -> c >= 0x2028 && c <= 0x202E || c >= 0x2066 && c <= 0x2069);
  }

  /// JSON to be read: what is switched off is left out, what fits a line stands on one.
  static String shown(Object sent) {
    String json = STYLE_SWITCHED_OFF.matcher(JSON.toJson(sent)).replaceAll("").replace(",}", "}");
    Gson pretty = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    String lines = pretty.toJson(pretty.fromJson(json, JsonElement.class));
    return INNERMOST.matcher(lines).replaceAll(m -> Matcher.quoteReplacement(oneLine(m.group())));
  }

  private static String oneLine(String lines) {
    return lines.replaceAll("\\n\\s*", " ");
  }
}
