package app.bellwire.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// The methods of the Web API, by name: those that ask, and the door to those that say something.
/// Confined to the lock of its world.
final class SlackCalls {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SlackWorld world;
  private final SlackPosts posts;
  private final SlackViews views;
  private final SlackSockets sockets;

  SlackCalls(SlackWorld world, SlackPosts posts, SlackViews views, SlackSockets sockets) {
    this.world = world;
    this.posts = posts;
    this.views = views;
    this.sockets = sockets;
  }

  JsonNode call(SlackRequest call) {
    return switch (call.method()) {
      case "api.test" -> NODES.objectNode();
      case "auth.test" -> me();
      case SlackMethod.CONNECT -> NODES.objectNode().put("url", sockets.invite());
      case "chat.postMessage" -> posts.post(call);
      case "chat.postEphemeral" -> posts.postEphemeral(call);
      case "chat.update" -> posts.update(call);
      case "chat.delete" -> posts.delete(call);
      case "chat.getPermalink" -> permalink(call);
      case "conversations.list" -> list(call);
      case "conversations.open" -> open(call);
      case "conversations.info" -> channel(world.roomOf(call.text("channel")));
      case "conversations.join" -> join(call);
      case "conversations.members" -> members(call);
      case "conversations.history" -> history(call);
      case "conversations.replies" -> replies(call);
      case "users.info" -> person(call);
      case "views.open" -> views.open(call);
      case "views.push" -> views.push(call);
      case "views.update" -> views.update(call);
      case "views.publish" -> views.publish(call);
      default -> throw SlackRefusal.of("unknown_method");
    };
  }

  private static ObjectNode me() {
    ObjectNode me = NODES.objectNode().put("url", "https://desk.slack.com/").put("team", "Desk");
    me.put("user", SlackWorld.BOT_NAME).put("team_id", SlackWorld.TEAM);
    me.put("user_id", SlackWorld.BOT).put("bot_id", SlackWorld.BOT_ID);
    return me.put("is_enterprise_install", false);
  }

  private ObjectNode user(String id) {
    return world.user(id).orElseThrow(() -> SlackRefusal.of("user_not_found"));
  }

  /// The locale is told only to who asks for it.
  private JsonNode person(SlackRequest call) {
    ObjectNode user = user(call.text("user")).deepCopy();
    return NODES
        .objectNode()
        .set("user", call.flag("include_locale") ? user : user.without("locale"));
  }

  private static JsonNode channel(SlackRoom room) {
    return NODES.objectNode().set("channel", room.json());
  }

  private JsonNode permalink(SlackRequest call) {
    SlackRoom room = world.roomOf(call.text("channel"));
    ObjectNode message = room.messages.get(call.text("message_ts"));
    if (message == null) {
      throw SlackRefusal.of("message_not_found");
    }
    String ts = message.path("ts").asText();
    String thread = message.path("thread_ts").asText(ts);
    String query = thread.equals(ts) ? "" : "?thread_ts=" + thread + "&cid=" + room.id;
    String link = "https://desk.slack.com/archives/" + room.id + "/p" + ts.replace(".", "") + query;
    return NODES.objectNode().put("channel", room.id).put("permalink", link);
  }

  private JsonNode open(SlackRequest call) {
    List<String> users = Stream.of(call.text("users").split(",")).toList();
    if (users.size() != 1) {
      throw SlackRefusal.of("not_supported");
    }
    if (user(users.getFirst()).path("deleted").asBoolean()) {
      throw SlackRefusal.of("user_disabled");
    }
    SlackRoom room = world.direct(users.getFirst());
    return call.flag("return_im")
        ? channel(room)
        : NODES.objectNode().set("channel", NODES.objectNode().put("id", room.id));
  }

