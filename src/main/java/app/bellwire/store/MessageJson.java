package app.bellwire.store;

import app.bellwire.chat.Address;
import app.bellwire.chat.Button;
import app.bellwire.chat.ChatEvent;
import app.bellwire.chat.Chosen;
import app.bellwire.chat.Incoming;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.RichTextJson;
import app.bellwire.chat.UserId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
          Json.object()
              .put("type", press.destroys() ? "destroy" : "press")
              .put("label", press.label())
              .put("id", press.id());
      case Button.ChooseChannel choose ->
          Json.object()
              .put("type", "choose")
              .put("label", choose.label())
              .put("none", choose.none());
      case Button.ChoiceOver over -> Json.object().put("type", "over");
    };
  }

  private static Button button(JsonNode json) {
    String label = json.path("label").asText();
    String type = json.path("type").asText();
    return switch (type) {
      case "open" -> new Button.Open(label, URI.create(json.path("href").asText()));
      case "choose" -> new Button.ChooseChannel(label, json.path("none").asText());
      case "over" -> new Button.ChoiceOver();
      default -> new Button.Press(label, json.path("id").asText(), type.equals("destroy"));
    };
  }

  static String write(Incoming incoming) {
    ObjectNode json = Json.document().put("update", incoming.updateId());
    json.set("from", json(incoming.from()));
    json.put("at", incoming.at().toString());
    return switch (incoming) {
      case IncomingMessage message -> said(json, message).toString();
      case ChatEvent event -> happened(json, event.what()).toString();
    };
  }

  private static ObjectNode said(ObjectNode json, IncomingMessage message) {
    json.put("network", message.user().network()).put("user", message.user().id());
    json.put("name", message.userName()).put("text", message.text());
    Json.put(json, "replyTo", message.replyTo());
    Json.put(json, "pressed", message.pressed());
    if (!message.fields().isEmpty()) {
      ObjectNode fields = json.putObject("fields");
      message.fields().forEach(fields::put);
    }
    Chosen chosen = message.chosen();
    if (chosen != null) {
      json.put("called", chosen.name()).set("chosen", json(chosen.chat()));
    }
    return json;
  }

  private static ObjectNode happened(ObjectNode json, ChatEvent.What what) {
    return switch (what) {
      case ChatEvent.Added(String by, UserId inviter) -> {
        Json.put(json, "inviter", inviter == null ? null : inviter.id());
        yield json.put("happened", "added").put("by", by);
      }
      case ChatEvent.Gone gone -> json.put("happened", "gone").put("reason", gone.reason());
      case ChatEvent.Back back -> json.put("happened", "back");
      case ChatEvent.PageOpened(UserId user, String name) ->
          json.put("happened", "page").put("user", user.id()).put("name", name);
      case ChatEvent.Moved moved -> {
        json.put("happened", "moved").set("to", json(moved.to()));
        yield json;
      }
    };
  }

  static Incoming incoming(String text) {
    JsonNode json = Json.parse(text);
    return json.has("happened") ? event(json) : message(json);
  }

  private static ChatEvent event(JsonNode json) {
    String happened = json.path("happened").asText();
    ChatEvent.What what =
        switch (happened) {
          case "added" -> new ChatEvent.Added(json.path("by").asText(), inviter(json));
          case "gone" -> new ChatEvent.Gone(json.path("reason").asText());
          case "back" -> new ChatEvent.Back();
          case "page" ->
              new ChatEvent.PageOpened(
                  new UserId(address(json.path("from")).network(), json.path("user").asText()),
                  json.path("name").asText());
          case "moved" -> new ChatEvent.Moved(address(json.path("to")));
          default -> throw new IllegalStateException("No such event: " + happened);
        };
    return new ChatEvent(
        json.path("update").asText(),
        address(json.path("from")),
        what,
        Instant.parse(json.path("at").asText()));
  }

  private static @Nullable UserId inviter(JsonNode json) {
    String id = Json.text(json, "inviter");
    return id == null ? null : new UserId(address(json.path("from")).network(), id);
  }

  private static IncomingMessage message(JsonNode json) {
    return new IncomingMessage(
        json.path("update").asText(),
        address(json.path("from")),
        new UserId(json.path("network").asText(), json.path("user").asText()),
        json.path("name").asText(),
        json.path("text").asText(),
        Json.text(json, "replyTo"),
        Json.text(json, "pressed"),
        fields(json.path("fields")),
        json.has("chosen")
            ? new Chosen(address(json.path("chosen")), json.path("called").asText())
            : null,
        Instant.parse(json.path("at").asText()));
  }

  private static Map<String, String> fields(JsonNode json) {
    Map<String, String> fields = new LinkedHashMap<>();
    json.properties().forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
    return fields;
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
