package app.bellwire.fake;

import static app.bellwire.fake.TelegramRefusal.bad;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// What comes with a message besides its text. Immutable.
sealed interface TelegramMarkup {
  /// Nothing, or a keyboard without keys.
  record None() implements TelegramMarkup {}

  /// Buttons under the message.
  record Buttons(JsonNode json) implements TelegramMarkup {}

  /// Keys where people type, from now on.
  record Keys(JsonNode json) implements TelegramMarkup {}

  /// No such keys any more.
  record NoKeys() implements TelegramMarkup {}

  int MOST_BUTTONS = 100;
  int MOST_BYTES = 64;
  Pattern URL = Pattern.compile("(?:https?://[^\\s/]+\\.\\S+|tg://\\S+)", Pattern.CASE_INSENSITIVE);
  List<String> DEEDS =
      List.of("url", "callback_data", "switch_inline_query", "web_app", "copy_text", "login_url");
  String BUTTON = "can't parse inline keyboard button: ";

  /// What a call for a new message in `room` brings.
  static TelegramMarkup of(TelegramRequest call, TelegramRoom room) {
    JsonNode markup = call.nested("reply_markup");
    if (markup.isMissingNode()) {
      return new None();
    }
    if (!markup.isObject()) {
      throw bad("object expected as reply markup");
    }
    if (markup.has("keyboard")) {
      TelegramKeyChecks.check(markup, room);
      return new Keys(markup);
    }
    if (markup.path("remove_keyboard").asBoolean()) {
      return new NoKeys();
    }
    return under(markup);
  }

  /// What a call for an edited message brings: buttons or none.
  static TelegramMarkup under(TelegramRequest call) {
    JsonNode markup = call.nested("reply_markup");
    if (markup.isMissingNode()) {
      return new None();
    }
    if (!markup.isObject()) {
      throw bad("object expected as reply markup");
    }
    if (markup.has("keyboard") || markup.has("remove_keyboard")) {
      throw bad("inline keyboard expected");
    }
    return under(markup);
  }

  private static TelegramMarkup under(JsonNode markup) {
    JsonNode rows = markup.path("inline_keyboard");
    if (rows.isMissingNode()) {
      return new None();
    }
    int buttons = count(rows, "inline_keyboard", "InlineKeyboardMarkup");
    rows.forEach(row -> row.forEach(TelegramMarkup::checkButton));
    if (buttons > MOST_BUTTONS) {
      throw bad("reply markup is too long");
    }
    return rows.isEmpty() ? new None() : new Buttons(markup);
  }

  /// How many there are in all rows.
  static int count(JsonNode rows, String field, String type) {
    String wrong = "field \"" + field + "\" of the " + type + " must be an Array of Arrays";
    if (!rows.isArray()) {
      throw bad(wrong);
    }
    int all = 0;
    for (JsonNode row : rows) {
      if (!row.isArray()) {
        throw bad(wrong);
      }
      all += row.size();
    }
    return all;
  }

  private static void checkButton(JsonNode button) {
    if (!button.isObject()) {
      throw bad(BUTTON + "InlineKeyboardButton must be an Object");
    }
    if (!button.path("text").isTextual()) {
      throw bad(BUTTON + "Can't find field \"text\"");
    }
    if (button.get("text").asText().isBlank()) {
      throw bad("BUTTON_TEXT_INVALID");
    }
    if (DEEDS.stream()
        .allMatch(
            deed -> button.path(deed).asText("").isEmpty() && !button.path(deed).isObject())) {
      throw bad(BUTTON + "Text buttons are unallowed in the inline keyboard");
    }
    checkDeed(button);
  }

  private static void checkDeed(JsonNode button) {
    String data = button.path("callback_data").asText("");
    if (data.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw bad("BUTTON_DATA_INVALID");
    }
    String url = button.path("url").asText("");
    if (!url.isEmpty() && !URL.matcher(url).matches()) {
      throw bad("inline keyboard button URL '" + url + "' is invalid: Wrong HTTP URL");
    }
  }
}
