package app.bellwire.fake;

import app.bellwire.fake.SlackTranscript.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The methods of the Web API with which an app says something. Confined to the lock of its world.
final class SlackPosts {
  private static final int LONGEST = 40_000;
  private static final int LONGEST_UPDATE = 4000;
  private static final int LONGEST_WHOLE = 4000;

  private final SlackWorld world;
  private final SlackPace pace;
  private final SlackTranscript transcript;
  private final SlackCounts counts;

  /// Is told of every message that the app posts.
  private final BiConsumer<SlackRoom, ObjectNode> echo;

  SlackPosts(
      SlackWorld world,
      SlackPace pace,
      SlackTranscript transcript,
      SlackCounts counts,
      BiConsumer<SlackRoom, ObjectNode> echo) {
    this.world = world;
    this.pace = pace;
    this.transcript = transcript;
    this.counts = counts;
    this.echo = echo;
  }

  JsonNode post(SlackRequest call) {
    SlackRoom room = world.writable(call.text("channel"));
    ObjectNode message = world.draft();
    write(message, call, LONGEST);
    hang(message, call, room);
    metadata(message, call);
    pace.post(room.id);
    return put(room, message, call.arguments());
  }

  /// Shows a message to everybody.
  ObjectNode put(SlackRoom room, ObjectNode message, ObjectNode request) {
    String ts = message.path("ts").asText();
    room.messages.put(ts, message);
    transcript.add(Kind.POST, room.id, "", message, request);
    echo.accept(room, message);
    return answer(room, ts).set("message", message.deepCopy());
  }

  private static ObjectNode answer(SlackRoom room, String ts) {
    return JsonNodeFactory.instance.objectNode().put("channel", room.id).put("ts", ts);
  }

  /// Text and blocks; what the call does not name stays.
  private void write(ObjectNode message, SlackRequest call, int longest) {
    Optional<ArrayNode> blocks = SlackBlocks.of(call);
    String text = call.text("text");
    boolean kept = blocks.isEmpty() && !message.path("blocks").isEmpty();
    if (text.isBlank() && !kept && blocks.map(ArrayNode::isEmpty).orElse(true)) {
      throw SlackRefusal.of("no_text");
    }
    if (text.length() > longest) {
      throw SlackRefusal.of("msg_too_long");
    }
    complain(text, blocks);
    message.put("text", text);
    blocks.ifPresent(list -> message.set("blocks", list));
  }

  private void complain(String text, Optional<ArrayNode> blocks) {
    if (text.length() > LONGEST_WHOLE) {
      counts.complain("a text of " + text.length() + " characters is split");
    }
    if (text.isEmpty() && blocks.isPresent()) {
      counts.complain("blocks without a text for notifications");
    }
    if (SlackWords.rings(text, blocks.orElse(JsonNodeFactory.instance.arrayNode()))) {
      counts.complain("a message that calls everybody: " + text);
    }
  }

  private void hang(ObjectNode message, SlackRequest call, SlackRoom room) {
    if (!call.has("thread_ts")) {
      return;
    }
    String thread = call.text("thread_ts");
    if (!thread.matches("\\d{10}\\.\\d{6}")) {
      throw SlackRefusal.of("invalid_thread_ts");
    }
    message.put("thread_ts", thread);
    if (call.flag("reply_broadcast")) {
      message.put("subtype", "thread_broadcast");
    }
    ObjectNode root = room.messages.get(thread);
    if (root == null || !root.path("thread_ts").asText(thread).equals(thread)) {
      counts.complain(root == null ? "a reply to no message" : "a reply to a reply");
    } else {
      root.put("thread_ts", thread).put("reply_count", root.path("reply_count").asInt() + 1);
    }
  }

  private static void metadata(ObjectNode message, SlackRequest call) {
    JsonNode metadata = call.nested("metadata", "invalid_metadata_format");
    if (metadata.isMissingNode()) {
      return;
    }
    if (metadata.isObject() && metadata.isEmpty()) {
      message.remove("metadata");
      return;
    }
    if (!metadata.path("event_type").isTextual() || !metadata.path("event_payload").isObject()) {
      throw SlackRefusal.of("invalid_metadata_schema");
    }
    message.set("metadata", metadata);
  }

