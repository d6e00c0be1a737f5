package app.bellwire.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The people of a [TelegramServer]: what they write, press and do to the bot. Thread-safe by the
/// lock of the world.
public final class TelegramPeople {
  private final TelegramWorld world;
  private final TelegramUpdates updates;

  TelegramPeople(TelegramWorld world, TelegramUpdates updates) {
    this.world = world;
    this.updates = updates;
  }

  /// Somebody with a private chat, which the bot may not write to before they do.
  public TelegramPeople user(long id, String name) {
    synchronized (world) {
      world.addUser(id, name);
    }
    return this;
  }

  /// Writes to the bot in private.
  public int say(long user, String text) {
    return say(user, user, text);
  }

  public int say(long user, long chat, String text) {
    return say(user, chat, text, 0);
  }

  public int say(long user, long chat, String text, int topic) {
    return say(user, chat, text, topic, 0);
  }

  /// Writes in a chat.
  ///
  /// @param topic 0 for none
  /// @param replyTo 0 for no reply
  /// @return the id of the message
  public int say(long user, long chat, String text, int topic, int replyTo) {
    synchronized (world) {
      TelegramRoom room = open(chat, topic);
      ObjectNode message = world.draft(room, topic);
      message.set("from", world.knownUser(user));
      room.started = true;
      room.members.putIfAbsent(user, "member");
      return deliver(room, write(room, message, text, topic, replyTo), "message");
    }
  }

  /// A chat in which people can write.
  private TelegramRoom open(long chat, int topic) {
    TelegramRoom room = world.knownRoom(chat);
    if (room.blocked) {
      throw new IllegalStateException(chat + " has blocked the bot");
    }
    if (topic != 0 && !room.topics.containsKey(topic)) {
      throw new IllegalArgumentException("no topic is " + topic);
    }
    return room;
  }

  /// An admin writes as the group itself.
  ///
  /// @param topic 0 for none
  public int sayAnonymously(long chat, String text, int topic) {
    synchronized (world) {
      TelegramRoom room = open(chat, topic);
      ObjectNode message = world.draft(room, topic);
      message.set("from", world.knownUser(TelegramWorld.ANONYMOUS));
      message.set("sender_chat", room.json());
      return deliver(room, write(room, message, text, topic, 0), "message");
    }
  }

  /// Somebody posts in a channel, where nobody sees who.
  public int post(long channel, String text) {
    synchronized (world) {
      TelegramRoom room = world.knownRoom(channel);
      ObjectNode message = world.draft(room, 0);
      message.set("sender_chat", room.json());
      return deliver(room, write(room, message, text, 0, 0), "channel_post");
    }
  }

  /// In a topic, what answers nothing answers the message that opened the topic.
  private static ObjectNode write(
      TelegramRoom room, ObjectNode message, String text, int topic, int replyTo) {
    TelegramText words = new TelegramText(text, List.of(), TelegramLinks.in(text));
    message.put("text", text);
    if (!words.linked().isEmpty()) {
      message.set("entities", words.all());
    }
    ObjectNode answered = room.messages.get(replyTo == 0 ? topic : replyTo);
    if (answered != null) {
      ObjectNode shortened = answered.deepCopy();
      shortened.remove("reply_to_message");
      message.set("reply_to_message", shortened);
    }
    return message;
  }

  private int deliver(TelegramRoom room, ObjectNode message, String kind) {
    int id = message.get("message_id").asInt();
    room.messages.put(id, message);
    if (reachesBot(room, message)) {
      updates.push(kind, message);
    }
    return id;
  }

  /// In groups a bot that is no admin is told of commands, of its name and of answers to it.
  private static boolean reachesBot(TelegramRoom room, ObjectNode message) {
    if (room.type == TelegramRoom.Type.PRIVATE) {
      return true;
    }
    String text = message.path("text").asText("");
    boolean toBot =
        text.startsWith("/")
            || text.contains("@" + TelegramWorld.BOT_NAME)
            || message.path("reply_to_message").path("from").path("id").asLong()
                == TelegramWorld.BOT;
    return !room.isAway() && (room.isAdmin() || toBot);
  }

  /// Presses the button whose label is this or contains it.
  public TelegramPress press(long user, long chat, int message, String label) {
    synchronized (world) {
      TelegramRoom room = world.knownRoom(chat);
      ObjectNode pressed = world.knownMessage(room, message);
      String data = button(new TelegramMessage(pressed), label).path("callback_data").asText("");
      return press(user, room, pressed, data);
    }
  }

  private static JsonNode button(TelegramMessage message, String label) {
    List<JsonNode> keys = message.keys();
    Optional<JsonNode> exact = keys.stream().filter(k -> text(k).equals(label)).findFirst();
    return exact
        .or(() -> keys.stream().filter(key -> text(key).contains(label)).findFirst())
        .filter(key -> key.has("callback_data"))
        .orElseThrow(() -> noButton(message, label));
  }

  private static IllegalArgumentException noButton(TelegramMessage message, String label) {
    return new IllegalArgumentException(
        "no button says " + label + "; there are " + message.buttons());
  }

  private static String text(JsonNode key) {
    return key.path("text").asText("");
  }

  /// Presses a button that carried this, though the message may show it no more.
  public TelegramPress pressOld(long user, long chat, int message, String data) {
    synchronized (world) {
      TelegramRoom room = world.knownRoom(chat);
      return press(user, room, world.knownMessage(room, message), data);
    }
  }

  private TelegramPress press(long user, TelegramRoom room, ObjectNode message, String data) {
    int id = message.get("message_id").asInt();
    TelegramPress press = new TelegramPress(world.nextPress(), room.id, id);
    world.add(press);
    ObjectNode query = message.objectNode().put("id", press.id());
    query.set("from", world.knownUser(user));
    query.set("message", message.deepCopy());
    updates.push("callback_query", query.put("chat_instance", "i" + room.id).put("data", data));
    return press;
  }

  /// Blocks the bot.
  public void block(long user) {
    change(user, user, room -> room.blocked = true, "kicked");
  }

  public void unblock(long user) {
    change(user, user, room -> room.blocked = false, "member");
  }

  /// Closes their account; nobody is told.
  public void deactivate(long user) {
    synchronized (world) {
      world.knownRoom(user).deactivated = true;
    }
  }

  /// Adds the bot to a chat.
  public void add(long user, long chat) {
    change(user, chat, room -> room.members.putIfAbsent(user, "member"), "member");
  }

  public void kick(long user, long chat) {
    change(user, chat, _ -> {}, "kicked");
  }

  /// Makes the bot an admin.
  public void promote(long user, long chat) {
    change(user, chat, _ -> {}, TelegramRoom.ADMIN);
  }

  public void demote(long user, long chat) {
    change(user, chat, _ -> {}, "member");
  }

  private void change(long by, long chat, Consumer<TelegramRoom> deed, String status) {
    synchronized (world) {
      TelegramRoom room = world.knownRoom(chat);
      deed.accept(room);
      updates.push("my_chat_member", world.changed(room, by, status));
    }
  }

  /// Any update, as it is but for its id: `{"poll": {…}}`.
  public void inject(ObjectNode update) {
    synchronized (world) {
      updates.inject(update);
    }
  }
}
