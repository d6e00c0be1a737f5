package app.bellwire.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/// The rules of what can be pressed, chosen or typed into. Confined to one call.
final class SlackElements {
  static final Set<String> IN_ACTIONS =
      Set.of(
          "button",
          "overflow",
          "static_select",
          "users_select",
          "conversations_select",
          "channels_select",
          "checkboxes",
          "radio_buttons",
          "datepicker",
          "timepicker",
          "datetimepicker");
  static final Set<String> IN_SECTION = with(IN_ACTIONS, "image", "multi_static_select");
  static final Set<String> IN_INPUT =
      Set.of(
          "plain_text_input",
          "email_text_input",
          "url_text_input",
          "number_input",
          "static_select",
          "multi_static_select",
          "users_select",
          "conversations_select",
          "channels_select",
          "multi_users_select",
          "multi_conversations_select",
          "multi_channels_select",
          "checkboxes",
          "radio_buttons",
          "datepicker",
          "timepicker",
          "datetimepicker");

  private static final int LONGEST_ID = 255;

  private final SlackFindings findings;

  SlackElements(SlackFindings findings) {
    this.findings = findings;
  }

  private static Set<String> with(Set<String> some, String... more) {
    Set<String> all = new HashSet<>(some);
    all.addAll(Set.of(more));
    return Set.copyOf(all);
  }

  /// @param actions the action ids of the block so far
  void check(JsonNode element, Set<String> allowed, Set<String> actions, String where) {
    if (!findings.object(element, where)) {
      return;
    }
    String type = element.path("type").asText();
    if (!allowed.contains(type)) {
      findings.add("unsupported type: " + type, where + "/type");
      return;
    }
    id(element, actions, where);
    confirm(element.path("confirm"), where + "/confirm");
    findings.perhapsPlain(element.path("placeholder"), 150, where + "/placeholder");
    switch (type) {
      case "button" -> button(element, where);
      case "image" -> image(element, where);
      case "overflow" -> options(element, 5, 75, where);
      case "static_select", "multi_static_select" -> select(element, where);
      case "checkboxes", "radio_buttons" -> options(element, 10, 75, where);
      case "plain_text_input" -> input(element, where);
      case "number_input" -> number(element, where);
      case "datepicker" -> matching(element, "initial_date", "\\d{4}-\\d\\d-\\d\\d", where);
      case "timepicker" -> matching(element, "initial_time", "\\d\\d:\\d\\d", where);
      default -> {}
    }
  }

  private void id(JsonNode element, Set<String> actions, String where) {
    JsonNode id = element.path("action_id");
    findings.perhaps(id, 1, LONGEST_ID, where + "/action_id");
    if (!id.isMissingNode() && !actions.add(id.asText())) {
      findings.add("`action_id` \"" + id.asText() + "\" already exists", where + "/action_id");
    }
  }

  private void confirm(JsonNode confirm, String where) {
    if (!confirm.isMissingNode() && findings.object(confirm, where)) {
      findings.perhapsPlain(confirm.path("title"), 100, where + "/title");
      findings.text(confirm.path("text"), 300, where + "/text");
      findings.perhapsPlain(confirm.path("confirm"), 30, where + "/confirm");
      findings.perhapsPlain(confirm.path("deny"), 30, where + "/deny");
    }
  }

  private void button(JsonNode element, String where) {
    findings.plain(element.path("text"), 75, where + "/text");
    findings.perhaps(element.path("value"), 1, 2000, where + "/value");
    findings.perhaps(element.path("url"), 1, 3000, where + "/url");
    findings.perhaps(element.path("accessibility_label"), 1, 75, where + "/accessibility_label");
    if (element.has("style")) {
      findings.oneOf(element.path("style"), Set.of("primary", "danger"), where + "/style");
    }
  }

  void image(JsonNode image, String where) {
    if (!image.has("slack_file")) {
      findings.string(image.path("image_url"), 1, 3000, where + "/image_url");
    }
    findings.string(image.path("alt_text"), 1, 2000, where + "/alt_text");
  }

  private void select(JsonNode element, String where) {
    if (element.has("option_groups")) {
      findings.list(element.path("option_groups"), 1, 100, where + "/option_groups");
    } else {
      options(element, 100, 75, where);
    }
  }

  private void options(JsonNode element, int most, int longest, String where) {
    JsonNode options = element.path("options");
    if (!findings.list(options, 1, most, where + "/options")) {
      return;
    }
    Set<String> values = new HashSet<>();
    for (int i = 0; i < options.size(); i++) {
      option(options.get(i), longest, values, where + "/options/" + i);
    }
    initial(element.path("initial_option"), options, where + "/initial_option");
    for (JsonNode chosen : element.path("initial_options")) {
      initial(chosen, options, where + "/initial_options");
    }
  }

  private void option(JsonNode option, int longest, Set<String> values, String where) {
    findings.text(option.path("text"), longest, where + "/text");
    findings.string(option.path("value"), 1, longest, where + "/value");
    if (option.has("description")) {
      findings.text(option.path("description"), 75, where + "/description");
    }
    if (!values.add(option.path("value").asText())) {
      findings.add("option values must be unique", where + "/value");
    }
  }

  /// What is chosen at first must be an option to the letter.
  private void initial(JsonNode chosen, JsonNode options, String where) {
    if (!chosen.isMissingNode() && options.valueStream().noneMatch(chosen::equals)) {
      findings.add("must match one of the options", where);
    }
  }

  private void input(JsonNode element, String where) {
    int least = element.path("min_length").asInt(0);
    int most = element.path("max_length").asInt(3000);
    if (least < 0 || most < 1 || most > 3000 || least > most) {
      findings.add("invalid length", where + "/max_length");
    }
    findings.flag(element.path("multiline"), where + "/multiline");
    findings.perhaps(element.path("initial_value"), least, most, where + "/initial_value");
  }

  private void number(JsonNode element, String where) {
    if (!element.path("is_decimal_allowed").isBoolean()) {
      findings.add("missing required field", where + "/is_decimal_allowed");
    }
    for (String field : Set.of("min_value", "max_value", "initial_value")) {
      matching(element, field, "-?\\d+(\\.\\d+)?", where);
    }
  }

  private void matching(JsonNode element, String field, String form, String where) {
    JsonNode value = element.path(field);
    if (!value.isMissingNode() && !value.asText().matches(form)) {
      findings.add("invalid value: " + value.asText(), where + "/" + field);
    }
  }
}