  private JsonNode list(SlackRequest call) {
    List<String> types =
        List.of((call.has("types") ? call.text("types") : "public_channel").split(","));
    List<SlackRoom> rooms =
        world.rooms().values().stream()
            .filter(SlackRoom::isVisible)
            .filter(room -> types.contains(room.type.listed))
            .filter(room -> !(room.archived && call.flag("exclude_archived")))
            .toList();
    return page(call, rooms, 100, "channels", SlackRoom::json);
  }

  private JsonNode join(SlackRequest call) {
    SlackRoom room = world.roomOf(call.text("channel"));
    if (room.archived) {
      throw SlackRefusal.of("is_archived");
    }
    if (room.type != SlackRoom.Type.PUBLIC) {
      throw SlackRefusal.of("method_not_supported_for_channel_type");
    }
    room.members.add(SlackWorld.BOT);
    return channel(room);
  }

  private JsonNode members(SlackRequest call) {
    SlackRoom room = world.roomOf(call.text("channel"));
    List<String> members = List.copyOf(room.members);
    return page(call, members, 100, "members", NODES::textNode);
  }

  private JsonNode history(SlackRequest call) {
    SlackRoom room = world.roomOf(call.text("channel"));
    if (!room.hasBot()) {
      throw SlackRefusal.of("not_in_channel");
    }
    List<ObjectNode> roots =
        room.messages.descendingMap().values().stream()
            .filter(message -> isRoot(message) || message.has("subtype"))
            .filter(message -> inTime(call, message))
            .toList();
    return page(call, roots, 100, "messages", message -> read(call, message));
  }

  private static boolean isRoot(JsonNode message) {
    String ts = message.path("ts").asText();
    return message.path("thread_ts").asText(ts).equals(ts);
  }

  private static boolean inTime(SlackRequest call, JsonNode message) {
    int oldest = message.path("ts").asText().compareTo(call.text("oldest"));
    int latest = message.path("ts").asText().compareTo(call.text("latest"));
    int edge = call.flag("inclusive") ? 0 : 1;
    return (!call.has("oldest") || oldest >= edge) && (!call.has("latest") || -latest >= edge);
  }

  /// Metadata is told only to who asks for it.
  private static JsonNode read(SlackRequest call, ObjectNode message) {
    ObjectNode copy = message.deepCopy();
    return call.flag("include_all_metadata") ? copy : copy.without("metadata");
  }

  private JsonNode replies(SlackRequest call) {
    SlackRoom room = world.roomOf(call.text("channel"));
    if (!room.hasBot()) {
      throw SlackRefusal.of("not_in_channel");
    }
    String root = call.text("ts");
    List<ObjectNode> thread =
        room.messages.values().stream()
            .filter(
                message ->
                    message.path("ts").asText().equals(root)
                        || message.path("thread_ts").asText().equals(root))
            .filter(message -> message.path("ts").asText().equals(root) || inTime(call, message))
            .toList();
    if (thread.isEmpty()) {
      throw SlackRefusal.of("thread_not_found");
    }
    return page(call, thread, 1000, "messages", message -> read(call, message));
  }

  private static <T> JsonNode page(
      SlackRequest call, List<T> all, int usual, String name, Function<T, JsonNode> shape) {
    int from = call.has("cursor") ? cursor(call.text("cursor"), all.size()) : 0;
    int to = Math.min(all.size(), from + Math.clamp(call.number("limit", usual), 1, 999));
    ObjectNode page = NODES.objectNode();
    var items = page.putArray(name);
    all.subList(from, to).forEach(item -> items.add(shape.apply(item)));
    String next = to < all.size() ? "page" + to : "";
    page.put("has_more", !next.isEmpty());
    page.putObject("response_metadata").put("next_cursor", next);
    return page;
  }

  private static int cursor(String cursor, int size) {
    if (!cursor.matches("page\\d{1,6}") || Integer.parseInt(cursor.substring(4)) > size) {
      throw SlackRefusal.of("invalid_cursor");
    }
    return Integer.parseInt(cursor.substring(4));
  }
}
