package app.bellwire.store;

import app.bellwire.chat.Address;
import app.bellwire.chat.Button;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.RichTextJson;
import app.bellwire.chat.UserId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;

/// What is said in chats as JSON.
final class MessageJson {
  private MessageJson() {}

  static String write(OutgoingMessage message) {
    ObjectNode json = Json.document();
    json.set("text", RichTextJson.toJson(message.text()));
    json.set("keyboard", Json.array(message.keyboard(), row -> Json.array(row, MessageJson::json)));
    Json.put(json, "thread", message.thread());
    json.put("placement", message.placement().name());
    json.put("silent", message.silent());
    return json.put("priority", message.priority().name()).toString();
  }

  static OutgoingMessage outgoing(String text) {
    JsonNode json = Json.parse(text);
    return new OutgoingMessage(
        RichTextJson.fromJson(json.path("text")),
        Json.list(json.path("keyboard"), row -> Json.list(row, MessageJson::button)),
        Json.text(json, "thread"),
        OutgoingMessage.Placement.valueOf(json.path("placement").asText()),
        json.path("silent").asBoolean(),
        OutgoingMessage.Priority.valueOf(json.path("priority").asText("ALERT")));
  }

  private static ObjectNode json(Button button) {
    return switch (button) {
      case Button.Open open ->
          Json.object()
              .put("type", "open")
              .put("label", open.label())
              .put("href", open.target().toString());
      case Button.Press press ->
          Json.object().put("type", "press").put("label", press.label()).put("id", press.id());
    };
  }

  private static Button button(JsonNode json) {
    String label = json.path("label").asText();
    return json.path("type").asText().equals("open")
        ? new Button.Open(label, URI.create(json.path("href").asText()))
        : new Button.Press(label, json.path("id").asText());
  }

  static String write(IncomingMessage message) {
    ObjectNode json = Json.document().put("update", message.updateId());
    json.set("from", json(message.from()));
    json.put("network", message.user().network()).put("user", message.user().id());
    json.put("name", message.userName()).put("text", message.text());
    Json.put(json, "replyTo", message.replyTo());
    Json.put(json, "pressed", message.pressed());
    return json.put("at", message.at().toString()).toString();
  }

  static IncomingMessage incoming(String text) {
    JsonNode json = Json.parse(text);
    return new IncomingMessage(
        json.path("update").asText(),
        address(json.path("from")),
        new UserId(json.path("network").asText(), json.path("user").asText()),
        json.path("name").asText(),
        json.path("text").asText(),
        Json.text(json, "replyTo"),
        Json.text(json, "pressed"),
        Instant.parse(json.path("at").asText()));
  }

  private static ObjectNode json(Address address) {
    ObjectNode json = Json.object().put("network", address.network()).put("id", address.id());
    Json.put(json, "workspace", address.workspace());
    Json.put(json, "topic", address.topic());
    return json;
  }

  private static Address address(JsonNode json) {
    return new Address(
        json.path("network").asText(),
        Json.text(json, "workspace"),
        json.path("id").asText(),
        Json.text(json, "topic"));
  }
}
