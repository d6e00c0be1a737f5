package app.bellwire.fake;

import static app.bellwire.fake.TelegramRefusal.bad;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// The checks of keys where people type. It knows keys that say their text and keys that ask for a
/// chat.
final class TelegramKeyChecks {
  private static final String KEY = "can't parse keyboard button: ";
  private static final int MOST_KEYS = 300;
  private static final List<String> UNKNOWN =
      List.of("request_users", "request_contact", "request_location", "request_poll", "web_app");

  private TelegramKeyChecks() {}

  static void check(JsonNode markup, TelegramRoom room) {
    JsonNode rows = markup.get("keyboard");
    if (TelegramMarkup.count(rows, "keyboard", "ReplyKeyboardMarkup") > MOST_KEYS) {
      throw bad("reply markup is too long");
    }
    rows.forEach(row -> row.forEach(key -> checkKey(key, room)));
  }

  private static void checkKey(JsonNode key, TelegramRoom room) {
    if (!key.isTextual() && !key.isObject()) {
      throw bad(KEY + "KeyboardButton must be a String or an Object");
    }
    if (key.isObject() && !key.path("text").isTextual()) {
      throw bad(KEY + "Can't find field \"text\"");
    }
    if (label(key).isBlank()) {
      throw bad("keyboard button text must be non-empty");
    }
    UNKNOWN.stream().filter(key::has).findFirst().ifPresent(TelegramKeyChecks::unknown);
    if (key.has("request_chat")) {
      checkRequest(key.get("request_chat"), room);
    }
  }

  private static void unknown(String kind) {
    throw new IllegalArgumentException("this server does not know keys with " + kind);
  }

  /// What the key says.
  static String label(JsonNode key) {
    return key.isTextual() ? key.asText() : key.path("text").asText("");
  }

  private static void checkRequest(JsonNode request, TelegramRoom room) {
    if (!request.isObject()) {
      throw bad(KEY + "field \"request_chat\" must be of type Object");
    }
    if (!request.path("request_id").asText("").matches("-?\\d{1,10}")) {
      throw bad(KEY + "Can't find field \"request_id\"");
    }
    if (!request.path("chat_is_channel").isBoolean()) {
      throw bad(KEY + "Can't find field \"chat_is_channel\"");
    }
    if (room.type != TelegramRoom.Type.PRIVATE) {
      throw bad("chats can be requested in private chats only");
    }
    checkRights(
        request.path("user_administrator_rights"), request.path("bot_administrator_rights"));
  }

  /// The documentation has the rule; the words of the refusal are ours.
  private static void checkRights(JsonNode user, JsonNode bot) {
    bot.properties()
        .forEach(
            right -> {
              if (right.getValue().asBoolean() && !user.path(right.getKey()).asBoolean()) {
                throw bad("rights of the bot must be a subset of the user's: " + right.getKey());
              }
            });
  }
}
