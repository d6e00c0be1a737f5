package app.bellwire.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Rich text as JSON, for the store and the page: an array of nodes, each an object that names its
/// kind in `t`.
///
/// `{"t":"text","text"}` · `{"t":"bold","nodes"}` · `{"t":"struck","nodes"}` ·
/// `{"t":"code","text"}` · `{"t":"block","text"}` · `{"t":"link","label","href"}` ·
/// `{"t":"time","at","fallback"}` with an ISO-8601 instant · `{"t":"fold","title","nodes"}` ·
/// `{"t":"news","text","lang"}`
public final class RichTextJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private RichTextJson() {}

  public static ArrayNode toJson(RichText text) {
    ArrayNode nodes = JSON.arrayNode();
    text.nodes().forEach(node -> nodes.add(toJson(node)));
    return nodes;
  }

  private static ObjectNode toJson(RichText.Node node) {
    return switch (node) {
      case RichText.Text text -> kind("text").put("text", text.text());
      case RichText.Bold bold -> kind("bold").set("nodes", toJson(bold.content()));
      case RichText.Struck struck -> kind("struck").set("nodes", toJson(struck.content()));
      case RichText.Code code -> kind("code").put("text", code.text());
      case RichText.Block block -> kind("block").put("text", block.text());
      case RichText.Link link ->
          kind("link").put("label", link.label()).put("href", link.target().toString());
      case RichText.Time time ->
          kind("time").put("at", time.at().toString()).put("fallback", time.fallback());
      case RichText.Fold fold ->
          kind("fold").put("title", fold.title()).set("nodes", toJson(fold.content()));
      case RichText.News news -> kind("news").put("text", news.text()).put("lang", news.language());
    };
  }

  private static ObjectNode kind(String kind) {
    return JSON.objectNode().put("t", kind);
  }

  /// The rich text that [#toJson] wrote. A node of an unknown kind becomes its text.
  public static RichText fromJson(JsonNode nodes) {
    List<RichText.Node> read = new ArrayList<>();
    nodes.forEach(node -> read.add(node(node)));
    return new RichText(read);
  }

  private static RichText.Node node(JsonNode node) {
    return switch (node.path("t").asText()) {
      case "bold" -> new RichText.Bold(fromJson(node.path("nodes")));
      case "struck" -> new RichText.Struck(fromJson(node.path("nodes")));
      case "code" -> new RichText.Code(text(node));
      case "block" -> new RichText.Block(text(node));
      case "link" ->
          new RichText.Link(node.path("label").asText(), URI.create(node.path("href").asText()));
      case "time" ->
          new RichText.Time(
              Instant.parse(node.path("at").asText()), node.path("fallback").asText());
      case "fold" -> new RichText.Fold(node.path("title").asText(), fromJson(node.path("nodes")));
      case "news" -> new RichText.News(text(node), node.path("lang").asText());
      default -> new RichText.Text(text(node));
    };
  }

  private static String text(JsonNode node) {
    return node.path("text").asText();
  }
}
