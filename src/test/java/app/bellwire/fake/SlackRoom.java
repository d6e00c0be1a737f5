package app.bellwire.fake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A conversation of a [SlackServer]. Confined to the lock of its world.
final class SlackRoom {
  /// Who can see it.
  enum Type {
    PUBLIC("channel", "public_channel"),
    PRIVATE("group", "private_channel"),
    DIRECT("im", "im");

    /// As `channel_type` says it.
    final String word;

    /// As a list of types says it.
    final String listed;

    Type(String word, String listed) {
      this.word = word;
      this.listed = listed;
    }
  }

  /// A message that one person sees, until they leave.
  record Whisper(String user, ObjectNode message) {
    String ts() {
      return message.path("ts").asText();
    }
  }

  final String id;
  final Type type;
  final Set<String> members = new LinkedHashSet<>();
  final TreeMap<String, ObjectNode> messages = new TreeMap<>();
  final List<Whisper> whispers = new ArrayList<>();
  String name;
  boolean archived;

  /// @param name of a direct one, the id of its person
  SlackRoom(String id, Type type, String name) {
    this.id = id;
    this.type = type;
    this.name = name;
  }

  boolean isDirect() {
    return type == Type.DIRECT;
  }

  boolean hasBot() {
    return members.contains(SlackWorld.BOT);
  }

  /// Whether the bot may know that it exists.
  boolean isVisible() {
    return type == Type.PUBLIC || hasBot();
  }

  Optional<Whisper> whisper(String ts) {
    return whispers.stream().filter(whisper -> whisper.ts().equals(ts)).findFirst();
  }

  /// The message as it stands, also one that only one person sees.
  Optional<ObjectNode> find(String ts) {
    return Optional.ofNullable(messages.get(ts)).or(() -> whisper(ts).map(Whisper::message));
  }

  ObjectNode known(String ts) {
    return find(ts).orElseThrow(() -> new IllegalArgumentException("no message is " + ts));
  }

  List<SlackMessage> shown() {
    return messages.values().stream().map(SlackMessage::now).toList();
  }

  List<SlackMessage> shownTo(String user) {
    return whispers.stream()
        .filter(whisper -> whisper.user().equals(user))
        .map(whisper -> SlackMessage.now(whisper.message()))
        .toList();
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", id).put("created", 1);
    json.put("is_archived", archived).put("is_org_shared", false).put("is_im", isDirect());
    return isDirect() ? json.put("user", name).put("is_user_deleted", false) : named(json);
  }

  private ObjectNode named(ObjectNode json) {
    boolean hidden = type == Type.PRIVATE;
    return json.put("name", name)
        .put("name_normalized", name)
        .put("is_channel", !hidden)
        .put("is_group", hidden)
        .put("is_mpim", false)
        .put("is_private", hidden)
        .put("is_general", false)
        .put("is_member", hasBot())
        .put("num_members", members.size());
  }
}
