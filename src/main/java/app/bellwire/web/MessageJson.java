package app.bellwire.web;

import app.bellwire.chat.Button;
import app.bellwire.chat.RichTextJson;
import app.bellwire.chat.local.LocalMessage;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/// A message as the API shows it.
final class MessageJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private MessageJson() {}

  static ArrayNode of(List<LocalMessage> messages) {
    ArrayNode all = JSON.arrayNode();
    messages.forEach(message -> all.add(of(message)));
    return all;
  }

  /// `row` of a button is the row of the keyboard it stands in, from 0.
  static ObjectNode of(LocalMessage message) {
    ObjectNode json =
        JSON.objectNode()
            .put("id", message.id())
            .put("at", message.at().toString())
            .put("from", message.from() == LocalMessage.From.BOT ? "bot" : "user")
            .put("text", message.content().text().plain());
    json.set("rich", RichTextJson.toJson(message.content().text()));
    json.set("buttons", buttons(message.content().keyboard()));
    return json.put("thread", message.thread())
        .put("edited", message.edited())
        .put("silent", message.content().silent());
  }

  private static ArrayNode buttons(List<List<Button>> keyboard) {
    ArrayNode all = JSON.arrayNode();
    for (int row = 0; row < keyboard.size(); row++) {
      for (Button button : keyboard.get(row)) {
        int at = row;
        button(button).ifPresent(shown -> all.add(shown.put("row", at)));
      }
    }
    return all;
  }

  /// None of a kind that the page does not have.
  private static Optional<ObjectNode> button(Button button) {
    return switch (button) {
      case Button.Press press ->
          Optional.of(JSON.objectNode().put("id", press.id()).put("label", press.label()));
      case Button.Open open ->
          Optional.of(
              JSON.objectNode().put("label", open.label()).put("url", open.target().toString()));
      case Button.ChooseChannel choose -> Optional.empty();
      case Button.ChoiceOver over -> Optional.empty();
    };
  }
}
