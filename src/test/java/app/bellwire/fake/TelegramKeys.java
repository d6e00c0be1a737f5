package app.bellwire.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/// The keys that a bot lets somebody type with, as a client shows them in the chat with the bot.
/// Thread-safe by the lock of the world.
public final class TelegramKeys {
  private final TelegramWorld world;
  private final TelegramUpdates updates;
  private final TelegramPeople people;

  TelegramKeys(TelegramWorld world, TelegramUpdates updates, TelegramPeople people) {
    this.world = world;
    this.updates = updates;
    this.people = people;
  }

  /// What they say, row after row; empty when there are none.
  public List<String> of(long user) {
    synchronized (world) {
      return all(world.knownRoom(user)).stream().map(TelegramKeyChecks::label).toList();
    }
  }

  private static List<JsonNode> all(TelegramRoom room) {
    return room.keys == null
        ? List.of()
        : StreamSupport.stream(room.keys.get("keyboard").spliterator(), false)
            .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
            .toList();
  }

  private JsonNode key(long user, String label) {
    return all(world.knownRoom(user)).stream()
        .filter(key -> TelegramKeyChecks.label(key).equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no key says " + label));
  }

  /// Presses a key that says its text.
  public void press(long user, String label) {
    synchronized (world) {
      if (key(user, label).has("request_chat")) {
        throw new IllegalArgumentException(label + " asks for a chat");
      }
      var _ = people.say(user, label);
    }
  }

  /// Chooses a chat with a key that asks for one. The bot gets the rights there that the key asks
  /// for, which needs their owner where it has none.
  ///
  /// @throws IllegalArgumentException for a chat that the client does not offer
  public void choose(long user, String label, long chat) {
    synchronized (world) {
      JsonNode asked = key(user, label).path("request_chat");
      TelegramRoom room = world.knownRoom(chat);
      offered(asked, room, user);
      if (asked.has("bot_administrator_rights")
          && !(room.isAdmin() && room.posts(TelegramWorld.BOT))) {
        letIn(user, room);
      }
      share(user, asked, room);
    }
  }

  private static void offered(JsonNode asked, TelegramRoom room, long user) {
    boolean channel = room.type == TelegramRoom.Type.CHANNEL;
    String status = room.members.getOrDefault(user, "left");
    boolean admin =
        status.equals("creator") || status.equals(TelegramRoom.ADMIN) && room.posts(user);
    if (asked.path("chat_is_channel").asBoolean() != channel
        || asked.has("user_administrator_rights") && !admin) {
      throw new IllegalArgumentException(room.name + " is not offered to " + user);
    }
  }

  private void letIn(long user, TelegramRoom room) {
    if (!room.members.getOrDefault(user, "left").equals("creator")) {
      throw new IllegalArgumentException(user + " may not make admins in " + room.name);
    }
    room.muted.remove(TelegramWorld.BOT);
    updates.push("my_chat_member", world.changed(room, user, TelegramRoom.ADMIN));
  }

  private void share(long user, JsonNode asked, TelegramRoom room) {
    TelegramRoom here = world.knownRoom(user);
    ObjectNode message = world.draft(here, 0);
    message.set("from", world.knownUser(user));
    ObjectNode shared = message.putObject("chat_shared");
    shared.put("request_id", asked.path("request_id").asInt()).put("chat_id", room.id);
    if (asked.path("request_title").asBoolean()) {
      shared.put("title", room.name);
    }
    if (asked.path("request_username").asBoolean() && room.publicName != null) {
      shared.put("username", room.publicName);
    }
    here.messages.put(message.get("message_id").asInt(), message);
    updates.push("message", message);
  }
}
