package app.bellwire.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.slack.api.SlackConfig;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;

/// Whether Slack's own Java model knows everything that was sent: a misspelt field or an unknown
/// element is a finding. Thread-safe.
final class SlackModel {
  private static final Gson GSON = strict();

  private SlackModel() {}

  private static Gson strict() {
    SlackConfig config = new SlackConfig();
    config.setFailOnUnknownProperties(true);
    return GsonFactory.createSnakeCase(config);
  }

  static void checkBlocks(JsonNode blocks, SlackFindings findings, String where) {
    check(blocks, LayoutBlock[].class, findings, where);
  }

  static void checkView(JsonNode view, SlackFindings findings) {
    check(view, View.class, findings, "/view");
  }

  private static void check(JsonNode json, Class<?> type, SlackFindings findings, String where) {
    try {
      var _ = GSON.fromJson(json.toString(), type);
    } catch (JsonParseException e) {
      findings.add("the Java model does not know it: " + e.getMessage(), where);
    }
  }
}
