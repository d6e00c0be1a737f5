package app.bellwire.fake;

import static app.bellwire.fake.TelegramRefusal.bad;
import static app.bellwire.fake.TelegramRefusal.forbidden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One chat of a [TelegramWorld]: who is in it, what stands in it and whether the bot may write.
/// Confined to the lock of its world.
final class TelegramRoom {
  enum Type {
    PRIVATE,
    GROUP,
    SUPERGROUP,
    CHANNEL;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final String ADMIN = "administrator";

  /// A topic and whether it is closed.
  record Topic(String name, boolean closed) {}

  final long id;
  final Type type;
  final String name;
  final boolean forum;
  final Map<Long, String> members = new LinkedHashMap<>();
  final Map<Integer, Topic> topics = new TreeMap<>();

  /// Admins who may not post.
  final Set<Long> muted = new HashSet<>();

  final NavigableMap<Integer, ObjectNode> messages = new TreeMap<>();

  /// The keys where people type, as the bot sent them; null when there are none.
  @Nullable JsonNode keys;

  /// The messages that brought or took such keys, which cannot be edited.
  final Set<Integer> brought = new HashSet<>();

  private int last;

  /// The bot's own status.
  String status;

  boolean started;
  boolean blocked;
  boolean deactivated;
  boolean restricted;
  @Nullable Long movedTo;

  /// Without the @; null for a chat that nobody finds by a name.
  @Nullable String publicName;

  TelegramRoom(long id, Type type, String name, boolean forum) {
    this.id = id;
    this.type = type;
    this.name = name;
    this.forum = forum;
    this.status = type == Type.PRIVATE ? "member" : "left";
  }

  boolean isGroup() {
    return type == Type.GROUP || type == Type.SUPERGROUP;
  }

  boolean isAdmin() {
    return status.equals(ADMIN);
  }

  boolean posts(long user) {
    return !muted.contains(user);
  }

  boolean isAway() {
    return status.equals("left") || status.equals("kicked");
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", id).put("type", type.word());
    json.put(type == Type.PRIVATE ? "first_name" : "title", name);
    if (publicName != null) {
      json.put("username", publicName);
    }
    return forum ? json.put("is_forum", true) : json;
  }

  /// A message has come with this.
  void shows(int message, TelegramMarkup markup) {
    switch (markup) {
      case TelegramMarkup.Keys(JsonNode shown) -> {
        keys = shown;
        brought.add(message);
      }
      case TelegramMarkup.NoKeys() -> {
        keys = null;
        brought.add(message);
      }
      case TelegramMarkup.Buttons _ -> {}
      case TelegramMarkup.None() -> {}
    }
  }

  int nextMessage() {
    return ++last;
  }

  /// Whether the bot may ask about this chat.
  void checkReadable() {
    if (movedTo != null) {
      throw TelegramRefusal.migrated(movedTo);
    }
    if (type != Type.PRIVATE && isAway()) {
      String chat = "the " + type.word() + " chat";
      throw forbidden(
          status.equals("kicked")
              ? "bot was kicked from " + chat
              : "bot is not a member of " + chat);
    }
  }

  /// Whether the bot may write here.
  void checkWritable() {
    checkReadable();
    if (type == Type.PRIVATE) {
      checkPerson();
    } else if (type == Type.CHANNEL && !(isAdmin() && posts(TelegramWorld.BOT))) {
      throw bad("need administrator rights in the channel chat");
    } else if (restricted && !isAdmin()) {
      throw bad("not enough rights to send text messages to the chat");
    }
  }

  private void checkPerson() {
    if (deactivated) {
      throw forbidden("user is deactivated");
    }
    if (blocked) {
      throw forbidden("bot was blocked by the user");
    }
    if (!started) {
      throw forbidden("bot can't initiate conversation with a user");
    }
  }

  /// Whether the bot may write in this topic; 0 is none. The General topic has an id, 1, which is
  /// refused.
  void checkThread(int thread) {
    if (thread == 0) {
      return;
    }
    Topic topic = topics.get(thread);
    if (topic == null) {
      throw bad("message thread not found");
    }
    if (topic.closed && !isAdmin()) {
      throw bad("TOPIC_CLOSED");
    }
  }

  List<TelegramMessage> shown() {
    return messages.values().stream().map(m -> new TelegramMessage(m.deepCopy())).toList();
  }
}
