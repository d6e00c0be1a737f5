package app.bellwire.fake;

import static app.bellwire.fake.TelegramRefusal.bad;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/// The methods of the Bot API, by name: those that ask, and the door to those that say something.
/// Thread-safe by the lock of its world.
final class TelegramCalls {
  private static final Pattern COMMAND = Pattern.compile("[a-z0-9_]+");
  private static final int MOST_COMMANDS = 100;
  private static final int LONGEST_COMMAND = 32;
  private static final int LONGEST_DESCRIPTION = 256;

  private final TelegramWorld world;
  private final TelegramUpdates updates;
  private final TelegramPosts posts;

  TelegramCalls(TelegramWorld world, TelegramUpdates updates, TelegramPosts posts) {
    this.world = world;
    this.updates = updates;
    this.posts = posts;
  }

  /// @param left whether the caller has gone meanwhile
  JsonNode call(TelegramRequest call, BooleanSupplier left) {
    synchronized (world) {
      return switch (call.method()) {
        case "getme" -> me();
        case "getupdates" -> updates.poll(call, left);
        case "deletewebhook" -> deleteWebhook(call);
        case "sendmessage" -> posts.send(call);
        case "editmessagetext" -> posts.edit(call);
        case "editmessagereplymarkup" -> posts.editButtons(call);
        case "answercallbackquery" -> posts.answer(call);
        case "setmycommands" -> setCommands(call);
        case "deletemycommands" -> deleteCommands(call);
        case "getchat" -> readable(call).json();
        case "getchatmember" -> member(call);
        case "getchatmembercount" -> IntNode.valueOf(readable(call).members.size() + 1);
        case "getchatadministrators" -> admins(readable(call));
        case "leavechat" -> leave(readable(call));
        default -> throw TelegramRefusal.of(404, "Not Found: method not found");
      };
    }
  }

  private ObjectNode me() {
    return world
        .knownUser(TelegramWorld.BOT)
        .put("can_join_groups", true)
        .put("can_read_all_group_messages", false)
        .put("supports_inline_queries", false);
  }

  private JsonNode deleteWebhook(TelegramRequest call) {
    if (call.flag("drop_pending_updates")) {
      updates.drop();
    }
    return BooleanNode.TRUE;
  }

  private TelegramRoom readable(TelegramRequest call) {
    TelegramRoom room = world.roomOf(call);
    room.checkReadable();
    return room;
  }

  private JsonNode member(TelegramRequest call) {
    TelegramRoom room = readable(call);
    long id = call.parameters().path("user_id").asLong();
    Optional<ObjectNode> user = world.user(id);
    if (user.isEmpty()) {
      throw bad("user not found");
    }
    String status = id == TelegramWorld.BOT ? room.status : room.members.getOrDefault(id, "left");
    return TelegramWorld.member(room, user.get(), status);
  }

  private ArrayNode admins(TelegramRoom room) {
    if (room.type == TelegramRoom.Type.PRIVATE) {
      throw bad("there are no administrators in the private chat");
    }
    ArrayNode admins = JsonNodeFactory.instance.arrayNode();
    room.members.forEach(
        (id, status) -> {
          if (status.equals("creator") || status.equals(TelegramRoom.ADMIN)) {
            admins.add(TelegramWorld.member(room, world.knownUser(id), status));
          }
        });
    return room.isAdmin()
        ? admins.add(TelegramWorld.member(room, world.knownUser(TelegramWorld.BOT), room.status))
        : admins;
  }

  private JsonNode leave(TelegramRoom room) {
    if (room.type == TelegramRoom.Type.PRIVATE) {
      throw bad("chat member status can't be changed in private chats");
    }
    updates.push("my_chat_member", world.changed(room, TelegramWorld.BOT, "left"));
    return BooleanNode.TRUE;
  }

  private JsonNode setCommands(TelegramRequest call) {
    JsonNode commands = call.nested("commands");
    if (!commands.isArray()) {
      throw bad("expected an Array of BotCommand");
    }
    if (commands.size() > MOST_COMMANDS) {
      throw bad("BOT_COMMANDS_TOO_MUCH");
    }
    commands.forEach(TelegramCalls::checkCommand);
    if (!call.text("language_code").matches("([a-z]{2})?")) {
      throw bad("invalid language code specified");
    }
    world.commands.put(scope(call), (ArrayNode) commands);
    return BooleanNode.TRUE;
  }

  private static void checkCommand(JsonNode command) {
    String name = filled(command, "command").replaceFirst("^/", "");
    if (name.codePointCount(0, name.length()) > LONGEST_COMMAND) {
      throw bad("command length must not exceed 32");
    }
    if (!COMMAND.matcher(name).matches()) {
      throw bad("BOT_COMMAND_INVALID");
    }
    String description = filled(command, "description");
    if (description.codePointCount(0, description.length()) > LONGEST_DESCRIPTION) {
      throw bad("command description length must not exceed 256");
    }
  }

  private static String filled(JsonNode command, String field) {
    if (!command.path(field).isTextual()) {
      throw bad("can't parse BotCommand: Can't find field \"" + field + "\"");
    }
    String value = command.get(field).asText().strip();
    if (value.isEmpty()) {
      String what = field.equals("command") ? "command" : "command description";
      throw bad(what + " must be non-empty");
    }
    return value;
  }

  private JsonNode deleteCommands(TelegramRequest call) {
    world.commands.remove(scope(call));
    return BooleanNode.TRUE;
  }

  /// `all_private_chats`, `all_private_chats/ru`, `chat -77`.
  private static String scope(TelegramRequest call) {
    JsonNode scope = call.nested("scope");
    String chat = scope.has("chat_id") ? " " + scope.get("chat_id").asText() : "";
    String language = call.has("language_code") ? "/" + call.text("language_code") : "";
    return scope.path("type").asText("default") + chat + language;
  }
}
