package app.bellwire.fake;

import app.bellwire.fake.TelegramRoom.Topic;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/// The groups and channels of a [TelegramServer] and what becomes of them. The bot is in none until
/// [TelegramPeople#add] brings it in. Thread-safe by the lock of the world.
public final class TelegramPlaces {
  private final TelegramWorld world;
  private final TelegramUpdates updates;

  TelegramPlaces(TelegramWorld world, TelegramUpdates updates) {
    this.world = world;
    this.updates = updates;
  }

  public TelegramPlaces group(long id, String title) {
    return place(id, TelegramRoom.Type.GROUP, title, false);
  }

  public TelegramPlaces supergroup(long id, String title) {
    return place(id, TelegramRoom.Type.SUPERGROUP, title, false);
  }

  /// A supergroup with topics.
  public TelegramPlaces forum(long id, String title) {
    return place(id, TelegramRoom.Type.SUPERGROUP, title, true);
  }

  public TelegramPlaces channel(long id, String title) {
    return place(id, TelegramRoom.Type.CHANNEL, title, false);
  }

  /// Gives a chat a name by which everybody finds it.
  ///
  /// @param name without the @
  public TelegramPlaces publicName(long chat, String name) {
    synchronized (world) {
      world.knownRoom(chat).publicName = name;
    }
    return this;
  }

  private TelegramPlaces place(long id, TelegramRoom.Type type, String title, boolean forum) {
    synchronized (world) {
      TelegramRoom room = world.add(new TelegramRoom(id, type, title, forum));
      // The first message of every group tells that it was made.
      var _ = room.nextMessage();
    }
    return this;
  }

  /// Opens a topic.
  ///
  /// @return its id
  public int topic(long chat, String name) {
    synchronized (world) {
      TelegramRoom room = world.knownRoom(chat);
      ObjectNode message = world.draft(room, 0);
      int id = message.get("message_id").asInt();
      message.put("message_thread_id", id).put("is_topic_message", true);
      message.putObject("forum_topic_created").put("name", name).put("icon_color", 7_322_096);
      room.messages.put(id, message);
      room.topics.put(id, new Topic(name, false));
      return id;
    }
  }

  public void closeTopic(long chat, int topic) {
    synchronized (world) {
      world.knownRoom(chat).topics.computeIfPresent(topic, (_, t) -> new Topic(t.name(), true));
    }
  }

  /// Deletes a topic with its messages.
  public void deleteTopic(long chat, int topic) {
    synchronized (world) {
      TelegramRoom room = world.knownRoom(chat);
      room.topics.remove(topic);
      room.messages
          .values()
          .removeIf(message -> message.path("message_thread_id").asInt() == topic);
    }
  }

  /// Deletes a message; nobody is told.
  public void deleteMessage(long chat, int message) {
    synchronized (world) {
      world.knownRoom(chat).messages.remove(message);
    }
  }

  /// Whether only admins may write.
  public void restrict(long chat, boolean on) {
    synchronized (world) {
      world.knownRoom(chat).restricted = on;
    }
  }

  /// Makes somebody something in a chat.
  ///
  /// @param status `creator`, `administrator`, `member`, `restricted`, `left` or `kicked`
  public void setMember(long chat, long user, String status) {
    synchronized (world) {
      TelegramRoom room = world.knownRoom(chat);
      String old = room.members.getOrDefault(user, "left");
      room.members.put(user, status);
      ObjectNode who = world.knownUser(user);
      updates.push("chat_member", world.change(room, who, who, old, status));
    }
  }

  /// Whether an admin of a channel may post there; the bot is one too.
  public void mayPost(long channel, long user, boolean on) {
    synchronized (world) {
      Set<Long> muted = world.knownRoom(channel).muted;
      boolean unused = on ? muted.remove(user) : muted.add(user);
    }
  }

  /// The group becomes a supergroup with another id and no messages; both tell of it.
  public void migrate(long from, long to) {
    synchronized (world) {
      TelegramRoom old = world.knownRoom(from);
      TelegramRoom young =
          world.add(new TelegramRoom(to, TelegramRoom.Type.SUPERGROUP, old.name, false));
      young.members.putAll(old.members);
      young.status = old.status;
      old.movedTo = to;
      tell(old, "migrate_to_chat_id", to);
      tell(young, "migrate_from_chat_id", from);
    }
  }

  private void tell(TelegramRoom room, String what, long id) {
    ObjectNode message = world.draft(room, 0).put(what, id);
    long speaker = room.members.keySet().stream().findFirst().orElse(TelegramWorld.ANONYMOUS);
    message.set("from", world.user(speaker).orElseGet(JsonNodeFactory.instance::objectNode));
    updates.push("message", message);
  }
}
