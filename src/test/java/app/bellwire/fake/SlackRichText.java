package app.bellwire.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The rules of rich text: the parts of a block, their elements and their styles. Confined to one
/// call.
final class SlackRichText {
  private static final Set<String> STYLES = Set.of("bold", "italic", "strike", "code", "underline");

  /// Those that only mentions know; the Java model sends them as false with every style.
  private static final Set<String> STYLES_OF_MENTIONS =
      Set.of("highlight", "client_highlight", "unlink");

  private static final Pattern DATE_TOKEN = Pattern.compile("\\{[^}]*}");
  private static final Set<String> DATE_TOKENS =
      Set.of(
          "{day_divider_pretty}",
          "{date_num}",
          "{date_slash}",
          "{date_long}",
          "{date_long_full}",
          "{date_long_pretty}",
          "{date}",
          "{date_pretty}",
          "{date_short}",
          "{date_short_pretty}",
          "{time}",
          "{time_secs}",
          "{ago}");

  private final SlackFindings findings;

  SlackRichText(SlackFindings findings) {
    this.findings = findings;
  }

  void block(JsonNode block, String where) {
    if (findings.list(block.path("elements"), 1, Integer.MAX_VALUE, where + "/elements")) {
      each(block.path("elements"), where, this::part);
    }
  }

  private interface Rule {
    void check(JsonNode node, String where);
  }

  private static void each(JsonNode list, String where, Rule rule) {
    for (int i = 0; i < list.size(); i++) {
      rule.check(list.get(i), where + "/elements/" + i);
    }
  }

  private void part(JsonNode part, String where) {
    switch (part.path("type").asText()) {
      case "rich_text_section" -> section(part, Set.of("type", "elements"), where);
      case "rich_text_quote", "rich_text_preformatted" ->
          section(part, Set.of("type", "elements", "border"), where);
      case "rich_text_list" -> list(part, where);
      default -> findings.add("unsupported type: " + part.path("type").asText(), where + "/type");
    }
  }

  private void section(JsonNode part, Set<String> fields, String where) {
    findings.only(part, fields, where);
    if (findings.list(part.path("elements"), 1, Integer.MAX_VALUE, where + "/elements")) {
      each(part.path("elements"), where, this::element);
    }
  }

  private void list(JsonNode part, String where) {
    findings.only(part, Set.of("type", "elements", "style", "indent", "offset", "border"), where);
    findings.oneOf(part.path("style"), Set.of("bullet", "ordered"), where + "/style");
    if (part.path("indent").asInt() < 0 || part.path("indent").asInt() > 8) {
      findings.add("must be less than 9", where + "/indent");
    }
    if (findings.list(part.path("elements"), 1, Integer.MAX_VALUE, where + "/elements")) {
      each(part.path("elements"), where, this::item);
    }
  }

  private void item(JsonNode item, String where) {
    findings.oneOf(item.path("type"), Set.of("rich_text_section"), where + "/type");
    section(item, Set.of("type", "elements"), where);
  }

  private void element(JsonNode element, String where) {
    switch (element.path("type").asText()) {
      case "text" -> shape(element, where, "text");
      case "link" -> link(element, where);
      case "emoji" -> shape(element, where, "name", "skin_tone", "unicode");
      case "user" -> shape(element, where, "user_id");
      case "channel" -> shape(element, where, "channel_id");
      case "usergroup" -> shape(element, where, "usergroup_id");
      case "team" -> shape(element, where, "team_id");
      case "color" -> shape(element, where, "value");
      case "broadcast" -> broadcast(element, where);
      case "date" -> date(element, where);
      default ->
          findings.add("unsupported type: " + element.path("type").asText(), where + "/type");
    }
  }

  /// The first field must be there and say something.
  private void shape(JsonNode element, String where, String... fields) {
    findings.string(element.path(fields[0]), 1, Integer.MAX_VALUE, where + "/" + fields[0]);
    Set<String> known = new HashSet<>(Set.of(fields));
    known.add("type");
    known.add("style");
    findings.only(element, known, where);
    boolean mention =
        Set.of("user", "channel", "usergroup").contains(element.path("type").asText());
    style(element.path("style"), mention, where + "/style");
  }

  private void style(JsonNode style, boolean mention, String where) {
    style
        .properties()
        .forEach(
            entry -> {
              String name = entry.getKey();
              boolean known =
                  STYLES.contains(name)
                      || (STYLES_OF_MENTIONS.contains(name)
                          && (mention || !entry.getValue().asBoolean()));
              if (!known || !entry.getValue().isBoolean()) {
                findings.add("invalid additional property: " + name, where);
              }
            });
  }

  private void link(JsonNode element, String where) {
    shape(element, where, "url", "text", "unsafe");
    findings.perhaps(element.path("url"), 1, 3000, where + "/url");
    findings.perhaps(element.path("text"), 1, Integer.MAX_VALUE, where + "/text");
    if (!element.path("url").asText().matches("(?i)(https?|mailto|tel|slack):.+")) {
      findings.add("must be a valid URL", where + "/url");
    }
  }

  private void broadcast(JsonNode element, String where) {
    shape(element, where, "range");
    findings.oneOf(element.path("range"), Set.of("here", "channel", "everyone"), where + "/range");
  }

  private void date(JsonNode element, String where) {
    shape(element, where, "format", "timestamp", "url", "fallback");
    if (!element.path("timestamp").isIntegralNumber()) {
      findings.add("must be an integer", where + "/timestamp");
    }
    String format = element.path("format").asText();
    boolean known =
        DATE_TOKEN
            .matcher(format)
            .results()
            .map(MatchResult::group)
            .allMatch(DATE_TOKENS::contains);
    if (!known || !DATE_TOKEN.matcher(format).find()) {
      findings.add("invalid date format: " + format, where + "/format");
    }
  }
}
