package app.bellwire.fake;

import static app.bellwire.fake.TelegramRefusal.bad;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The people and chats of a [TelegramServer]. It is the one lock of the server: whoever reads or
/// changes it, or its rooms, or the updates, holds its monitor.
final class TelegramWorld {
  static final long BOT = 1000;
  static final String BOT_NAME = "bellwire_bot";

  /// Who speaks for an anonymous admin.
  static final long ANONYMOUS = 1_087_968_824;

  private final Map<Long, ObjectNode> users = new TreeMap<>();
  private final Map<Long, TelegramRoom> rooms = new TreeMap<>();
  private final Map<String, TelegramPress> presses = new HashMap<>();
  final Map<String, ArrayNode> commands = new LinkedHashMap<>();
  Duration pressLife = Duration.ofSeconds(15);
  private long pressed = 7_000_000_000L;

  TelegramWorld() {
    users.put(BOT, user(BOT, "Bellwire", true).put("username", BOT_NAME));
    users.put(ANONYMOUS, user(ANONYMOUS, "Group", true).put("username", "GroupAnonymousBot"));
  }

  private static ObjectNode user(long id, String name, boolean bot) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", id)
        .put("is_bot", bot)
        .put("first_name", name);
  }

  static long now() {
    return Instant.now().getEpochSecond();
  }

  void addUser(long id, String name) {
    users.put(id, user(id, name, false).put("language_code", "en"));
    TelegramRoom room = new TelegramRoom(id, TelegramRoom.Type.PRIVATE, name, false);
    room.members.put(id, "member");
    rooms.putIfAbsent(id, room);
  }

  Optional<ObjectNode> user(long id) {
    return Optional.ofNullable(users.get(id)).map(ObjectNode::deepCopy);
  }

  ObjectNode knownUser(long id) {
    return user(id).orElseThrow(() -> new IllegalArgumentException("nobody is " + id));
  }

  TelegramRoom add(TelegramRoom room) {
    rooms.put(room.id, room);
    return room;
  }

  TelegramRoom knownRoom(long id) {
    return Optional.ofNullable(rooms.get(id))
        .orElseThrow(() -> new IllegalArgumentException("no chat is " + id));
  }

  ObjectNode knownMessage(TelegramRoom room, int id) {
    return Optional.ofNullable(room.messages.get(id))
        .orElseThrow(() -> new IllegalArgumentException("no message is " + id));
  }

  /// The chat that a call is about.
  TelegramRoom roomOf(TelegramRequest call) {
    if (!call.has("chat_id")) {
      throw bad("chat_id is empty");
    }
    return room(call.text("chat_id")).orElseThrow(() -> bad("chat not found"));
  }

  /// By its number, or a group or channel by its public name.
  private Optional<TelegramRoom> room(String chat) {
    return chat.startsWith("@")
        ? rooms.values().stream()
            .filter(room -> chat.substring(1).equalsIgnoreCase(room.publicName))
            .findFirst()
        : number(chat).map(rooms::get);
  }

  private static Optional<Long> number(String chat) {
    try {
      return Optional.of(Long.valueOf(chat));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  String nextPress() {
    return String.valueOf(++pressed);
  }

  void add(TelegramPress press) {
    presses.put(press.id(), press);
  }

  Optional<TelegramPress> press(String id) {
    return Optional.ofNullable(presses.get(id));
  }

  /// A message that is not in its room yet.
  ObjectNode draft(TelegramRoom room, int thread) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("message_id", room.nextMessage());
    if (thread != 0) {
      message.put("message_thread_id", thread).put("is_topic_message", true);
    }
    message.set("chat", room.json());
    return message.put("date", now());
  }

  /// Sets the bot's own status and tells how it changed.
  ObjectNode changed(TelegramRoom room, long by, String status) {
    String old = room.status;
    room.status = status;
    return change(room, knownUser(by), knownUser(BOT), old, status);
  }

  ObjectNode change(TelegramRoom room, ObjectNode by, ObjectNode who, String old, String status) {
    ObjectNode change = JsonNodeFactory.instance.objectNode().put("date", now());
    change.set("chat", room.json());
    change.set("from", by);
    change.set("old_chat_member", member(room, who, old));
    change.set("new_chat_member", member(room, who, status));
    return change;
  }

  static ObjectNode member(TelegramRoom room, ObjectNode user, String status) {
    ObjectNode member = JsonNodeFactory.instance.objectNode().put("status", status);
    member.set("user", user);
    switch (status) {
      case TelegramRoom.ADMIN ->
          member
              .put("can_be_edited", false)
              .put("is_anonymous", false)
              .put("can_manage_chat", true)
              .put("can_delete_messages", true)
              .put("can_manage_video_chats", false)
              .put("can_restrict_members", false)
              .put("can_promote_members", false)
              .put("can_change_info", true)
              .put("can_invite_users", true)
              .put("can_post_stories", false)
              .put("can_edit_stories", false)
              .put("can_delete_stories", false)
              .setAll(rightsOf(room, user));
      case "creator" -> member.put("is_anonymous", false);
      case "kicked" -> member.put("until_date", 0);
      default -> {}
    }
    return member;
  }

  /// Those that an admin has in a channel, or in a group.
  private static ObjectNode rightsOf(TelegramRoom room, ObjectNode user) {
    ObjectNode rights = user.objectNode();
    return room.type == TelegramRoom.Type.CHANNEL
        ? rights.put("can_post_messages", room.posts(user.get("id").asLong()))
        : rights.put("can_pin_messages", true).put("can_manage_topics", true);
  }
}
