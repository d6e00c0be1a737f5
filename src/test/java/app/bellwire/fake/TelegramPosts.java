package app.bellwire.fake;

import static app.bellwire.fake.TelegramRefusal.bad;

import app.bellwire.fake.TelegramTranscript.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The methods of the Bot API with which a bot says something. Confined to the lock of its world.
final class TelegramPosts {
  private static final int LONGEST_ANSWER = 200;

  private final TelegramWorld world;
  private final TelegramPace pace;
  private final TelegramTranscript transcript;

  TelegramPosts(TelegramWorld world, TelegramPace pace, TelegramTranscript transcript) {
    this.world = world;
    this.pace = pace;
    this.transcript = transcript;
  }

  JsonNode send(TelegramRequest call) {
    TelegramRoom room = world.roomOf(call);
    int thread = call.number("message_thread_id");
    room.checkWritable();
    room.checkThread(thread);
    TelegramText text = TelegramText.of(call);
    TelegramMarkup markup = TelegramMarkup.of(call, room);
    ObjectNode answered = answered(room, call);
    pace.take(room, false);
    ObjectNode message = world.draft(room, thread);
    sign(room, message);
    if (answered != null) {
      message.set("reply_to_message", answered);
    }
    write(message, text, markup);
    room.messages.put(message.get("message_id").asInt(), message);
    room.shows(message.get("message_id").asInt(), markup);
    return record(Kind.SEND, room, call, message, text);
  }

  /// In a channel the channel itself speaks.
  private void sign(TelegramRoom room, ObjectNode message) {
    if (room.type == TelegramRoom.Type.CHANNEL) {
      message.set("sender_chat", room.json());
    } else {
      message.set("from", world.knownUser(TelegramWorld.BOT));
    }
  }

  private static @Nullable ObjectNode answered(TelegramRoom room, TelegramRequest call) {
    JsonNode reply = call.nested("reply_parameters");
    int id = reply.path("message_id").asInt(call.number("reply_to_message_id"));
    if (id == 0) {
      return null;
    }
    ObjectNode message = room.messages.get(id);
    if (message != null) {
      ObjectNode shortened = message.deepCopy();
      return shortened.without("reply_to_message");
    }
    if (reply.path("allow_sending_without_reply").asBoolean()
        || call.flag("allow_sending_without_reply")) {
      return null;
    }
    throw bad("message to be replied not found");
  }

  private static void write(ObjectNode message, TelegramText text, TelegramMarkup markup) {
    ArrayNode entities = text.all();
    message.put("text", text.text()).remove("entities");
    if (!entities.isEmpty()) {
      message.set("entities", entities);
    }
    press(message, markup);
  }

  private static void press(ObjectNode message, TelegramMarkup markup) {
    message.remove("reply_markup");
    if (markup instanceof TelegramMarkup.Buttons(JsonNode buttons)) {
      message.set("reply_markup", buttons);
    }
  }

  private JsonNode record(
      Kind kind, TelegramRoom room, TelegramRequest call, ObjectNode message, TelegramText text) {
    TelegramMessage shown = new TelegramMessage(message.deepCopy());
    transcript.add(kind, room.id, call.parameters(), shown, text);
    return shown.json();
  }

  JsonNode edit(TelegramRequest call) {
    TelegramRoom room = world.roomOf(call);
    ObjectNode message = editable(room, call);
    if (!message.has("text")) {
      throw bad("there is no text in the message to edit");
    }
    TelegramText text = TelegramText.of(call);
    ObjectNode edited = message.deepCopy();
    write(edited, text, TelegramMarkup.under(call));
    return replace(room, call, edited, text);
  }

  JsonNode editButtons(TelegramRequest call) {
    TelegramRoom room = world.roomOf(call);
    ObjectNode edited = editable(room, call).deepCopy();
    press(edited, TelegramMarkup.under(call));
    return replace(room, call, edited, TelegramText.plain(edited.path("text").asText("")));
  }

  private static ObjectNode editable(TelegramRoom room, TelegramRequest call) {
    room.checkWritable();
    ObjectNode message = room.messages.get(call.number("message_id"));
    if (message == null) {
      throw bad("message to edit not found");
    }
    boolean own = message.path("from").path("id").asLong() == TelegramWorld.BOT;
    if (room.brought.contains(call.number("message_id"))
        || !own && room.type != TelegramRoom.Type.CHANNEL) {
      throw bad("message can't be edited");
    }
    return message;
  }

  private JsonNode replace(
      TelegramRoom room, TelegramRequest call, ObjectNode edited, TelegramText text) {
    int id = edited.get("message_id").asInt();
    if (Objects.equals(room.messages.get(id), edited)) {
      throw bad(
          "message is not modified: specified new message content and reply markup are exactly"
              + " the same as a current content and reply markup of the message");
    }
    pace.take(room, true);
    ObjectNode dated = edited.put("edit_date", TelegramWorld.now());
    room.messages.put(id, dated);
    return record(Kind.EDIT, room, call, dated, text);
  }

  JsonNode answer(TelegramRequest call) {
    Optional<TelegramPress> press = world.press(call.text("callback_query_id"));
    if (press.isEmpty()
        || press.get().isAnswered()
        || press.get().age().compareTo(world.pressLife) > 0) {
      throw bad("query is too old and response timeout expired or query ID is invalid");
    }
    String text = call.text("text");
    if (text.length() > LONGEST_ANSWER) {
      throw bad("MESSAGE_TOO_LONG");
    }
    recordAnswer(call, press.get(), text);
    var _ = press.get().answer(text, call.flag("show_alert"));
    return BooleanNode.TRUE;
  }

  private void recordAnswer(TelegramRequest call, TelegramPress press, String text) {
    TelegramRoom room = world.knownRoom(press.chat());
    ObjectNode message = room.messages.get(press.message());
    JsonNode shown = message == null ? call.parameters().objectNode() : message.deepCopy();
    TelegramText words = TelegramText.plain(text);
    transcript.add(Kind.ANSWER, room.id, call.parameters(), new TelegramMessage(shown), words);
  }
}
