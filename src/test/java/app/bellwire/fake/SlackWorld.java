package app.bellwire.fake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/// The people and channels of a [SlackServer]. It is the one lock of the server: whoever reads or
/// changes it, its rooms or its views holds its monitor.
final class SlackWorld {
  static final String TEAM = "T0000001";
  static final String TEAM_NAME = "desk";
  static final String APP = "A0000001";
  static final String BOT = "U0BELLWIRE";
  static final String BOT_ID = "B0000001";
  static final String BOT_NAME = "bellwire";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final class Trigger {
    private final String user;
    private final long made = System.nanoTime();
    private boolean used;

    private Trigger(String user) {
      this.user = user;
    }
  }

  private final Map<String, ObjectNode> users = new TreeMap<>();
  private final Map<String, SlackRoom> rooms = new TreeMap<>();
  private final Map<String, Trigger> triggers = new HashMap<>();
  private final Map<String, String> viewing = new HashMap<>();
  Duration triggerLife = Duration.ofSeconds(3);
  private long lastTs;
  private int lastId;

  SlackWorld() {
    var _ = addUser(BOT, BOT_NAME, true);
  }

  ObjectNode addUser(String id, String name, boolean bot) {
    ObjectNode user = NODES.objectNode().put("id", id).put("team_id", TEAM).put("name", name);
    user.put("deleted", false).put("real_name", name).put("is_bot", bot).put("is_admin", false);
    user.put("is_owner", false).put("is_app_user", false).put("updated", 1).put("locale", "en-US");
    user.put("tz", "Europe/Berlin").put("tz_label", "Central European Time").put("tz_offset", 3600);
    user.putObject("profile").put("real_name", name).put("display_name", name).put("team", TEAM);
    users.put(id, user);
    return user;
  }

  Optional<ObjectNode> user(String id) {
    return Optional.ofNullable(users.get(id));
  }

  ObjectNode knownUser(String id) {
    return user(id).orElseThrow(() -> new IllegalArgumentException("nobody is " + id));
  }

  Map<String, ObjectNode> users() {
    return users;
  }

  SlackRoom add(SlackRoom room) {
    rooms.put(room.id, room);
    return room;
  }

  void remove(String room) {
    rooms.remove(room);
  }

  Map<String, SlackRoom> rooms() {
    return rooms;
  }

  SlackRoom knownRoom(String id) {
    return Optional.ofNullable(rooms.get(id))
        .orElseThrow(() -> new IllegalArgumentException("no channel is " + id));
  }

  /// The conversation of the bot with somebody.
  SlackRoom direct(String user) {
    String id = "D" + user.substring(1);
    SlackRoom known = rooms.get(id);
    if (known != null) {
      return known;
    }
    String person = knownUser(user).path("id").asText();
    SlackRoom room = add(new SlackRoom(id, SlackRoom.Type.DIRECT, person));
    room.members.add(user);
    room.members.add(BOT);
    return room;
  }

  /// The conversation that a call is about, if the bot may see it.
  SlackRoom roomOf(String id) {
    SlackRoom room = users.containsKey(id) ? direct(id) : rooms.get(id);
    if (room == null || !room.isVisible()) {
      throw SlackRefusal.of("channel_not_found");
    }
    return room;
  }

  /// The same, if the bot may post there.
  SlackRoom writable(String id) {
    SlackRoom room = roomOf(id);
    if (room.archived) {
      throw SlackRefusal.of("is_archived");
    }
    if (!room.hasBot()) {
      throw SlackRefusal.of("not_in_channel");
    }
    return room;
  }

  /// Later than every one before, in microseconds.
  String nextTs() {
    Instant now = Instant.now();
    lastTs = Math.max(lastTs + 1, now.getEpochSecond() * 1_000_000 + now.getNano() / 1000);
    return "%d.%06d".formatted(lastTs / 1_000_000, lastTs % 1_000_000);
  }

  static long now() {
    return Instant.now().getEpochSecond();
  }

  String nextId(String kind) {
    return kind + "%08d".formatted(++lastId);
  }

  /// From now on somebody looks at this conversation.
  SlackRoom visit(String user, String channel) {
    viewing.put(user, channel);
    return knownRoom(channel);
  }

  /// From now on somebody looks at the app's Home page.
  void goHome(String user) {
    viewing.remove(user);
  }

  /// The conversation that somebody looks at; empty for none.
  String viewing(String user) {
    return viewing.getOrDefault(user, "");
  }

  /// What lets the bot open one view for somebody, soon.
  String trigger(String user) {
    String id = nextId("") + "." + now() + "." + UUID.randomUUID();
    triggers.put(id, new Trigger(user));
    return id;
  }

  /// Uses a trigger up and says whose it was.
  String use(String id) {
    Trigger trigger = triggers.get(id);
    if (trigger == null) {
      throw SlackRefusal.of("invalid_trigger_id");
    }
    if (trigger.used) {
      throw SlackRefusal.of("exchanged_trigger_id");
    }
    if (System.nanoTime() - trigger.made > triggerLife.toNanos()) {
      throw SlackRefusal.of("expired_trigger_id");
    }
    trigger.used = true;
    return trigger.user;
  }

  /// A message of the bot that is not in its room yet.
  ObjectNode draft() {
    ObjectNode message = NODES.objectNode().put("type", "message").put("ts", nextTs());
    message.put("user", BOT).put("bot_id", BOT_ID).put("app_id", APP).put("team", TEAM);
    ObjectNode profile = message.putObject("bot_profile");
    profile.put("id", BOT_ID).put("app_id", APP).put("name", BOT_NAME).put("team_id", TEAM);
    return message;
  }

  <T> T locked(Supplier<T> deed) {
    synchronized (this) {
      return deed.get();
    }
  }

  void doing(Runnable deed) {
    synchronized (this) {
      deed.run();
    }
  }
}