  JsonNode postEphemeral(SlackRequest call) {
    SlackRoom room = world.writable(call.text("channel"));
    String user = call.text("user");
    if (world.user(user).isEmpty()) {
      throw SlackRefusal.of("user_not_found");
    }
    if (!room.members.contains(user)) {
      throw SlackRefusal.of("user_not_in_channel");
    }
    ObjectNode message = world.draft();
    write(message, call, LONGEST);
    hang(message, call, room);
    whisper(room, user, message, call.arguments());
    String ts = message.path("ts").asText();
    return JsonNodeFactory.instance.objectNode().put("message_ts", ts);
  }

  /// Shows a message to one person.
  void whisper(SlackRoom room, String user, ObjectNode message, ObjectNode request) {
    room.whispers.add(new SlackRoom.Whisper(user, message));
    transcript.add(Kind.EPHEMERAL, room.id, user, message, request);
  }

  JsonNode update(SlackRequest call) {
    SlackRoom room = world.writable(call.text("channel"));
    ObjectNode old = own(room, call.text("ts"), "cant_update_message");
    ObjectNode message = old.deepCopy();
    write(message, call, LONGEST_UPDATE);
    metadata(message, call);
    replace(room, message, call.arguments());
    String ts = call.text("ts");
    ObjectNode answer = answer(room, ts).put("text", message.path("text").asText());
    return answer.set("message", message.deepCopy());
  }

  /// Puts a message in the place of the one with its ts.
  void replace(SlackRoom room, ObjectNode message, ObjectNode request) {
    message.putObject("edited").put("user", SlackWorld.BOT).put("ts", world.nextTs());
    room.messages.put(message.path("ts").asText(), message);
    transcript.add(Kind.UPDATE, room.id, "", message, request);
  }

  JsonNode delete(SlackRequest call) {
    SlackRoom room = world.roomOf(call.text("channel"));
    String ts = own(room, call.text("ts"), "cant_delete_message").path("ts").asText();
    erase(room, ts);
    return answer(room, ts);
  }

  private static ObjectNode own(SlackRoom room, String ts, String otherwise) {
    ObjectNode message = room.messages.get(ts);
    if (message == null) {
      throw gone();
    }
    if (!message.path("bot_id").asText().equals(SlackWorld.BOT_ID)) {
      throw SlackRefusal.of(otherwise);
    }
    return message;
  }

  /// Shows what came by an ack or a response_url: to one person unless it is for the channel.
  void reply(SlackRoom room, String user, JsonNode reply) {
    ObjectNode message = world.draft();
    write(message, request(reply), LONGEST);
    if (reply.path("response_type").asText().equals("in_channel")) {
      put(room, message, (ObjectNode) reply);
    } else {
      whisper(room, user, message, (ObjectNode) reply);
    }
  }

  /// Writes what came by a response_url over the message that was pressed.
  void rewrite(SlackRoom room, String ts, JsonNode reply) {
    ObjectNode message = room.find(ts).orElseThrow(SlackPosts::gone).deepCopy();
    message.remove("blocks");
    write(message, request(reply), LONGEST);
    Optional<SlackRoom.Whisper> whisper = room.whisper(ts);
    if (whisper.isEmpty()) {
      replace(room, message, (ObjectNode) reply);
    } else {
      String user = whisper.get().user();
      room.whispers.replaceAll(
          each -> each.ts().equals(ts) ? new SlackRoom.Whisper(user, message) : each);
      transcript.add(Kind.UPDATE, room.id, user, message, (ObjectNode) reply);
    }
  }

  /// Takes the message that was pressed away, whoever sees it.
  void erase(SlackRoom room, String ts) {
    ObjectNode message = room.find(ts).orElseThrow(SlackPosts::gone);
    String user = room.whisper(ts).map(SlackRoom.Whisper::user).orElse("");
    room.whispers.removeIf(whisper -> whisper.ts().equals(ts));
    room.messages.remove(ts);
    transcript.add(Kind.DELETE, room.id, user, message);
  }

  private static SlackRefusal gone() {
    return SlackRefusal.of("message_not_found");
  }

  private static SlackRequest request(JsonNode reply) {
    return new SlackRequest("", "", (ObjectNode) reply);
  }
}
