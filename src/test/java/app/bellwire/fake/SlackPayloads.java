package app.bellwire.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What Slack sends to an app, in its words. Confined to the lock of its world.
final class SlackPayloads {
  static final String COMMAND = "/bellwire";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String TOKEN = "verification";

  private final SlackWorld world;
  private final SlackResponses responses;

  SlackPayloads(SlackWorld world, SlackResponses responses) {
    this.world = world;
    this.responses = responses;
  }

  ObjectNode event(ObjectNode event) {
    ObjectNode payload = NODES.objectNode().put("token", TOKEN).put("team_id", SlackWorld.TEAM);
    payload.put("api_app_id", SlackWorld.APP).put("type", "event_callback");
    ObjectNode stamped = event.deepCopy();
    if (!stamped.has("event_ts")) {
      stamped.put("event_ts", world.nextTs());
    }
    payload.put("event_id", world.nextId("Ev")).put("event_time", SlackWorld.now());
    payload.set("event", stamped);
    ObjectNode authorization = payload.putArray("authorizations").addObject();
    authorization.putNull("enterprise_id").put("team_id", SlackWorld.TEAM);
    authorization.put("user_id", SlackWorld.BOT).put("is_bot", true);
    authorization.put("is_enterprise_install", false);
    return payload.put("is_ext_shared_channel", false).put("event_context", world.nextId("Ec"));
  }

  /// Every value is a string, as in a form.
  ObjectNode slash(String user, SlackRoom room, String command, String text) {
    ObjectNode payload = NODES.objectNode().put("token", TOKEN).put("team_id", SlackWorld.TEAM);
    payload.put("team_domain", SlackWorld.TEAM_NAME).put("channel_id", room.id);
    payload.put("channel_name", shownName(room)).put("user_id", user);
    payload.put("user_name", name(user)).put("command", command).put("text", text);
    payload.put("api_app_id", SlackWorld.APP).put("is_enterprise_install", "false");
    payload.put("response_url", responses.url(room, user, null));
    return payload.put("trigger_id", world.trigger(user));
  }

  private static String shownName(SlackRoom room) {
    return switch (room.type) {
      case PUBLIC -> room.name;
      case PRIVATE -> "privategroup";
      case DIRECT -> "directmessage";
    };
  }

  private String name(String user) {
    return world.knownUser(user).path("name").asText();
  }

  private ObjectNode interaction(String type, String user) {
    ObjectNode payload = NODES.objectNode().put("type", type).put("token", TOKEN);
    payload.put("api_app_id", SlackWorld.APP).put("is_enterprise_install", false);
    payload.putNull("enterprise").put("trigger_id", world.trigger(user));
    payload.putObject("team").put("id", SlackWorld.TEAM).put("domain", SlackWorld.TEAM_NAME);
    ObjectNode person = payload.putObject("user").put("id", user).put("name", name(user));
    person.put("username", name(user)).put("team_id", SlackWorld.TEAM);
    return payload;
  }

  /// A press in a message.
  ObjectNode press(String user, SlackRoom room, ObjectNode message, SlackWords.Press press) {
    boolean whispered = !room.messages.containsValue(message);
    ObjectNode payload = interaction("block_actions", user);
    ObjectNode container = payload.putObject("container").put("type", "message");
    container.put("message_ts", message.path("ts").asText()).put("channel_id", room.id);
    container.put("is_ephemeral", whispered);
    if (message.has("thread_ts")) {
      container.set("thread_ts", message.get("thread_ts"));
    }
    channel(payload, room);
    if (!whispered) {
      payload.set("message", sent(message));
    }
    payload.set("state", SlackForm.state(message));
    payload.put("response_url", responses.url(room, user, message.path("ts").asText()));
    return acted(payload, press);
  }

  private static void channel(ObjectNode payload, SlackRoom room) {
    payload.putObject("channel").put("id", room.id).put("name", shownName(room));
  }

  private static ObjectNode sent(ObjectNode message) {
    return message.deepCopy();
  }

  /// A press in a modal or on the Home page.
  ObjectNode press(String user, ObjectNode view, SlackWords.Press press) {
    ObjectNode payload = interaction("block_actions", user);
    ObjectNode container = payload.putObject("container").put("type", "view");
    container.set("view_id", view.path("id"));
    payload.set("view", view(view));
    return acted(payload, press);
  }

  static ObjectNode view(ObjectNode view) {
    ObjectNode copy = view.deepCopy();
    copy.remove("errors");
    return copy;
  }

  private ObjectNode acted(ObjectNode payload, SlackWords.Press press) {
    JsonNode element = press.element();
    ObjectNode action = payload.putArray("actions").addObject();
    action.put("type", element.path("type").asText());
    action.set("block_id", press.block().path("block_id"));
    for (String field : new String[] {"action_id", "value", "style", "url", "selected_option"}) {
      if (element.has(field)) {
        action.set(field, element.get(field));
      }
    }
    if (element.path("type").asText().equals("button")) {
      action.set("text", element.path("text"));
    }
    if (!element.has("action_id")) {
      action.put("action_id", world.nextId("a"));
    }
    action.put("action_ts", world.nextTs());
    return payload;
  }

  ObjectNode submission(String user, ObjectNode view) {
    ObjectNode payload = interaction("view_submission", user);
    payload.set("view", view(view));
    payload.putArray("response_urls");
    return payload;
  }

  ObjectNode closed(String user, ObjectNode view, boolean cleared) {
    ObjectNode payload = interaction("view_closed", user);
    payload.remove("trigger_id");
    payload.set("view", view(view));
    return payload.put("is_cleared", cleared);
  }

  /// A shortcut on a message.
  ObjectNode shortcut(String user, SlackRoom room, ObjectNode message, String callbackId) {
    ObjectNode payload = interaction("message_action", user).put("callback_id", callbackId);
    payload.put("action_ts", world.nextTs());
    payload.put("message_ts", message.path("ts").asText()).set("message", sent(message));
    channel(payload, room);
    return payload.put("response_url", responses.url(room, user, null));
  }

  /// A shortcut from anywhere.
  ObjectNode shortcut(String user, String callbackId) {
    ObjectNode payload = interaction("shortcut", user).put("callback_id", callbackId);
    return payload.put("action_ts", world.nextTs());
  }
}
