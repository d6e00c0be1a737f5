package app.bellwire.web;

import app.bellwire.chat.RichText;
import app.bellwire.chat.RichText.Block;
import app.bellwire.chat.RichText.Bold;
import app.bellwire.chat.RichText.Code;
import app.bellwire.chat.RichText.Fold;
import app.bellwire.chat.RichText.Link;
import app.bellwire.chat.RichText.News;
import app.bellwire.chat.RichText.Struck;
import app.bellwire.chat.RichText.Text;
import app.bellwire.chat.RichText.Time;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The tree of a [RichText] as JSON: an array of nodes, each with its kind in `t`.
final class RichTextView {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private RichTextView() {}

  static ArrayNode toJson(RichText text) {
    ArrayNode nodes = JSON.arrayNode();
    text.nodes().forEach(node -> nodes.add(toJson(node)));
    return nodes;
  }

  private static ObjectNode toJson(RichText.Node node) {
    return switch (node) {
      case Text text -> kind("text").put("text", text.text());
      case Bold bold -> kind("bold").set("nodes", toJson(bold.content()));
      case Struck struck -> kind("struck").set("nodes", toJson(struck.content()));
      case Code code -> kind("code").put("text", code.text());
      case Block block -> kind("block").put("text", block.text());
      case Link link ->
          kind("link").put("label", link.label()).put("href", link.target().toString());
      case Time time ->
          kind("time").put("at", time.at().toString()).put("fallback", time.fallback());
      case Fold fold ->
          kind("fold").put("title", fold.title()).set("nodes", toJson(fold.content()));
      case News news -> kind("news").put("text", news.text()).put("lang", news.language());
    };
  }

  private static ObjectNode kind(String name) {
    return JSON.objectNode().put("t", name);
  }
}
